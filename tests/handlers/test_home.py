"""App Home: the whole day on one page, drawn when it is opened and whenever something on it changes."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.domain.followups import Plan
from bot.domain.issues import IssueForm
from bot.domain.kudos import Praise
from bot.playground.people import Person
from bot.services import followups, offers
from bot.store import audit, customers, issues, kudos, outbox, staff, visits
from bot.store import followups as book
from bot.store.database import BookSession
from bot.store.tables import OutboxRow
from tests.conftest import MONDAY, Shop


def plan(session: BookSession, who: int, text: str, owner: str, hours: float, *, promised: bool = False) -> None:
    """Plan a call so many hours from Monday morning."""
    due = (MONDAY + timedelta(hours=hours)).replace(tzinfo=None)
    followups.plan(session, Plan(who, "call", text, owner, due, "Europe/Lisbon", promised=promised), owner, MONDAY)


def test_it_welcomes_once_and_says_that_nothing_waits(shop: Shop, maria: Person) -> None:
    maria.opens_home()
    maria.sees("Welcome to Regulars.", where="home")
    maria.sees("Nothing waits for you today.", where="home")
    maria.types("/regulars who")
    assert "Welcome" not in maria.all_seen("ephemeral")[0].text
    shop.turns_clock(hours=1)
    maria.opens_home()
    shop.settles()
    maria.does_not_see("Welcome to Regulars.", where="home")


def offered_to_maria(session: BookSession, hours: float) -> None:
    dana = customers.add(session, "Dana López", "U0JON", MONDAY).id
    plan(session, dana, "call about the boots", "U0JON", hours)
    (task,) = book.open_for(session, "U0JON")
    offers.offer(session, "U0JON", task, "U0MARIA", MONDAY)


@pytest.mark.parametrize("hours", [-20, 2, 50])
def test_what_is_offered_can_be_taken_there(shop: Shop, maria: Person, hours: float) -> None:
    shop.book(offered_to_maria, hours)
    maria.opens_home()
    asked = maria.sees("waits for Maria Silva to take it", where="home")
    assert {"Accept", "Can't"} <= set(maria.buttons(asked))
    assert "Reached" not in maria.buttons(asked)
    maria.presses("Accept", on="home")
    shop.settles()
    maria.does_not_see("waits for Maria Silva", where="home")
    assert {each.owner for each in shop.book(book.open_all)} == {"U0MARIA"}


def test_it_is_the_whole_day(shop: Shop, maria: Person) -> None:
    def fill(session: BookSession) -> None:
        dana = customers.add(session, "Dana López", "U0JON", MONDAY).id
        rose = customers.add(session, "Rose Nkosi", "U0JON", MONDAY).id
        plan(session, dana, "call about the boots", "U0MARIA", -20)
        plan(session, dana, "ask for the size", "U0MARIA", 2)
        plan(session, dana, "send the leaflet", "U0MARIA", 50)
        plan(session, dana, "not hers", "U0JON", 2)
        issues.add(session, rose, IssueForm("zip is broken", "U0JON", feels="furious"), "U0JON", MONDAY)
        issues.add(session, dana, IssueForm("heel came loose", "U0MARIA"), "U0JON", MONDAY)
        visits.log(session, rose, "U0JON", MONDAY, MONDAY.date())
        kudos.add(session, "U0JON", Praise(("U0MARIA",), "stayed after closing"), MONDAY - timedelta(days=3))

    shop.book(fill)
    maria.opens_home()
    text = maria.sees("Monday, 23 November", where="home").text
    wanted = [
        "Overdue (1)", "call about the boots", "Today (1)", "ask for the size", "In the next days (1)",
        "send the leaflet", "Open issues (2)", "heel came loose", "zip is broken", "Who came in today (1)",
        "Rose Nkosi", "Kudos you got (1)", "stayed after closing", "As of 10:02",
    ]  # fmt: skip
    assert [each for each in wanted if each not in text] == []
    assert text.index("heel came loose") < text.index("zip is broken"), "her own issue comes first"
    assert "not hers" not in text


def test_managers_see_what_slips_and_what_could_not_be_delivered(shop: Shop, pat: Person, maria: Person) -> None:
    def fill(session: BookSession) -> None:
        dana = customers.add(session, "Dana López", "U0JON", MONDAY).id
        plan(session, dana, "call about the heel", "U0MARIA", 3, promised=True)
        outbox.promise(session, key="x", kind="visit.arrival", about=1, to="C0OLD", now=MONDAY)
        session.execute(
            sa.update(OutboxRow).where(OutboxRow.key == "x").values(state="dead", trouble="is_archived")
        )

    shop.book(fill)
    pat.opens_home()
    pat.sees("The team's promises that slip today (1)", where="home")
    pat.sees("call about the heel", where="home")
    pat.sees("that channel is archived", where="home")
    pat.presses("Drop", on="home")
    pat.sees("Dropped.", where="modal")
    pat.closes()
    shop.settles()
    pat.does_not_see("that channel is archived", where="home")
    maria.opens_home()
    maria.sees("Today (1)", where="home")
    maria.does_not_see("The team's promises", where="home")


def test_it_is_drawn_anew_when_something_changes(shop: Shop, maria: Person, jon: Person) -> None:
    maria.opens_home()
    maria.does_not_see("Kudos you got", where="home")
    jon.types("/kudos @maria stayed after closing")
    maria.sees("Kudos you got (1)", where="home")
    jon.presses("Undo")
    shop.settles()
    maria.does_not_see("Kudos you got", where="home")


def test_it_rests_when_nobody_looks_until_somebody_was_erased(shop: Shop, maria: Person, jon: Person) -> None:
    maria.opens_home()
    maria.sees("Nothing waits", where="home")
    shop.turns_clock(hours=11)
    jon.types("/kudos @maria stayed after closing")
    shop.settles()
    maria.does_not_see("Kudos you got", where="home")
    shop.book(lambda session: audit.note(session, "U0PAT", "forget", "customer:1", shop.clock.now()))
    shop.book(outbox.refresh, "home:%", shop.clock.now())
    shop.settles()
    maria.sees("Kudos you got (1)", where="home")


def test_the_quick_jobs_open_their_forms(shop: Shop, maria: Person, pat: Person) -> None:
    maria.opens_home()
    maria.sees("As of", where="home")
    maria.presses("Log a visit", on="home")
    maria.fills({"Who came in?": "Zoë Ng"})
    maria.submits()
    maria.sees("I don't know a Zoë Ng yet.", where="modal")
    maria.closes()
    maria.presses("Give kudos", on="home")
    maria.sees("Caught doing it right", where="modal")
    maria.closes()
    maria.presses("Digest", on="home")
    maria.sees("A good day to surprise a regular.", where="modal")
    assert "Set up" not in maria.buttons("home")
    pat.opens_home()
    pat.sees("As of", where="home")
    pat.presses("Set up", on="home")
    pat.sees("Set up Regulars", where="modal")


def test_a_task_is_done_from_home(shop: Shop, maria: Person) -> None:
    shop.book(
        lambda session: plan(session, customers.add(session, "Dana", "U0JON", MONDAY).id, "ring", "U0MARIA", 1)
    )
    maria.opens_home()
    maria.sees("Today (1)", where="home")
    maria.presses("Reached", on="home")
    shop.settles()
    maria.does_not_see("Today (1)", where="home")


def test_it_stays_within_slacks_hundred_blocks(shop: Shop, pat: Person) -> None:
    def fill(session: BookSession) -> None:
        for n in range(30):
            who = customers.add(session, f"Customer {n:02}", "U0JON", MONDAY).id
            for hours in (-30, 2, 50):
                plan(session, who, "<!channel> & " * 20, "U0PAT", hours)
            plan(session, who, "promised", "U0JON", 1, promised=True)
            issues.add(session, who, IssueForm("& " * 900, "U0JON"), "U0JON", MONDAY)
            visits.log(session, who, "U0JON", MONDAY, MONDAY.date())
            kudos.add(session, "U0JON", Praise(("U0PAT",), "<<<" * 400), MONDAY)
            outbox.promise(session, key=f"x{n}", kind="visit.arrival", about=n, to="C0FLOOR", now=MONDAY)
        where = OutboxRow.key.like("x%")
        session.execute(sa.update(OutboxRow).where(where).values(state="dead", trouble="is_archived"))

    shop.book(fill)
    pat.opens_home()
    pat.sees("Overdue (30) · the first 10 are here, all with /followup mine", where="home")
    pat.sees("Who came in today (30)", where="home")
    pat.sees("As of", where="home")


def test_somebody_who_became_a_guest_keeps_no_customers_on_their_page(shop: Shop, jon: Person) -> None:
    jon.opens_home()
    jon.sees("As of", where="home")
    shop.book(lambda session: staff.change(session, "U0JON", role="outsider"))
    shop.book(outbox.refresh, "home:%", MONDAY)
    shop.settles()
    jon.sees("only for members of this workspace", where="home")
    jon.does_not_see("As of", where="home")


@pytest.mark.parametrize("state", ["dead", "skipped", "unclear"])
def test_opening_it_again_draws_one_that_was_given_up(shop: Shop, jon: Person, state: str) -> None:
    def give_up(session: BookSession) -> None:
        outbox.promise(session, key="home:U0JON", kind="home", about=0, to="U0JON", now=MONDAY)
        session.execute(sa.update(OutboxRow).where(OutboxRow.key == "home:U0JON").values(state=state))

    shop.book(give_up)
    shop.settles()
    jon.does_not_see("As of", where="home")
    jon.opens_home()
    jon.sees("As of", where="home")


@pytest.mark.parametrize("name", ["gil", "sam"])
def test_guests_and_strangers_get_no_home(shop: Shop, name: str) -> None:
    person = shop.playground.person(name)
    person.opens_home()
    shop.settles()
    person.does_not_see("As of", where="home")


def test_only_who_gets_a_digest_is_told_how_to_stop_it(shop: Shop, maria: Person, pat: Person) -> None:
    maria.opens_home()
    maria.sees("Too much? The menu behind my name", where="home")
    maria.does_not_see("/digest off", where="home")
    pat.opens_home()
    pat.sees("/digest off stops the daily digest", where="home")
    pat.types("/digest off")
    pat.opens_home()
    pat.sees("The daily digest is off (/digest on)", where="home")


def test_the_messages_tab_draws_nothing(shop: Shop, maria: Person) -> None:
    maria.opens_messages()
    shop.settles()
    maria.does_not_see("As of", where="home")
