"""The watchdog: ends a process whose clock has stopped, so that whoever started it starts it again (rule 9).

It looks from a thread of its own, because what hangs may be the loop. Ending at once is safe at any moment
(`make chaos`): what was under way is looked for by the next process. One look that finds no tick is not enough:
a process that was frozen and goes on has a moment ago been asleep, and ticks at once.
"""

import faulthandler
import logging
import os
import threading
from collections.abc import Callable

log = logging.getLogger("regulars.watchdog")

HUNG = 3
"""The exit code of a process that hung."""


def end_at_once() -> None:
    """Say where everything hangs, and end without waiting for anything."""
    faulthandler.dump_traceback()
    os._exit(HUNG)


class Watchdog:
    """Calls ``give_up`` when ``alive`` has said no at so many looks in a row, ``every`` seconds apart."""

    def __init__(
        self,
        alive: Callable[[], bool],
        *,
        every: float = 10.0,
        looks: int = 6,
        give_up: Callable[[], None] = end_at_once,
    ) -> None:
        self._alive = alive
        self._every = every
        self._looks = looks
        self._give_up = give_up
        self._called_off = threading.Event()

    def start(self) -> None:
        """Begin to look."""
        threading.Thread(target=self._watch, name="watchdog", daemon=True).start()

    def stop(self) -> None:
        """Look no more: the process is about to stop by itself."""
        self._called_off.set()

    def _watch(self) -> None:
        missed = 0
        while not self._called_off.wait(self._every):
            missed = 0 if self._alive() else missed + 1
            if missed >= self._looks:
                log.critical("clock_stopped seconds=%.0f", missed * self._every)
                self._give_up()
                return
