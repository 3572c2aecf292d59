"""`/regulars setup`: who may, what is refused under which field, and what is said in the end."""

from datetime import time
from typing import Any

import pytest

from bot.playground.filling import Chosen
from bot.playground.people import Person
from bot.store import staff as book
from tests.conftest import Shop


@pytest.fixture
def maria(bare_shop: Shop) -> Person:
    """Maria, in a workspace nobody has set up."""
    return bare_shop.playground.person("maria")


@pytest.fixture
def pat(bare_shop: Shop) -> Person:
    """Pat, whom Slack calls an admin."""
    return bare_shop.playground.person("pat")


GOOD: dict[str, Chosen] = {
    "Floor channel": "floor", "Kudos channel": "kudos", "Managers' channel": "managers",
    "Time zone": "europe/lisbon", "Opening hours": "Mon-Sat 9-19", "Country": "portugal",
    "Daily digest at": time(7, 45), "Managers": ["pat"],
}  # fmt: skip


def test_anybody_sets_up_first_and_is_told_what_to_try(bare_shop: Shop, maria: Person) -> None:
    maria.types("/regulars setup")
    maria.sees("Set up Regulars", where="modal")
    maria.fills(GOOD)
    maria.submits()
    maria.sees("Try this first")
    maria.sees("Daily digest at 07:45 for Pat Reyes")
    kept = bare_shop.book(book.workspace)
    assert (kept.floor_channel, kept.kudos_channel, kept.managers_channel) == ("C0FLOOR", "C0KUDOS", "C0MANAGERS")
    assert (kept.zone, kept.digest_at, kept.settings["country"]) == ("Europe/Lisbon", time(7, 45), "PT")
    assert kept.settings["hours"] == "Mon–Sat 09:00–19:00; Sun closed"


def test_the_form_offers_the_time_zone_of_whoever_opens_it(bare_shop: Shop, maria: Person) -> None:
    bare_shop.playground.call(_moves(bare_shop, "U0MARIA", "America/New_York"))
    maria.types("/regulars setup")
    maria.submits()
    maria.sees("Times in America/New_York; always open")
    assert [person.id for person in bare_shop.book(book.managers)] == ["U0MARIA"]


def test_once_set_up_only_managers_change_it(shop: Shop, maria: Person, pat: Person) -> None:
    maria.types("/regulars setup")
    maria.sees("Only a manager can do that.")
    pat.types("/regulars setup")
    pat.fills({"Kudos channel": None})
    pat.submits()
    pat.sees("Kudos: no channel yet")


def test_a_form_opened_before_somebody_else_set_up_is_refused(bare_shop: Shop, maria: Person, pat: Person) -> None:
    maria.types("/regulars setup")
    pat.types("/regulars setup")
    pat.submits()
    maria.submits()
    maria.sees("Only a manager can do that.", where="modal")


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("Time zone", "Lisbon time", "I don't know the time zone “Lisbon time”."),
        ("Opening hours", "whenever", "“whenever” is not clear to me."),
        ("Opening hours", "🎉", "“🎉” is not clear to me."),
        ("Country", "Narnia", "I don't know the public holidays of “Narnia”."),
        ("Floor channel", "leather-supplier", "This channel is shared with another organisation"),
        ("Managers", ["gil"], "Gil Costa cannot be a manager"),
        ("Managers", ["pat", "sam"], "Sam Other cannot be a manager"),
        ("Managers", ["regulars"], "Regulars cannot be a manager"),
    ],
)
def test_what_cannot_be_read_is_refused_under_its_field(
    bare_shop: Shop, maria: Person, field: str, typed: Chosen, sentence: str
) -> None:
    maria.types("/regulars setup")
    maria.fills(GOOD | {field: typed})
    maria.submits()
    maria.sees(sentence, where="modal")
    assert bare_shop.book(book.workspace).set_up_at is None


def test_a_colleague_the_bot_never_met_can_be_made_a_manager(bare_shop: Shop, pat: Person) -> None:
    pat.types("/regulars setup")
    pat.fills({"Managers": ["jon"]})
    pat.submits()
    pat.sees("for Jon Park and Pat Reyes")


def test_who_shows_the_managers(shop: Shop, maria: Person) -> None:
    maria.types("/regulars who")
    maria.sees("Managers: Pat Reyes")
    maria.sees("Team: Jon Park and Maria Silva")


def test_slack_says_that_somebody_left_or_moved(shop: Shop, maria: Person, pat: Person) -> None:
    shop.playground.call(_moves(shop, "U0MARIA", "Asia/Tokyo"))
    assert shop.book(book.get, "U0MARIA").zone == "Asia/Tokyo"
    shop.playground.call(_leaves(shop, "U0JON"))
    assert shop.book(book.get, "U0JON").left_at == shop.clock.now()
    pat.types("/regulars who")
    pat.sees("Team: Maria Silva")


def test_what_somebody_owed_is_passed_on_the_moment_they_leave(shop: Shop, maria: Person, pat: Person) -> None:
    jon = shop.playground.person("jon")
    jon.types("/customer Dana López")
    jon.presses("Add Dana López")
    jon.types("/regulars standin @maria")
    jon.types("/followup dana call about the boots tomorrow at 3pm")
    shop.playground.call(_leaves(shop, "U0JON"))
    shop.playground.call(_leaves(shop, "U0JON"))
    shop.settles()
    told = "Jon Park is not on the team any more. Their open follow-ups went to Maria Silva."
    pat.sees(told, where="managers")
    assert len(pat.all_seen("managers")) == 1
    maria.types("/followup mine")
    maria.sees("Call about the boots — Dana López", where="ephemeral")


def test_who_owed_nothing_leaves_quietly(shop: Shop, pat: Person) -> None:
    shop.playground.call(_leaves(shop, "U0JON"))
    shop.settles()
    pat.does_not_see("Jon Park", where="managers")


def test_a_profile_of_somebody_who_never_used_the_bot_is_none_of_its_business(shop: Shop) -> None:
    shop.playground.call(_moves(shop, "U0GIL", "Asia/Tokyo"))
    assert shop.book(book.get, "U0GIL") is None


def test_a_guest_who_became_a_member_is_let_in(shop: Shop) -> None:
    gil = shop.playground.person("gil")
    gil.types("/regulars who", channel="kudos")
    gil.sees("only for members of this workspace")
    shop.playground.call(_changes(shop, "U0GIL", is_restricted=False))
    gil.types("/regulars who", channel="kudos")
    gil.sees("Managers: Pat Reyes")


async def _changes(shop: Shop, user: str, **facts: Any) -> None:
    from bot.playground import events

    shop.playground.desk.workspace.change_user(user, **facts)
    await events.user_changed(shop.playground.desk, user)


async def _moves(shop: Shop, user: str, zone: str) -> None:
    await _changes(shop, user, tz=zone)


async def _leaves(shop: Shop, user: str) -> None:
    await _changes(shop, user, deleted=True)
