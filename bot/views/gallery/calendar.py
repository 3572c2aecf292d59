"""Examples of the shop's calendar."""

from datetime import date

from bot.domain.calendars import Workplace, decide, parse_hours, parse_quiet
from bot.views import calendar
from bot.views.blocks import Message, View

TODAY = date(2026, 11, 24)
BARE = Workplace("Europe/Lisbon")
SHOP = Workplace("Europe/Lisbon", parse_hours("Mon-Fri 9-12:30, 14-18"), "PT", quiet=parse_quiet("21-7"))

EXAMPLES: dict[str, Message | View] = {
    "nothing_different": calendar.calendar(BARE, TODAY),
    "holidays_and_exceptions": calendar.calendar(
        decide("open 8 dec 10-16", TODAY, decide("closed 21-31 dec", TODAY, SHOP)), TODAY
    ),
}
