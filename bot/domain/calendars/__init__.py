"""Calendars: when the shop is open, when somebody works, and which moment suits them next.

    spans → hours, leave → shifts → workplaces → moments          zones: wall clocks and instants

``parse_…`` reads what people type and refuses with a sentence, ``format_…`` writes it so that it parses back,
``to_json`` and ``from_json`` keep it in a JSON column. Wall-clock rules are kept local; instants are UTC.
"""

from bot.domain.calendars.decisions import ahead, decide
from bot.domain.calendars.hours import (
    Hours,
    Quiet,
    format_hours,
    in_quiet_hours,
    is_open,
    parse_hours,
    parse_quiet,
)
from bot.domain.calendars.leave import DaysOff, parse_days_off
from bot.domain.calendars.moments import (
    add_working_days,
    closed_all_day,
    closing_on,
    next_working_moment,
    promised_outside_hours,
    stretch_before,
    works_at,
)
from bot.domain.calendars.shifts import NEW_SHIFT, Shift, format_shift, parse_shift
from bot.domain.calendars.spans import Span
from bot.domain.calendars.workplaces import USUAL_HOURS, SpecialDay, Workplace, check_region, public_holidays
from bot.domain.calendars.zones import localise, wall

__all__ = [
    "NEW_SHIFT",
    "USUAL_HOURS",
    "DaysOff",
    "Hours",
    "Quiet",
    "Shift",
    "Span",
    "SpecialDay",
    "Workplace",
    "add_working_days",
    "ahead",
    "check_region",
    "closed_all_day",
    "closing_on",
    "decide",
    "format_hours",
    "format_shift",
    "in_quiet_hours",
    "is_open",
    "localise",
    "next_working_moment",
    "parse_days_off",
    "parse_hours",
    "parse_quiet",
    "parse_shift",
    "promised_outside_hours",
    "public_holidays",
    "stretch_before",
    "wall",
    "works_at",
]
