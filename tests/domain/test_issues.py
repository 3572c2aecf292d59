"""Reading an issue's form, and how hot waiting makes it."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.errors import Refusal
from bot.domain.issues import (
    Issue,
    LongStory,
    MoreThanATime,
    NoStory,
    NotATime,
    PromisedOnce,
    Reader,
    WhichTime,
    as_said,
    by_heat,
    first_line,
    heat,
    part,
    read_by,
    read_story,
)

NOW = datetime(2026, 11, 23, 10, 2, tzinfo=UTC)
LISBON = Reader(NOW, "Europe/Lisbon", "en-GB")
TOKYO = Reader(NOW, "Asia/Tokyo", "en-GB")


def at(day: int, hour: int = 9, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "by"),
    [
        ("", None),
        ("   ", None),
        ("friday", at(27)),
        ("by friday 4pm", at(27, 16)),
        ("tomorrow noon", at(24, 12)),
        ("in 3 days", at(26, 10, 2)),
        ("Fri 27 Nov, 16:00", at(27, 16)),
        ("before friday", at(26)),
    ],
)
def test_by_when_is_read_as_people_say_it(typed: str, by: datetime | None) -> None:
    assert read_by(typed, LISBON) == by


def test_by_when_is_read_in_the_zone_of_whoever_types_it() -> None:
    assert read_by("friday 4pm", TOKYO) == at(27, 7)


@pytest.mark.parametrize(
    ("typed", "refused", "says"),
    [
        ("soonish", NotATime, "friday"),
        ("🥾", NotATime, "leave it empty"),
        ("every friday", PromisedOnce, "one time"),
        ("friday when the part arrives", MoreThanATime, "when the part arrives"),
        ("today", WhichTime, "Mon 23 Nov, 12:00; Mon 23 Nov, 15:00; Mon 23 Nov, 17:00"),
        ("yesterday", Refusal, "is over already"),
    ],
)
def test_what_is_no_promise_is_refused_under_its_field(typed: str, refused: type[Refusal], says: str) -> None:
    with pytest.raises(refused) as caught:
        read_by(typed, LISBON)
    assert says in str(caught.value)
    assert caught.value.field == "by"


def test_the_choices_of_a_refusal_can_be_typed() -> None:
    with pytest.raises(WhichTime) as caught:
        read_by("today", LISBON)
    choices = str(caught.value).split("one of these: ")[1].rstrip(".").split("; ")
    assert [read_by(choice, LISBON) for choice in choices] == [at(23, 12), at(23, 15), at(23, 17)]


@pytest.mark.parametrize(
    "before", [at(20, 16), at(27, 16), at(27, 16, month=10), datetime(2027, 12, 1, tzinfo=UTC)]
)
def test_a_time_left_as_it_was_stays_even_when_it_has_passed(before: datetime) -> None:
    assert read_by(LISBON.echo(before), LISBON, before) == before


@pytest.mark.parametrize(
    ("typed", "story", "by"),
    [
        ("left heel came loose by friday", "left heel came loose", at(27)),
        ("left heel came loose by friday 4pm.", "left heel came loose", at(27, 16)),
        ("heel came loose on monday", "heel came loose on monday", None),
        ("came back yesterday", "came back yesterday", None),
        ("sole came off before friday", "sole came off before friday", None),
        ("waited since monday", "waited since monday", None),
        ("by friday it was loose", "by friday it was loose", None),
        ("every friday the till is down", "every friday the till is down", None),
        ("by friday", "by friday", None),
        ("paid 50 by card", "paid 50 by card", None),
        ("", "", None),
    ],
)
def test_only_a_promise_at_the_end_is_parted_from_the_story(typed: str, story: str, by: datetime | None) -> None:
    assert part(typed, LISBON) == (story, by)


def test_a_story_is_kept_as_typed() -> None:
    assert read_story("  Heel\n\ncame *loose* ") == "Heel\n\ncame *loose*"
    assert read_story("x" * 2500) == "x" * 2500
    with pytest.raises(NoStory):
        read_story(" \n ")
    with pytest.raises(LongStory, match="2501 characters"):
        read_story("x" * 2501)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ("<@U1|jon> saw it", "@jon saw it"),
        ("<@U1> saw it", "@U1 saw it"),
        ("<#C1|floor>", "#floor"),
        ("<!channel>", "channel"),
        ("<https://a.example/x|the page>", "the page"),
        ("<https://a.example/x>", "https://a.example/x"),
        ("2 < 3 and 4 > 3", "2 < 3 and 4 > 3"),
    ],
)
def test_links_become_what_people_read(sent: str, said: str) -> None:
    assert as_said(sent) == said


def test_the_first_line_is_enough_for_a_welcome() -> None:
    assert first_line("Heel came loose\nagain") == "Heel came loose"
    assert len(first_line("x" * 500)) == 140


def issue(hours: float = 0, feels: str | None = "calm", **more: object) -> Issue:
    """Return an issue last told so many hours ago."""
    facts = {"opened_at": NOW - timedelta(hours=hours), "opened_by": "U1", "feels": feels} | more
    return Issue(1, 1, "Dana", "heel", "U1", **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("hours", "feels", "hot"),
    [
        (0, "calm", 1),
        (24, "calm", 2),
        (48, "calm", 3),
        (0, "upset", 2),
        (24, "upset", 4),
        (0, None, 2),
        (0, "furious", 4),
        (24, "furious", 8),
        (12, "furious", 6),
        (-5, "calm", 1),
    ],
)
def test_heat_is_mood_times_days_since_they_were_told(hours: float, feels: str | None, hot: float) -> None:
    assert heat(issue(hours, feels), NOW) == pytest.approx(hot)


def test_telling_them_cools_it_down_and_opening_it_long_ago_does_not_matter() -> None:
    waiting, told = issue(240), issue(240, told_at=NOW - timedelta(hours=1))
    assert heat(waiting, NOW) == pytest.approx(11)
    assert heat(told, NOW) == pytest.approx(1 + 1 / 24)


def test_a_promise_that_has_passed_doubles_it() -> None:
    late = issue(24, due_at=NOW - timedelta(minutes=1))
    assert late.is_late(NOW)
    assert heat(late, NOW) == pytest.approx(4)
    due = issue(24, due_at=NOW)
    assert not due.is_late(NOW)
    assert heat(due, NOW) == pytest.approx(2)


def test_what_is_resolved_is_cold_and_never_late() -> None:
    done = issue(240, due_at=NOW - timedelta(days=1), resolved_at=NOW)
    assert (done.is_late(NOW), heat(done, NOW)) == (False, 0)


def test_the_hottest_comes_first_and_of_equals_the_oldest() -> None:
    cold, hot = issue(1), issue(1, "furious")
    told = NOW - timedelta(hours=1)
    older = issue(30, told_at=told)
    assert by_heat([cold, older, hot], NOW) == [hot, older, cold]
