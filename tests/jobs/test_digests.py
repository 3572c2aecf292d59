"""The clock brings each manager the digest, in their own time zone, once a day, and never twice."""

from datetime import UTC, datetime, timedelta

from bot.clock import StoppedClock
from bot.jobs.digests import Digests
from bot.playground.people import Person
from bot.services import digests
from bot.store import customers, outbox, staff
from bot.store.database import BookSession
from tests.conftest import MONDAY, Shop

TUESDAY = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)


def count(person: Person, text: str = "surprise a regular") -> int:
    """Return how many digests somebody got."""
    return sum(text in seen.text for seen in person.all_seen("dm"))


def test_it_comes_at_half_past_eight_and_once(shop: Shop, pat: Person, maria: Person) -> None:
    shop.turns_clock_to(TUESDAY - timedelta(minutes=1))
    assert count(pat) == 0
    shop.turns_clock(minutes=1)
    pat.sees("A good day to surprise a regular.", where="dm")
    for _ in range(5):
        shop.turns_clock(hours=1)
    assert (count(pat), count(maria)) == (1, 0)


def test_nobody_gets_one_the_minute_they_set_up(shop: Shop, pat: Person) -> None:
    shop.turns_clock(hours=3)
    assert count(pat) == 0


def test_each_manager_in_their_own_time_zone(shop: Shop, pat: Person, jon: Person) -> None:
    shop.book(lambda session: staff.change(session, "U0JON", role="manager", zone="America/New_York"))
    shop.turns_clock_to(TUESDAY + timedelta(hours=1))
    assert (count(pat), count(jon)) == (1, 0)
    shop.turns_clock_to(TUESDAY + timedelta(hours=5))
    assert (count(pat), count(jon)) == (1, 1)


def test_after_a_long_silence_only_the_latest_comes(shop: Shop, pat: Person) -> None:
    shop.turns_clock(days=5)
    assert count(pat) == 1


def test_it_can_be_stopped_and_comes_back_the_day_after(shop: Shop, pat: Person) -> None:
    pat.types("/digest off")
    pat.sees("The daily digest stops.")
    shop.turns_clock_to(TUESDAY)
    assert count(pat) == 0
    pat.types("/digest on")
    pat.sees("from tomorrow on")
    shop.turns_clock(minutes=5)
    assert count(pat) == 0
    shop.turns_clock(days=1)
    assert count(pat) == 1


def test_somebody_no_longer_a_manager_gets_none_although_it_was_promised(shop: Shop, pat: Person) -> None:
    def promise_and_demote(session: BookSession) -> None:
        staff.change(session, "U0JON", role="manager")
        assert digests.send(session, "U0JON", TUESDAY)
        staff.change(session, "U0JON", role="staff")

    shop.book(promise_and_demote)
    shop.turns_clock_to(TUESDAY)
    assert count(shop.playground.person("jon")) == 0


def test_two_processes_promise_it_once(shop: Shop) -> None:
    assert shop.book(digests.send, "U0PAT", TUESDAY)
    assert not shop.book(digests.send, "U0PAT", TUESDAY)
    assert not shop.book(digests.send, "U0NOBODY", TUESDAY)


def test_the_job_rests_when_nothing_is_due(shop: Shop) -> None:
    clock = StoppedClock(MONDAY)
    job = Digests(shop.bot.book, clock)
    assert not shop.playground.call(job.step())
    clock.turn_to(TUESDAY)
    assert shop.playground.call(job.step())
    assert not shop.playground.call(job.step())
    clock.turn(timedelta(days=1, seconds=1))
    assert shop.playground.call(job.step())


def test_a_digest_that_stands_is_cleared_when_somebody_in_it_was_erased(shop: Shop, pat: Person) -> None:
    shop.book(lambda session: customers.add(session, "Dana López", "U0PAT", MONDAY, birthday="--11-25"))
    shop.turns_clock_to(TUESDAY)
    pat.sees("Dana López tomorrow", where="dm")
    shop.book(outbox.refresh, "digest:%", shop.clock.now())
    shop.settles()
    pat.sees("This digest was cleared", where="dm")
    pat.does_not_see("Dana López", where="dm")
