"""A workspace and its people, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from holidays.registry import COUNTRIES

from bot.domain.calendars import format_hours, parse_hours
from bot.domain.calendars.workplaces import UnknownCountry
from bot.domain.errors import Refusal
from bot.domain.policy import Role


@dataclass(frozen=True)
class Workspace:
    """A Slack team with what its manager decided; every field has a default that works."""

    id: str
    name: str = ""
    zone: str = "UTC"
    floor_channel: str | None = None
    kudos_channel: str | None = None
    managers_channel: str | None = None
    digest_at: time = time(8, 30)
    settings: Mapping[str, Any] = field(default_factory=dict)
    set_up_at: datetime | None = None
    defaults_told_at: datetime | None = None

    def local(self, moment: datetime) -> datetime:
        """Return a moment on the workspace's clock on the wall."""
        return moment.astimezone(ZoneInfo(self.zone))

    def today(self, now: datetime) -> date:
        """Return the local date; a visit belongs to it."""
        return self.local(now).date()


@dataclass(frozen=True)
class Staff:
    """Somebody of the team."""

    id: str
    name: str
    role: Role
    zone: str
    locale: str = "en-US"
    looked_at: datetime | None = None
    welcomed_at: datetime | None = None
    home_opened_at: datetime | None = None
    left_at: datetime | None = None
    shifts: Mapping[str, Any] = field(default_factory=dict)
    stand_in: str | None = None
    digest_on: date | None = None
    """The local date of the last digest."""
    digest_muted: bool = False


class BadDigestTime(Refusal):
    """“{typed}” is not a time of day. Type it like 8:30 or 17:00."""


@dataclass(frozen=True)
class SetupForm:
    """What a manager filled in."""

    floor: str | None
    kudos: str | None
    managers_channel: str | None
    zone: str
    digest_at: str
    hours: str
    managers: tuple[str, ...]
    country: str = ""


@dataclass(frozen=True)
class Setup:
    """What the setup form shows, and what it said in the end."""

    workspace: Workspace
    managers: tuple[str, ...]
    viewer: str = ""
    """Whose time zone is offered as long as nobody has chosen one."""


@dataclass(frozen=True)
class Team:
    """Who is who, for `/regulars who`."""

    workspace: Workspace
    managers: tuple[str, ...]
    others: tuple[str, ...]


class NotAManager(Refusal):
    """{name} cannot be a manager: a bot, a guest, or not from this workspace. Choose colleagues only."""


class SharedWithOthers(Refusal):
    """This channel is shared with another organisation, and customers will be named in it. Choose another one."""


class UnknownZone(Refusal):
    """I don't know the time zone “{zone}”. Write it like Europe/Lisbon or America/New_York."""


def known_zone(zone: str, fallback: str = "UTC") -> str:
    """Return the zone when this machine's time zone database has it, else the fallback."""
    return zone if zone in available_timezones() else fallback


def read_country(text: str) -> str:
    """Return the two letters of a country typed as its letters or its English name; raise `UnknownCountry`.

    Empty is allowed: no public holidays, and phone numbers need their + and country.
    """
    typed = " ".join(text.split())
    wanted = typed.casefold().replace(" ", "_")
    for name, (_, alpha2, *more) in COUNTRIES.items():
        if wanted in (name, alpha2.casefold(), *(code.casefold() for code in more)):
            return str(alpha2)
    if typed:
        raise UnknownCountry(country=typed, field="country")
    return ""


def read_hours(text: str) -> str:
    """Return opening hours as they are kept, “Mon–Sat 09:00–19:00; Sun closed”; empty when they are not told.

    Raises the refusals of `parse_hours`, under the field.
    """
    try:
        return format_hours(parse_hours(text)) if text.strip() else ""
    except Refusal as refusal:
        refusal.field = "hours"
        raise


def read_zone(text: str) -> str:
    """Read a time zone a manager typed, whatever its capitals and spaces; raise `UnknownZone`."""
    wanted = text.strip().replace(" ", "_").casefold()
    for zone in available_timezones():
        if zone.casefold() == wanted:
            return zone
    raise UnknownZone(zone=text.strip(), field="zone")
