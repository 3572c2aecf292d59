"""`/customer`: the card, its form, export and forget (step 9 of the walk)."""

import json

import pytest

from bot.playground.model import Message as SlackMessage
from bot.playground.people import Person
from tests.conftest import Shop
from tests.handlers.customers import Know, knows

__all__ = ["knows"]


def test_one_reply_holds_the_whole_card(knows: Know, maria: Person) -> None:
    facts = {"say": "DAY-nah", "note": "Running a marathon", "phone": "+351 912 345 678", "person": "U0JON"}
    knows("Dana López", visits=13, **facts)
    maria.types("/customer lopez dana")
    card = maria.sees("Dana López (say DAY-nah)", where="ephemeral")
    for part in ("13 visits", "Running a marathon", "they said", "+351 912 345 678", "Their person: Jon Park"):
        assert part in card.text


def test_the_form_changes_the_card_and_says_so(knows: Know, maria: Person) -> None:
    knows("Dana López")
    maria.types("/customer dana")
    maria.presses("Edit")
    maria.fills({
        "How to say it": "DAY-nah", "Phone": "912 345 678", "Birthday": "29 Feb", "Tags": "Boots, #runner, boots",
        "Their person": "Jon Park", "Add a note": "Asked about the green laces", "Other names": "Dani",
    })  # fmt: skip
    maria.submits()
    card = maria.sees("(say DAY-nah)", where="ephemeral")
    for part in ("+351 912 345 678", "29 February", "#boots #runner", "also: Dani", "green laces"):
        assert part in card.text
    maria.types("/customer dani")
    maria.sees("Dana López", where="ephemeral")


def test_who_can_be_said_can_be_found(knows: Know, maria: Person) -> None:
    knows("田中 花子")
    maria.types("/customer 田中 花子")
    maria.presses("Edit")
    maria.fills({"How to say it": "たなか はなこ"})
    maria.submits()
    maria.sees("たなか はなこ", where="ephemeral")
    maria.types("/customer tanaka hanako")
    maria.sees("田中 花子", where="ephemeral")


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("Name", "🎉", "name"),
        ("Phone", "call me", "“call me” is not a phone number"),
        ("E-mail", "dana@", "“dana@” is not an e-mail address"),
        ("Birthday", "31 Feb", "“31 Feb” is not a birthday"),
        ("Birthday", "1 Jan 2999", "has not come yet"),
    ],
)
def test_a_wrong_field_says_what_to_type_instead(
    knows: Know, maria: Person, field: str, typed: str, says: str
) -> None:
    knows("Dana López")
    maria.types("/customer dana")
    maria.presses("Edit")
    maria.fills({field: typed})
    maria.submits()
    maria.sees(says, where="modal")


def test_a_note_has_its_own_short_form(knows: Know, maria: Person) -> None:
    knows("Dana López")
    maria.types("/customer dana")
    maria.presses("Add a note")
    maria.fills({"Add a note": "Likes the window seat", "How do you know?": "Seen once"})
    maria.submits()
    maria.sees("Likes the window seat", where="ephemeral")
    maria.sees("seen once", where="ephemeral")


def test_somebody_new_is_added_from_the_question(shop: Shop, maria: Person) -> None:
    maria.types("/customer zzyzx")
    maria.sees("I don't know a Zzyzx yet. Add them?")
    maria.presses("Add Zzyzx")
    maria.sees("No visit logged yet.")


def test_whoever_may_be_in_the_book_already_is_named_when_they_are_added(knows: Know, maria: Person) -> None:
    for _ in range(2):
        knows("Dana López")
    maria.types("/customer dana lopez")
    maria.presses("New customer “Dana Lopez”")
    maria.sees("There is already Dana López and Dana López. The same person?")


def test_no_thanks_takes_the_question_away(shop: Shop, maria: Person) -> None:
    maria.types("/customer zzyzx")
    maria.presses("No, thanks")
    maria.does_not_see("Add them?")


def test_what_is_stored_comes_as_a_file(knows: Know, shop: Shop, maria: Person) -> None:
    knows("Dana López", visits=2, note="Running a marathon", phone="+351 912 345 678")
    maria.types("/customer dana export")
    maria.sees("I have sent you a file with everything stored about Dana López")
    shop.settles()
    message = maria.sees("everything stored about one customer", where="dm").place
    assert isinstance(message, SlackMessage)
    [file] = message.files
    assert file.name == "customer-1.json"
    stored = json.loads(file.content or b"")
    assert stored["customer"][0]["name"] == "Dana López"
    assert len(stored["visits"]) == 2
    assert stored["notes"][0]["text"] == "Running a marathon"


def test_staff_ask_and_a_manager_erases_her_everywhere(
    knows: Know, shop: Shop, maria: Person, pat: Person
) -> None:
    knows("Dana López", visits=2)
    maria.types("/visit dana lopez")
    maria.sees("Dana López just came in", where="floor")
    maria.types("/customer dana forget")
    maria.sees("Only a manager can erase Dana López. I have asked Pat Reyes.")
    pat.sees("Maria Silva asks for it.", where="dm")
    pat.presses("Erase", on=pat.sees("Erase Dana López everywhere?", where="dm"))
    maria.sees("the customer you asked me to forget is erased everywhere", where="dm")
    shop.settles()
    pat.does_not_see("Dana López", where="dm")
    maria.does_not_see("Dana López", where="floor")
    maria.types("/customer dana lopez")
    maria.sees("I don't know a Dana Lopez yet.")
    assert "There is no undo." in pat.confirmed[0]


def test_staff_cannot_erase_by_a_button_they_should_not_have(knows: Know, maria: Person, pat: Person) -> None:
    knows("Dana López")
    pat.types("/customer dana forget", channel="floor")
    pat.sees("Erase Dana López everywhere?", where="ephemeral")
    maria.types("/customer dana forget")
    maria.does_not_see("There is no undo")


def test_help_explains(shop: Shop, maria: Person) -> None:
    maria.types("/customer help")
    maria.sees("/customer dana lopes")
