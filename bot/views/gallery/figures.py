"""Examples of completion figures: per person, of very many people, one's own."""

from bot.domain.completion import Completion, Row, Table, periods
from bot.views import figures as views
from bot.views.blocks import Message, View
from bot.views.gallery.people import JON, MARIA, NOW

PERIODS = periods("Europe/Lisbon", NOW)
TEAM = (Completion(12, 2, 1), Completion(30, 1), Completion(101, 6, 2, 3))
MARIAS = Row(MARIA, (Completion(7, 1), Completion(16), Completion(60, 3, 0, 2)))
JONS = Row(JON, (Completion(5, 1, 1), Completion(14, 1), Completion(40, 3, 2, 1)))
NOBODYS = Row(None, (Completion(),) * 3)
CROWD = tuple(Row(f"U0STAFF{n}", TEAM) for n in range(300))

EXAMPLES: dict[str, Message | View] = {
    "per_person": views.per_person(Table(PERIODS, (JONS, MARIAS, NOBODYS), TEAM)),
    "per_person_last_week": views.per_person(Table(PERIODS[1:2], (Row(JON, TEAM[1:2]),), TEAM[1:2])),
    "of_nobody": views.per_person(Table(PERIODS, (), (Completion(),) * 3)),
    "of_very_many": views.per_person(Table(PERIODS, CROWD, TEAM)),
    "own": views.own(Table(PERIODS, (MARIAS,))),
    "own_of_nothing": views.own(Table(PERIODS, (Row(JON, (Completion(), Completion(), Completion(dropped=1))),))),
}
