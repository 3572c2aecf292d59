"""The only place that asks what time it is.

Doors read a clock once and hand ``now`` down; below the door nobody asks again. The playground uses
`TurnableClock`, so that next Tuesday's reminder can be seen today.
"""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Something that knows the present instant, as an aware UTC datetime."""

    def now(self) -> datetime:
        """Return the present instant."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return the present instant, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this is the one place


class TurnableClock:
    """A clock that runs at the machine's pace, but can be turned forward.

    ``starts_at`` (aware) is what it shows at first; without it, it starts at the real time.
    """

    def __init__(self, starts_at: datetime | None = None) -> None:
        self._real = SystemClock()
        self._ahead = starts_at - self._real.now() if starts_at else timedelta()

    def now(self) -> datetime:
        """Return the turned instant, in UTC."""
        return self._real.now() + self._ahead

    def turn(self, by: timedelta) -> datetime:
        """Move forward by a span and return the new time; a clock is never turned back."""
        self._ahead += max(by, timedelta())
        return self.now()

    def turn_to(self, moment: datetime) -> datetime:
        """Move forward to an instant and return the new time; an earlier instant changes nothing."""
        return self.turn(moment - self.now())


class StoppedClock:
    """A clock that shows one instant until it is moved: for the command line and for tests."""

    def __init__(self, at: datetime) -> None:
        self._at = at.astimezone(UTC)

    def now(self) -> datetime:
        """Return the instant the clock stands at."""
        return self._at

    def turn(self, by: timedelta) -> datetime:
        """Move forward by a span and return the new time."""
        self._at += max(by, timedelta())
        return self._at

    def turn_to(self, moment: datetime) -> datetime:
        """Move forward to an instant and return the new time."""
        return self.turn(moment - self._at)
