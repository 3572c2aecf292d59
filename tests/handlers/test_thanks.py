"""Step 6 of the walk: a thank-you note is due, written, sent."""

from datetime import UTC, datetime

import pytest

from bot.domain.followups import FollowUp
from bot.playground.people import Person
from bot.store import customers, followups
from bot.store.database import BookSession
from tests.conftest import Shop


def notes(session: BookSession) -> list[FollowUp]:
    return followups.open_all(session)


def note_on_card(session: BookSession) -> None:
    customers.note(session, 1, "She runs a marathon in May.", "said", "U0MARIA", datetime(2026, 11, 1, tzinfo=UTC))


def knows_dana(shop: Shop, person: Person) -> None:
    person.types("/visit Dana López")
    person.presses("Add Dana López")
    shop.turns_clock(days=4)
    person.types("/visit dana")
    shop.book(note_on_card)


def test_due_written_sent(shop: Shop, jon: Person) -> None:
    knows_dana(shop, jon)
    jon.types("/thanks dana for sending us Ana")
    jon.sees("A note is owed to Dana López: Thank you for sending us Ana. Due Sat 28 Nov, 09:00.")
    jon.sees("Dear Dana López, thank you for sending us Ana. You have been with us 2 times now")
    shop.turns_clock_to(datetime(2026, 11, 28, 9, tzinfo=UTC))
    due = jon.sees("Worth a word: She runs a marathon in May.", where="dm")
    assert jon.buttons(due) == ["Written", "Sent", "Snooze", "Hand over"]
    jon.presses("Written")
    shop.settles()
    written = jon.sees("written, not sent yet", where="dm")
    assert jon.buttons(written) == ["Sent", "Snooze", "Hand over"]
    jon.presses("Sent")
    shop.settles()
    jon.sees("Sent by Jon Park", where="dm")
    assert shop.book(notes) == []


@pytest.mark.parametrize(
    ("typed", "text", "due"),
    [
        ("for coming in on friday", "Thank you for coming in on friday", "2026-11-24 09:00"),
        ("for yesterday", "Thank you for yesterday", "2026-11-24 09:00"),
        ("thank you for the cake", "Thank you for the cake", "2026-11-24 09:00"),
        ("her patience with the heel", "Thank you for her patience with the heel", "2026-11-24 09:00"),
        ("for sending Ana by friday", "Thank you for sending Ana", "2026-11-27 09:00"),
        ("for sending Ana tomorrow at 3pm", "Thank you for sending Ana", "2026-11-24 15:00"),
    ],
)
def test_the_day_of_what_is_thanked_for_is_not_the_day_of_the_note(
    shop: Shop, maria: Person, typed: str, text: str, due: str
) -> None:
    maria.types("/customer Dana López")
    maria.presses("Add Dana López")
    maria.types(f"/thanks dana {typed}")
    maria.sees("A note is owed to Dana López")
    (note,) = shop.book(notes)
    assert (note.text, f"{note.due_local:%Y-%m-%d %H:%M}", note.kind) == (text, due, "note")


@pytest.mark.parametrize("typed", ["", "dana"])
def test_thanks_need_a_reason(shop: Shop, maria: Person, typed: str) -> None:
    maria.types("/customer Dana López")
    maria.presses("Add Dana López")
    maria.types(f"/thanks {typed}")
    maria.sees("Type what you thank them for, for example /thanks dana for sending us Ana")
    assert shop.book(notes) == []


def test_thanks_for_nobody_in_particular_ask_for_a_name(shop: Shop, maria: Person) -> None:
    maria.types("/thanks everyone for the cake")
    maria.sees("I don't see whom “everyone for the cake” is for.")
    maria.sees("Type the name first, for example /thanks dana for sending us Ana")


def test_somebody_new_is_added_and_thanked(shop: Shop, maria: Person) -> None:
    maria.types("/thanks rose for the flowers")
    maria.presses("Add Rose")
    maria.sees("A note is owed to Rose: Thank you for the flowers.")


def test_a_note_that_nobody_tried_to_call_for_does_not_say_so(shop: Shop, maria: Person) -> None:
    knows_dana(shop, maria)
    maria.types("/followup dana thank her for the cake in 20 minutes")
    shop.turns_clock(minutes=20)
    maria.sees("A draft to make your own: Dear Dana López, thank you for the cake.", where="dm")
    maria.does_not_see("we tried to reach you", where="dm")
    maria.types("/followup dana write a card in 20 minutes")
    shop.turns_clock(minutes=20)
    maria.sees("Put one true thing about them into it.", where="dm")


def test_the_same_thanks_twice_ask_before_another_note_is_owed(shop: Shop, maria: Person) -> None:
    knows_dana(shop, maria)
    maria.types("/thanks dana for the cake")
    maria.types("/thanks dana for the cake")
    maria.sees("That is planned already: Sat 28 Nov, 09:00, Thank you for the cake — Dana López")
    maria.presses("Plan another")
    assert len(shop.book(notes)) == 2
