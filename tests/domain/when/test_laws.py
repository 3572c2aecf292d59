"""What holds for every text: no crash, never the past, the echo reads as itself, nothing typed is invented."""

import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.when import Asked, Habits, NoTime, TimeRefused, Understood, echo, echo_rule, understand

ZONES = (
    *("Europe/Lisbon", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia"),
    *("America/St_Johns", "Africa/Casablanca", "Asia/Tokyo", "America/Scoresbysund", "UTC"),
)
LOCALES = ("en-US", "en-GB", "es-MX", "fr-CA", "de-AT", "pt-PT", "ja-JP", "nl-NL", "xx")
PHRASES = [
    (part["locale"], line.split(" => ")[0])
    for path in sorted(Path(__file__).parent.glob("corpus_*.yml"))
    for part in yaml.safe_load_all(path.read_text("utf-8"))
    for line in part["phrases"].splitlines()
]
WORDS = sorted({word for _, phrase in PHRASES for word in phrase.split()})
FIRST, LAST = datetime.fromisoformat("2024-01-01"), datetime.fromisoformat("2035-12-31")
minutes = st.datetimes(FIRST, LAST).map(lambda naive: naive.replace(second=0, microsecond=0, tzinfo=UTC))


def told(sentence: str) -> tuple[Understood, ...]:
    assert sentence.endswith(".")
    assert "{" not in sentence
    return ()


def read(text: str, now: datetime, zone: str, locale: str) -> tuple[Understood, ...]:
    try:
        found = understand(text, now=now, zone=zone, locale=locale)
    except TimeRefused as refusal:
        return told(str(refusal))
    match found:
        case Understood():
            return (found,)
        case Asked():
            assert 1 <= len(found.choices) <= 3
            assert found.question.endswith("?")
            return found.choices
        case NoTime():
            assert found.rest == text
            return ()


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=120), minutes, st.sampled_from(ZONES), st.sampled_from(LOCALES))
def test_any_string_is_answered(text: str, now: datetime, zone: str, locale: str) -> None:
    read(text, now, zone, locale)


@settings(max_examples=600, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join),
    minutes,
    st.sampled_from(ZONES),
    st.sampled_from(LOCALES),
)
def test_time_words_in_any_order_are_answered_and_never_in_the_past(
    text: str, now: datetime, zone: str, locale: str
) -> None:
    for choice in read(text, now, zone, locale):
        assert choice.when > now
        assert choice.when.utcoffset() == timedelta(0)


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(PHRASES), minutes, st.sampled_from(ZONES))
def test_a_phrase_is_never_in_the_past_at_any_moment_anywhere(
    phrase: tuple[str, str], now: datetime, zone: str
) -> None:
    locale, text = phrase
    for choice in read(text, now, zone, locale):
        assert choice.when > now


@given(st.sampled_from(PHRASES), minutes)
def test_the_rest_holds_only_what_was_typed_in_its_order(phrase: tuple[str, str], now: datetime) -> None:
    locale, text = phrase
    for choice in read(text, now, "Europe/Lisbon", locale):
        left = iter(text)
        assert all(letter in left for letter in choice.rest.replace(" ", ""))


@settings(max_examples=500, deadline=None)
@given(
    st.timedeltas(timedelta(minutes=1), timedelta(days=3000)),
    minutes,
    st.sampled_from(ZONES),
    st.sampled_from(LOCALES),
)
def test_an_echo_is_understood_as_the_same_moment(ahead: timedelta, now: datetime, zone: str, locale: str) -> None:
    moment = (now + ahead).replace(second=0, microsecond=0)
    if moment <= now:
        moment += timedelta(minutes=1)
    said = echo(moment, zone, now)
    found = understand(f"call Dana {said}", now=now, zone=zone, locale=locale)
    assert isinstance(found, Understood)
    assert (found.when, found.rest) == (moment, "call Dana")


RULES = sorted(
    {
        line.split(" | ")[-1]
        for path in sorted(Path(__file__).parent.glob("corpus_*.yml"))
        for part in yaml.safe_load_all(path.read_text("utf-8"))
        for line in part["phrases"].splitlines()
        if "FREQ=" in line
    }
)


def by_day(rule: str) -> str:
    return re.sub(r"(?<=UNTIL=\d{8})T\w+", "", rule)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_in_words_is_understood_as_the_same_rule(rule: str) -> None:
    now = datetime(2026, 1, 5, 10, tzinfo=UTC)
    found = understand(echo_rule(rule), now=now, zone="UTC")
    assert isinstance(found, Understood)
    assert by_day(str(found.rrule)) == by_day(rule)


def test_working_days_skip_the_weekend_and_the_holidays_of_the_workspace() -> None:
    friday = datetime(2026, 11, 20, 10, tzinfo=UTC)
    closed = Habits(holidays=frozenset({date(2026, 11, 23)}))
    found = understand("call in 2 business days", now=friday, zone="UTC", habits=closed)
    assert isinstance(found, Understood)
    assert found.local == datetime.fromisoformat("2026-11-25T10:00")


def test_the_workspace_sets_its_default_hour_and_its_closing_time() -> None:
    now = datetime(2026, 11, 18, 7, tzinfo=ZoneInfo("Europe/Lisbon"))
    ours = Habits(default_time=time(8, 30), closing_time=time(19))
    wanted = {"tomorrow": "2026-11-19 08:30", "eod": "2026-11-18 19:00", "first thing monday": "2026-11-23 08:30"}
    for text, local in wanted.items():
        found = understand(text, now=now, zone="Europe/Lisbon", habits=ours)
        assert isinstance(found, Understood)
        assert f"{found.local:%Y-%m-%d %H:%M}" == local


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("sunday at 2:30am", "2026-03-29T01:30"),  # 02:30 does not exist in Berlin that night: 03:30
        ("25 october at 2:30am", "2026-10-25T00:30"),  # and in autumn it comes twice: the first
    ],
)
def test_the_clock_change_moves_forward_over_the_gap_and_takes_the_first_of_two(text: str, utc: str) -> None:
    now = datetime(2026, 3, 25, 10, tzinfo=UTC)
    found = understand(text, now=now, zone="Europe/Berlin")
    assert isinstance(found, Understood)
    assert f"{found.when:%Y-%m-%dT%H:%M}" == utc


@pytest.mark.parametrize("zone", ["America/New_York", "America/St_Johns", "Australia/Lord_Howe"])
def test_both_of_two_equal_hours_are_understood_from_their_echo(zone: str) -> None:
    hours = [datetime(2026, 10, 1, tzinfo=UTC) + n * timedelta(minutes=15) for n in range(20_000)]
    local = [(hour, hour.astimezone(ZoneInfo(zone))) for hour in hours]
    second = {wall.replace(tzinfo=None, fold=0) for _, wall in local if wall.fold}
    for hour, wall in local:
        if wall.replace(tzinfo=None, fold=0) in second:
            now = hour - timedelta(days=2)
            found = understand(echo(hour, zone, now), now=now, zone=zone)
            assert isinstance(found, Understood)
            assert found.when == hour


def test_the_second_of_two_equal_hours_is_echoed_with_its_offset() -> None:
    second = datetime(2026, 11, 1, 6, 30, tzinfo=UTC)
    now = datetime(2026, 10, 20, tzinfo=UTC)
    assert echo(second, "America/New_York", now) == "Sun 1 Nov, 01:30 UTC-5"
    assert echo(second - timedelta(hours=1), "America/New_York", now) == "Sun 1 Nov, 01:30"
    assert (
        echo(datetime(2027, 4, 3, 15, 15, tzinfo=UTC), "Australia/Lord_Howe", now) == "Sun 4 Apr, 01:45 UTC+10:30"
    )


@pytest.mark.parametrize(("days", "said"), [(1, "Wed 21 Oct, 00:00"), (400, "Wed 24 Nov 2027, 00:00")])
def test_the_year_is_said_when_it_is_not_within_the_coming_months(days: int, said: str) -> None:
    now = datetime(2026, 10, 20, tzinfo=UTC)
    assert echo(now + timedelta(days=days), "UTC", now) == said
    assert echo(now - timedelta(days=1), "UTC", now) == "Mon 19 Oct 2026, 00:00"
