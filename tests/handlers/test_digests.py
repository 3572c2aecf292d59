"""Step 8 of the walk: the digest, people first, and everything in it one tap away."""

from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.domain.followups import Plan
from bot.domain.issues import IssueForm
from bot.domain.kudos import Praise
from bot.playground.people import Person
from bot.services import followups, offers
from bot.store import customers, issues, kudos, outbox, visits
from bot.store import followups as book
from bot.store.database import BookSession
from bot.store.tables import OutboxRow
from tests.conftest import MONDAY, Shop


def add(session: BookSession, name: str, **fields: str) -> int:
    """Add a customer and return the id."""
    return customers.add(session, name, "U0JON", MONDAY, **fields).id


def plan(session: BookSession, who: int, text: str, owner: str, hours: float, *, promised: bool = False) -> None:
    """Plan a call so many hours from Monday morning."""
    due = (MONDAY + timedelta(hours=hours)).replace(tzinfo=None)
    followups.plan(session, Plan(who, "call", text, owner, due, "Europe/Lisbon", promised=promised), owner, MONDAY)


@pytest.fixture
def busy(shop: Shop) -> Shop:
    """A shop in which much has happened by Monday morning."""

    def fill(session: BookSession) -> None:
        dana, rose = add(session, "Dana López", birthday="--11-25"), add(session, "Rose Nkosi")
        form = IssueForm("left heel came loose", "U0JON", feels="upset", due_at=MONDAY + timedelta(hours=4))
        issues.add(session, dana, form, "U0JON", MONDAY - timedelta(days=2))
        plan(session, dana, "call about the heel", "U0MARIA", 3, promised=True)
        plan(session, rose, "ask about her knee", "U0JON", 5)
        plan(session, rose, "send the invoice again", "U0MARIA", -30)
        for ago in (97, 83, 69, 55, 41):
            at = MONDAY - timedelta(days=ago)
            visits.log(session, rose, "U0JON", at, at.date())
        saturday = MONDAY - timedelta(days=2)
        visits.log(session, dana, "U0JON", saturday, saturday.date())
        kudos.add(session, "U0JON", Praise(("U0MARIA",), "stayed after closing"), saturday)

    shop.book(fill)
    return shop


def test_a_manager_sees_people_first(busy: Shop, pat: Person) -> None:
    pat.types("/digest")
    text = pat.sees("Monday, 23 November").text
    wanted = [
        "Who is waiting", "Dana López: left heel came loose", "Promised, and slips today", "call about the heel",
        "Overdue", "Maria Silva: 1 follow-up", "Due today", "ask about her knee", "Regulars slipping away",
        "Rose Nkosi: 41 days away, usually comes every 14 days", "Birthdays this week", "Dana López in 2 days",
        "Caught doing something right", "Maria Silva: stayed after closing", "Who came in on Saturday: 1 visit",
    ]  # fmt: skip
    places = [text.find(each) for each in wanted]
    assert -1 not in places, [each for each, place in zip(wanted, places, strict=True) if place == -1]
    assert places == sorted(places)


def test_every_line_opens_its_thing(busy: Shop, pat: Person) -> None:
    pat.types("/digest")
    pat.presses("Open")
    pat.sees("Promised by: Mon 23 Nov, 14:02")
    pat.types("/digest")
    pat.presses("Card")
    pat.sees("1 visit, last here 21 Nov.", where="ephemeral")
    pat.types("/digest")
    pat.presses("Show")
    pat.sees("Overdue: Maria Silva", where="modal")
    pat.sees("send the invoice again", where="modal")


def test_what_is_offered_can_be_taken_in_the_digest(busy: Shop, jon: Person, pat: Person) -> None:
    def hand_over(session: BookSession) -> None:
        for task in book.open_for(session, "U0MARIA"):
            if task.is_overdue(MONDAY):
                offers.offer(session, "U0MARIA", task, "U0JON", MONDAY)

    busy.book(hand_over)
    jon.types("/digest")
    digest = jon.sees("waits for Jon Park to take it", where="ephemeral")
    assert {"Accept", "Can't"} <= set(jon.buttons(digest))
    pat.types("/digest")
    pat.presses("Show")
    assert "Accept" not in pat.buttons(pat.sees("waits for Jon Park to take it", where="modal"))
    jon.presses("Accept", on=digest)  # the offer in his direct messages has such a button, too
    jon.sees("Yours now: send the invoice again", where="ephemeral")


def test_the_teams_promises_are_counted_and_nobodys_own(busy: Shop, jon: Person) -> None:
    shop = busy
    shop.turns_clock(hours=4)
    jon.types("/digest")
    jon.sees("The team's promises in seven days: 0 % kept (1 late)")


def test_staff_see_what_is_theirs_and_the_teams(busy: Shop, jon: Person) -> None:
    jon.types("/digest")
    text = jon.sees("Monday, 23 November").text
    assert "ask about her knee" in text
    assert "Who is waiting" in text
    assert "send the invoice again" not in text
    assert "call about the heel" not in text


def test_nothing_to_say_is_one_friendly_line(shop: Shop, pat: Person) -> None:
    pat.types("/digest")
    pat.sees("A good day to surprise a regular.")


def test_what_does_not_fit_is_folded_and_one_tap_away(shop: Shop, pat: Person) -> None:
    def fill(session: BookSession) -> None:
        for n in range(60):
            who = add(session, f"Customer {n:02}", birthday="--11-25")
            issues.add(session, who, IssueForm(f"story {n:02}", "U0JON"), "U0JON", MONDAY - timedelta(hours=n))
            plan(session, who, f"call {n:02}", "U0MARIA", 2)
            plan(session, who, f"promise {n:02}", "U0MARIA", 3, promised=True)
            plan(session, who, f"late {n:02}", f"U0STAFF{n % 9}", -30)
            kudos.add(session, "U0JON", Praise(("U0MARIA",), "<!channel> & " * 30), MONDAY)
            visits.log(session, who, "U0JON", MONDAY, MONDAY.date() - timedelta(days=2))
            outbox.promise(session, key=f"x{n}", kind="visit.arrival", about=n, to="C0FLOOR", now=MONDAY)
        session.execute(sa.update(OutboxRow).values(state="dead", trouble="is_archived"))

    shop.book(fill)
    pat.types("/digest")
    pat.sees("Who is waiting · and 54 more")
    pat.sees("Birthdays this week · and 57 more")
    pat.presses("Show all")
    pat.sees("story 59", where="modal")
    pat.sees("story 00", where="modal")


def test_a_message_that_could_not_be_said_is_sent_again_or_dropped(shop: Shop, pat: Person, maria: Person) -> None:
    from bot.store import staff

    shop.book(lambda session: staff.decide(session, kudos_channel="C0OLD"))
    for n in (1, 2):
        maria.types(f"/kudos @jon swept the yard {n}")
    shop.settles()
    pat.types("/digest")
    pat.sees("Kudos for #summer-2024, Mon 23 Nov, 10:02: that channel is archived.")
    shop.playground.call(_reopened(shop))
    pat.presses("Send again")
    pat.sees("I'll try again now.")
    pat.sees("swept the yard 1", where="summer-2024")
    pat.types("/digest")
    pat.presses("Drop")
    pat.sees("Dropped.")
    pat.types("/digest")
    shop.settles()
    pat.does_not_see("swept the yard 2", where="summer-2024")


async def _reopened(shop: Shop) -> None:
    shop.playground.desk.workspace.channels["C0OLD"].is_archived = False


def test_staff_decide_only_about_their_own_kudos(shop: Shop, pat: Person, maria: Person, jon: Person) -> None:
    from bot.store import staff

    shop.book(lambda session: staff.decide(session, kudos_channel="C0OLD"))
    maria.types("/kudos @pat brought cake")
    shop.settles()
    jon.types("/digest")
    jon.sees("Pat Reyes: brought cake")
    jon.does_not_see("Could not be delivered")
    maria.types("/digest")
    maria.sees("Could not be delivered")
    pat.types("/digest")
    pat.presses("Drop")
    maria.presses("Send again")
    maria.sees("Somebody has decided on that message already")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("/digest help", "For example: /digest"),
        ("/digest tomorrow", "I don't know “tomorrow”."),
        ("/digest <!channel>", "I don't know “<!channel>”."),
        ("/regulars digest", "A good day to surprise a regular."),
        ("/digest off", "The daily digest goes to managers."),
    ],
)
def test_what_can_be_typed(shop: Shop, maria: Person, typed: str, sentence: str) -> None:
    maria.types(typed)
    maria.sees(sentence)


def test_times_are_the_readers_own(shop: Shop) -> None:
    from bot.domain.policy import Actor, Role
    from bot.services import digests

    actor = Actor(shop.bot.identity.team, "U0PAT", "Pat", Role.MANAGER, "Asia/Tokyo")
    evening = datetime.fromisoformat("2026-11-23T20:00+00:00")
    assert shop.book(digests.look, actor, evening).today.isoformat() == "2026-11-24"
