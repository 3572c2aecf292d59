"""A coupon from sending it to redeeming it, or to its last day (P32)."""

from datetime import UTC, datetime

import pytest

from bot.domain.customers import Customer
from bot.domain.followups import FollowUp
from bot.playground.people import Person
from bot.services import playbooks
from bot.store import customers, followups
from bot.store.database import BookSession
from tests.conftest import MONDAY, Shop

SENT_ON = datetime(2026, 11, 30, 10, tzinfo=UTC)
WEEK_BEFORE = datetime(2027, 1, 22, 10, tzinfo=UTC)


def resolved(session: BookSession) -> Customer:
    dana = customers.add(session, "Dana López", "U0MARIA", MONDAY)
    facts = {"story": "heel came loose"}
    playbooks.run(session, "issue.resolved", dana, "U0MARIA", facts, MONDAY, about="7:0")
    return dana


def open_ones(session: BookSession) -> list[str]:
    return [f"{each.kind}: {each.text}" for each in followups.open_all(session) if each.details.get("code")]


def every(session: BookSession) -> list[FollowUp]:
    return followups.some(session, range(1, 20))


@pytest.fixture
def code(shop: Shop, maria: Person) -> str:
    """The code of a coupon that Maria has just sent to Dana."""
    shop.book(resolved)
    shop.turns_clock_to(SENT_ON)
    maria.presses("Sent", on=maria.sees("Send Dana López a coupon", where="dm"))
    shop.settles()
    return str(next(each for each in shop.book(every) if each.kind == "gift").details["code"])


def test_sent_it_stays_open_on_card_and_arrival(shop: Shop, code: str, maria: Person, jon: Person) -> None:
    assert maria.buttons(maria.sees("Sent by Maria Silva", where="dm")) == ["Undo"]
    jon.types("/customer dana")
    jon.sees(f"Coupon {code} open until 29 Jan", where="ephemeral")
    maria.types("/followup mine")
    maria.sees("sent, not redeemed yet", where="ephemeral")
    jon.types("/visit dana")
    shop.settles()
    came = jon.sees(f"Coupon {code} open until 29 Jan", where="floor")
    jon.presses("Redeemed", on=came)
    shop.settles()
    jon.does_not_see(f"Coupon {code} open", where="floor")
    assert shop.book(open_ones) == []
    shop.turns_clock_to(WEEK_BEFORE)
    maria.does_not_see("Remind Dana", where="dm")


def test_redeemed_on_the_reminder_a_week_before_it_ends(shop: Shop, code: str, maria: Person, jon: Person) -> None:
    jon.types("/customer dana")
    shop.turns_clock_to(WEEK_BEFORE)
    asked = maria.sees(f"Remind Dana López of the coupon {code}", where="dm")
    assert maria.buttons(asked)[:3] == ["Reached", "No answer", "Redeemed"]
    maria.presses("Redeemed", on=asked)
    shop.settles()
    maria.sees("Redeemed by Maria Silva", where="dm")
    assert shop.book(open_ones) == []
    jon.presses("Redeemed")
    jon.sees("That is done already: Maria Silva")


def test_redeemed_by_mistake_is_taken_back(shop: Shop, code: str, jon: Person) -> None:
    jon.types("/customer dana")
    jon.presses("Redeemed")
    jon.sees("Redeemed by Jon Park", where="ephemeral")
    jon.presses("Undo")
    jon.types("/customer dana")
    jon.sees(f"Coupon {code} open until 29 Jan", where="ephemeral")


def test_redeemed_by_mistake_is_taken_back_with_its_reminder(
    shop: Shop, code: str, maria: Person, jon: Person
) -> None:
    before = shop.book(open_ones)
    jon.types("/customer dana")
    jon.presses("Redeemed")
    assert shop.book(open_ones) == []
    jon.presses("Undo")
    assert shop.book(open_ones) == before
    shop.turns_clock_to(WEEK_BEFORE)
    asked = maria.sees(f"Remind Dana López of the coupon {code}", where="dm")
    maria.presses("Redeemed", on=asked)
    shop.settles()
    assert shop.book(open_ones) == []
    maria.presses("Undo", on=maria.sees("Redeemed by Maria Silva", where="dm"))
    assert shop.book(open_ones) == before


def test_sent_by_mistake_is_taken_back(shop: Shop, code: str, maria: Person) -> None:
    maria.presses("Undo", on="dm")
    shop.settles()
    maria.types("/customer dana")
    maria.does_not_see("open until", where="ephemeral")
    assert [each.split(":")[0] for each in shop.book(open_ones)] == ["gift", "checkin"]


def test_its_last_day_ends_it(shop: Shop, code: str, maria: Person) -> None:
    shop.turns_clock_to(WEEK_BEFORE)
    shop.turns_clock_to(datetime(2027, 1, 29, 18, tzinfo=UTC))
    maria.types("/customer dana")
    maria.sees(f"Coupon {code} open until 29 Jan", where="ephemeral")
    shop.turns_clock_to(datetime(2027, 2, 3, 12, tzinfo=UTC))
    assert shop.book(open_ones) == []
    assert {each.outcome for each in shop.book(every) if each.details.get("code")} == {"sent", "expired"}


def test_what_was_never_sent_is_not_reminded_of(shop: Shop, maria: Person) -> None:
    shop.book(resolved)
    shop.turns_clock_to(SENT_ON)
    maria.presses("Drop", on=maria.sees("Send Dana López a coupon", where="dm"))
    shop.settles()
    assert shop.book(open_ones) == []


def test_a_gift_without_a_code_is_no_coupon(shop: Shop, maria: Person) -> None:
    shop.book(resolved)
    maria.types("/followup dana send the winter coupon in 20 minutes")
    shop.turns_clock(minutes=20)
    maria.presses("Sent", on="dm")
    shop.settles()
    maria.types("/customer dana")
    maria.does_not_see("open until", where="ephemeral")


def test_the_digest_counts_them(shop: Shop, code: str, pat: Person, maria: Person) -> None:
    pat.types("/digest")
    pat.sees("Coupons in seven days: 1 sent, 1 open now", where="ephemeral")
    maria.types("/visit dana")
    maria.presses("Redeemed")
    shop.settles()
    pat.types("/digest")
    pat.sees("Coupons in seven days: 1 sent, 1 redeemed", where="ephemeral")
