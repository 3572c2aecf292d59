"""A promise to a customer: reminded ahead, told before it slips, kept or not, and counted (P127)."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.issues import IssueForm
from bot.domain.policy import Actor, Role
from bot.domain.promises import PromiseFigures
from bot.playground.people import Person
from bot.services import issues
from bot.store import customers, followups
from bot.store.database import BookSession
from tests.conftest import MONDAY, Shop


def ledger(shop: Shop) -> PromiseFigures:
    figures: PromiseFigures = shop.book(followups.promise_figures, MONDAY, shop.clock.now())
    return figures


def promises(shop: Shop, person: Person, what: str = "call by friday 4pm") -> None:
    person.types("/customer Dana López")
    person.presses("Add Dana López")
    person.types(f"/promise dana {what}")


def test_a_promise_is_spoken_of_ahead_of_its_time(shop: Shop, maria: Person) -> None:
    promises(shop, maria)
    maria.sees("Promised for Fri 27 Nov, 16:00: Call — Dana López.")
    maria.sees("I remind you Fri 27 Nov, 14:00, and ask in time whether they need a new one.")
    shop.turns_clock_to(datetime(2026, 11, 27, 14, tzinfo=UTC))
    maria.sees("You promised it for Fri 27 Nov, 16:00, in 2 hours.", where="dm")
    maria.presses("Reached")
    assert ledger(shop) == PromiseFigures(kept=1)


def test_half_an_hour_before_the_new_time_is_asked_for_and_telling_is_kept(shop: Shop, maria: Person) -> None:
    promises(shop, maria)
    shop.turns_clock_to(datetime(2026, 11, 27, 14, tzinfo=UTC))
    shop.turns_clock_to(datetime(2026, 11, 27, 15, 30, tzinfo=UTC))
    maria.sees("in 30 minutes. Can't keep it? Tell them the new time now.", where="dm")
    maria.presses("Tell a new time")
    maria.fills({"The new time they know of": "tomorrow 11am"})
    maria.submits()
    maria.sees("Noted: Dana López knows, and counts on Sat 28 Nov, 11:00 now.")
    shop.turns_clock_to(datetime(2026, 11, 28, 10, 30, tzinfo=UTC))
    maria.presses("Reached", on="dm")
    assert ledger(shop) == PromiseFigures(told=1)


def test_done_too_late_is_late_and_never_done_is_broken(shop: Shop, maria: Person, pat: Person) -> None:
    promises(shop, maria)
    shop.turns_clock_to(datetime(2026, 11, 27, 15, 30, tzinfo=UTC))
    shop.turns_clock_to(datetime(2026, 11, 27, 16, 15, tzinfo=UTC))
    maria.sees("You promised it for Fri 27 Nov, 16:00. Tell them the new time", where="dm")
    shop.turns_clock(minutes=15)
    pat.sees("Maria Silva was to do it Fri 27 Nov, 16:00, as promised.", where="managers")
    assert ledger(shop) == PromiseFigures(late=1)
    shop.turns_clock(days=2)
    assert ledger(shop) == PromiseFigures(broken=1)


def test_told_after_it_slipped_is_late_all_the_same(shop: Shop, maria: Person) -> None:
    promises(shop, maria)
    shop.turns_clock_to(datetime(2026, 11, 27, 16, 20, tzinfo=UTC))
    maria.presses("Tell a new time", on="dm")
    maria.fills({"The new time they know of": "tomorrow 11am"})
    maria.submits()
    maria.presses("Reached", on="dm")
    assert ledger(shop) == PromiseFigures(late=1)


def test_a_promise_for_when_the_shop_is_closed_is_warned_of(shop: Shop, maria: Person) -> None:
    promises(shop, maria, "call on sunday at 11am")
    maria.sees("You promised Sun 29 Nov")


def test_before_four_is_a_promise_for_four(shop: Shop, maria: Person) -> None:
    promises(shop, maria, "call before 4pm")
    maria.sees("Mon 23 Nov, 16:00: Call — Dana López.")


@pytest.mark.parametrize("typed", ["", "dana"])
def test_a_promise_needs_what_and_when(shop: Shop, maria: Person, typed: str) -> None:
    maria.types("/customer Dana López")
    maria.presses("Add Dana López")
    maria.types(f"/promise {typed}")
    maria.sees("Type whom, what and by when, for example /promise dana call by friday 4pm")


TWO = datetime(2026, 11, 24, 14, tzinfo=UTC)
THREE = datetime(2026, 11, 24, 15, tzinfo=UTC)
SINCE = datetime(2026, 11, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told_at", "solved_at", "figures"),
    [
        (None, TWO, PromiseFigures(kept=1)),
        (None, TWO + timedelta(minutes=1), PromiseFigures(late=1)),
        (None, TWO + timedelta(hours=24), PromiseFigures(broken=1)),
        (TWO - timedelta(hours=1), THREE, PromiseFigures(told=1)),
        (TWO + timedelta(minutes=1), THREE, PromiseFigures(late=1)),
        (TWO - timedelta(hours=1), None, PromiseFigures(open=1)),
    ],
)
def test_what_was_promised_with_an_issue_counts(
    shop: Shop, told_at: datetime | None, solved_at: datetime | None, figures: PromiseFigures
) -> None:
    def happens(session: BookSession) -> PromiseFigures:
        maria = Actor(session.workspace, "U0MARIA", "Maria Silva", Role.STAFF, "Europe/Lisbon")
        dana = customers.add(session, "Dana López", "U0MARIA", MONDAY).id
        form = IssueForm("heel came loose", "U0MARIA", due_at=TWO)
        issue = issues.log(session, maria, dana, form, MONDAY).looked.issue
        if told_at:
            issues.tell(session, maria, issue.id, "It takes an hour longer", THREE, told_at)
        if solved_at:
            issues.resolve(session, maria, issue.id, "met", "", "", solved_at)
        return followups.promise_figures(session, SINCE, solved_at or TWO)

    assert shop.book(happens) == figures
