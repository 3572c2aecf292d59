"""Corner Shoes: a small believable shop, so that the playground is alive from the first minute."""

import random
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.followups import Plan
from bot.domain.issues import IssueForm
from bot.domain.policy import Actor, Profile, Role
from bot.domain.workspaces import SetupForm
from bot.services import followups, issues, staff
from bot.store import customers, visits
from bot.store import staff as staff_store
from bot.store.database import BookSession

ZONE = "Europe/Lisbon"
TEAM = (("U0PAT", "Pat Reyes"), ("U0MARIA", "Maria Silva"), ("U0JON", "Jon Park"))


@dataclass(frozen=True)
class Regular:
    """Somebody the shop knows: how often they come (days between visits) and how long ago the last time was."""

    name: str
    visits: int = 1
    every: int = 30
    ago: int = 20
    facts: tuple[tuple[str, Any], ...] = ()
    note: str = ""


def _r(name: str, visits: int, every: int, ago: int, note: str = "", **facts: Any) -> Regular:
    return Regular(name, visits, every, ago, tuple(facts.items()), note)


REGULARS = (
    _r("Dana López", 13, 28, 23, "Running her first marathon in spring", say="DAY-nah", phone="+351 912 345 678",
       best_time="after 14:00", birthday="--03-14", person="U0JON", tags=("boots", "runner")),
    _r("Dana Cole", 4, 45, 61, "Buys for her mother, too"),
    _r("Dana Whitfield", 2, 30, 9, "Prefers to look around alone first"),
    _r("Rose Tanner", 22, 14, 41, "Her granddaughter Lily starts school this year", address="Mrs Tanner",
       birthday="1951-05-02", person="U0MARIA", tags=("wide fit",)),
    _r("Ana Sousa", 1, 30, 2, "Sent by Dana López", person="U0MARIA"),
    _r("田中 直美", 6, 30, 12, "Ask for the Latin spelling on parcels", also=("Naomi Tanaka",), say="TAH-nah-kah"),
    _r("Олег Кравченко", 3, 60, 70, "Size 46, hard to find", also=("Oleg Kravchenko",)),
    _r("محمد الفارس", 5, 30, 18, "Collects his orders on Fridays", also=("Mohammed Al-Fares",)),
    _r("Zoë Brandt", 9, 21, 30, "Dances on Thursdays", say="ZOH-ee", tags=("dance",)),
    _r("Jürgen Müller", 7, 40, 33, "Just back from the Camino", address="Herr Müller", tags=("hiking",)),
    _r("Siobhán O'Brien", 11, 20, 24, "Her shop is two doors down", say="shi-VAWN"),
    _r("Nguyễn Thị Hoa", 5, 35, 15, "Loves the green laces", say="hwa"),
    _r("April May", 3, 30, 44, "Yes, that is her real name"),
    _r("Tuesday Smith", 2, 25, 10, "Comes with a very polite dog"),
    _r("Leah Goldberg", 17, 15, 16, "Teaches at the school round the corner", birthday="--02-29"),
    _r("William Okafor", 8, 30, 29, "Goes by Bill", also=("Bill Okafor",), person="U0JON"),
    _r("Ximena Ruiz", 10, 18, 22, "Saving for the red ankle boots", tags=("boots",)),
    _r("Pierre Lefèvre", 4, 50, 120, "Used to come with his wife"),
    _r("Margaret Chen", 15, 21, 64, "Plays the cello", person="U0MARIA"),
    _r("Kofi Mensah", 6, 30, 5, "Coaches the under-twelves", tags=("runner",)),
    _r("Elif Yılmaz", 3, 30, 27, "Vegan: no leather", tags=("vegan",)),
    _r("Tom Baker", 5, 28, 31, "Two left feet, he says"),
    _r("Ines Almeida", 12, 20, 19, "Works nights at the hospital desk"),
    _r("Björn Ek", 2, 30, 3, "Moved here from Umeå"),
    _r("Grace Kim", 7, 25, 26, "Getting married in June"),
    _r("Otis Freeman", 4, 30, 35, "Jazz drummer, needs quiet soles"),
    _r("Clara Weiss", 9, 30, 28, "Reads in the armchair while she waits"),
    _r("Mateus Rocha", 3, 45, 50, "Skates"),
    _r("Hannah Levi", 6, 20, 21, "Prefers brass buckles"),
    _r("Yusuf Demir", 5, 30, 14, "Runs the bakery; brings rolls"),
    _r("Priya Nair", 8, 24, 25, "Next trip: Patagonia", tags=("hiking",)),
    _r("Luca Bianchi", 3, 60, 58, "Likes to hear how a shoe is made"),
    _r("Nora Lindqvist", 2, 30, 6, "Second visit soon: ask about the sandals"),
    _r("Samir Haddad", 4, 33, 40, "Photographs old shop signs"),
    _r("Beatriz Pinto", 14, 15, 17, "Her son José is taller every visit"),
    _r("Edward Stone", 19, 12, 13, "First customer we ever had", address="Mr Stone", person="U0JON"),
    _r("Fatou Diop", 3, 30, 36, "Sews; asks for leather scraps"),
    _r("Gustav Holm", 1, 30, 8, "Came in out of the rain"),
    _r("Amélie Roux", 6, 28, 27, "Speaks softly: take her to the quiet corner"),
    _r("Victor Hugo Prado", 2, 30, 11, "Has heard every joke about his name"),
)  # fmt: skip


def open_shop(session: BookSession, now: datetime) -> None:
    """Fill an empty book: the team, the set-up, forty customers with their history."""
    if customers.everybody(session):
        return
    pat = _hire(session, now)
    form = SetupForm(
        floor="C0FLOOR", kudos="C0KUDOS", managers_channel="C0MANAGERS", zone=ZONE, digest_at="8:30",
        hours="Mon-Fri 9-19; Sat 10-17; Sun closed", managers=("U0PAT",), country="PT",
    )  # fmt: skip
    staff.set_up(session, pat, form, now)
    dice = random.Random(7)  # noqa: S311 - the same shop every time
    ids = {regular.name: _remember(session, regular, now, dice) for regular in REGULARS}
    _leave_work(session, ids, now)


def _hire(session: BookSession, now: datetime) -> Actor:
    for user, name in TEAM:
        staff.meet(session, Profile(user, session.workspace, name, ZONE, "en-GB"), now)
        staff_store.first_time(session, user, "welcomed_at", now)
    return Actor(session.workspace, "U0PAT", "Pat Reyes", Role.ADMIN, ZONE)


def _remember(session: BookSession, regular: Regular, now: datetime, dice: random.Random) -> int:
    known_since = now - timedelta(days=regular.ago + regular.every * (regular.visits - 1))
    customer = customers.add(session, regular.name, "U0MARIA", known_since, **dict(regular.facts))
    if regular.note:
        customers.note(session, customer.id, regular.note, "said", dice.choice(("U0MARIA", "U0JON")), known_since)
    for number in range(regular.visits):
        at = known_since + timedelta(days=regular.every * number, hours=dice.randint(-1, 5))
        visits.log(session, customer.id, dice.choice(("U0MARIA", "U0JON")), at, at.date())
    return customer.id


def _leave_work(session: BookSession, ids: dict[str, int], now: datetime) -> None:
    """Leave what a real shop has on its hands: an open issue, calls to make, a note to write."""
    jon = Actor(session.workspace, "U0JON", "Jon Park", Role.STAFF, ZONE)
    heel = IssueForm(
        "heel came loose", "U0JON", "upset", "to dance on Saturday", "glue and stitch it", friday(now)
    )
    issues.log(session, jon, ids["Dana López"], heel, now - timedelta(days=3))
    zoe = IssueForm("paid for two pairs of laces, got one", "U0MARIA", "calm", None, "put the laces aside", None)
    issues.log(session, jon, ids["Zoë Brandt"], zoe, now - timedelta(days=1, hours=4))
    local = now.astimezone(ZoneInfo(ZONE)).replace(tzinfo=None)
    for name, kind, text, owner, ahead in WORK:
        due = (local + timedelta(days=ahead)).replace(hour=16, minute=0, second=0, microsecond=0)
        followups.plan(session, Plan(ids[name], kind, text, owner, due, ZONE), owner, now - timedelta(days=2))


WORK = (
    ("Margaret Chen", "call", "call about the re-soled brogues", "U0MARIA", 0),
    ("Rose Tanner", "note", "thank her for the cake", "U0MARIA", 1),
    ("Edward Stone", "checkin", "ask how the new insoles feel", "U0JON", 2),
    ("Kofi Mensah", "call", "call when the size 42 trainers arrive", "U0JON", 4),
)


def friday(now: datetime) -> datetime:
    """Return the coming Friday at 17:00 in Lisbon, never today."""
    local = now.astimezone(ZoneInfo(ZONE))
    day = local.date() + timedelta(days=(4 - local.weekday() - 1) % 7 + 1)
    return datetime.combine(day, time(17), ZoneInfo(ZONE)).astimezone(UTC)
