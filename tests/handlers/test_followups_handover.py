"""A follow-up changes hands: accepted, declined, unanswered, taken from the queue, left behind by a leaver."""

from datetime import UTC, datetime

import pytest

from bot.domain.followups import FollowUp, Plan
from bot.domain.policy import Actor, Role
from bot.playground.filling import Chosen
from bot.playground.people import Person
from bot.services import followups as followup_services
from bot.services import handovers
from bot.store import followups, staff
from bot.store.database import BookSession
from tests.conftest import Shop
from tests.handlers.customers import Know, knows

__all__ = ["knows"]


def the_only_one(session: BookSession) -> FollowUp:
    return followups.some(session, [1])[0]


def jon_leaves(session: BookSession) -> None:
    staff.change(session, "U0JON", left_at=datetime(2026, 11, 23, 12, tzinfo=UTC))


def maria_has_a_call(shop: Shop, maria: Person, when: str = "tomorrow at 3pm") -> None:
    maria.types("/customer Dana López")
    maria.presses("Add Dana López")
    maria.types(f"/followup dana call about the boots {when}")
    maria.types("/followup mine")


def hands_over(shop: Shop, person: Person, fields: dict[str, Chosen]) -> None:
    person.presses("Hand over")
    person.fills(fields)
    person.submits()
    shop.settles()


def test_a_colleague_accepts_and_the_old_owner_is_told_once(shop: Shop, maria: Person, jon: Person) -> None:
    maria_has_a_call(shop, maria)
    hands_over(shop, maria, {"A colleague": "Jon Park"})
    maria.sees("I ask Jon Park to take it: Call about the boots — Dana López.")
    jon.sees(
        "Maria Silva asks you to take this: Call about the boots — Dana López, Tue 24 Nov, 15:00.", where="dm"
    )
    assert shop.book(the_only_one).owner == "U0MARIA"
    jon.presses("Accept")
    shop.settles()
    jon.sees("Yours now: Call about the boots", where="dm")
    maria.sees("Jon Park has taken it: Call about the boots — Dana López.", where="dm")
    shop.turns_clock_to(datetime(2026, 11, 24, 15, tzinfo=UTC))
    jon.sees("Dana López: Call about the boots.", where="dm")
    assert len(maria.all_seen("dm")) == 1


def test_an_offer_can_be_taken_from_a_list(shop: Shop, maria: Person, jon: Person) -> None:
    maria_has_a_call(shop, maria)
    hands_over(shop, maria, {"A colleague": "Jon Park"})
    jon.types("/followup mine")
    listed = jon.sees("waits for Jon Park to take it", where="ephemeral")
    assert jon.buttons(listed) == ["Accept", "Can't"]
    jon.presses("Accept", on=listed)
    jon.sees("Yours now: Call about the boots — Dana López", where="ephemeral")


def test_an_offer_waits_for_the_morning_and_is_not_made_when_it_is_done_by_then(
    shop: Shop, maria: Person, jon: Person
) -> None:
    maria_has_a_call(shop, maria)
    shop.turns_clock_to(datetime(2026, 11, 23, 20, tzinfo=UTC))
    hands_over(shop, maria, {"A colleague": "Jon Park"})
    maria.sees("They are off until Tue 24 Nov, 09:00.")
    jon.does_not_see("asks you to take this", where="dm")
    maria.types("/followup dana")
    maria.presses("Reached")
    shop.turns_clock_to(datetime(2026, 11, 24, 9, tzinfo=UTC))
    jon.does_not_see("Dana López", where="dm")


def offers_what_is_due(shop: Shop, maria: Person) -> None:
    """Hand a call over that Maria was reminded of an hour ago."""
    maria_has_a_call(shop, maria, "in 20 minutes")
    shop.turns_clock(minutes=20)
    hands_over(shop, maria, {"A colleague": "Jon Park"})


def test_cant_brings_back_at_once_what_is_due(shop: Shop, maria: Person, jon: Person) -> None:
    offers_what_is_due(shop, maria)
    shop.turns_clock(minutes=5)
    jon.presses("Can't")
    shop.settles()
    assert len([seen for seen in maria.all_seen("dm") if "Call about the boots" in seen.text]) == 2
    jon.sees("Maria Silva has it.", where="dm")


def test_without_an_answer_what_is_due_comes_back_within_the_hour_and_goes_up(
    shop: Shop, maria: Person, jon: Person, pat: Person
) -> None:
    offers_what_is_due(shop, maria)
    shop.turns_clock(hours=1)
    maria.sees("Jon Park has not taken it, so it is yours again.", where="dm")
    pat.sees("1 follow-up is slipping", where="managers")
    assert jon.buttons("dm") == []
    assert shop.book(the_only_one).owner == "U0MARIA"


def test_cant_leaves_with_its_owner_what_is_not_due_yet(
    shop: Shop, maria: Person, jon: Person, pat: Person
) -> None:
    maria_has_a_call(shop, maria)
    hands_over(shop, maria, {"A colleague": "Jon Park"})
    jon.presses("Can't")
    shop.turns_clock(hours=4)
    maria.sees(
        "Jon Park can't take this: Call about the boots — Dana López. It stays yours: I will remind you "
        "Tue 24 Nov, 15:00.",
        where="dm",
    )
    assert len(maria.all_seen("dm")) == 1
    pat.does_not_see("slipping", where="managers")
    shop.turns_clock_to(datetime(2026, 11, 24, 15, tzinfo=UTC))
    assert {"Reached", "No answer"} <= set(maria.buttons(maria.sees("Call about the boots", where="dm")))


def test_without_an_answer_what_is_not_due_yet_comes_back_quietly_and_the_managers_are_told(
    shop: Shop, maria: Person, jon: Person, pat: Person
) -> None:
    maria_has_a_call(shop, maria)
    hands_over(shop, maria, {"A colleague": "Jon Park"})
    shop.turns_clock(hours=4)
    told = "Jon Park has not said whether they take this: Call about the boots — Dana López."
    maria.sees(f"{told} It stays yours: I will remind you Tue 24 Nov, 15:00.", where="dm")
    assert len(maria.all_seen("dm")) == 1
    pat.sees(f"{told} It stays with Maria Silva, due Tue 24 Nov, 15:00.", where="managers")
    pat.does_not_see("slipping", where="managers")
    assert jon.buttons("dm") == []
    shop.turns_clock_to(datetime(2026, 11, 24, 15, tzinfo=UTC))
    assert {"Reached", "No answer"} <= set(maria.buttons(maria.sees("Call about the boots", where="dm")))
    for _ in range(2):
        shop.turns_clock(hours=1)
    pat.sees("1 follow-up is slipping", where="managers")


def test_what_comes_back_is_not_told_when_it_was_done_meanwhile(shop: Shop, maria: Person, jon: Person) -> None:
    maria_has_a_call(shop, maria)
    hands_over(shop, maria, {"A colleague": "Jon Park"})
    shop.turns_clock(hours=1)
    maria.types("/followup dana")
    maria.presses("Reached")
    shop.settles()
    maria.sees("Reached by Maria Silva", where="dm")
    maria.does_not_see("It stays yours", where="dm")


def test_offered_to_another_the_first_cannot_accept_any_more(
    shop: Shop, maria: Person, jon: Person, pat: Person
) -> None:
    maria_has_a_call(shop, maria)
    hands_over(shop, maria, {"A colleague": "Jon Park"})
    offer = jon.sees("Maria Silva asks you to take this", where="dm")
    assert jon.buttons(offer) == ["Accept", "Can't"]
    hands_over(shop, maria, {"A colleague": "Pat Reyes"})
    assert jon.buttons(jon.sees("Maria Silva has it.", where="dm")) == []
    pat.sees("Maria Silva asks you to take this", where="dm")
    actor = Actor("T0REGULARS", "U0JON", "Jon Park", Role.STAFF)
    with pytest.raises(handovers.NotForYouNow, match="Maria Silva has it"):
        shop.book(handovers.accept, actor, 1, shop.clock.now())


def test_the_queue_is_everybodys_and_one_takes_it(shop: Shop, maria: Person, jon: Person) -> None:
    maria_has_a_call(shop, maria)
    hands_over(shop, maria, {"… or": "The shared queue"})
    maria.sees("Put into the shared queue: Call about the boots — Dana López.")
    shop.turns_clock_to(datetime(2026, 11, 24, 15, tzinfo=UTC))
    jon.sees("It was due Tue 24 Nov, 15:00, and is nobody's yet.", where="floor")
    maria.types("/followup queue")
    asked = maria.sees("Nobody's yet", where="ephemeral")
    jon.presses("I'll take it")
    shop.settles()
    jon.sees("Jon Park sees to Dana López: Call about the boots", where="floor")
    maria.presses("I'll take it", on=asked)
    maria.sees("was quicker and has taken it already.")


def test_whoever_is_on_shift_is_who_has_least_to_do(shop: Shop, maria: Person, jon: Person) -> None:
    maria_has_a_call(shop, maria)
    jon.types("/followup dana send the size chart tomorrow at 10am")
    hands_over(shop, maria, {"… or": "Whoever is on shift"})
    maria.sees("I ask Pat Reyes to take it")


def test_to_oneself_and_to_a_guest_and_to_nobody_are_refused(shop: Shop, maria: Person) -> None:
    maria_has_a_call(shop, maria)
    maria.presses("Hand over")
    maria.submits()
    maria.sees("Choose a colleague, whoever is on shift, or the queue.", where="modal")
    maria.fills({"A colleague": "Maria Silva"})
    maria.submits()
    maria.sees("It is yours already.", where="modal")
    maria.fills({"A colleague": "Gil Costa"})
    maria.submits()
    maria.sees("they are not on this team, or have left", where="modal")


def test_what_a_leaver_had_goes_to_the_queue_and_the_manager_is_told(shop: Shop, jon: Person, pat: Person) -> None:
    maria_has_a_call(shop, jon)
    shop.book(jon_leaves)
    shop.turns_clock_to(datetime(2026, 11, 24, 15, tzinfo=UTC))
    pat.sees("Jon Park is not on the team any more. Their open follow-ups went to", where="managers")
    pat.sees("is nobody's yet", where="floor")
    assert shop.book(the_only_one).owner is None


def test_a_stand_in_gets_what_a_leaver_had(shop: Shop, jon: Person, maria: Person) -> None:
    maria_has_a_call(shop, jon)
    shop.book(lambda session: staff.change(session, "U0JON", stand_in="U0MARIA"))
    shop.book(jon_leaves)
    assert shop.book(handovers.leaves, "U0JON", shop.clock.now()) == 1
    shop.turns_clock_to(datetime(2026, 11, 24, 15, tzinfo=UTC))
    maria.sees("Dana López: Call about the boots.", where="dm")


def test_a_colleague_named_in_the_command_is_asked_to_take_it(shop: Shop, maria: Person, jon: Person) -> None:
    maria.types("/customer Dana López")
    maria.presses("Add Dana López")
    maria.types("/followup dana @jon call about the boots tomorrow at 3pm")
    maria.sees("Tue 24 Nov, 15:00: Call about the boots — Dana López.")
    maria.sees("I ask Jon Park to take it; until then it is yours.")
    shop.settles()
    jon.sees("Maria Silva asks you to take this: Call about the boots", where="dm")


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("/promise @jon dana call by tomorrow 4pm", "Call — Dana López, Tue 24 Nov, 16:00"),
        ("/thanks @jon dana for sending us Ana", "Thank you for sending us Ana — Dana López"),
    ],
)
def test_a_colleague_in_front_is_asked_to_keep_a_promise_and_to_write_a_note(
    shop: Shop, maria: Person, jon: Person, typed: str, asked: str
) -> None:
    maria.types("/customer Dana López")
    maria.presses("Add Dana López")
    maria.types(typed)
    maria.sees("I ask Jon Park to take it; until then it is yours.")
    shop.settles()
    jon.sees(f"Maria Silva asks you to take this: {asked}", where="dm")


@pytest.mark.parametrize("typed", ["/promise @jon", "/thanks @jon"])
def test_a_colleague_in_front_and_nothing_more_is_asked_about(maria: Person, typed: str) -> None:
    maria.types(typed)
    maria.sees("for example")


def jon_is_off_until_december(shop: Shop, jon: Person, stand_in: bool = True) -> None:
    jon.types("/regulars shift off 24 nov - 4 dec")
    if stand_in:
        jon.types("/regulars standin @maria")


def test_what_is_due_while_its_owner_is_away_for_days_is_offered_to_the_stand_in(
    shop: Shop, jon: Person, maria: Person, pat: Person
) -> None:
    maria_has_a_call(shop, jon, "tomorrow")
    jon_is_off_until_december(shop, jon)
    shop.turns_clock_to(datetime(2026, 11, 24, 9, tzinfo=UTC))
    maria.sees("Jon Park is away for some days. Will you take this: Call about the boots — Dana López", where="dm")
    pat.sees("Jon Park is away for some days. What is due meanwhile is offered to Maria Silva.", where="managers")
    maria.presses("Accept")
    shop.settles()
    assert shop.book(the_only_one).owner == "U0MARIA"
    shop.turns_clock(days=1)
    maria.sees("Dana López: Call about the boots.", where="dm")


def test_a_stand_in_who_cant_leaves_it_to_the_queue(shop: Shop, jon: Person, maria: Person) -> None:
    maria_has_a_call(shop, jon, "tomorrow")
    jon_is_off_until_december(shop, jon)
    shop.turns_clock_to(datetime(2026, 11, 24, 9, tzinfo=UTC))
    maria.presses("Can't")
    shop.settles()
    maria.sees("is nobody's yet", where="floor")
    assert shop.book(the_only_one).owner is None
    jon.does_not_see("Dana López", where="dm")


def test_a_stand_in_who_keeps_silent_leaves_it_to_the_queue_and_the_managers_hear(
    shop: Shop, jon: Person, maria: Person, pat: Person
) -> None:
    maria_has_a_call(shop, jon, "tomorrow")
    jon_is_off_until_december(shop, jon)
    shop.turns_clock_to(datetime(2026, 11, 24, 9, tzinfo=UTC))
    shop.turns_clock(hours=1)
    pat.sees("1 follow-up is slipping", where="managers")
    maria.sees("is nobody's yet", where="floor")
    jon.does_not_see("Dana López", where="dm")
    assert maria.buttons("dm") == []


def test_without_a_stand_in_it_goes_to_the_queue(shop: Shop, jon: Person, maria: Person) -> None:
    maria_has_a_call(shop, jon, "tomorrow")
    jon_is_off_until_december(shop, jon, stand_in=False)
    shop.turns_clock_to(datetime(2026, 11, 24, 9, tzinfo=UTC))
    maria.sees("is nobody's yet", where="floor")


def test_when_the_shop_itself_is_closed_for_days_nobody_is_away(shop: Shop, maria: Person, pat: Person) -> None:
    maria_has_a_call(shop, maria, "24 nov")
    pat.types("/regulars calendar closed 24-30 nov")
    shop.turns_clock_to(datetime(2026, 11, 24, 9, tzinfo=UTC))
    assert shop.book(the_only_one).owner == "U0MARIA"
    shop.turns_clock_to(datetime(2026, 12, 2, 9, tzinfo=UTC))  # 1 December is a holiday in Portugal
    maria.sees("Dana López: Call about the boots.", where="dm")
    pat.does_not_see("is away", where="managers")


def test_what_is_nobodys_comes_to_the_floor_in_one_message(shop: Shop, knows: Know, jon: Person) -> None:
    tomorrow = datetime(2026, 11, 24, 10, tzinfo=UTC).replace(tzinfo=None)
    for name in ("Dana López", "Rose Tanner"):
        plan = Plan(knows(name).id, "checkin", f"See how {name} is", None, tomorrow, "Europe/Lisbon")
        shop.book(followup_services.plan, plan, "U0MARIA", shop.clock.now())
    shop.turns_clock_to(datetime(2026, 11, 24, 10, 1, tzinfo=UTC))
    told = jon.sees("2 follow-ups for whoever has a moment", where="floor")
    assert "See how Dana López is" in told.text
    assert "See how Rose Tanner is" in told.text
    jon.presses("I'll take it", on=told)
    jon.sees("1 follow-up for whoever has a moment", where="floor")
