"""What the floor hears about an arrival, and in which order."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.customers import Card, Customer, DueLine, IssueLine, Note
from bot.domain.greetings import AlreadyGreeted, GreetedEnough, asks_for_more, may_greet
from bot.domain.visits import Visit, Why, arrival

NOW = datetime(2026, 11, 24, 10, 2, tzinfo=UTC)
DANA = Customer(7, "Dana López", added_at=NOW - timedelta(days=100))
VISIT = Visit(1, 7, NOW, date(2026, 11, 24), "U0MARIA")
ISSUE = IssueLine(1, "heel", "U0JON", NOW, None)
DUE = DueLine(1, "call", "call", "U0JON", NOW)


@pytest.mark.parametrize(
    ("card", "visit", "number", "reasons"),
    [
        (Card(DANA), VISIT, 5, ()),
        (Card(DANA), VISIT, 1, (Why.FIRST,)),
        (Card(DANA), VISIT, 3, (Why.MILESTONE,)),
        (Card(DANA, issues=(ISSUE,)), VISIT, 10, (Why.ISSUE, Why.MILESTONE)),
        (Card(DANA, due=(DUE,)), VISIT, 5, (Why.DUE,)),
        (Card(DANA), replace(VISIT, welcomed_back="heel"), 5, (Why.WELCOME_BACK,)),
        (Card(replace(DANA, birthday="--11-24")), VISIT, 5, (Why.BIRTHDAY,)),
        (Card(replace(DANA, birthday="--12-01")), VISIT, 5, (Why.BIRTHDAY,)),
        (Card(replace(DANA, birthday="--12-02")), VISIT, 5, ()),
        (Card(replace(DANA, added_at=NOW.replace(year=2024))), VISIT, 5, (Why.ANNIVERSARY,)),
        (Card(replace(DANA, added_at=NOW)), VISIT, 5, ()),
        (Card(replace(DANA, added_at=None)), VISIT, 5, ()),
    ],
)
def test_reasons_to_greet_somebody_specially(
    card: Card, visit: Visit, number: int, reasons: tuple[Why, ...]
) -> None:
    assert arrival(visit, card, number, None, ()).reasons == reasons


def test_one_thing_to_ask_about_is_the_newest_that_is_no_guess() -> None:
    said = Note(1, "her marathon", "said", NOW - timedelta(days=9), "U0JON")
    guessed = Note(2, "size 39", "guessed", NOW, "U0JON")
    older = Note(3, "her mother", "asked", NOW - timedelta(days=99), "U0JON")
    assert arrival(VISIT, Card(DANA, (guessed, older, said)), 5, None, ()).ask_about == "her marathon"
    assert arrival(VISIT, Card(DANA, (guessed,)), 5, None, ()).ask_about == "size 39"
    assert arrival(VISIT, Card(DANA), 5, None, ()).ask_about is None


def test_the_ladder_has_four_rungs() -> None:
    assert asks_for_more(("a", "b", "c"))
    assert not asks_for_more(("a", "b", "c", "d"))
    may_greet(("a", "b"), "c")
    with pytest.raises(AlreadyGreeted):
        may_greet(("a", "b"), "a")
    with pytest.raises(GreetedEnough):
        may_greet(("a", "b", "c", "d"), "e")
