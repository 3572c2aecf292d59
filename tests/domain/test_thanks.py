"""Thank-you notes: the reason, the day, and a draft with one true thing in it (P23, P78)."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.customers import Card, Customer, Note
from bot.domain.followups import FollowUp
from bot.domain.thanks import ThanksForWhat, draft, reason, says_when_due, worth_a_word
from bot.domain.when import Understood

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
NEW = Customer(7, "Dana", added_at=NOON)
OLD = Customer(7, "Dana", added_at=NOON - timedelta(days=100))


def note(text: str = "Thank you for sending us Ana", **facts: Any) -> FollowUp:
    return FollowUp(
        1, 7, "Dana", "note", text, "open", "U1", "U1", NOON, NOON, NOON.replace(tzinfo=None), "UTC", **facts
    )


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("for sending us Ana", "Thank you for sending us Ana"),
        ("sending us Ana.", "Thank you for sending us Ana"),
        ("thanks for the cake", "Thank you for the cake"),
        ("Thank you for the cake", "Thank you for the cake"),
        ("thanks 🎂", "Thank you for 🎂"),
        ("thankful letter", "Thank you for thankful letter"),
    ],
)
def test_what_is_thanked_for(typed: str, text: str) -> None:
    assert reason(typed) == text


@pytest.mark.parametrize("typed", ["", "  ", " . "])
def test_a_reason_is_needed(typed: str) -> None:
    with pytest.raises(ThanksForWhat):
        reason(typed)


@pytest.mark.parametrize(
    ("words", "due"), [("by friday", True), ("tomorrow at 3pm", True), ("on friday", False), ("friday", False)]
)
def test_only_a_day_to_come_is_when_it_is_due(words: str, due: bool) -> None:
    assert says_when_due(Understood(NOON, NOON.replace(tzinfo=None), "UTC", None, "", words)) is due


@pytest.mark.parametrize(
    ("task", "card", "words"),
    [
        (note(), Card(NEW), "Dear Dana, thank you for sending us Ana."),
        (note(), Card(NEW, visits=14), "thank you for sending us Ana. You have been with us 14 times now"),
        (note(), Card(OLD), "We have known you since August 2026"),
        (note("Write instead", details={"tried": 3}), Card(OLD, visits=2), "we tried to reach you"),
        (note("Write a card", tries=2), Card(OLD), "we tried to reach you"),
        (note("Thank Dana for telling us: heel came loose"), Card(NEW), "Dear Dana, thank you for telling us."),
        (note("thank her for the cake"), Card(NEW), "Dear Dana, thank you for the cake."),
        (note("Thank Dana López for her patience"), Card(NEW), "thank you for your patience."),
        (note("Thank Dana for coming back a third time"), Card(NEW), "thank you for coming back a third time."),
    ],
)
def test_a_draft_says_something_true(task: FollowUp, card: Card, words: str) -> None:
    assert words in (draft(task, card, NOON) or "")


@pytest.mark.parametrize("card", [Card(NEW, visits=1), Card(OLD, visits=14)])
@pytest.mark.parametrize("text", ["Write a note", "Card for the funeral", "Write instead of calling: Call"])
def test_without_thanks_and_without_tries_there_is_no_draft(text: str, card: Card) -> None:
    assert draft(note(text), card, NOON) is None


def test_a_guess_is_not_worth_a_word() -> None:
    guess, sure = Note(1, "Size 39?", "guessed", NOON, "U1"), Note(2, "Runs", "said", NOON, "U1")
    assert worth_a_word(Card(NEW, (guess, sure))) == "Runs"
    assert worth_a_word(Card(NEW, (guess,))) is None
