"""What is read out of `/kudos …`, and what is refused."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain import kudos as rules
from bot.domain.errors import Refusal
from bot.domain.kudos import Kudos, Praise
from bot.domain.policy import Actor, Role

NOW = datetime(2026, 11, 24, 10, 2, tzinfo=UTC)
MARIA, JON = "<@U0MARIA|maria>", "<@U0JON|jon>"


@pytest.mark.parametrize(
    ("typed", "receivers", "story"),
    [
        (f"{MARIA} stayed after closing", ("U0MARIA",), "stayed after closing"),
        (f"  {MARIA},  {JON} stayed", ("U0MARIA", "U0JON"), "stayed"),
        (f"{MARIA} and {JON} stayed", ("U0MARIA", "U0JON"), "stayed"),
        (f"{MARIA} & {JON}: stayed & smiled", ("U0MARIA", "U0JON"), "stayed & smiled"),
        (f"{MARIA} {MARIA} stayed", ("U0MARIA",), "stayed"),
        (f"{MARIA} – helped {JON} with the till", ("U0MARIA",), "helped <@U0JON> with the till"),
        (f"thanks to {MARIA} for staying", ("U0MARIA",), "thanks to <@U0MARIA> for staying"),
        (f"{MARIA} told <#C0FLOOR|floor> and <!here>", ("U0MARIA",), "told #floor and @here"),
        (f"{MARIA} wrote <https://a.example/x|the guide>", ("U0MARIA",), "wrote the guide"),
        (f"{MARIA} 直してくれた 👏", ("U0MARIA",), "直してくれた 👏"),
        (f"{MARIA} andrea's heel", ("U0MARIA",), "andrea's heel"),
    ],
)
def test_who_and_what_is_read(typed: str, receivers: tuple[str, ...], story: str) -> None:
    found = rules.read_command(typed)
    assert (found.receivers, found.story) == (receivers, story)


def test_tags_in_the_story_count_as_values() -> None:
    found = rules.read_command(f"{MARIA} swept the yard #Unseen #unseen https://a.example/#top")
    assert found.tags == ("unseen",)
    assert "#Unseen" in found.story


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("stayed after closing", rules.NobodyNamed),
        ("", rules.NobodyNamed),
        ("2026-11-24", rules.NobodyNamed),
        ("@mariaa stayed", rules.NoSuchColleague),
        (MARIA, rules.NoStory),
        (f"{MARIA}  …", rules.NoStory),
        (f"{MARIA} and {JON}", rules.NoStory),
        (f"{MARIA} 👏", rules.NoStory),
        ("<!subteam^S123|@sales> stayed", rules.NotToGroups),
        (f"{MARIA} <!subteam^S123|@sales> stayed", rules.NotToGroups),
        ("thanks <!channel>", rules.NotToGroups),
        (f"{MARIA} " + "a" * 1501, rules.LongStory),
    ],
)
def test_what_is_missing_is_refused(typed: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        rules.read_command(typed)


PEOPLE = (
    Actor("T1", "U0MARIA", "Maria", Role.STAFF),
    Actor("T1", "U0GIL", "Gil", Role.OUTSIDER),
)


@pytest.mark.parametrize(
    ("receivers", "refusal"),
    [
        (("U0JON",), rules.NotToYourself),
        (("U0MARIA", "U0JON"), rules.NotToYourself),
        (("U0GIL",), rules.NotToOutsiders),
        (("U0MARIA", "U0NOBODY"), rules.NotToOutsiders),
        (tuple(f"U{n}" for n in range(11)), rules.TooMany),
    ],
)
def test_who_may_not_receive(receivers: tuple[str, ...], refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        rules.check(Praise(receivers, "stayed"), Actor("T1", "U0JON", "Jon", Role.STAFF), PEOPLE)


GIVEN = Kudos(1, "U0JON", ("U0MARIA",), "stayed", NOW)


@pytest.mark.parametrize(
    ("kudos", "user", "after", "refusal"),
    [
        (GIVEN, "U0MARIA", timedelta(), rules.NotYourKudos),
        (replace(GIVEN, undone_at=NOW), "U0JON", timedelta(), rules.AlreadyTakenBack),
        (GIVEN, "U0JON", timedelta(minutes=61), rules.TooLateToUndo),
    ],
)
def test_what_cannot_be_taken_back(kudos: Kudos, user: str, after: timedelta, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        rules.may_undo(kudos, user, NOW + after)


def test_the_giver_may_take_it_back_for_an_hour() -> None:
    rules.may_undo(GIVEN, "U0JON", NOW + timedelta(hours=1))


def test_the_form_takes_tags_from_both_places_and_wants_somebody() -> None:
    found = rules.read_form(["U0MARIA", "U0MARIA"], "swept the yard #unseen", ("care",), None)
    assert found == Praise(("U0MARIA",), "swept the yard #unseen", ("care", "unseen"))
    with pytest.raises(rules.NobodyNamed):
        rules.read_form([], "swept the yard", (), None)


def test_a_form_shows_people_by_name() -> None:
    names = {"U0MARIA": "Maria Silva"}
    assert rules.with_names("<@U0MARIA> and <@U0X> stayed", names) == "@Maria Silva and @a colleague stayed"
