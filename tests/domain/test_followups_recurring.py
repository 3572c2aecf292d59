"""What comes again counts from the last real contact, in every zone."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendars import wall
from bot.domain.recurring import anchor_after, moved_by_contact, next_due

ZONE = "Europe/Lisbon"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("rule", "due", "contact", "moved"),
    [
        ("FREQ=WEEKLY;INTERVAL=2", "2026-12-07 09:00", "2026-12-05 11:00", "2026-12-19 09:00"),
        ("FREQ=WEEKLY;INTERVAL=2", "2026-12-07 09:00", "2026-12-09 11:00", "2026-12-23 09:00"),  # overdue by then
        ("FREQ=MONTHLY", "2026-12-31 09:00", "2026-12-31 08:00", "2027-01-31 09:00"),
        ("FREQ=DAILY", "2026-12-07 09:00", "2026-12-06 20:00", None),  # tomorrow it is all the same
        ("FREQ=DAILY", "2026-12-07 09:00", "2026-12-07 08:00", "2026-12-08 09:00"),  # the usual hour still to come
        ("FREQ=WEEKLY;BYDAY=MO", "2026-12-07 09:00", "2026-12-05 11:00", "2026-12-14 09:00"),  # two days before
        ("FREQ=WEEKLY;BYDAY=MO", "2026-12-07 09:00", "2026-12-03 11:00", None),  # too early to count
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-12-08 09:00", "2026-12-07 15:00", None),  # every weekday
        ("FREQ=MONTHLY;BYMONTHDAY=15", "2026-12-15 09:00", "2026-12-13 11:00", "2027-01-15 09:00"),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=7", "2026-12-07 09:00", "2026-12-05 11:00", None),  # a birthday
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=7", "2026-12-07 09:00", "2026-12-07 08:00", "2027-12-07 09:00"),
        ("FREQ=YEARLY", "2026-12-07 09:00", "2026-12-05 11:00", None),
        ("FREQ=HOURLY", "2026-12-07 09:00", "2026-12-07 08:30", None),
    ],
)
def test_a_visit_moves_what_is_near(rule: str, due: str, contact: str, moved: str | None) -> None:
    anchor = at(due).replace(tzinfo=None)
    assert moved_by_contact(rule, anchor, ZONE, at(due), at(contact)) == (at(moved) if moved else None)


@pytest.mark.parametrize(
    ("rule", "due", "done", "following"),
    [
        ("FREQ=WEEKLY;INTERVAL=2", "2026-12-07 09:00", "2026-12-09 11:00", "2026-12-23 09:00"),
        ("FREQ=WEEKLY;BYDAY=MO", "2026-12-07 09:00", "2026-12-09 11:00", "2026-12-14 09:00"),
        ("FREQ=WEEKLY;BYDAY=MO", "2026-12-07 09:00", "2026-12-06 11:00", "2026-12-14 09:00"),  # done early
        ("FREQ=WEEKLY;BYDAY=MO", "2026-12-07 09:00", "2026-12-30 11:00", "2027-01-04 09:00"),  # weeks late
        ("FREQ=HOURLY;INTERVAL=4", "2026-12-07 09:00", "2026-12-07 09:30", "2026-12-07 13:00"),
        ("FREQ=WEEKLY;INTERVAL=0", "2026-12-07 09:00", "2026-12-09 11:00", None),  # no rule at all
    ],
)
def test_the_next_one_after_it_was_done(rule: str, due: str, done: str, following: str | None) -> None:
    anchor = at(due).replace(tzinfo=None)
    assert next_due(rule, anchor, ZONE, at(due), at(done)) == (at(following) if following else None)


def test_a_named_day_keeps_its_anchor_and_an_interval_begins_anew() -> None:
    anchor = datetime(2026, 12, 7, 9)  # noqa: DTZ001 - a wall time
    assert anchor_after("FREQ=WEEKLY;BYDAY=MO", anchor, ZONE, at("2026-12-09 11:00")) == anchor
    assert anchor_after("FREQ=WEEKLY", anchor, ZONE, at("2026-12-09 11:00")) == anchor + timedelta(days=2)


ZONES = st.sampled_from(["Europe/Lisbon", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kathmandu"])
RULES = st.sampled_from(
    ["FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY", "FREQ=WEEKLY;BYDAY=TU,TH", "FREQ=MONTHLY;BYDAY=-1FR",
     "FREQ=YEARLY", "FREQ=HOURLY;INTERVAL=5"]
)  # fmt: skip
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2034, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(RULES, ZONES, MOMENTS, st.integers(-20 * 24, 40 * 24))
def test_the_next_one_is_always_after_the_contact(rule: str, zone: str, due: datetime, hours: int) -> None:
    contact = due + timedelta(hours=hours)
    anchor = wall(due, zone)
    found = next_due(rule, anchor, zone, due, contact)
    assert found is not None
    assert found > contact
    moved = moved_by_contact(rule, anchor, zone, due, contact)
    assert moved is None or moved > contact
