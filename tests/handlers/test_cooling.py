"""A customer is asked for their time once in a few days, also by a playbook, where nobody is there to be asked."""

from datetime import UTC, datetime

from bot.domain.followups import CONTACTS
from bot.playground.people import Person
from bot.store import followups
from bot.store.database import BookSession
from tests.conftest import Shop
from tests.handlers.customers import Know, knows

__all__ = ["knows"]

HEEL = "Is everything right now? Ask Dana López about: heel came loose"
BOTH = f"{HEEL}; and: strap tore"
STRAP = "Is everything right now? Ask Dana López about: strap tore"
WEDNESDAY = datetime(2026, 11, 25, 10, tzinfo=UTC)


def calls(session: BookSession) -> list[tuple[str, datetime, str | None]]:
    found = followups.open_all(session)
    asking = [each for each in found if each.kind in CONTACTS and not each.details.get("code")]
    return [(each.text, each.due_at, each.owner) for each in asking]


def solves(person: Person, what: str) -> None:
    person.types(f"/issue dana {what}")
    person.submits()
    person.presses("Fixed on the spot")


def test_two_issues_resolved_on_one_day_are_one_call_that_asks_about_both(
    shop: Shop, knows: Know, maria: Person, jon: Person
) -> None:
    knows("Dana López")
    solves(maria, "heel came loose")
    maria.sees("Reassurance call: Wed 25 Nov, 10:00 (Maria Silva)")
    solves(jon, "strap tore")
    jon.sees("Reassurance call: Wed 25 Nov, 10:00 (Maria Silva), in one call with what was planned already")
    assert shop.book(calls) == [(BOTH, WEDNESDAY, "U0MARIA")]
    shop.turns_clock_to(WEDNESDAY)
    maria.sees("heel came loose; and: strap tore", where="dm")
    maria.presses("Reached")
    assert shop.book(calls) == []


def test_an_issue_opened_again_takes_its_question_along(shop: Shop, knows: Know, maria: Person) -> None:
    knows("Dana López")
    solves(maria, "heel came loose")
    solves(maria, "strap tore")
    maria.presses("Re-open")
    assert shop.book(calls) == [(HEEL, WEDNESDAY, "U0MARIA")]
    maria.presses("Fixed on the spot")
    assert shop.book(calls) == [(BOTH, WEDNESDAY, "U0MARIA")]


def test_what_was_joined_stays_when_the_first_reason_is_gone(shop: Shop, knows: Know, maria: Person) -> None:
    knows("Dana López")
    solves(maria, "heel came loose")
    first = maria.sees("Resolved for Dana López", where="ephemeral")
    solves(maria, "strap tore")
    maria.presses("Re-open", on=first)
    assert shop.book(calls) == [(STRAP, WEDNESDAY, "U0MARIA")]


def test_a_call_that_somebody_planned_asks_about_it_as_well(
    shop: Shop, knows: Know, maria: Person, jon: Person
) -> None:
    knows("Dana López")
    maria.types("/followup dana call about the boots thursday 3pm")
    solves(jon, "strap tore")
    text = f"Call about the boots. Also: {STRAP}"
    assert shop.book(calls) == [(text, datetime(2026, 11, 26, 15, tzinfo=UTC), "U0MARIA")]
    maria.types("/followup dana")
    maria.presses("Reached")
    assert shop.book(calls) == []


def test_after_a_contact_it_waits_until_the_customer_was_left_in_peace(
    shop: Shop, knows: Know, maria: Person
) -> None:
    knows("Dana López")
    maria.types("/followup dana call about the boots in 20 minutes")
    shop.turns_clock(minutes=20)
    maria.presses("Reached", on="dm")
    solves(maria, "strap tore")
    maria.sees("Reassurance call: Thu 26 Nov, 10:22 (Maria Silva)")
    assert shop.book(calls) == [(STRAP, datetime(2026, 11, 26, 10, 22, tzinfo=UTC), "U0MARIA")]


def test_with_the_cool_down_switched_off_each_has_its_own_call(
    shop: Shop, knows: Know, maria: Person, pat: Person
) -> None:
    knows("Dana López")
    pat.types("/regulars rules")
    pat.fills({"Days in peace": "0"})
    pat.submits()
    solves(maria, "heel came loose")
    solves(maria, "strap tore")
    assert [text for text, *_ in shop.book(calls)] == [HEEL, STRAP]


def test_what_comes_again_keeps_to_itself(shop: Shop, knows: Know, maria: Person) -> None:
    knows("Dana López")
    maria.types("/followup dana call about wax every thursday")
    solves(maria, "strap tore")
    assert sorted(text for text, *_ in shop.book(calls)) == ["Call about wax", STRAP]


def test_a_coupons_reminder_stays_its_own(shop: Shop, knows: Know, maria: Person) -> None:
    knows("Dana López")
    solves(maria, "heel came loose")
    shop.turns_clock_to(datetime(2027, 1, 22, 9, tzinfo=UTC))  # a week before the coupon ends
    maria.types("/followup dana call about the boots tomorrow")
    maria.presses("Set it")
    kept = [each.text for each in shop.book(followups.open_all) if each.details.get("code")]
    assert "Remind Dana López of the coupon DANA-1102 (10 % off the next visit): it ends 29 Jan 2027" in kept
