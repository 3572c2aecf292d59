"""“Until the next thing happens”: wherever the clock is turned to, something has become due."""

from datetime import UTC, datetime, timedelta

from bot.domain.followups import Plan
from bot.domain.policy import Actor, Role
from bot.services import followups, occasions, playbooks, schedule
from bot.store import customers, staff, visits
from bot.store.database import BookSession
from tests.conftest import MONDAY, Shop


def mute(session: BookSession) -> None:
    staff.change(session, "U0PAT", digest_muted=True)


def add(session: BookSession, name: str, **facts: object) -> int:
    return customers.add(session, name, "U0MARIA", MONDAY, **facts).id


def of(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def test_a_digest_not_on_closed_days_and_not_for_the_muted(shop: Shop) -> None:
    assert shop.book(schedule.next_at, MONDAY) == of(11, 24, 8, 30)
    assert shop.book(schedule.next_at, of(11, 28, 9)) == of(11, 30, 8, 30)
    shop.book(mute)
    assert shop.book(schedule.next_at, MONDAY) is None


def test_a_follow_up_before_it(shop: Shop) -> None:
    def plan(session: BookSession) -> None:
        task = Plan(
            add(session, "Dana"), "call", "ring", "U0MARIA", of(11, 23, 15).replace(tzinfo=None), "Europe/Lisbon"
        )
        followups.plan(session, task, "U0MARIA", MONDAY)

    shop.book(plan)
    assert shop.book(schedule.next_at, MONDAY) == of(11, 23, 15)


def test_a_birthday_and_an_absence_once(shop: Shop) -> None:
    def fill(session: BookSession) -> None:
        mute(session)
        add(session, "Dana", birthday="--11-25")
        add(session, "Left In Peace", birthday="--11-24", do_not_contact=True)
        rose = add(session, "Rose")
        for ago in (51, 41, 31, 21, 11):
            at = MONDAY - timedelta(days=ago)
            visits.log(session, rose, "U0MARIA", at, at.date())

    shop.book(fill)
    assert shop.book(schedule.next_at, MONDAY) == of(11, 25, 8)
    shop.turns_clock_to(of(11, 25, 8))
    assert shop.book(schedule.next_at, of(11, 25, 8)) == of(11, 25, 10)  # the wish, on its way to Dana
    assert shop.book(lambda session: occasion_after(session, of(11, 25, 8))) == of(11, 28, 8)  # Rose: 16 days
    shop.turns_clock_to(of(11, 28, 8))
    assert shop.book(lambda session: occasion_after(session, of(11, 28, 8))) is None


def occasion_after(session: BookSession, now: datetime) -> datetime | None:
    return occasions.next_at(session, now, now + timedelta(days=31))


def test_nothing_where_the_playbook_is_empty(shop: Shop) -> None:
    def fill(session: BookSession) -> None:
        mute(session)
        add(session, "Dana", birthday="--11-25")
        pat = Actor(session.workspace, "U0PAT", "Pat Reyes", Role.MANAGER)
        playbooks.change(session, pat, "birthday", (), MONDAY)

    shop.book(fill)
    assert shop.book(schedule.next_at, MONDAY) is None
