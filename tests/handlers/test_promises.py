"""A promise to a customer: reminded ahead, told before it slips, kept or not, and counted (P127)."""

from dataclasses import replace
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


FRIDAY = datetime(2026, 11, 27, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("by friday", "Fri 27 Nov, 19:00"),
        ("on friday", "Fri 27 Nov, 19:00"),
        ("before friday", "Thu 26 Nov, 19:00"),
        ("today", "Mon 23 Nov, 19:00"),
        ("by today", "Mon 23 Nov, 19:00"),
        ("by the end of today", "Mon 23 Nov, 19:00"),
        ("by tomorrow", "Tue 24 Nov, 19:00"),
        ("within 3 days", "Thu 26 Nov, 19:00"),
        ("by 27 nov", "Fri 27 Nov, 19:00"),
        ("by sunday", "Sun 29 Nov, 17:00"),
        ("by 4", "Mon 23 Nov, 16:00"),
        ("by friday at 9", "Fri 27 Nov, 09:00"),
        ("by friday morning", "Fri 27 Nov, 09:00"),
        ("in 3 hours", "Mon 23 Nov, 13:02"),
    ],
)
def test_a_day_without_an_hour_is_promised_until_closing(shop: Shop, maria: Person, typed: str, due: str) -> None:
    promises(shop, maria, f"call {typed}")
    answer = maria.sees(f"Promised for {due}: Call — Dana López.")
    assert ("You promised" in answer.text) == ("Sun" in due)


def test_a_promised_day_is_spoken_of_when_it_begins_and_before_it_closes(shop: Shop, maria: Person) -> None:
    promises(shop, maria, "call by friday")
    maria.sees("I remind you Fri 27 Nov, 09:00, and ask in time whether they need a new one.")
    shop.turns_clock_to(FRIDAY + timedelta(hours=8, minutes=59))
    maria.does_not_see("You promised it", where="dm")
    shop.turns_clock(minutes=1)
    maria.sees("You promised it for Fri 27 Nov, 19:00, in 10 hours.", where="dm")
    shop.turns_clock_to(FRIDAY + timedelta(hours=18, minutes=30))
    maria.sees("in 30 minutes. Can't keep it? Tell them the new time now.", where="dm")
    maria.presses("Reached", on="dm")
    assert ledger(shop) == PromiseFigures(kept=1)


def test_nobody_is_reminded_of_a_promise_before_opening(shop: Shop, maria: Person) -> None:
    promises(shop, maria, "call by friday at 9")
    maria.sees("I remind you Thu 26 Nov, 17:00")


def test_a_promise_for_a_day_off_comes_on_the_day_before(shop: Shop, maria: Person) -> None:
    maria.types("/regulars shift off friday")
    promises(shop, maria, "call by friday")
    maria.sees("I remind you Thu 26 Nov, 17:00")


def test_a_promised_day_is_asked_about_before_the_owner_goes_home(shop: Shop, maria: Person) -> None:
    maria.types("/regulars shift mon-fri 9-14")
    promises(shop, maria, "call by friday")
    maria.sees("I remind you Fri 27 Nov, 09:00")
    shop.turns_clock_to(FRIDAY + timedelta(hours=9))
    shop.turns_clock_to(FRIDAY + timedelta(hours=13, minutes=30))
    maria.sees("in 5 hours. Can't keep it?", where="dm")
    assert len([seen for seen in maria.all_seen("dm") if "You promised it for" in seen.text]) == 1


def test_without_a_time_it_asks_by_when_it_was_promised(shop: Shop, maria: Person) -> None:
    promises(shop, maria, "call about the boots")
    asked = maria.sees("Call about the boots — Dana López. By when did you promise it?")
    assert maria.buttons(asked) == ["Mon 23 Nov, 19:00", "Tue 24 Nov, 19:00", "Thu 26 Nov, 19:00", "Another time"]
    maria.presses("Thu 26 Nov, 19:00", on=asked)
    maria.sees("I remind you Thu 26 Nov, 09:00")


def test_another_time_of_a_promise_and_a_new_one_are_read_alike(shop: Shop, maria: Person) -> None:
    promises(shop, maria, "call about the boots")
    maria.presses("Another time")
    maria.fills({"When?": "friday"})
    maria.submits()
    maria.sees("Promised for Fri 27 Nov, 19:00")
    maria.presses("Change")
    maria.fills({"When?": "saturday"})
    maria.submits()
    maria.sees("Promised for Sat 28 Nov, 19:00")
    shop.turns_clock_to(FRIDAY + timedelta(days=1, hours=9))
    maria.presses("Tell a new time", on="dm")
    maria.fills({"The new time they know of": "monday"})
    maria.submits()
    maria.sees("Dana López knows, and counts on Mon 30 Nov, 19:00 now.")


@pytest.mark.parametrize("typed", ["", "dana"])
def test_a_promise_needs_what_and_when(shop: Shop, maria: Person, typed: str) -> None:
    maria.types("/customer Dana López")
    maria.presses("Add Dana López")
    maria.types(f"/promise {typed}")
    maria.sees("Type whom, what and by when, for example /promise dana call by friday 4pm")


TWO = datetime(2026, 11, 24, 14, tzinfo=UTC)
THREE = datetime(2026, 11, 24, 15, tzinfo=UTC)
WED, THU = datetime(2026, 11, 25, 16, tzinfo=UTC), datetime(2026, 11, 26, 16, tzinfo=UTC)
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


def changes(person: Person, when: str) -> None:
    person.types("/followup dana")
    person.presses("Edit")
    person.fills({"When?": when})
    person.submits()


def test_a_promise_moved_without_telling_them_keeps_its_first_time(shop: Shop, maria: Person) -> None:
    promises(shop, maria)
    shop.turns_clock(hours=1)
    changes(maria, "monday 4pm")
    maria.sees("Promised for Mon 30 Nov, 16:00: Call — Dana López.")
    maria.sees("They still count on Fri 27 Nov, 16:00, until you tell them.")
    shop.turns_clock_to(FRIDAY + timedelta(hours=14))
    maria.sees(
        "They still count on Fri 27 Nov, 16:00, in 2 hours. Tell them now that it is Mon 30 Nov, 16:00.",
        where="dm",
    )
    shop.turns_clock_to(FRIDAY + timedelta(hours=17))
    assert ledger(shop) == PromiseFigures(late=1)
    shop.turns_clock_to(FRIDAY + timedelta(days=3, hours=14))
    maria.presses("Reached", on="dm")
    assert ledger(shop) == PromiseFigures(broken=1)


def test_told_in_time_of_the_new_time_it_counts_as_told(shop: Shop, maria: Person) -> None:
    promises(shop, maria)
    shop.turns_clock(hours=1)
    changes(maria, "monday 4pm")
    maria.presses("They know")
    maria.sees("Noted: Dana López knows, and counts on Mon 30 Nov, 16:00 now.")
    shop.turns_clock_to(FRIDAY + timedelta(hours=17))
    assert ledger(shop) == PromiseFigures(open=1)
    shop.turns_clock_to(FRIDAY + timedelta(days=3, hours=14))
    maria.presses("Reached", on="dm")
    assert ledger(shop) == PromiseFigures(told=1)


def test_a_promise_corrected_at_once_was_typed_wrongly(shop: Shop, maria: Person) -> None:
    promises(shop, maria)
    shop.turns_clock(minutes=5)
    maria.presses("Change")
    maria.fills({"When?": "monday 4pm"})
    maria.submits()
    maria.sees("I remind you Mon 30 Nov, 14:00")
    shop.turns_clock_to(FRIDAY + timedelta(hours=17))
    assert ledger(shop) == PromiseFigures(open=1)


@pytest.mark.parametrize(
    ("after", "figures"),
    [
        ([("edit", WED)], PromiseFigures(broken=1)),
        ([("edit", None)], PromiseFigures(broken=1)),
        ([("edit", WED), ("tell", WED)], PromiseFigures(told=1)),
        ([("tell", WED)], PromiseFigures(told=1)),
        ([("edit", WED), ("tell", None)], PromiseFigures()),
        ([("tell", None)], PromiseFigures()),
        ([("edit", WED), ("edit", THU), ("tell", THU)], PromiseFigures(told=1)),
        ([("owner", TWO)], PromiseFigures(broken=1)),
    ],
)
def test_an_issues_first_promise_stands_until_the_customer_is_told(
    shop: Shop, after: list[tuple[str, datetime | None]], figures: PromiseFigures
) -> None:
    def happens(session: BookSession) -> PromiseFigures:
        maria = Actor(session.workspace, "U0MARIA", "Maria Silva", Role.STAFF, "Europe/Lisbon")
        dana = customers.add(session, "Dana López", "U0MARIA", MONDAY).id
        form = IssueForm("heel came loose", "U0MARIA", due_at=TWO)
        issue = issues.log(session, maria, dana, form, MONDAY).looked.issue
        for n, (what, due_at) in enumerate(after):
            at = MONDAY + timedelta(hours=1 + n)
            if what == "tell":
                issues.tell(session, maria, issue.id, "It takes longer", due_at, at)
            else:
                owner = "U0JON" if what == "owner" else "U0MARIA"
                issues.change(session, maria, issue.id, replace(form, owner=owner, due_at=due_at), at)
        issues.resolve(session, maria, issue.id, "met", "", "", WED - timedelta(hours=1))
        return followups.promise_figures(session, SINCE, WED)

    assert shop.book(happens) == figures


def test_a_late_promise_of_an_issue_stays_late_when_somebody_else_takes_it(shop: Shop) -> None:
    def happens(session: BookSession) -> tuple[PromiseFigures, list[str | None]]:
        maria = Actor(session.workspace, "U0MARIA", "Maria Silva", Role.STAFF, "Europe/Lisbon")
        dana = customers.add(session, "Dana López", "U0MARIA", MONDAY).id
        form = IssueForm("heel came loose", "U0MARIA", due_at=TWO)
        issue = issues.log(session, maria, dana, form, MONDAY).looked.issue
        issues.change(session, maria, issue.id, replace(form, owner="U0JON"), THREE)
        owners = [each.owner for each in followups.open_all(session) if each.promised]
        return followups.promise_figures(session, SINCE, THREE), owners

    assert shop.book(happens) == (PromiseFigures(late=1), ["U0JON"])


def test_the_list_shows_what_is_due_kept_and_late(shop: Shop, maria: Person, jon: Person) -> None:
    maria.types("/promise list")
    maria.sees("Your promises: none is open. Make one with /promise dana call by friday 4pm.")
    promises(shop, maria, "order laces by tomorrow noon")
    maria.types("/promise dana order wax by tomorrow 5pm")
    maria.types("/promise dana bring the resin by friday")
    jon.types("/promise dana fix the lamp by friday")
    shop.turns_clock_to(datetime(2026, 11, 24, 11, tzinfo=UTC))
    maria.types("/followup dana")
    maria.presses("Done")
    shop.turns_clock_to(datetime(2026, 11, 24, 18, tzinfo=UTC))
    maria.types("/promise LIST ")
    found = maria.sees("Your promises", where="ephemeral")
    assert "Tue 24 Nov, 17:00 · Order wax" in found.text
    assert "The last 7 days: 1 kept" in found.text
    assert "kept · promised for Tue 24 Nov, 12:00: Order laces — Dana López" in found.text
    assert "lamp" not in found.text
    maria.presses("Done", on=found)
    maria.types("/promise team")
    found = maria.sees("Everybody's promises", where="ephemeral")
    assert "Fix the lamp — Dana López (Jon Park)" in found.text
    assert "The last 7 days: 1 kept, 1 late" in found.text
