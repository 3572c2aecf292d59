"""Slack's “Do not disturb”: a nudge waits for its end, where the bot may ask; what cannot wait does not."""

from datetime import UTC, datetime

import pytest

from bot.domain.followups import Plan
from bot.playground.people import Person
from bot.services import followups
from bot.store import customers
from bot.store.database import BookSession
from tests.conftest import MONDAY, Shop

NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)
ELEVEN = datetime(2026, 11, 24, 11, tzinfo=UTC)


def two_for_nine(session: BookSession) -> None:
    dana = customers.add(session, "Dana López", "U0JON", MONDAY).id
    for text in ("Order wax", "Order laces"):
        plan = Plan(dana, "other", text, "U0MARIA", NINE.replace(tzinfo=None), "UTC")
        followups.plan(session, plan, "U0MARIA", MONDAY)


def wants_quiet(shop: Shop, start: datetime, end: datetime) -> None:
    times = (int(start.timestamp()), int(end.timestamp()))
    shop.playground.desk.workspace.change_user("U0MARIA", dnd=times)


def test_a_nudge_waits_for_the_end_and_slack_is_asked_once(shop: Shop, maria: Person) -> None:
    shop.book(two_for_nine)
    wants_quiet(shop, NINE, ELEVEN)
    shop.turns_clock_to(NINE)
    maria.does_not_see("Order", where="dm")
    assert shop.playground.desk.calls["dnd.info"] == 1
    shop.turns_clock_to(ELEVEN)
    maria.sees("Order wax", where="dm")
    maria.sees("Order laces", where="dm")
    assert shop.playground.desk.calls["dnd.info"] == 2


@pytest.mark.parametrize(
    "typed", ["/followup dana order wax tomorrow at 9am", "/promise dana order wax tomorrow 11am"]
)
def test_a_typed_hour_and_a_promise_come_all_the_same(shop: Shop, maria: Person, typed: str) -> None:
    maria.types("/customer Dana López")
    maria.presses("Add Dana López")
    maria.types(typed)
    wants_quiet(shop, NINE, ELEVEN)
    shop.turns_clock_to(NINE)
    maria.sees("Order wax", where="dm")


@pytest.mark.parametrize("error", ["missing_scope", "unknown_method", "internal_error"])
def test_who_may_not_ask_does_not_wait(shop: Shop, maria: Person, error: str) -> None:
    shop.book(two_for_nine)
    wants_quiet(shop, NINE, ELEVEN)
    shop.playground.faults.add("error", method="dnd.info", error=error)
    shop.turns_clock_to(NINE)
    maria.sees("Order wax", where="dm")


def test_quiet_hours_to_come_are_no_quiet(shop: Shop, maria: Person) -> None:
    shop.book(two_for_nine)
    wants_quiet(shop, ELEVEN, ELEVEN.replace(hour=20))
    shop.turns_clock_to(NINE)
    maria.sees("Order wax", where="dm")
