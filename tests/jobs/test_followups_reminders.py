"""The reminder job: once each, whoever wakes it, however late, whatever breaks beside it."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.clock import StoppedClock
from bot.domain.followups import FollowUp, Plan
from bot.domain.policy import Profile
from bot.jobs.reminders import Reminders
from bot.services import followups as deeds
from bot.services import reminders, staff
from bot.store import customers, followups
from bot.store.database import Book, BookSession, open_engine
from bot.store.tables import FollowUpRow, OutboxRow

MONDAY = datetime(2026, 11, 23, 10, tzinfo=UTC)
DUE = MONDAY + timedelta(hours=1)
TEAM = "T1"


@pytest.fixture
def book(database_url: str) -> Iterator[Book]:
    book = Book(open_engine(database_url))
    yield book
    book.close()


def open_shop(session: BookSession, how_many: int) -> None:
    """A workspace with Maria in it, and so many calls due in an hour, each for a customer of its own."""
    staff.open_workspace(session, "Shop")
    staff.meet(session, Profile("U1", session.workspace, "Maria Silva", "UTC", "en-GB"), MONDAY)
    for n in range(how_many):
        customer = customers.add(session, f"Customer {n}", "U1", MONDAY)
        plan = Plan(customer.id, "call", f"Call {n}", "U1", DUE.replace(tzinfo=None), "UTC")
        deeds.plan(session, plan, "U1", MONDAY)


def promised(session: BookSession) -> list[str]:
    rows = sa.select(OutboxRow.key).where(OutboxRow.kind == "followup.nudge").order_by(OutboxRow.key)
    return list(session.scalars(rows))


def everything(session: BookSession) -> list[FollowUp]:
    return followups.open_all(session)


def look(book: Book, deed: Any, *args: Any, team: str = TEAM) -> Any:
    return book.run(team, deed, *args)[0]


async def works_off(book: Book, at: datetime) -> None:
    job = Reminders(book, StoppedClock(at))
    while await job.step():
        pass


@pytest.fixture
def loop() -> Iterator[Any]:
    runner = asyncio.Runner()
    yield runner
    runner.close()


def test_everything_due_is_said_once_in_every_workspace(book: Book, loop: Any) -> None:
    for team in ("T1", "T2"):
        look(book, open_shop, 25, team=team)
    loop.run(works_off(book, DUE - timedelta(seconds=1)))
    assert look(book, promised) == []
    for _ in range(2):
        loop.run(works_off(book, DUE))
        assert len(look(book, promised)) == 50
    assert {each.wake_at for each in look(book, everything)} == {DUE + timedelta(hours=1)}


def test_after_days_of_downtime_each_is_said_once_and_its_patience_begins_then(book: Book, loop: Any) -> None:
    look(book, open_shop, 3)
    late = DUE + timedelta(days=3)
    loop.run(works_off(book, late))
    assert len(look(book, promised)) == 3
    assert {each.wake_at for each in look(book, everything)} == {late + timedelta(hours=1)}


def test_four_processes_at_once_say_it_once(database_url: str, book: Book) -> None:
    if database_url.startswith("sqlite"):
        pytest.skip("two processes on one SQLite file are refused")
    look(book, open_shop, 40)
    due = [followup_id for _, followup_id in look(book, followups.due, DUE, 100, team="")]
    rivals = [Book(open_engine(database_url)) for _ in range(4)]

    def wakes_all(rival: Book) -> int:
        return sum(look(rival, reminders.wake, followup_id, DUE) for followup_id in due)

    with ThreadPoolExecutor(4) as processes:
        woken = list(processes.map(wakes_all, rivals))
    for rival in rivals:
        rival.close()
    assert sum(woken) == 40
    assert len(look(book, promised)) == 40


def test_what_dies_on_the_way_has_not_happened(book: Book, loop: Any) -> None:
    look(book, open_shop, 1)

    def dies(session: BookSession) -> None:
        assert reminders.wake(session, 1, DUE)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        look(book, dies)
    assert look(book, promised) == []
    loop.run(works_off(book, DUE))
    assert len(look(book, promised)) == 1


def test_a_row_that_cannot_be_woken_does_not_stop_the_line(
    book: Book, loop: Any, caplog: pytest.LogCaptureFixture
) -> None:
    look(book, open_shop, 3)
    look(book, poison, 2)
    loop.run(works_off(book, DUE))
    assert len(look(book, promised)) == 2
    assert [each.wake_at for each in look(book, everything) if each.id == 2] == [DUE + timedelta(minutes=15)]
    assert "wake_failed followup=2" in caplog.text


def poison(session: BookSession, followup_id: int) -> None:
    followups.change(session, followup_id, wake_for="dance")


def test_what_was_ended_is_not_woken(book: Book, loop: Any) -> None:
    look(book, open_shop, 2)

    def end(session: BookSession) -> None:
        deeds.close(session, followups.open_all(session)[0], "done", "reached", "U1", MONDAY)

    look(book, end)
    loop.run(works_off(book, DUE))
    assert len(look(book, promised)) == 1
    assert look(book, reminders.wake, 1, DUE) is False


def test_the_scan_goes_by_the_index(book: Book, database_url: str) -> None:
    def plan(session: BookSession) -> str:
        query = (
            sa.select(FollowUpRow.workspace, FollowUpRow.id)
            .where(FollowUpRow.wake_at <= DUE)
            .order_by(FollowUpRow.wake_at)
            .limit(20)
        )
        text = str(query.compile(session.get_bind(), compile_kwargs={"literal_binds": True}))
        if database_url.startswith("sqlite"):
            return str(session.execute(sa.text(f"EXPLAIN QUERY PLAN {text}")).all())
        for other_way in ("seqscan", "bitmapscan"):  # a table of three rows needs no index
            session.execute(sa.text(f"SET LOCAL enable_{other_way} = off"))
        return str(session.execute(sa.text(f"EXPLAIN {text}")).all())

    found = look(book, plan)
    assert "ix_followups_wake" in found
    assert "B-TREE" not in found  # no sorting
    assert "Sort" not in found


def test_nothing_open_is_ever_without_an_alarm(book: Book, loop: Any) -> None:
    look(book, open_shop, 1)
    now = DUE
    for _ in range(30):
        loop.run(works_off(book, now))
        (followup,) = look(book, everything)
        assert followup.wake_at is not None
        assert followup.wake_at > now
        now = followup.wake_at
    assert now - DUE > timedelta(days=5)  # it keeps asking, and does not hammer
    rows = look(book, lambda session: list(session.scalars(sa.select(OutboxRow.key))))
    assert len(rows) == len(set(rows))


def test_a_cause_makes_one_follow_up_and_is_called_off_by_its_prefix(book: Book) -> None:
    look(book, open_shop, 1)
    call = Plan(1, "call", "Call", "U1", DUE.replace(tzinfo=None), "UTC", cause="issue:7:call")
    other = Plan(1, "gift", "Coupon", "U1", DUE.replace(tzinfo=None), "UTC", cause="issue:70:gift")
    assert look(book, deeds.plan, call, "U1", MONDAY) is not None
    assert look(book, deeds.plan, call, "U1", MONDAY) is None
    assert look(book, deeds.plan, other, "U1", MONDAY) is not None
    assert look(book, deeds.cancel_caused, "issue:7:", MONDAY) == 1
    assert look(book, deeds.cancel_caused, "issue:7:", MONDAY) == 0
    assert sorted(each.kind for each in look(book, everything)) == ["call", "gift"]
