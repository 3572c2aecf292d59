"""A workplace's calendar: its week, public holidays, and the days on which it is different."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import holidays

from bot.domain.calendars.hours import Hours, Quiet, parse_hours
from bot.domain.calendars.spans import Span
from bot.domain.errors import Refusal

USUAL_HOURS = parse_hours("Mon-Sat 9-18")
"""The week of a shop that never said when it is open."""


class UnknownCountry(Refusal):
    """I don't know the public holidays of “{country}”. Choose a country by its two letters, like US, DE or MX."""


class UnknownRegion(Refusal):
    """“{region}” is no region of {country} with holidays of its own. Choose one of {regions}, or none."""


@dataclass(frozen=True)
class SpecialDay:
    """A date on which the workplace differs from its week: other spans, or none when closed; and why."""

    day: date
    spans: tuple[Span, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class Workplace:
    """When and where a team works. ``zone`` is an IANA name, ``country`` ISO 3166, ``region`` its subdivision."""

    zone: str
    hours: Hours = USUAL_HOURS
    country: str | None = None
    region: str | None = None
    special: tuple[SpecialDay, ...] = ()
    quiet: Quiet | None = None

    def spans_on(self, day: date) -> tuple[Span, ...]:
        """Return when it is open on a date: its own exception, else closed on a public holiday, else its week."""
        if special := self._special_on(day):
            return special.spans
        return () if self.holiday_on(day) else self.hours.days[day.weekday()]

    def holiday_on(self, day: date) -> str | None:
        """Return the name of the public holiday on a date."""
        return public_holidays(self.country, self.region, day.year).get(day) if self.country else None

    def closed_because(self, day: date) -> str | None:
        """Return why it is closed the whole day though the week says otherwise: an own reason or a holiday."""
        special = self._special_on(day)
        if special:
            return None if special.spans else special.reason or "a day you are closed"
        return self.holiday_on(day)

    def _special_on(self, day: date) -> SpecialDay | None:
        return next((special for special in self.special if special.day == day), None)

    def to_json(self) -> dict[str, Any]:
        """Return plain values for a JSON column."""
        return {
            "zone": self.zone,
            "hours": self.hours.to_json(),
            "country": self.country,
            "region": self.region,
            "special": [
                [each.day.isoformat(), [[span.start, span.end] for span in each.spans], each.reason]
                for each in self.special
            ],
            "quiet": self.quiet.to_json() if self.quiet else None,
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> "Workplace":
        """Return the workplace that ``to_json`` wrote; only the zone must be there."""
        return cls(
            value["zone"],
            Hours.from_json(value["hours"]) if value.get("hours") else USUAL_HOURS,
            value.get("country"),
            value.get("region"),
            tuple(
                SpecialDay(date.fromisoformat(day), tuple(Span(start, end) for start, end in spans), reason)
                for day, spans, reason in value.get("special", ())
            ),
            Quiet.from_json(value["quiet"]) if value.get("quiet") else None,
        )


def check_region(country: str, region: str | None) -> None:
    """Raise UnknownCountry or UnknownRegion unless public holidays are known for it."""
    regions = holidays.list_supported_countries(include_aliases=True).get(country)
    if regions is None:
        raise UnknownCountry(field="country", country=country)
    if region and region not in regions:
        shown = ", ".join(regions) or "none: it has no regions"
        raise UnknownRegion(field="region", country=country, region=region, regions=shown)


@lru_cache(maxsize=1024)
def public_holidays(country: str, region: str | None, year: int) -> Mapping[date, str]:
    """Return the public holidays of a year, date → name in English where the source has it.

    A country or region that is not known has none: settings are checked by ``check_region`` when they are made,
    and a later edition of the ``holidays`` package that drops a region must not stop the reminders.
    """
    try:
        found = holidays.country_holidays(country, subdiv=region, years=year, language="en_US")
    except (NotImplementedError, KeyError):
        return MappingProxyType({})
    return MappingProxyType(dict(found))
