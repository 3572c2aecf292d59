"""Thank-you notes: the reason, the day, and a draft with one true thing in it (P23, P78)."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.customers import Card, Customer, IssueLine, Note
from bot.domain.followups import FollowUp
from bot.domain.openers import OPENERS, Mood, mood, next_variant, opener
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


HEEL = IssueLine(3, "Heel", "U1", NOON, None)


@pytest.mark.parametrize(
    ("task", "card", "birthday", "feeling"),
    [
        (note(issue_id=3), Card(NEW, issues=(HEEL,)), 0, Mood.UPSET),
        (note(issue_id=3), Card(NEW), 0, Mood.RECOVERED),
        (note(promised=True), Card(NEW), 0, Mood.WAITING),
        (note(), Card(NEW), 1, Mood.CELEBRATING),
        (note(), Card(NEW), 2, Mood.WARM),
        (note(), Card(NEW), None, Mood.WARM),
    ],
)
def test_the_mood_to_begin_in(task: FollowUp, card: Card, birthday: int | None, feeling: Mood) -> None:
    assert mood(task, card, birthday) is feeling


def test_three_openers_for_each_mood_and_never_the_same_twice_running() -> None:
    for feeling in Mood:
        assert len({opener(feeling, n, "Dana", "Maria Silva") for n in range(3)}) == 3
        assert all("{name}" in each and "{me}" in each for each in OPENERS[feeling])
    assert [next_variant(last) for last in (None, 0, 1, 2)] == [0, 1, 2, 0]
    assert (
        opener(Mood.WARM, 4, "Dana", "Maria Silva")
        == "Hello Dana, Maria here. I was thinking of you; how are you?"
    )
