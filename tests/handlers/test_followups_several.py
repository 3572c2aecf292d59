"""One command for several customers: planned at once, answered once, each living its own life."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.domain.errands import GoneErrand
from bot.domain.followups import GoneFollowUp, NotYours
from bot.domain.policy import Actor, Role
from bot.playground.people import Person
from bot.services import changes, typed, whom
from bot.store import customers, followups
from bot.store.database import BookSession
from tests.conftest import MONDAY, Shop
from tests.handlers.customers import Know, knows

JON = Actor("T0SHOP", "U0JON", "Jon Park", Role.STAFF, "Europe/Lisbon")
FAIR = "call about the fair friday"


def planned(session: BookSession) -> list[tuple[str, str]]:
    return sorted((each.customer, each.text) for each in followups.open_all(session))


@pytest.fixture
def three(knows: Know) -> None:
    """Dana López, Rose Tanner and Jon Silva are known."""
    for name in ("Dana López", "Rose Tanner", "Jon Silva"):
        knows(name)


pytestmark = pytest.mark.usefixtures("three")

__all__ = ["knows"]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("/followup dana and rose", "Dana López and Rose Tanner"),
        ("/followup dana & rose", "Dana López and Rose Tanner"),
        ("/followup dana, rose and jon silva", "Dana López, Rose Tanner and Jon Silva"),
        ("/followup call dana and rose,", "Dana López and Rose Tanner"),
    ],
)
def test_everybody_gets_one_and_the_answer_names_them(shop: Shop, maria: Person, typed: str, names: str) -> None:
    maria.types(f"{typed} call about the fair friday".replace("call dana and rose, call", "call dana and rose"))
    answer = maria.sees(f"Fri 27 Nov, 09:00: Call about the fair — {names}.")
    people = names.replace(" and ", ", ").split(", ")
    assert maria.buttons(answer) == [*(f"Change {name}" for name in people), "Undo all"]
    assert shop.book(planned) == sorted((name, "Call about the fair") for name in people)


def test_undo_takes_all_of_them_back(shop: Shop, maria: Person) -> None:
    maria.types(f"/followup dana and rose {FAIR}")
    maria.presses("Undo all")
    maria.sees("Taken back: Call about the fair — Dana López and Rose Tanner.")
    assert shop.book(planned) == []


def test_change_is_for_one_alone(shop: Shop, maria: Person) -> None:
    maria.types(f"/followup dana and rose {FAIR}")
    maria.presses("Change Rose Tanner")
    maria.fills({"When?": "monday 4pm"})
    maria.submits()
    maria.sees("Mon 30 Nov, 16:00: Call about the fair — Rose Tanner.")
    maria.types("/followup dana")
    maria.sees("Fri 27 Nov, 09:00 · Call about the fair — Dana López")


def test_dana_is_reached_and_rose_is_not(shop: Shop, maria: Person) -> None:
    maria.types(f"/followup dana and rose {FAIR}")
    shop.turns_clock_to(datetime(2026, 11, 27, 9, tzinfo=UTC))
    maria.presses("Reached", on=maria.sees("Dana López: Call about the fair", where="dm"))
    maria.presses("No answer", on=maria.sees("Rose Tanner: Call about the fair", where="dm"))
    shop.settles()
    assert shop.book(planned) == [("Rose Tanner", "Call about the fair")]
    maria.types("/followup rose")
    maria.sees("no answer once")


def test_undo_leaves_what_is_done_and_says_so(shop: Shop, maria: Person) -> None:
    maria.types(f"/followup dana and rose {FAIR}")
    answer = maria.sees("Dana López and Rose Tanner")
    maria.types("/followup dana")
    maria.presses("Reached")
    maria.presses("Undo all", on=answer)
    maria.sees("Taken back: Call about the fair — Rose Tanner. Done already: Dana López.")
    assert shop.book(planned) == []


def test_undo_when_nothing_is_left(shop: Shop, maria: Person) -> None:
    maria.types(f"/followup dana and rose {FAIR}")
    answer = maria.sees("Dana López and Rose Tanner")
    maria.types("/followup dana and rose")
    maria.presses("Reached")
    maria.types("/followup rose")
    maria.presses("Reached")
    maria.presses("Undo all", on=answer)
    maria.sees("Nothing is left to take back")


def test_the_undo_of_others_is_not_ones_own(shop: Shop, maria: Person, jon: Person) -> None:
    maria.types(f"/followup dana and rose {FAIR}")
    ids = [each.id for each in shop.book(followups.open_all)]
    with pytest.raises(NotYours):
        shop.book(changes.take_back, JON, ids, MONDAY)
    with pytest.raises(GoneFollowUp):
        shop.book(changes.take_back, JON, [0], MONDAY)
    assert len(shop.book(planned)) == 2


def test_a_question_is_answered_once(shop: Shop, maria: Person, knows: Know) -> None:
    def asked(session: BookSession) -> Any:
        return typed.type_in(session, JON, f"dana and rose {FAIR}", MONDAY)

    def answered(session: BookSession, errand: int) -> None:
        whom.named(session, JON, errand, 1, MONDAY)

    knows("Dana Cusp")
    question = shop.book(asked)
    shop.book(answered, question.errand)
    with pytest.raises(GoneErrand):
        shop.book(answered, question.errand)


def test_which_dana_is_asked_and_the_command_goes_on(shop: Shop, maria: Person, knows: Know) -> None:
    knows("Dana Cusp")
    maria.types(f"/followup dana, rose and jon silva {FAIR}")
    asked = maria.sees("Which Dana? It is for Rose Tanner and Jon Silva, too.")
    assert shop.book(planned) == []
    maria.presses("Dana Cusp", on=asked)
    maria.sees("Fri 27 Nov, 09:00: Call about the fair — Dana Cusp, Rose Tanner and Jon Silva.")
    assert len(shop.book(planned)) == 3


def test_two_unclear_names_are_two_questions(shop: Shop, maria: Person, knows: Know) -> None:
    knows("Dana Cusp")
    maria.types(f"/followup dana, zoe and rose {FAIR}")
    maria.presses("Dana López")
    maria.sees("I don't know a Zoe yet. Add them? It is for Dana López and Rose Tanner, too.")
    assert shop.book(planned) == []
    maria.presses("Add Zoe")
    maria.sees("Fri 27 Nov, 09:00: Call about the fair — Dana López, Zoe and Rose Tanner.")


def test_an_unclear_name_can_be_left_out(shop: Shop, maria: Person) -> None:
    maria.types(f"/followup dana, zyx and rose {FAIR}")
    maria.presses("Without Zyx")
    maria.sees("Call about the fair — Dana López and Rose Tanner.")


def test_a_word_that_may_be_a_name_is_asked_about(shop: Shop, maria: Person) -> None:
    maria.types("/followup rose and crown call friday")
    asked = maria.sees("Whom is this for?")
    assert maria.buttons(asked) == [
        "Rose Tanner and Crown (new)", "Rose Tanner: “and crown call friday”", "New customer “Rose and Crown”",
        "No, thanks",
    ]  # fmt: skip
    maria.presses("New customer “Rose and Crown”")
    maria.sees("Fri 27 Nov, 09:00: Call — Rose and Crown.")
    assert shop.book(planned) == [("Rose and Crown", "Call")]


def test_somebody_new_among_them_is_added_in_the_same_tap(shop: Shop, maria: Person) -> None:
    maria.types("/followup dana and crown call friday")
    maria.presses("Dana López and Crown (new)")
    maria.sees("Fri 27 Nov, 09:00: Call — Dana López and Crown.")


def test_a_couple_kept_as_one_customer_is_asked_about(shop: Shop, maria: Person, knows: Know) -> None:
    knows("Dana and Rose Lopes")
    maria.types(f"/followup dana and rose {FAIR}")
    maria.presses("Dana and Rose Lopes")
    maria.sees("Fri 27 Nov, 09:00: Call about the fair — Dana and Rose Lopes.")
    maria.types("/followup dana and rose lopes order laces friday")
    maria.sees("Fri 27 Nov, 09:00: Order laces — Dana and Rose Lopes.")


def test_one_customer_and_a_text_that_goes_on_with_and(shop: Shop, maria: Person) -> None:
    maria.types("/followup call dana and ask about the fair friday")
    maria.sees("Fri 27 Nov, 09:00: Call and ask about the fair — Dana López.")


def test_without_a_time_one_question_is_for_all(shop: Shop, maria: Person) -> None:
    maria.types("/followup dana and rose call about the boots")
    maria.sees("Call about the boots — Dana López and Rose Tanner. When shall I remind you?")
    maria.presses("Tue 24 Nov, 09:00")
    maria.sees("Tue 24 Nov, 09:00: Call about the boots — Dana López and Rose Tanner.")


def test_who_hears_from_somebody_already_is_asked_about_before_anything_is_planned(
    shop: Shop, maria: Person
) -> None:
    maria.types("/followup dana call about the boots thursday")
    maria.types(f"/followup dana, rose and jon silva {FAIR}")
    asked = maria.sees("Maria Silva is to see to Dana López Thu 26 Nov, 09:00 already: Call about the boots.")
    assert len(shop.book(planned)) == 1
    assert maria.buttons(asked) == ["Set it for all", "Only Rose Tanner and Jon Silva", "Leave it"]
    maria.presses("Only Rose Tanner and Jon Silva", on=asked)
    maria.sees("Call about the fair — Rose Tanner and Jon Silva.")
    assert len(shop.book(planned)) == 3


def test_all_the_same(shop: Shop, maria: Person) -> None:
    maria.types("/followup dana call about the boots thursday")
    maria.types(f"/followup dana and rose {FAIR}")
    maria.presses("Set it for all")
    maria.sees("Call about the fair — Dana López and Rose Tanner.")
    assert len(shop.book(planned)) == 3


def test_more_than_ten_are_refused(shop: Shop, maria: Person, knows: Know) -> None:
    names = [
        f"{name} Berg" for name in ("Ada", "Bea", "Cleo", "Dora", "Emmi", "Flo", "Gerd", "Hugo", "Ivo", "Kai")
    ]
    for name in names:
        knows(name)
    maria.types(f"/followup {', '.join(names)} and rose {FAIR}")
    maria.sees("That is 11 customers; I plan for 10 at most at once. Type the first ones, then the others.")
    assert shop.book(planned) == []


def test_a_colleague_is_asked_for_all_of_them(shop: Shop, maria: Person, jon: Person) -> None:
    maria.types(f"/followup dana and rose @jon {FAIR}")
    maria.sees("Call about the fair — Dana López and Rose Tanner.")
    maria.sees("I ask Jon Park to take them; until then they are yours.")
    shop.settles()
    jon.sees("Dana López", where="dm")
    jon.sees("Rose Tanner", where="dm")


def test_names_alone_list_what_is_open_for_them(shop: Shop, maria: Person) -> None:
    maria.types("/followup dana order laces friday")
    maria.types("/followup rose order wax friday")
    maria.types("/followup dana and rose")
    answer = maria.sees("Dana López and Rose Tanner")
    assert "Order laces" in answer.text
    assert "Order wax" in answer.text


def forget(session: BookSession, name: str) -> None:
    found = next(each.id for each in customers.people(session) if each.known.name == name)
    customers.erase(session, found, MONDAY)


def test_somebody_erased_meanwhile_is_a_sentence(shop: Shop, maria: Person, knows: Know) -> None:
    knows("Dana Cusp")
    maria.types(f"/followup dana and rose {FAIR}")
    shop.book(forget, "Rose Tanner")
    maria.presses("Dana Cusp")
    maria.sees("That question is too old, was answered already, or was somebody else's.")
    assert shop.book(planned) == []


def test_a_promise_and_thanks_for_several(shop: Shop, maria: Person) -> None:
    maria.types("/promise dana and rose call by friday 4pm")
    maria.sees("Promised for Fri 27 Nov, 16:00: Call — Dana López and Rose Tanner.")
    maria.types("/thanks dana and rose for the flowers")
    maria.sees("Notes are owed to Dana López and Rose Tanner: Thank you for the flowers. Due Tue 24 Nov, 09:00.")
    maria.presses("Undo all", on=maria.sees("Notes are owed"))
    maria.sees("Taken back: Thank you for the flowers — Dana López and Rose Tanner.")


def test_a_message_is_followed_up_for_several(shop: Shop, maria: Person) -> None:
    maria.types("both want the red ones", channel="random")
    maria.uses_message_shortcut("followup_message", maria.sees("both want the red ones"))
    maria.fills({"For whom?": "dana and rose", "When?": "friday"})
    maria.submits()
    maria.sees("Both want the red ones — Dana López and Rose Tanner.", where="ephemeral")
