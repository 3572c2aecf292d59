"""The timetable: the only user of APScheduler, which only ticks (RELIABILITY.md, rule 9).

What is due stands in the database; a tick asks for it. Memory store, one instance, coalesced ticks and no
misfire limit, so a sleeping laptop makes one late tick and not a hundred. `kick` is a tick at once, for when
something was just promised or the playground's clock was turned.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = logging.getLogger("regulars.timetable")

Step = Callable[[], Awaitable[bool]]
Finish = Callable[[float], Awaitable[None]]

LONGEST_PAUSE = 30.0
"""A step that fails again and again, because the disk is full or the database away, is tried this often."""


class Timetable:
    """Runs steps until each says that there is no more work, every tick and at every kick.

    ``finish`` are called at the end, with the seconds left, to let what they have under way arrive.
    """

    def __init__(self, steps: dict[str, Step], every: float = 1.0, finish: tuple[Finish, ...] = ()) -> None:
        self._steps = dict(steps)
        self._every = every
        self._finish = finish
        self._running: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()
        self._pauses: dict[str, tuple[float, float]] = {}
        self._scheduler = AsyncIOScheduler(
            timezone="UTC", job_defaults={"max_instances": 1, "coalesce": True, "misfire_grace_time": None}
        )
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopping = False
        self.last_tick = 0.0
        """Monotonic seconds of the last tick, for the watchdog."""
        self.failing: dict[str, str] = {}
        """The steps that failed at their last try, and how: while there are any, health is red."""

    def add(self, name: str, step: Step) -> None:
        """Add a step; it runs from the next tick on."""
        self._steps[name] = step

    def start(self) -> None:
        """Begin to tick on the running loop."""
        self._loop = asyncio.get_running_loop()
        self._scheduler.add_job(self._tick, "interval", seconds=self._every)
        self._scheduler.start()
        self.last_tick = time.monotonic()
        self.kick()

    async def _tick(self) -> None:
        self.last_tick = time.monotonic()
        self.kick()

    def kick(self) -> None:
        """Look for work at once; may be called from any task of the loop."""
        if self._stopping:
            return
        for name in self._steps:
            self._again.add(name)
            if name not in self._running:
                self._start(name)

    def _start(self, name: str) -> None:
        if self._loop is None or self._loop.is_closed() or time.monotonic() < self._pauses.get(name, (0, 0))[0]:
            return
        # The dictionary is the strong reference that asyncio itself does not keep.
        self._running[name] = self._loop.create_task(self._work(name), name=f"job-{name}")

    async def _work(self, name: str) -> None:
        """Run one step until there is no more work; a fault never ends the timetable."""
        try:
            while name in self._again and not self._stopping:
                self._again.discard(name)
                while await self._steps[name]() and not self._stopping:
                    pass
            self._recovered(name)
        except Exception as error:
            self._failed(name, error)
        finally:
            self._running.pop(name, None)

    def _failed(self, name: str, error: Exception) -> None:
        """Say so once, and pause longer each time: a full disk is not helped by a line a second."""
        if name not in self.failing:
            log.error("job_failed job=%s", name, exc_info=error)
        self.failing[name] = f"{type(error).__name__}: {error}"
        pause = min(2 * self._pauses.get(name, (0, self._every / 2))[1], LONGEST_PAUSE)
        self._pauses[name] = (time.monotonic() + pause, pause)

    def _recovered(self, name: str) -> None:
        if self.failing.pop(name, None):
            log.info("job_recovered job=%s", name)
        self._pauses.pop(name, None)

    async def settle(self) -> None:
        """Wait until no step has work left: for the playground and for tests."""
        self.kick()
        while self._running:
            await asyncio.gather(*self._running.values())

    async def stop(self, within: float = 6.0) -> None:
        """Stop ticking, let what is under way finish, and cut short what takes longer (seconds).

        The steps end before the last look at what they have under way: a step that is just taking messages out of
        the book would send them off after it, and they would be left behind, neither said nor given back.
        """
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        end = time.monotonic() + within
        self._stopping = True
        await self._end_steps(within / 2)
        for finish in self._finish:
            await finish(max(end - time.monotonic(), 0.1))

    async def _end_steps(self, within: float) -> None:
        running = list(self._running.values())
        if running:
            _, late = await asyncio.wait(running, timeout=within)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def alive(self, within: float = 10.0) -> bool:
        """Say whether the last tick is so many seconds ago at most: what the watchdog asks."""
        return time.monotonic() - self.last_tick < within
