"""A fixture for the tests of all doors: customers the shop knows already."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.customers import Customer
from bot.store import customers, visits
from bot.store.database import BookSession
from tests.conftest import MONDAY, Shop

Know = Callable[..., Customer]


@pytest.fixture
def knows(shop: Shop) -> Know:
    """Make the shop know somebody: `knows("Dana López", visits=13, note="…", phone="…")`."""

    def add(name: str, visits: int = 0, note: str = "", **facts: Any) -> Customer:
        customer: Customer = shop.book(_add, name, visits, note, facts)
        return customer

    return add


def _add(session: BookSession, name: str, count: int, note: str, facts: dict[str, Any]) -> Customer:
    since = MONDAY - timedelta(days=count * 7 + 20)
    customer = customers.add(session, name, "U0MARIA", since, **facts)
    for number in range(count):
        at = since + timedelta(days=7 * number)
        visits.log(session, customer.id, "U0MARIA", at, at.date())
    if note:
        customers.note(session, customer.id, note, "said", "U0MARIA", since)
    return customer
