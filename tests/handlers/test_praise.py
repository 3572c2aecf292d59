"""A customer praises a colleague: passed on as kudos in their words, and they are thanked (P43)."""

import pytest

from bot.domain.customers import Customer
from bot.domain.issues import IssueForm
from bot.playground.people import Person
from bot.services import customers as customer_deeds
from bot.services import issues as issue_deeds
from bot.store import issues
from bot.store.database import BookSession
from tests.conftest import MONDAY, Shop
from tests.handlers.customers import Know, knows
from tests.handlers.test_purchases import actor, tasks

__all__ = ["knows"]

THANKS = ["note: Thank Rose Tanner for the kind words"]


@pytest.fixture
def rose(knows: Know) -> Customer:
    """Rose Tanner, whose person is Maria."""
    knows("Ana Sousa")
    return knows("Rose Tanner", person="U0MARIA")


@pytest.mark.parametrize(
    "typed",
    [
        "/kudos @maria from rose: she found the right pair at once",
        "/kudos @maria from Rose Tanner: she found the right pair at once",
        "/kudos @maria, from rose tanner: “she found the right pair at once”",
        "/kudos @maria from rose “she found the right pair at once”",
    ],
)
def test_passed_on_in_the_customers_words(
    shop: Shop, rose: Customer, jon: Person, maria: Person, typed: str
) -> None:
    jon.types(typed)
    jon.sees("Done. Maria Silva will hear of it", where="ephemeral")
    jon.sees("Rose Tanner is thanked for it:", where="ephemeral")
    jon.sees("Thank-you note: Tue 24 Nov, 10:00 (Maria Silva)", where="ephemeral")
    maria.sees("A customer praised Maria Silva:", where="kudos")
    maria.sees("she found the right pair at once", where="kudos")
    maria.sees("passed on by Jon Park", where="kudos")
    maria.does_not_see("Rose", where="kudos")
    maria.sees("Jon Park passes on what a customer said of you:", where="dm")
    assert shop.book(tasks) == THANKS


def test_a_story_that_only_begins_with_from_is_a_story(shop: Shop, rose: Customer, jon: Person) -> None:
    jon.types("/kudos @maria from rose's first call on she was patient")
    jon.sees("Done.", where="ephemeral")
    jon.sees("Caught doing something right: Maria Silva", where="kudos")
    jon.sees("from rose's first call on she was patient", where="kudos")
    assert shop.book(tasks) == []


def test_whose_words_is_asked_before_anything_is_posted(
    shop: Shop, rose: Customer, knows: Know, jon: Person, maria: Person
) -> None:
    knows("Rose Hart")
    jon.types("/kudos @maria from rose: so kind")
    asked = jon.sees("Which Rose?", where="ephemeral")
    jon.sees("Nothing is posted before you choose.", where="ephemeral")
    shop.settles()
    for where in ("kudos", "dm"):
        maria.does_not_see("so kind", where=where)
    jon.presses("Rose Hart", on=asked)
    jon.sees("Rose Hart is thanked for it:", where="ephemeral")
    maria.sees("A customer praised Maria Silva:", where="kudos")
    maria.does_not_see("rose", where="kudos")
    assert shop.book(tasks) == ["note: Thank Rose Hart for the kind words"]


def test_somebody_nobody_knows_can_be_added(shop: Shop, jon: Person) -> None:
    jon.types("/kudos @maria from ximena: so kind")
    jon.sees("I don't know a Ximena yet. Add them?", where="ephemeral")
    shop.settles()
    jon.does_not_see("so kind", where="kudos")
    jon.presses("Add Ximena")
    jon.sees("Ximena is thanked for it:", where="ephemeral")
    jon.sees("so kind", where="kudos")
    jon.does_not_see("ximena", where="kudos")


def test_passed_on_without_a_name(shop: Shop, rose: Customer, knows: Know, jon: Person, maria: Person) -> None:
    knows("Rose Hart")
    for said, name in (("so kind", "rose"), ("so quick #unseen", "a nice lady")):
        jon.types(f"/kudos @maria from {name}: {said}")
        jon.presses("Post it without a name")
        jon.sees("Done. Maria Silva will hear of it", where="ephemeral")
        maria.sees("A customer praised Maria Silva:", where="kudos")
        maria.sees(said.split(" #")[0], where="kudos")
        maria.does_not_see(name, where="kudos")
    assert shop.book(tasks) == []


def test_from_the_card_and_from_an_arrival(shop: Shop, rose: Customer, jon: Person, maria: Person) -> None:
    maria.types("/customer rose")
    maria.presses("They praised somebody")
    maria.sees("Caught doing it right", where="modal")
    maria.fills({"Who": ["Jon Park"], "What did they do?": "repaired it while I waited"})
    maria.submits()
    maria.sees("Rose Tanner is thanked for it:", where="ephemeral")
    jon.sees("Maria Silva passes on what a customer said of you:", where="dm")
    assert shop.book(tasks) == THANKS
    maria.types("/visit ana")
    jon.presses("They praised somebody", on=jon.sees("just came in", where="floor"))
    jon.fills({"Who": ["Maria Silva"], "What did they do?": "never hurried me"})
    jon.submits()
    jon.sees("Ana Sousa is thanked for it:", where="ephemeral")


def test_the_form_wants_to_know_which_customer(shop: Shop, rose: Customer, jon: Person) -> None:
    jon.types("/kudos")
    jon.fills({"Who": ["Maria Silva"], "What did they do?": "was kind", "Whose words?": "The customer's own"})
    jon.submits()
    jon.sees("Type which customer said so", where="modal")
    jon.fills({"Which customer was it for?": "rose"})
    jon.submits()
    jon.sees("Rose Tanner is thanked for it:")


def test_told_later_taken_back_and_told_again(shop: Shop, rose: Customer, jon: Person) -> None:
    jon.types("/kudos @maria was kind to Rose")
    assert shop.book(tasks) == []
    jon.presses("Add customer or values")
    jon.fills({"Which customer was it for?": "rose", "Whose words?": "The customer's own"})
    jon.submits()
    jon.sees("Rose Tanner is thanked for it:", where="ephemeral")
    assert shop.book(tasks) == THANKS
    jon.presses("Change customer or values")
    jon.fills({"Which customer was it for?": "ana sousa"})
    jon.submits()
    jon.sees("Ana Sousa is thanked for it:", where="ephemeral")
    assert shop.book(tasks) == ["note: Thank Ana Sousa for the kind words"]
    jon.presses("Change customer or values")
    jon.fills({"Whose words?": "Mine"})
    jon.submits()
    jon.sees("Linked: these kudos are about Ana Sousa.", where="ephemeral")
    assert shop.book(tasks) == []
    jon.presses("Change customer or values")
    jon.fills({"Whose words?": "The customer's own"})
    jon.submits()
    jon.sees("Ana Sousa is thanked for it:", where="ephemeral")
    assert shop.book(tasks) == ["note: Thank Ana Sousa for the kind words"]


def test_undone_the_thanks_are_called_off(shop: Shop, rose: Customer, jon: Person) -> None:
    jon.types("/kudos @maria from rose: so kind")
    jon.sees("is thanked for it", where="ephemeral")
    assert shop.book(tasks) == THANKS
    jon.presses("Undo")
    jon.sees("Taken back.", where="ephemeral")
    assert shop.book(tasks) == []


def test_the_same_words_twice_thank_once(shop: Shop, rose: Customer, jon: Person) -> None:
    for _ in range(2):
        jon.types("/kudos @maria from rose: so kind")
    jon.sees("That is already there", where="ephemeral")
    assert shop.book(tasks) == THANKS


def test_erased_nothing_of_her_is_left(shop: Shop, rose: Customer, jon: Person) -> None:
    jon.types("/kudos @maria from rose: so kind")
    jon.sees("is thanked for it", where="ephemeral")
    shop.book(lambda session: customer_deeds.forget(session, actor(session, "U0PAT"), rose.id, MONDAY))
    shop.settles()
    assert shop.book(tasks) == []
    jon.does_not_see("so kind", where="kudos")


def test_whoever_wants_peace_is_not_written_to(shop: Shop, knows: Know, jon: Person) -> None:
    knows("Leah Goldberg", do_not_contact=True)
    jon.types("/kudos @maria from leah: so kind")
    jon.sees("A customer praised Maria Silva:", where="kudos")
    assert shop.book(tasks) == []


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("/kudos @maria from rose:", "Say what they did"),
        ("/kudos @maria from : so kind", "Say who did something right"),
        ("/kudos @jon from rose: so kind", "Nobody can give kudos to themselves."),
        ("/kudos from rose: so kind", "Say who did something right, with an @"),
    ],
)
def test_what_is_missing_is_asked_for(shop: Shop, rose: Customer, jon: Person, typed: str, sentence: str) -> None:
    jon.types(typed)
    if "from :" in typed:
        jon.sees("from : so kind", where="kudos")  # nobody is named, so it is a story
        return
    jon.sees(sentence, where="ephemeral")
    assert shop.book(tasks) == []


def test_an_issue_put_right_beyond_what_they_expected_is_praise(shop: Shop, rose: Customer, jon: Person) -> None:
    def open_one(session: BookSession) -> None:
        issues.add(session, rose.id, IssueForm("heel came loose", "U0JON"), "U0JON", MONDAY)

    shop.book(open_one)
    jon.types("/issue rose")
    jon.presses("Open")
    jon.presses("Resolve")
    jon.fills({"What do they say of it?": "More than they expected", "Their words": "like new, and so quick"})
    jon.submits()
    jon.sees("Resolved for Rose Tanner", where="ephemeral")
    jon.sees("Thank-you note: Tue 24 Nov, 10:00", where="ephemeral")
    assert "note: Thank Rose Tanner for the kind words" in shop.book(tasks)
    shop.book(lambda session: issue_deeds.reopen(session, actor(session, "U0JON"), 1, MONDAY))
    assert shop.book(tasks) == []


def test_a_note_for_praise_shows_the_words_and_a_call_begins_with_them(
    shop: Shop, rose: Customer, jon: Person, maria: Person
) -> None:
    jon.types("/kudos @maria from rose: she and @pat found the right pair at once")
    shop.turns_clock(days=1)
    maria.sees("Their words: “she and @Pat Reyes found the right pair at once”", where="dm")
    maria.types("/followup rose call about the laces in 20 minutes")
    shop.turns_clock(minutes=20)
    asked = maria.sees("Call about the laces.", where="dm").text
    assert "Last words: “she and @Pat Reyes found" in asked
    assert any(begins in asked for begins in ("kind words", "made our day", "what you said of us"))
