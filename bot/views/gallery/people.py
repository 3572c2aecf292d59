"""The people of the examples, at one fixed moment: Tuesday 24 November 2026, 10:02 in Lisbon."""

from datetime import UTC, datetime, timedelta

from bot.domain.customers import Card, Customer, DueLine, IssueLine, Note, Seen
from bot.domain.workspaces import Workspace
from bot.views.blocks import Message, View

NOW = datetime(2026, 11, 24, 10, 2, tzinfo=UTC)
MARIA, JON, PAT = "U0MARIA", "U0JON", "U0PAT"
SHOP = Workspace("T0REGULARS", "Corner Shoes", "Europe/Lisbon", "C0FLOOR", "C0KUDOS", "C0MANAGERS", set_up_at=NOW)

DANA = Customer(
    7,
    "Dana López",
    say="DAY-nah",
    phone="+351 912 345 678",
    email="dana@example.com",
    birthday="--11-29",
    best_time="after 14:00",
    person=JON,
    tags=("boots", "runner"),
    added_at=NOW - timedelta(days=400),
)
MARATHON = Note(1, "Running her first marathon in spring", "said", NOW - timedelta(days=20), MARIA)
OLD_GUESS = Note(2, "Probably size 39", "guessed", NOW - timedelta(days=380), JON)
HEEL = IssueLine(
    3, "Heel came loose after two weeks", JON, NOW - timedelta(days=3), NOW + timedelta(days=3), "upset"
)
BOOTS = DueLine(5, "call", "call about the boots", MARIA, NOW + timedelta(days=7, hours=5))
DANAS_CARD = Card(DANA, (MARATHON, OLD_GUESS), 14, NOW - timedelta(days=24), (HEEL,), (BOOTS,))
SEEN = Seen(DANAS_CARD, SHOP, NOW)
NEW = Customer(8, "<!channel> & *Zoë* 田中", added_at=NOW)
EMPTY = Seen(Card(NEW), SHOP, NOW)

EXAMPLES: dict[str, Message | View] = {}
"""This file only lends its people to the others."""
