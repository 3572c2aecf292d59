"""The walk that must always work (PRODUCT.md), word for word in spirit: one shop, nine steps, one conversation."""

from datetime import UTC, datetime

from bot.playground.people import Person
from tests.conftest import Shop
from tests.handlers.customers import Know, knows

__all__ = ["knows"]

TUESDAY = datetime(2026, 12, 8, 15, 0, 1, tzinfo=UTC)
NEXT_TUESDAY = "tuesday 8 dec at 3pm"


def test_the_walk(shop: Shop, knows: Know, maria: Person, jon: Person, pat: Person) -> None:
    _know_the_regulars(knows)
    _somebody_comes_in(maria)
    _she_is_greeted_by_name(maria, jon)
    _which_dana_and_who_is_zzyzx(maria)
    _something_went_wrong_and_is_put_right(shop, maria, jon)
    _a_promise_comes_back_until_somebody_is_reached(shop, maria)
    _a_note_is_due_written_and_sent(shop, jon)
    _somebody_is_caught_doing_something_right(maria, jon)
    _the_manager_has_a_digest(shop, pat)
    _what_do_you_know_about_me(shop, maria, pat)


def _know_the_regulars(knows: Know) -> None:
    knows("Dana López", visits=13, say="DAY-nah", phone="+351 912 345 678", note="Running her first marathon")
    knows("Dana Cole", visits=2)
    knows("Dana Whitfield", visits=1)


def _somebody_comes_in(maria: Person) -> None:
    maria.types("/visit dana lopes")
    maria.sees("Visit logged: 14th.", where="ephemeral")
    nudge = maria.sees("Dana López (say DAY-nah) just came in. 14th visit", where="floor")
    assert "Ask about: Running her first marathon" in nudge.text
    assert maria.buttons(nudge) == ["Greeted by name", "Card", "Undo"]


def _she_is_greeted_by_name(maria: Person, jon: Person) -> None:
    jon.presses("Greeted by name", on=jon.sees("just came in", where="floor"))
    maria.sees("Greeted by Jon Park", where="floor")
    maria.presses("Greeted by name", on=maria.sees("just came in", where="floor"))
    jon.sees("Greeted by Jon Park and Maria Silva", where="floor")


def _which_dana_and_who_is_zzyzx(maria: Person) -> None:
    maria.types("/visit dana")
    assert len(maria.buttons(maria.sees("Which Dana?"))) == 4
    maria.presses("New customer “Dana”")
    maria.sees("Dana just came in. First visit.", where="floor")
    maria.types("/visit zzyzx")
    maria.sees("I don't know a Zzyzx yet. Add them?")
    maria.presses("Add Zzyzx")
    maria.sees("Zzyzx just came in", where="floor")


def _something_went_wrong_and_is_put_right(shop: Shop, maria: Person, jon: Person) -> None:
    jon.types("/issue dana lópez left heel came loose again")
    jon.fills({
        "How do they feel?": "Upset", "What do they want?": "to dance on Saturday",
        "What do we do next?": "glue and stitch it", "By when?": "friday 4pm",
    })  # fmt: skip
    jon.submits()
    jon.sees("Promised by: Fri 27 Nov, 16:00", where="ephemeral")
    maria.types("/customer dana lópez")
    maria.sees("Open issue: left heel came loose again (Jon Park, promised Friday)", where="ephemeral")
    jon.opens_home()
    jon.sees("left heel came loose again", where="home")
    jon.presses("Resolve", on=jon.sees("Promised by: Fri 27 Nov", where="ephemeral"))
    jon.fills({"What do they say of it?": "What they expected"})
    jon.submits()
    jon.sees("Reassurance call: Wed 25 Nov", where="ephemeral")
    shop.turns_clock(days=1)
    maria.types("/visit dana lópez")
    maria.sees("Welcome back!", where="floor")


def _a_promise_comes_back_until_somebody_is_reached(shop: Shop, maria: Person) -> None:
    maria.types(f"/followup dana lópez call about the boots {NEXT_TUESDAY}")
    reply = maria.sees("Tue 8 Dec, 15:00: Call about the boots", where="ephemeral")
    assert maria.buttons(reply)[:2] == ["Change", "Undo"]
    shop.turns_clock_to(TUESDAY)
    call = maria.sees("Call about the boots", where="dm")
    assert "+351 912 345 678" in call.text
    for button in ("Reached", "No answer", "Snooze", "Hand over"):
        assert button in maria.buttons(call)
    maria.presses("No answer", on=call)
    maria.sees("No answer (1 of 3). I will remind you Wed 9 Dec", where="dm")
    shop.turns_clock(days=1)
    maria.presses("Reached", on=maria.sees("Call about the boots", where="dm"))
    maria.sees("Reached", where="dm")


def _a_note_is_due_written_and_sent(shop: Shop, jon: Person) -> None:
    jon.types("/thanks dana lópez for sending us Ana")
    jon.sees("A note is owed to Dana López", where="ephemeral")
    shop.turns_clock(days=1)
    note = jon.sees("Thank you for sending us Ana", where="dm")
    jon.presses("Written", on=note)
    jon.presses("Sent", on=jon.sees("Thank you for sending us Ana", where="dm"))
    jon.sees("Sent by Jon Park", where="dm")


def _somebody_is_caught_doing_something_right(maria: Person, jon: Person) -> None:
    jon.types("/kudos @maria stayed after closing to fix Dana's heel")
    maria.sees("stayed after closing to fix Dana's heel", where="kudos")
    maria.sees("stayed after closing to fix Dana's heel", where="dm")
    jon.types("/kudos @jon I am great")
    jon.sees("Nobody can give kudos to themselves.", where="ephemeral")


def _the_manager_has_a_digest(shop: Shop, pat: Person) -> None:
    shop.turns_clock(hours=24)
    pat.sees("Caught doing something right", where="dm")
    pat.types("/digest")
    pat.sees("Caught doing something right", where="ephemeral")


def _what_do_you_know_about_me(shop: Shop, maria: Person, pat: Person) -> None:
    maria.types("/customer dana lópez export")
    maria.sees("everything stored about one customer", where="dm")
    maria.types("/customer dana lópez forget")
    pat.presses("Erase", on=pat.sees("Erase Dana López everywhere?", where="dm"))
    shop.settles()
    maria.does_not_see("Dana López", where="floor")
    maria.types("/customer dana lópez")
    maria.does_not_see("13 visits")
