"""Examples of arrivals and of the answers to `/visit`."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.visits import AlreadyIn, Logged, Undone, Visit, arrival
from bot.views import visits
from bot.views.blocks import Message, View
from bot.views.gallery.people import DANAS_CARD, EMPTY, JON, MARIA, NOW, PAT, SEEN, SHOP

VISIT = Visit(11, 7, NOW, NOW.date(), MARIA)
CAME = arrival(VISIT, DANAS_CARD, 14, NOW - timedelta(days=24), ())
GREETED = arrival(VISIT, DANAS_CARD, 14, NOW - timedelta(days=24), (JON, MARIA))
LADDER = arrival(VISIT, DANAS_CARD, 14, NOW - timedelta(days=24), (JON, MARIA, PAT, "U0ANA"))
FIRST = arrival(replace(VISIT, customer_id=8), EMPTY.card, 1, None, ())
BACK = arrival(replace(VISIT, welcomed_back="heel came loose"), replace(DANAS_CARD, issues=()), 50, NOW, ())
DR_LOPEZ = replace(DANAS_CARD.customer, address="Dr López", birthday=None, added_at=NOW.replace(year=2024))
ON_HER_DAY = arrival(VISIT, replace(DANAS_CARD, customer=DR_LOPEZ, issues=()), 14, NOW - timedelta(days=24), ())
ZONE = SHOP.zone

EXAMPLES: dict[str, Message | View] = {
    "arrival": visits.arrival(CAME, ZONE),
    "arrival_greeted_twice": visits.arrival(GREETED, ZONE),
    "arrival_greeted_four_times": visits.arrival(LADDER, ZONE),
    "arrival_first_visit": visits.arrival(FIRST, ZONE),
    "arrival_welcome_back": visits.arrival(BACK, ZONE),
    "arrival_a_regular_for_two_years": visits.arrival(ON_HER_DAY, ZONE),
    "arrival_taken_back": visits.arrival(replace(CAME, visit=replace(VISIT, undone_at=NOW)), ZONE),
    "logged": visits.outcome((Logged(CAME, SHOP, NOW),), ZONE, NOW),
    "logged_before_setup": visits.outcome(
        (Logged(FIRST, replace(SHOP, floor_channel=None), NOW, True),), ZONE, NOW
    ),
    "logged_two": visits.outcome((Logged(CAME, SHOP, NOW), Logged(FIRST, SHOP, NOW)), ZONE, NOW),
    "logged_very_many": visits.outcome((*(Logged(CAME, SHOP, NOW),) * 60, AlreadyIn(VISIT, SEEN)), ZONE, NOW),
    "already_in": visits.outcome((AlreadyIn(VISIT, SEEN),), ZONE, NOW),
    "undone": visits.undone(Undone(SEEN)),
    "logged_and_greeted": visits.outcome((Logged(GREETED, SHOP, NOW),), ZONE, NOW),
    "form": visits.log_form(),
}
