"""Steps 1 to 3 of the walk: who came in, who greeted them, and which of them was meant."""

import pytest

from bot.playground.people import Person
from bot.playground.screen import Seen
from tests.conftest import Shop
from tests.handlers.customers import Know, knows

__all__ = ["knows"]


@pytest.fixture
def arrived(knows: Know, maria: Person) -> Seen:
    """Dana López has just come in."""
    knows("Dana López", say="DAY-nah", visits=13)
    maria.types("/visit dana lopes")
    return maria.sees("Dana López (say DAY-nah) just came in. 14th visit", where="floor")


def test_a_typo_and_a_missing_accent_still_find_her(arrived: Seen, maria: Person) -> None:
    maria.sees("Visit logged: 14th.", where="ephemeral")
    maria.sees("I told #floor.", where="ephemeral")


def test_a_new_customer_is_added_in_one_tap_and_the_visit_is_logged(shop: Shop, maria: Person) -> None:
    maria.types("/visit dana lópez")
    maria.sees("I don't know a Dana López yet. Add them?")
    maria.presses("Add Dana López")
    maria.sees("Visit logged: 1st.")
    maria.sees("Dana López just came in. First visit.", where="floor")


def test_the_same_message_says_who_greeted_her(arrived: Seen, jon: Person, maria: Person, pat: Person) -> None:
    jon.presses("Greeted by name", on=jon.sees("just came in", where="floor"))
    jon.sees("Greeted by Jon Park", where="floor")
    maria.presses("Greeted by name", on=maria.sees("just came in", where="floor"))
    pat.sees("Greeted by Jon Park and Maria Silva", where="floor")


def test_nobody_greets_twice_on_one_visit(arrived: Seen, jon: Person) -> None:
    jon.presses("Greeted by name", on=jon.sees("just came in", where="floor"))
    jon.sees("Greeted by Jon Park", where="floor")
    jon.presses("Greeted by name", on=jon.sees("just came in", where="floor"))
    jon.sees("You have already greeted them by name on this visit.", where="ephemeral")


def test_after_undo_the_floor_knows(arrived: Seen, maria: Person, jon: Person) -> None:
    maria.presses("Undo", on=maria.sees("Visit logged", where="ephemeral"))
    maria.sees("Taken back. Dana López has 13 visits.")
    jon.sees("was taken back", where="floor")
    jon.does_not_see("Dana López", where="floor")


def test_only_the_logger_or_a_manager_takes_a_visit_back(arrived: Seen, jon: Person, pat: Person) -> None:
    jon.presses("Undo", on=jon.sees("just came in", where="floor"))
    jon.sees("Only whoever logged a visit, or a manager, can take it back.")
    pat.presses("Undo", on=pat.sees("just came in", where="floor"))
    pat.sees("Taken back.")


def test_a_visit_is_taken_back_once(arrived: Seen, maria: Person) -> None:
    private = maria.sees("Visit logged", where="ephemeral")
    floor = maria.sees("just came in", where="floor")
    maria.presses("Undo", on=floor)
    maria.presses("Undo", on=private)
    maria.sees("That visit was already taken back.")


def test_the_second_time_on_a_day_it_asks(arrived: Seen, shop: Shop, maria: Person, jon: Person) -> None:
    shop.turns_clock(hours=2)
    jon.types("/visit dana lópez")
    jon.sees("Dana López is already in since 10:02; log another?")
    jon.presses("Log another")
    jon.sees("Visit logged: 15th.")


def test_tomorrow_is_another_day(arrived: Seen, shop: Shop, maria: Person) -> None:
    shop.turns_clock(days=1)
    maria.types("/visit dana lópez")
    maria.sees("15th visit, last here yesterday", where="floor")


def test_three_danas_are_three_buttons_and_a_fourth_is_new(knows: Know, maria: Person) -> None:
    for name in ("Dana López", "Dana Cole", "Dana Whitfield"):
        knows(name)
    maria.types("/visit dana")
    asked = maria.sees("Which Dana?")
    assert sorted(maria.buttons(asked)) == [
        "Dana Cole", "Dana López", "Dana Whitfield", "New customer “Dana”",
    ]  # fmt: skip
    maria.presses("Dana Cole", on=asked)
    maria.sees("Dana Cole just came in", where="floor")


def test_several_people_in_one_line(knows: Know, maria: Person) -> None:
    knows("Dana López")
    knows("Rose Tanner")
    maria.types("/visit dana lopez, rose and zzyzx")
    maria.sees("Dana López just came in", where="floor")
    maria.sees("Rose Tanner just came in", where="floor")
    maria.sees("I don't know a Zzyzx yet.")


def test_the_shortcut_asks_for_a_name(knows: Know, maria: Person) -> None:
    knows("Dana López")
    maria.uses_shortcut("Log a visit")
    maria.fills({"Who came in?": "dana lopez"})
    maria.submits()
    maria.sees("Visit logged")
    maria.sees("Dana López just came in", where="floor")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("/visit", "Type who came in, for example /visit dana lopes"),
        ("/visit help", "/visit name[, name …] — log who came in."),
        ("/visit 🎉🎉", "name"),
        ("/visit " + "x" * 200, "80"),
        ("/visit <!channel>", "not a customer"),
        ("/visit @jon", "not a customer"),
        ("/visit ,,,", "Type who came in"),
    ],
)
def test_every_bad_input_gets_a_sentence(shop: Shop, maria: Person, typed: str, answer: str) -> None:
    maria.types(typed)
    maria.sees(answer, where="ephemeral")


NAMES = ["April May", "007", "田中 直美", "محمد الفارس", "Ö", "O'Brien <script>", "*Bold* _Name_"]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_can_come_in(shop: Shop, maria: Person, name: str) -> None:
    maria.types(f"/visit {name}")
    maria.presses(f"Add {name}")
    maria.sees("Visit logged: 1st.")


def test_a_stranger_learns_nothing(knows: Know, sam: Person) -> None:
    knows("Dana López")
    sam.types("/visit dana", channel="leather-supplier")
    sam.sees("only for members of this workspace")
    sam.does_not_see("López")


def test_slack_delivers_twice_and_the_visit_is_logged_once(knows: Know, shop: Shop, maria: Person) -> None:
    knows("Dana López")
    shop.playground.faults.add("double_delivery", count=1)
    maria.types("/visit dana lopez")
    maria.sees("Visit logged: 1st.")
    shop.settles()
    maria.types("/customer dana lopez")
    maria.sees("1 visit, last here today.")


def test_before_setup_it_works_with_defaults_and_says_so_once(bare_shop: Shop) -> None:
    maria = bare_shop.playground.person("maria")
    maria.types("/visit Dana")
    maria.presses("Add Dana")
    maria.sees("Everything works with defaults for now")
    maria.types("/visit Rose")
    maria.presses("Add Rose")
    answer = maria.sees("Visit logged", where="ephemeral")
    assert "Rose" in answer.text
    assert "defaults" not in answer.text


def test_a_greeting_from_the_private_card_keeps_the_card(arrived: Seen, maria: Person) -> None:
    maria.presses("Greeted by name", on=maria.sees("Visit logged", where="ephemeral"))
    card = maria.sees("Greeted by Maria Silva", where="ephemeral")
    assert "Dana López" in card.text
    assert "Undo" in maria.buttons(card)


def test_a_coach_party_fits_into_one_answer_questions_first(shop: Shop, knows: Know, maria: Person) -> None:
    names = [f"Visitor {letter}{letter.lower()}ng" for letter in "ABCDEFGHIJKLMN"]
    for name in names:
        knows(name)
    maria.types(f"/visit {', '.join(names)}, zzyzx")
    text = maria.sees("Visitor Aang: visit logged, 1st.", where="ephemeral").text
    assert all(f"{name}: visit logged" in text for name in names)
    assert text.index("I don't know a Zzyzx yet. Add them?") < text.index("Visitor Aang")
    assert "more" not in text
