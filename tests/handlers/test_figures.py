"""Due, in time, late, open: the team's in digest and Home, per person to managers on request, one's own to all."""

from datetime import datetime, timedelta

import pytest

from bot.domain.completion import Completion, Table
from bot.domain.followups import Plan
from bot.playground.people import Person
from bot.services import customers as customer_deeds
from bot.services import figures, followups, outcomes
from bot.services import handovers as handover_deeds
from bot.services.offers import offer
from bot.store import customers
from bot.store import followups as book
from bot.store.database import BookSession
from tests.conftest import MONDAY, Shop
from tests.handlers.test_purchases import actor

SATURDAY = MONDAY + timedelta(days=5)


def plan(session: BookSession, who: int, owner: str | None, hours: float, text: str = "ring") -> int:
    """Plan a call so many hours from Monday morning."""
    due = (MONDAY + timedelta(hours=hours)).replace(tzinfo=None)
    new = followups.plan(session, Plan(who, "call", text, owner, due, "Europe/Lisbon"), owner or "U0JON", MONDAY)
    assert new
    return new.id


def end(session: BookSession, followup_id: int, user: str, hours: float) -> None:
    outcomes.end(session, actor(session, user), followup_id, "reached", MONDAY + timedelta(hours=hours))


def asked(shop: Shop, now: datetime) -> Table:
    """Return what a manager is shown of this week."""
    found: Table = shop.book(lambda session: figures.look(session, actor(session, "U0PAT"), "this week", now))
    return found


@pytest.fixture
def worked(shop: Shop) -> Shop:
    """A week in which Maria was in time twice and late once, Jon left one open, and one is nobody's."""

    def fill(session: BookSession) -> None:
        dana = customers.add(session, "Dana López", "U0JON", MONDAY).id
        for hours in (1, 2):
            end(session, plan(session, dana, "U0MARIA", hours), "U0MARIA", hours + 1)
        end(session, plan(session, dana, "U0MARIA", 3), "U0JON", 50)
        plan(session, dana, "U0JON", 4)
        plan(session, dana, None, 5)
        plan(session, dana, "U0JON", 24 * 30)

    shop.book(fill)
    shop.clock.turn_to(SATURDAY)
    return shop


def test_the_team_in_the_digest_and_per_person_on_request(worked: Shop, pat: Person, jon: Person) -> None:
    pat.types("/digest")
    digest = pat.sees("The team's follow-ups in seven days: 40 % in time (5 due · 2 in time · 1 late · 2 open)")
    pat.presses("Per person", on=digest)
    text = pat.sees("The team", where="modal").text
    assert [line for line in text.splitlines() if "This week" in line or "Silva" in line or "Park" in line] == [
        "This week: 5 due · 2 in time · 1 late · 2 open", "Jon Park", "This week: 1 due · 1 open", "Maria Silva",
        "This week: 3 due · 2 in time · 1 late", "This week: 1 due · 1 open",
    ]  # fmt: skip
    assert "Last week: nothing due" in text
    assert text.index("Maria Silva") < text.index("The shared queue") < text.index("no ranking")
    jon.types("/digest")
    seen = jon.sees("The team's follow-ups in seven days")
    assert "Per person" not in jon.buttons(seen)


def test_on_a_managers_home_with_the_kept_rate(worked: Shop, pat: Person, maria: Person) -> None:
    def promise(session: BookSession) -> None:
        due = (MONDAY + timedelta(hours=30)).replace(tzinfo=None)
        kept = Plan(1, "call", "as promised", "U0MARIA", due, "Europe/Lisbon", promised=True)
        new = followups.plan(session, kept, "U0MARIA", MONDAY)
        assert new
        end(session, new.id, "U0MARIA", 29)

    worked.book(promise)
    pat.opens_home()
    pat.sees("The team's promises in seven days: 100 % kept (1 kept)", where="home")
    pat.sees("The team's follow-ups in seven days: 50 % in time (6 due", where="home")
    pat.presses("Per person", on="home")
    pat.sees("no ranking", where="modal")
    maria.opens_home()
    maria.sees("As of", where="home")
    maria.does_not_see("The team's follow-ups", where="home")


@pytest.mark.parametrize(
    ("typed", "sees", "not_sees"),
    [
        ("/followup figures", "This week: 3 due · 2 in time · 1 late", "Jon"),
        ("/followup figures this week", "This week: 3 due · 2 in time · 1 late", "Last week"),
        ("/followup figures last week", "Last week: nothing due", "This week"),
        ("/followup figures 30 days", "30 days: 3 due", "week"),
        ("/followup Figures in the last 30 days", "30 days: 3 due", "week"),
        ("/followup figures of jon", "I don't know the period “of jon”.", "in time"),
        ("/followup figures <!channel>", "I don't know the period “channel”.", "in time"),
        ("/followup figures @maria", "I don't know the period “@maria”.", "in time"),
        ("/regulars followup figures", "Your follow-ups", "Jon"),
    ],
)
def test_staff_see_their_own(worked: Shop, maria: Person, typed: str, sees: str, not_sees: str) -> None:
    maria.types(typed)
    text = maria.sees(sees, where="ephemeral").text
    assert not_sees not in text


def test_managers_type_it_with_a_period(worked: Shop, pat: Person) -> None:
    pat.types("/followup figures last week")
    text = pat.sees("The team", where="modal").text
    assert "Last week: nothing due" in text
    assert "This week" not in text


def test_handed_over_when_it_was_late_it_counts_for_who_had_it(worked: Shop) -> None:
    def hand_over(session: BookSession) -> None:
        (late,) = [each for each in book.open_for(session, "U0JON") if each.due_at < SATURDAY]
        offer(session, "U0JON", late, "U0MARIA", SATURDAY)
        handover_deeds.accept(session, actor(session, "U0MARIA"), late.id, SATURDAY)
        end(session, late.id, "U0MARIA", 5 * 24 + 1)

    worked.book(hand_over)
    worked.clock.turn_to(SATURDAY + timedelta(hours=2))
    table = asked(worked, worked.clock.now())
    assert {row.user: row.figures[0] for row in table.rows} == {
        "U0JON": Completion(late=1), "U0MARIA": Completion(in_time=2, late=1), None: Completion(open=1),
    }  # fmt: skip


def test_taken_from_the_queue_before_it_was_due_it_counts_for_who_took_it(shop: Shop) -> None:
    def fill(session: BookSession) -> None:
        dana = customers.add(session, "Dana López", "U0JON", MONDAY).id
        handover_deeds.take(session, actor(session, "U0MARIA"), plan(session, dana, None, 5), MONDAY)

    shop.book(fill)
    table = asked(shop, MONDAY + timedelta(days=2))
    assert [(row.user, row.figures[0]) for row in table.rows] == [("U0MARIA", Completion(open=1))]


def test_tried_in_time_or_edited_in_time_is_in_time(shop: Shop, maria: Person) -> None:
    def fill(session: BookSession) -> None:
        dana = customers.add(session, "Dana López", "U0JON", MONDAY).id
        tried = plan(session, dana, "U0MARIA", 1)
        outcomes.no_answer(session, actor(session, "U0MARIA"), tried, MONDAY + timedelta(hours=2))
        end(session, tried, "U0MARIA", 28)
        put_off = plan(session, dana, "U0MARIA", 1)
        outcomes.snooze(session, actor(session, "U0MARIA"), put_off, "tomorrow", "", MONDAY + timedelta(hours=2))
        end(session, put_off, "U0MARIA", 28)

    shop.book(fill)
    table = asked(shop, MONDAY + timedelta(days=2))
    assert [(row.user, row.figures[0]) for row in table.rows] == [("U0MARIA", Completion(in_time=1, late=1))]


def test_whoever_is_erased_or_wants_no_calls_counts_for_nobody(shop: Shop) -> None:
    def fill(session: BookSession) -> None:
        dana, rose = (customers.add(session, name, "U0JON", MONDAY).id for name in ("Dana", "Rose"))
        plan(session, dana, "U0MARIA", 1)
        shy = plan(session, rose, "U0JON", 1)
        outcomes.not_wanted(session, actor(session, "U0JON"), shy, MONDAY + timedelta(days=1))
        customer_deeds.forget(session, actor(session, "U0PAT"), dana, MONDAY + timedelta(days=1))

    shop.book(fill)
    table = asked(shop, MONDAY + timedelta(days=2))
    assert table.rows == ()
    assert shop.book(figures.of_the_team, MONDAY + timedelta(days=2)) == Completion()
