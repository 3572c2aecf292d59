"""When the clock acts: tables of plain moments, and the same for every zone, hour and night."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendars import wall
from bot.domain.followups import FollowUp
from bot.domain.policy import Role
from bot.domain.reminders import (
    Step,
    after_step,
    clock_was_typed,
    details_with,
    first_wake,
    most_tries,
    next_try,
    next_working_day,
    snooze_until,
    stamp,
    suggestions,
)
from bot.domain.rota import default_hour, habits, rota
from bot.domain.workspaces import Staff, Workspace

ZONE = "Europe/Lisbon"
SHOP = Workspace("T1", zone=ZONE, settings={"hours": "Mon-Sat 9-19", "country": "PT"})
ALWAYS = Workspace("T1", zone=ZONE)
MARIA = Staff("U1", "Maria", Role.STAFF, ZONE)
TUESDAY = datetime(2026, 11, 24, 12, tzinfo=UTC)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def followup(**facts: Any) -> FollowUp:
    due = facts.pop("due_at", TUESDAY)
    plain = FollowUp(1, 7, "Dana", "call", "Call", "open", "U1", "U1", TUESDAY, due, wall(due, ZONE), ZONE)
    return replace(plain, **facts)


@pytest.mark.parametrize(
    ("due", "promised", "as_typed", "wakes", "step"),
    [
        ("2026-11-24 15:00", False, False, "2026-11-24 15:00", "remind"),
        ("2026-11-24 22:00", False, False, "2026-11-25 09:00", "remind"),  # closed by then
        ("2026-11-24 22:00", False, True, "2026-11-24 22:00", "remind"),  # her own wish
        ("2026-11-29 11:00", False, False, "2026-11-30 09:00", "remind"),  # Sunday
        ("2026-12-01 11:00", False, False, "2026-12-02 09:00", "remind"),  # a public holiday in Portugal
        ("2026-11-24 16:00", True, False, "2026-11-24 14:00", "remind"),  # a promise: two hours ahead
        ("2026-11-24 13:00", True, False, "2026-11-24 12:30", "warn"),  # too near for that
        ("2026-11-24 12:10", True, False, "2026-11-24 12:00", "warn"),  # at once
        ("2026-11-20 12:10", False, False, "2026-11-20 12:10", "remind"),  # over already: at once
    ],
)
def test_first_spoken_of(due: str, promised: bool, as_typed: bool, wakes: str, step: str) -> None:
    wake = first_wake(at(due), promised, as_typed, rota(SHOP, MARIA), TUESDAY)
    assert (wake.at, wake.step) == (at(wakes), Step(step))


@pytest.mark.parametrize(
    ("step", "now", "facts", "then", "what"),
    [
        ("remind", "2026-11-24 12:00", {}, "2026-11-24 13:00", "again"),
        ("again", "2026-11-24 13:00", {}, "2026-11-24 14:00", "escalate"),
        ("remind", "2026-11-24 18:30", {}, "2026-11-25 09:00", "again"),  # the grace ends when the shop is shut
        ("remind", "2026-11-24 12:00", {"kind": "note"}, "2026-11-25 12:00", "again"),
        ("come_back", "2026-11-24 12:00", {}, "2026-11-24 13:00", "again"),
        ("remind", "2026-11-24 10:00", {"promised": True}, "2026-11-24 11:30", "warn"),
        ("remind", "2026-11-24 11:40", {"promised": True}, "2026-11-24 12:15", "again"),
        ("warn", "2026-11-24 11:30", {"promised": True}, "2026-11-24 12:15", "again"),
        ("again", "2026-11-24 12:15", {"promised": True}, "2026-11-24 12:30", "escalate"),
    ],
)
def test_unanswered(step: str, now: str, facts: dict[str, Any], then: str, what: str) -> None:
    wake = after_step(followup(**facts), Step(step), rota(SHOP, MARIA), SHOP, at(now))
    assert wake is not None
    assert (wake.at, wake.step) == (at(then), Step(what))


def test_the_managers_hear_of_it_once() -> None:
    told = followup(escalated_at=TUESDAY)
    assert after_step(told, Step.AGAIN, rota(SHOP, MARIA), SHOP, TUESDAY) is None
    assert after_step(told, Step.ESCALATE, rota(SHOP, MARIA), SHOP, TUESDAY) is None


def test_grace_and_tries_are_settings() -> None:
    strict = Workspace("T1", zone=ZONE, settings={"grace": {"call": 5}, "tries": 1})
    wake = after_step(followup(), Step.REMIND, rota(strict), strict, TUESDAY)
    assert wake is not None
    assert wake.at == TUESDAY + timedelta(minutes=5)
    assert (most_tries(strict), most_tries(SHOP)) == (1, 3)


@pytest.mark.parametrize(
    ("now", "next_at"),
    [
        ("2026-11-24 10:00", "2026-11-25 15:00"),  # morning → afternoon
        ("2026-11-24 15:00", "2026-11-25 10:00"),  # afternoon → morning
        ("2026-11-28 15:00", "2026-11-30 10:00"),  # over the Sunday
        ("2026-11-30 10:00", "2026-12-02 15:00"),  # over the holiday
    ],
)
def test_nobody_answered(now: str, next_at: str) -> None:
    assert next_try(followup(), rota(SHOP, MARIA), at(now)) == at(next_at).replace(tzinfo=None)


@pytest.mark.parametrize(
    ("best_time", "now", "next_at"),
    [
        ("after 14:00", "2026-11-24 10:00", "2026-11-25 14:00"),
        ("after 14:00", "2026-11-24 14:10", "2026-11-25 16:00"),  # another hour that suits as well
        ("mornings", "2026-11-24 10:00", "2026-11-25 11:00"),
        ("16:30", "2026-11-24 16:30", "2026-11-25 16:30"),
        ("after 22:30", "2026-11-24 10:00", "2026-11-25 15:00"),  # nobody works then
        ("whenever", "2026-11-24 10:00", "2026-11-25 15:00"),
    ],
)
def test_nobody_answered_who_named_a_best_time(best_time: str, now: str, next_at: str) -> None:
    assert next_try(followup(), rota(SHOP, MARIA), at(now), best_time) == at(next_at).replace(tzinfo=None)


@pytest.mark.parametrize(
    ("choice", "now", "until"),
    [
        ("hour", "2026-11-24 10:02", "2026-11-24 11:02"),
        ("afternoon", "2026-11-24 10:02", "2026-11-24 15:00"),
        ("afternoon", "2026-11-24 14:30", "2026-11-24 15:30"),
        ("afternoon", "2026-11-24 17:00", "2026-11-24 18:00"),
        ("tomorrow", "2026-11-24 23:59", "2026-11-25 09:00"),
        ("week", "2026-11-24 10:02", "2026-11-30 09:00"),
        ("week", "2026-11-30 08:00", "2026-12-07 09:00"),  # typed on a Monday
        ("nonsense", "2026-11-24 10:02", "2026-11-24 11:02"),
    ],
)
def test_snoozed(choice: str, now: str, until: str) -> None:
    assert snooze_until(choice, ZONE, SHOP, at(now)) == at(until)


@pytest.mark.parametrize(
    ("now", "offered"),
    [
        ("2026-11-24 10:02", ["2026-11-24 13:00", "2026-11-25 09:00", "2026-11-30 09:00"]),
        ("2026-11-24 18:00", ["2026-11-25 09:00", "2026-11-30 09:00"]),
        ("2026-11-29 18:00", ["2026-11-30 09:00"]),  # tomorrow is next Monday
    ],
)
def test_without_a_time_some_are_offered(now: str, offered: list[str]) -> None:
    assert list(suggestions(ZONE, SHOP, at(now))) == [at(each).replace(tzinfo=None) for each in offered]


@pytest.mark.parametrize(
    ("words", "typed"),
    [("at 3pm", True), ("tomorrow noon", True), ("tonight", True), ("15:00", True), ("in 2 hours", True),
     ("next tuesday", False), ("in 2 days", False), ("2026-12-01", False)],
)  # fmt: skip
def test_an_hour_was_typed(words: str, typed: bool) -> None:
    assert clock_was_typed(words) is typed


ZONES = st.sampled_from(
    ["Europe/Lisbon", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia"]
)
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(st.sampled_from(["hour", "afternoon", "tomorrow", "week"]), ZONES, MOMENTS)
def test_a_snooze_is_never_over_already(choice: str, zone: str, now: datetime) -> None:
    until = snooze_until(choice, zone, ALWAYS, now)
    assert now < until + timedelta(minutes=1)
    assert until - now <= timedelta(days=7, hours=26)


@given(ZONES, MOMENTS, MOMENTS, st.booleans(), st.booleans())
def test_an_alarm_is_never_in_quiet_hours_unless_it_was_typed_or_promised(
    zone: str, due: datetime, now: datetime, promised: bool, as_typed: bool
) -> None:
    open_always = Workspace("T1", zone=zone)
    wake = first_wake(due, promised, as_typed, rota(open_always, replace(MARIA, zone=zone)), now)
    local = wake.at.astimezone(ZoneInfo(zone)).time()
    assert promised or as_typed or time(7) <= local < time(21)
    assert promised or wake.at >= due


@given(ZONES, MOMENTS, st.sampled_from(list(Step)), st.booleans())
def test_what_comes_next_is_still_to_come(zone: str, now: datetime, step: Step, promised: bool) -> None:
    there = Workspace("T1", zone=zone)
    wake = after_step(followup(due_at=now, promised=promised), step, rota(there), there, now)
    assert wake is None or wake.at > now


@given(ZONES, MOMENTS, st.integers(1, 5))
def test_a_working_day_ahead_is_ahead(zone: str, now: datetime, days: int) -> None:
    there = replace(SHOP, zone=zone)
    local = next_working_day(now, zone, rota(there), there, days)
    assert local.date() > wall(now, zone).date()
    assert local.weekday() != 6


@pytest.mark.parametrize(
    ("settings", "works_at_3_at_night", "works_on_sunday"),
    [
        ({}, False, True),  # a shop that never said: always, but for the night
        ({"hours": "Mon-Sat 9-19"}, False, False),
        ({"hours": "gibberish", "quiet": "gibberish"}, False, True),
        ({"quiet": "off"}, True, True),
        ({"quiet": {"start": 60, "end": 120}}, True, True),
        ({"hours": [[[0, 1440]]] * 6 + [[]], "quiet": "off"}, True, False),
        ({"special": [["2026-11-29", [[600, 900]], "market"]], "hours": "Mon-Sat 9-19"}, False, True),
    ],
)
def test_hours_as_the_settings_say(
    settings: dict[str, Any], works_at_3_at_night: bool, works_on_sunday: bool
) -> None:
    there = rota(Workspace("T1", zone=ZONE, settings=settings), MARIA)
    assert there.works(at("2026-11-24 03:00")) is works_at_3_at_night
    assert there.works(at("2026-11-29 11:00")) is works_on_sunday


def test_a_shift_counts_besides_the_shops_hours() -> None:
    mornings = replace(MARIA, shifts={"hours": [[[540, 720]]] * 5 + [[], []]})
    assert rota(SHOP, mornings).next_moment(at("2026-11-24 15:00")) == at("2026-11-25 09:00")


@pytest.mark.parametrize(
    ("settings", "hour", "weekend"),
    [
        ({}, time(9), {5, 6}),
        ({"default_time": "10:30"}, time(10, 30), {5, 6}),
        ({"default_time": "later"}, time(9), {5, 6}),
        ({"hours": "Tue-Sun 9-19"}, time(9), {0}),
    ],
)
def test_habits_for_reading_times(settings: dict[str, Any], hour: time, weekend: set[int]) -> None:
    there = Workspace("T1", zone=ZONE, settings=settings)
    assert (habits(there).default_time, default_hour(there), set(habits(there).weekend)) == (hour, hour, weekend)


@pytest.mark.parametrize(
    ("hours", "closes"),
    [
        ("", None),
        ("Mon-Fri 9-12:30, 14-18; Sat 10-16; Sun closed", time(16)),
        ("Mon-Sun 9-19:30", time(19, 30)),
        ("Mon-Sun 18-2", None),
    ],
)
def test_the_day_ends_when_the_shop_closes(hours: str, closes: time | None) -> None:
    assert habits(Workspace("T1", zone=ZONE, settings={"hours": hours})).closing_time == closes


def test_details_and_stamps() -> None:
    assert details_with(followup(details={"a": 1, "b": 2}), a=None, c=3) == {"b": 2, "c": 3}
    assert stamp(at("2026-12-01 15:00:07")) == "20261201T150007"
