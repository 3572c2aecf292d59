"""Examples of what is said about somebody's shift."""

from datetime import date, timedelta

from bot.domain.calendars import NEW_SHIFT, parse_shift
from bot.domain.rota import Working
from bot.views import shifts
from bot.views.blocks import Message, View
from bot.views.gallery.people import NOW

TODAY = date(2026, 11, 24)
MORNINGS = parse_shift("off 24-26 dec", TODAY, parse_shift("mon-fri 8-12", TODAY))

EXAMPLES: dict[str, Message | View] = {
    "at_work": shifts.working(Working(NEW_SHIFT, True, NOW, "Europe/Lisbon"), NOW),
    "off": shifts.working(Working(MORNINGS, False, NOW + timedelta(hours=22), "Europe/Lisbon"), NOW),
}
