"""“Dana spent 240 on boots”: noted with the visit, and a large first purchase is asked after (P31)."""

import asyncio

import pytest

from bot.domain.policy import Actor
from bot.domain.purchases import AlreadyTakenBack, NotYourPurchase, Spent
from bot.domain.workspaces import Workspace
from bot.playground.people import Person
from bot.services import customers as customer_deeds
from bot.services import purchases as deeds
from bot.services import staff as people
from bot.store import customers, followups, purchases, staff, visits
from bot.store.database import BookSession
from tests.conftest import MONDAY, Shop
from tests.handlers.customers import Know, knows

__all__ = ["knows"]


def actor(session: BookSession, user: str) -> Actor:
    person = staff.get(session, user)
    assert person
    return people.as_actor(session.workspace, person)


def tasks(session: BookSession) -> list[str]:
    return [f"{each.kind}: {each.text}" for each in followups.open_all(session)]


CALL = ["call: Is Dana López happy with it? Ask about: boots"]


def test_a_large_first_purchase_is_asked_after(shop: Shop, knows: Know, maria: Person) -> None:
    knows("Dana López", person="U0JON")
    maria.types("/visit dana lopes spent 240 on boots")
    maria.sees("Visit logged: 1st.", where="ephemeral")
    maria.sees("Noted: Dana López spent €240 on boots.", where="ephemeral")
    maria.sees(
        "A first purchase this large is asked after:\n:calendar: Call: Wed 25 Nov, 10:00 (Jon Park)",
        where="ephemeral",
    )
    assert shop.book(tasks) == CALL
    maria.sees("just came in", where="floor")
    maria.does_not_see("240", where="floor")


@pytest.mark.parametrize(
    ("visits", "typed"),
    [
        (0, "spent 199.99 on boots"),  # not large
        (12, "spent 1.200,50 on boots"),  # a regular has bought before
    ],
)
def test_what_is_small_or_a_regulars_is_only_noted(
    shop: Shop, knows: Know, maria: Person, visits: int, typed: str
) -> None:
    knows("Dana López", visits=visits)
    maria.types(f"/visit dana {typed}")
    maria.sees("Noted: Dana López spent €", where="ephemeral")
    maria.does_not_see("is asked after", where="ephemeral")
    assert shop.book(tasks) == []


def test_whoever_is_in_already_is_not_logged_again(shop: Shop, knows: Know, maria: Person, jon: Person) -> None:
    dana = knows("Dana López")
    maria.types("/visit dana lopes")
    maria.sees("Visit logged: 1st.", where="ephemeral")
    shop.turns_clock(minutes=20)
    jon.types("/visit dana bought boots for 240")
    jon.sees("Noted: Dana López spent €240 on boots.", where="ephemeral")
    jon.does_not_see("log another?", where="ephemeral")
    assert len(shop.book(visits.rhythms)[dana.id]) == 1
    assert shop.book(tasks) == CALL


def test_a_second_purchase_of_the_visit_is_added_up_and_nothing_comes_twice(
    shop: Shop, knows: Know, maria: Person, jon: Person
) -> None:
    knows("Dana López")
    maria.types("/visit dana spent 150 on boots")
    maria.sees("Noted: Dana López spent €150 on boots.", where="ephemeral")
    assert shop.book(tasks) == []
    jon.types("/visit dana spent 60 on laces")
    jon.sees("Noted: Dana López spent €60 on laces. With what was noted before, €210 on this visit.")
    assert shop.book(tasks) == ["call: Is Dana López happy with it? Ask about: boots, laces"]
    jon.types("/visit dana spent 90")
    jon.sees("€300 on this visit")
    assert len(shop.book(tasks)) == 1


def test_the_same_sent_twice_is_noted_once(shop: Shop, knows: Know, maria: Person) -> None:
    knows("Dana López")
    for _ in range(2):
        maria.types("/visit dana spent 240")
    maria.sees("That is noted already: Dana López spent €240.", where="ephemeral")
    assert shop.book(tasks) == ["call: Is Dana López happy with it? Ask about: what they bought"]


def test_taken_back_with_the_purchase_or_with_the_visit(
    shop: Shop, knows: Know, maria: Person, jon: Person
) -> None:
    knows("Dana López")
    maria.types("/visit dana spent 2400 on boots")
    answer = maria.sees("Noted: Dana López spent €2,400", where="ephemeral")
    maria.presses("Undo purchase", on=answer)
    maria.sees("Taken back: the €2,400 of Dana López.", where="ephemeral")
    assert shop.book(tasks) == []
    maria.types("/visit dana spent 240 on boots")
    assert shop.book(tasks) == CALL
    jon.presses("Undo", on=jon.sees("just came in", where="floor"))
    jon.sees("Only whoever logged a visit")
    maria.presses("Undo", on=maria.sees("just came in", where="floor"))
    shop.settles()
    assert shop.book(tasks) == []
    shop.turns_clock(days=1)
    jon.types("/visit dana spent 300 on boots")
    jon.sees("is asked after", where="ephemeral")


def test_only_who_noted_it_or_a_manager_takes_it_back_and_once(shop: Shop, knows: Know, maria: Person) -> None:
    knows("Dana López")
    maria.types("/visit dana spent 240 on boots")
    maria.sees("Noted:", where="ephemeral")
    for user, refused in (("U0JON", NotYourPurchase), ("U0PAT", None), ("U0MARIA", AlreadyTakenBack)):
        if refused is None:
            shop.book(undo, user)
            continue
        with pytest.raises(refused):
            shop.book(undo, user)


def undo(session: BookSession, user: str) -> None:
    deeds.undo(session, actor(session, user), 1, MONDAY)


def test_the_button_on_an_arrival(shop: Shop, knows: Know, maria: Person, jon: Person) -> None:
    knows("Dana López")
    maria.types("/visit dana lopes")
    jon.presses("Bought …", on=jon.sees("just came in", where="floor"))
    jon.sees("How much? (EUR)", where="modal")
    jon.fills({"How much? (EUR)": "a lot"})
    jon.submits()
    jon.sees("is not an amount I can read", where="modal")
    jon.fills({"How much? (EUR)": "1.200,50", "What?": "boots"})
    jon.submits()
    jon.sees("Noted: Dana López spent €1,200.50 on boots.", where="ephemeral")
    assert shop.book(tasks) == CALL


def test_the_form_of_the_shortcut(shop: Shop, knows: Know, maria: Person) -> None:
    knows("Dana López")
    maria.uses_shortcut("Log a visit")
    maria.fills({"Who came in?": "dana", "What did they spend?": "boots"})
    maria.submits()
    maria.sees("I can't tell what they spent", where="modal")
    maria.fills({"What did they spend?": "240 on boots"})
    maria.submits()
    maria.sees("Noted: Dana López spent €240 on boots.", where="modal")


def test_a_stranger_is_added_and_the_rest_is_not_forgotten(shop: Shop, maria: Person) -> None:
    maria.types("/visit zoe spent 240 on boots")
    maria.sees("I don't know a Zoe yet. Add them?")
    maria.presses("Add Zoe")
    maria.sees("Noted: Zoe spent €240 on boots.", where="ephemeral")


def test_three_danas_and_the_rest_is_not_forgotten(shop: Shop, knows: Know, maria: Person) -> None:
    knows("Dana López")
    knows("Dana Cole")
    maria.types("/visit dana €240")
    maria.sees("Which Dana?")
    maria.presses("Dana López")
    maria.sees("Noted: Dana López spent €240.", where="ephemeral")


def test_a_bare_number_is_asked_about(shop: Shop, knows: Know, maria: Person) -> None:
    knows("Dana López", phone="+351 912 345 678")
    maria.types("/visit dana 240")
    maria.sees("Is 240 what “dana” spent, or part of the name?", where="ephemeral")
    assert shop.book(visits.rhythms) == {}
    maria.presses("They spent €240")
    maria.sees("Noted: Dana López spent €240.", where="ephemeral")
    maria.types("/visit room 240")
    maria.presses("It is the name")
    maria.sees("I don't know a Room 240 yet. Add them?", where="ephemeral")
    shop.turns_clock(days=1)
    maria.types("/visit dana 5678")  # the last four digits of her phone
    maria.sees("Visit logged: 2nd.", where="ephemeral")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("/visit dana spent", "I can't tell what they spent."),
        ("/visit dana spent 2 hours here", "I can't tell what they spent."),
        ("/visit dana bought boots 42", "I can't tell what they spent."),
        ("/visit dana spent $240", "“$240” is not in EUR"),
        ("/visit dana spent 0", "“0” is nothing spent."),
        ("/visit dana spent 99999999999", "is more than a till takes"),
        ("/visit dana spent <!channel>", "I can't tell what they spent."),
        ("/visit spent 240", "Type who came in"),
        ("/visit dana, rose spent 240", "Say for one customer at a time"),
        ("/visit dana, rose 240", "Say for one customer at a time"),
        (f"/visit dana spent 20 on {'z' * 2000}", "What they bought is 2000 characters; keep it under 200"),
        ("/visit dana spent 240 paid 60", "I can't tell what they spent."),
    ],
)
def test_what_is_not_clear_is_refused_and_nothing_is_logged(
    shop: Shop, knows: Know, maria: Person, typed: str, sentence: str
) -> None:
    knows("Dana López")
    knows("Rose Tanner")
    maria.types(typed)
    if typed.endswith("rose 240"):
        maria.presses("They spent €240")
    maria.sees(sentence, where="ephemeral")
    assert shop.book(visits.rhythms) == {}


def test_buttons_that_lie(shop: Shop, knows: Know, maria: Person, jon: Person) -> None:
    knows("Dana López")
    maria.types("/visit dana 240")
    answer = maria.sees("Is 240 what", where="ephemeral")
    maria.presses("They spent €240", on=answer)
    maria.sees("Noted: Dana López", where="ephemeral")
    maria.types("/visit dana lopes spent 60")
    noted = maria.sees("Noted: Dana López spent €60", where="ephemeral")
    shop.book(lambda session: customer_deeds.forget(session, actor(session, "U0PAT"), 1, MONDAY))
    maria.presses("Undo purchase", on=noted)
    maria.sees("I can't find that purchase any more", where="ephemeral")


def test_whoever_wants_peace_is_left_in_peace(shop: Shop, knows: Know, maria: Person) -> None:
    knows("Dana López", do_not_contact=True)
    maria.types("/visit dana spent 240 on boots")
    maria.sees("Noted: Dana López spent €240", where="ephemeral")
    assert shop.book(tasks) == []


def test_it_is_in_the_export_and_goes_when_she_is_forgotten(shop: Shop, knows: Know, maria: Person) -> None:
    dana = knows("Dana López")
    maria.types("/visit dana spent 240 on boots")
    maria.sees("Noted:", where="ephemeral")
    kept = shop.book(customers.everything, dana.id)
    assert [(row["spent"], row["what"]) for row in kept["purchases"]] == [(24_000, "boots")]
    shop.book(lambda session: customer_deeds.forget(session, actor(session, "U0PAT"), dana.id, MONDAY))
    assert shop.book(purchases.get, 1) is None


def test_managers_say_what_is_large_and_in_which_currency(
    shop: Shop, knows: Know, maria: Person, pat: Person
) -> None:
    knows("Dana López")
    pat.types("/regulars rules")
    pat.fills({"A first purchase is large from": "1.000,00", "Currency": "doubloons"})
    pat.submits()
    pat.sees("is not a currency I know", where="modal")
    pat.fills({"Currency": "gbp"})
    pat.submits()
    pat.sees("a first purchase is large from £1,000", where="ephemeral")

    def kept(session: BookSession) -> Workspace:
        return staff.workspace(session)

    assert shop.book(kept).settings["large_purchase"] == 100_000
    maria.types("/visit dana spent £999")
    maria.sees("Noted: Dana López spent £999.", where="ephemeral")
    assert shop.book(tasks) == []
    maria.types("/visit dana spent €240")
    maria.sees("“€240” is not in GBP", where="ephemeral")


def test_nothing_is_large_when_managers_say_so(shop: Shop, knows: Know, maria: Person, pat: Person) -> None:
    knows("Dana López")
    pat.types("/regulars rules")
    pat.fills({"A first purchase is large from": "0"})
    pat.submits()
    pat.sees("no purchase is asked after", where="ephemeral")
    maria.types("/visit dana spent 99000")
    maria.sees("Noted: Dana López spent €99,000.", where="ephemeral")
    assert shop.book(tasks) == []


def test_two_amounts_at_once_are_both_noted_and_asked_after_once(shop: Shop, knows: Know, maria: Person) -> None:
    knows("Dana López")
    maria.types("/visit dana lopes")
    maria.sees("Visit logged", where="ephemeral")

    async def both() -> None:
        spend = [
            shop.bot.book.write(shop.bot.identity.team, note, user, amount)
            for user, amount in (("U0MARIA", 15_000), ("U0JON", 9_000), ("U0PAT", 8_000))
        ]
        await asyncio.gather(*spend)

    shop.playground.call(both())
    assert shop.book(tasks) == ["call: Is Dana López happy with it? Ask about: what they bought"]


def note(session: BookSession, user: str, amount: int) -> None:
    deeds.note(session, actor(session, user), 1, Spent(amount), MONDAY)
