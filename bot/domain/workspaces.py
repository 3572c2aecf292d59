"""A workspace and its people, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

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


class UnknownZone(Refusal):
    """I don't know the time zone “{zone}”. Write it like Europe/Lisbon or America/New_York."""


def known_zone(zone: str, fallback: str = "UTC") -> str:
    """Return the zone when this machine's time zone database has it, else the fallback."""
    return zone if zone in available_timezones() else fallback


def read_zone(text: str) -> str:
    """Read a time zone a manager typed, whatever its capitals and spaces; raise `UnknownZone`."""
    wanted = text.strip().replace(" ", "_").casefold()
    for zone in available_timezones():
        if zone.casefold() == wanted:
            return zone
    raise UnknownZone(zone=text.strip(), field="zone")
