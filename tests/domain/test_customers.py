"""Fields of a card: phones, e-mails, birthdays, tags, and when a note has grown old."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.customers import (
    BadBirthday,
    BadEmail,
    BadPhone,
    BirthdayAhead,
    Note,
    birthday_in,
    days_to_birthday,
    read_birthday,
    read_email,
    read_phone,
    read_tags,
)
from bot.domain.errors import Refusal

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "region", "kept"),
    [
        ("", "", None),
        ("912 345 678", "PT", "+351 912 345 678"),
        ("+351912345678", "", "+351 912 345 678"),
        ("(020) 7946-0018", "", "(020) 7946-0018"),
        ("5550", "", "5550"),
    ],
)
def test_a_phone_is_kept_so_that_it_can_be_dialled(typed: str, region: str, kept: str | None) -> None:
    assert read_phone(typed, region) == kept


@pytest.mark.parametrize(
    ("typed", "region"), [("call me", ""), ("12", ""), ("1", "PT"), ("☎☎☎☎", ""), ("1" * 16, ""), ("+351 912", "")]
)
def test_what_is_no_phone_is_refused(typed: str, region: str) -> None:
    with pytest.raises(BadPhone, match="is not a phone number") as refused:
        read_phone(typed, region)
    assert refused.value.field == "phone"


@pytest.mark.parametrize(
    "typed", ["dana", "dana@", "@x.pt", "a b@x.pt", "dana@x", "<dana@x.pt>", "x" * 255 + "@x.pt"]
)
def test_what_is_no_email_is_refused(typed: str) -> None:
    with pytest.raises(BadEmail):
        read_email(typed)


def test_an_email_is_kept_as_typed() -> None:
    assert read_email(" Dana.Lopez+shop@example.co.uk ") == "Dana.Lopez+shop@example.co.uk"
    assert read_email(" ") is None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("29 Feb", "--02-29"),
        ("29 Feb 1988", "1988-02-29"),
        ("March 14", "--03-14"),
        ("14. März", None),
        ("02-29", "--02-29"),
        ("--02-29", "--02-29"),
        ("1988-02-29", "1988-02-29"),
        ("2 dec. 1951", "1951-12-02"),
        ("24 Nov 2026", "2026-11-24"),
    ],
)
def test_a_birthday_with_or_without_a_year(typed: str, kept: str | None) -> None:
    if kept is None:
        with pytest.raises(BadBirthday):
            read_birthday(typed, TODAY)
    else:
        assert read_birthday(typed, TODAY) == kept


@pytest.mark.parametrize("typed", ["31 Feb", "29 Feb 1987", "tomorrow", "13-40", "1 2 3 Jan", "Jan", "29"])
def test_what_is_no_birthday_is_refused(typed: str) -> None:
    with pytest.raises(BadBirthday):
        read_birthday(typed, TODAY)


def test_a_birthday_to_come_is_refused() -> None:
    with pytest.raises(BirthdayAhead):
        read_birthday("25 Nov 2026", TODAY)


def test_no_birthday_is_no_birthday() -> None:
    assert read_birthday(" ", TODAY) is None
    assert birthday_in(None, 2026) is None
    assert days_to_birthday(None, TODAY) is None


@pytest.mark.parametrize(
    ("birthday", "today", "days"),
    [
        ("--11-24", TODAY, 0),
        ("1951-11-25", TODAY, 1),
        ("--11-23", TODAY, 364),
        ("--02-29", date(2027, 2, 27), 1),  # kept on the 28th in a common year
        ("--02-29", date(2028, 2, 28), 1),
        ("--01-01", date(2026, 12, 31), 1),
    ],
)
def test_how_long_it_is_to_a_birthday(birthday: str, today: date, days: int) -> None:
    assert days_to_birthday(birthday, today) == days


@given(st.dates(date(1900, 1, 1), TODAY))
def test_every_date_can_be_a_birthday_and_comes_within_a_year(born: date) -> None:
    kept = read_birthday(born.isoformat(), TODAY)
    assert kept == born.isoformat()
    assert 0 <= (days_to_birthday(kept, TODAY) or 0) <= 366


FIELDS: list[Callable[[str], object]] = [
    lambda typed: read_birthday(typed, TODAY),
    lambda typed: read_phone(typed, "PT"),
    read_email,
]


@pytest.mark.parametrize("read", FIELDS)
@given(typed=st.text(max_size=60))
def test_any_text_is_read_or_refused(read: Callable[[str], object], typed: str) -> None:
    with suppress(Refusal):
        assert read(typed) is None or typed.strip()


def test_tags_are_kept_once_without_their_hash() -> None:
    assert read_tags("Boots, #runner; boots\n  wide   fit ,,") == ("boots", "runner", "wide fit")


def test_a_note_grows_old_after_a_year() -> None:
    note = Note(1, "size 39", "seen", datetime(2025, 11, 24, tzinfo=UTC), "U0MARIA")
    assert note.is_stale(datetime(2026, 11, 24, tzinfo=UTC))
    assert not note.is_stale(datetime(2026, 11, 24, tzinfo=UTC) - timedelta(days=1))
