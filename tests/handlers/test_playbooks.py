"""`/regulars playbooks`: managers read and change what an event sets going."""

from dataclasses import replace

import pytest

from bot.domain.playbooks import DEFAULTS, UnknownEvent, from_yaml, to_yaml
from bot.domain.policy import Actor, ManagersOnly, Role
from bot.playground.people import Person
from bot.services import playbooks
from bot.store import followups, staff
from bot.store.database import BookSession
from tests.conftest import MONDAY, Shop
from tests.handlers.customers import Know, knows

__all__ = ["knows"]


def steps(session: BookSession, event: str) -> list[str]:
    return [step.text for step in playbooks.of(staff.workspace(session))[event]]


def tasks(session: BookSession) -> list[str]:
    return [each.text for each in followups.open_all(session)]


def opens(manager: Person, title: str) -> None:
    """Open the form of an event."""
    manager.types("/regulars playbooks")
    manager.presses(f"Edit: {title}")
    manager.sees("A text may speak of", where="modal")


def test_the_defaults_are_listed(shop: Shop, pat: Person) -> None:
    pat.types("/regulars playbooks")
    text = pat.sees("Playbooks", where="ephemeral").text
    for said in (
        "Issue resolved: when an issue is resolved",
        "2 working days at 10:00 · call · their person: Is everything right now? Ask {name} about: {story}",
        "7 days at 10:00 · gift · their person",
        "10 % off the next visit, valid 60 days",
        "Second visit: when somebody comes in for the second time\nnothing",
    ):
        assert said in text, said


def test_a_changed_step_holds_from_the_next_time_on(shop: Shop, knows: Know, pat: Person, jon: Person) -> None:
    knows("Dana López")
    opens(pat, "Issue opened")
    pat.fills({"Step 1: what is to be done?": "Bring {name} flowers", "When?": "2 hours"})
    pat.submits()
    pat.sees("2 hours · thank-you note · opener: Bring {name} flowers", where="ephemeral")
    jon.types("/issue dana heel came loose")
    jon.submits()
    jon.sees("Thank-you note: Mon 23 Nov, 12:02", where="ephemeral")
    assert shop.book(tasks) == ["Bring Dana López flowers"]


def test_a_step_is_added_and_one_is_taken_out(shop: Shop, pat: Person) -> None:
    opens(pat, "Issue resolved")
    pat.fills(
        {"Step 1: what is to be done?": None, "One more: what is to be done?": "Tell {name} what we changed"}
    )
    pat.submits()
    pat.sees("is no delay", where="modal")
    pat.picks("after.2", "30 days")
    pat.submits()
    pat.sees("30 days · call · their person: Tell {name} what we changed", where="ephemeral")
    kept = shop.book(steps, "issue.resolved")
    assert kept == ["Send {name} a coupon: {coupon}, code {code}, until {expires}", "Tell {name} what we changed"]


def test_back_to_the_default(shop: Shop, pat: Person) -> None:
    default = shop.book(steps, "praise")
    opens(pat, "Praise")
    pat.fills({"Step 1: what is to be done?": None})
    pat.submits()
    pat.sees("nothing", where="ephemeral")
    assert shop.book(steps, "praise") == []
    pat.presses("Back to default")
    pat.sees("Thank {name} for the kind words", where="ephemeral")
    assert shop.book(steps, "praise") == default


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        (
            "Step 1: what is to be done?",
            "Call {nam}",
            "I don't know {nam} when somebody sends us a friend. Use {name}",
        ),
        ("Step 1: what is to be done?", "Call {name.__class__}", "I don't know {name.__class__}"),
        ("Step 1: what is to be done?", "Call {name", "There is a loose brace"),
        ("When?", "soonish", "“soonish” is no delay"),
        ("When?", "2 days at 25:00", "“25:00” is no hour of the day"),
        ("When?", "900 days", "more than a year away"),
    ],
)
def test_what_cannot_be_is_said_under_its_field(
    shop: Shop, pat: Person, field: str, typed: str, says: str
) -> None:
    opens(pat, "Referral")
    pat.fills({field: typed})
    pat.submits()
    pat.sees(says, where="modal")


def test_only_managers_may(shop: Shop, jon: Person) -> None:
    jon.types("/regulars playbooks")
    jon.sees("Only a manager can do that.")


def test_first_and_third_visits_are_thanked_for_once_the_book_is_not_new(shop: Shop, maria: Person) -> None:
    maria.types("/visit ana")
    maria.presses("Add Ana")
    maria.sees("Visit logged: 1st.", where="ephemeral")
    assert shop.book(tasks) == []
    shop.turns_clock(days=15)
    maria.types("/visit rose")
    maria.presses("Add Rose")
    maria.sees("Visit logged: 1st.", where="ephemeral")
    assert shop.book(tasks) == ["Thank Rose for coming the first time"]
    for _ in range(2):
        shop.turns_clock(days=1)
        maria.types("/visit rose")
    maria.sees("Visit logged: 3rd.", where="ephemeral")
    assert shop.book(tasks) == ["Thank Rose for coming the first time", "Thank Rose for coming back a third time"]


def test_a_visit_taken_back_takes_the_thanks_along(shop: Shop, maria: Person) -> None:
    shop.turns_clock(days=15)
    maria.types("/visit rose")
    maria.presses("Add Rose")
    maria.sees("Visit logged: 1st.", where="ephemeral")
    maria.presses("Undo")
    maria.sees("Taken back.", where="ephemeral")
    assert shop.book(tasks) == []


def test_a_file_changes_all_of_them_and_keeps_only_what_differs(shop: Shop) -> None:
    pat = Actor("T0REGULARS", "U0PAT", "Pat Reyes", Role.MANAGER)

    def bring_in(session: BookSession) -> tuple[list[str], list[str]]:
        text = to_yaml(playbooks.look(session, pat)).replace("Wish {name} a happy birthday", "Sing for {name}")
        playbooks.replace_all(session, pat, from_yaml(text), MONDAY)
        return steps(session, "birthday"), list(staff.workspace(session).settings["playbooks"])

    assert shop.book(bring_in) == (["Sing for {name}"], ["birthday"])
    with pytest.raises(ManagersOnly):
        shop.book(lambda session: playbooks.replace_all(session, replace(pat, role=Role.STAFF), DEFAULTS, MONDAY))


@pytest.mark.parametrize("event", ["no.such", "", "__class__"])
def test_an_event_that_is_none_is_refused(shop: Shop, event: str) -> None:
    pat = Actor("T0REGULARS", "U0PAT", "Pat Reyes", Role.MANAGER)
    with pytest.raises(UnknownEvent):
        shop.book(lambda session: playbooks.steps(session, pat, event))


def test_whoever_comes_in_has_not_slipped_away(shop: Shop, knows: Know, maria: Person) -> None:
    knows("Rose Tanner", visits=9)
    maria.types("/visit rose tanner")
    shop.turns_clock(days=16)
    maria.types("/followup rose tanner")
    maria.sees("See how Rose Tanner is", where="ephemeral")
    maria.types("/visit rose tanner")
    maria.sees("Visit logged: 11th", where="ephemeral")
    maria.types("/customer rose tanner")
    assert "See how Rose Tanner is" not in maria.sees("Rose Tanner", where="ephemeral").text
