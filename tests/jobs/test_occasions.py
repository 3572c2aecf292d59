"""Birthdays, and regulars who begin to stay away: a follow-up each, once."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.jobs.occasions import Occasions
from bot.store import customers, followups, visits
from bot.store.database import BookSession
from tests.conftest import Shop


def knows(shop: Shop, name: str, gaps: tuple[int, ...] = (), **facts: Any) -> None:
    """Make the shop know somebody; ``gaps`` are the days before the clock's today on which they came."""

    def add(session: BookSession) -> None:
        now = shop.clock.now()
        customer = customers.add(session, name, "U0MARIA", now - timedelta(days=400), **facts)
        for gap in gaps:
            at = now - timedelta(days=gap)
            visits.log(session, customer.id, "U0MARIA", at, at.date())

    shop.book(add)


def tasks(session: BookSession) -> list[tuple[str, str | None]]:
    return sorted((each.text, each.owner) for each in followups.open_all(session))


def looks(shop: Shop) -> list[tuple[str, str | None]]:
    """Let a bot that just started look at the day; return what is to be done."""
    shop.playground.call(Occasions(shop.bot.book, shop.clock).step())
    found: list[tuple[str, str | None]] = shop.book(tasks)
    return found


def test_a_birthday_is_somebodys_to_wish_once_in_its_year(shop: Shop) -> None:
    knows(shop, "Dana López", birthday="--11-23", person="U0JON")
    knows(shop, "Rose Hart", birthday="1988-11-23")
    knows(shop, "Ana Reis", birthday="--11-24")
    knows(shop, "Left In Peace", birthday="--11-23", do_not_contact=True)
    once = [("Wish Dana López a happy birthday", "U0JON"), ("Wish Rose Hart a happy birthday", None)]
    assert looks(shop) == once
    assert looks(shop) == once
    shop.clock.turn(timedelta(days=1))
    assert ("Wish Ana Reis a happy birthday", None) in looks(shop)


def test_a_regular_who_begins_to_stay_away_is_looked_after_once_for_each_absence(shop: Shop) -> None:
    knows(shop, "Dana López", (62, 52, 42, 32, 22), person="U0JON")
    knows(shop, "Long Gone", (112, 102, 92, 82, 72))
    knows(shop, "Not Yet", (54, 44, 34, 24, 14))
    once = [("See how Dana López is: not here for 22 days", "U0JON")]
    assert looks(shop) == once
    shop.clock.turn(timedelta(hours=5))
    assert looks(shop) == once


def test_the_morning_is_that_of_the_workspace(shop: Shop) -> None:
    knows(shop, "Dana López", birthday="--11-24")
    shop.clock.turn_to(datetime(2026, 11, 24, 7, 59, tzinfo=UTC))
    assert looks(shop) == []
    shop.clock.turn_to(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))
    assert [text for text, _ in looks(shop)] == ["Wish Dana López a happy birthday"]
