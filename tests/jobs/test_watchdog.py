"""The watchdog ends a process whose clock has stopped, and no other."""

import subprocess
import sys
import threading

import pytest

from bot.jobs.watchdog import HUNG, Watchdog


@pytest.mark.parametrize(
    ("seen", "gives_up"),
    [
        ([True] * 6, False),
        ([False, False, True, False, False, True], False),  # frozen, and back again
        ([True, False, False, False], True),
    ],
)
def test_it_gives_up_after_three_misses_in_a_row(seen: list[bool], gives_up: bool) -> None:
    given_up, seen_all = threading.Event(), threading.Event()
    looks = iter(seen)

    def alive() -> bool:
        found = next(looks, None)
        if found is None:
            seen_all.set()
        return found is not False

    watchdog = Watchdog(alive, every=0.01, looks=3, give_up=given_up.set)
    watchdog.start()
    assert (given_up if gives_up else seen_all).wait(20)
    watchdog.stop()
    assert given_up.is_set() == gives_up


def test_called_off_it_looks_no_more() -> None:
    given_up = threading.Event()
    watchdog = Watchdog(lambda: False, every=0.05, looks=1, give_up=given_up.set)
    watchdog.stop()
    watchdog.start()
    assert not given_up.wait(0.3)


HANGS = """
import asyncio, time
from bot.jobs.timetable import Timetable
from bot.jobs.watchdog import Watchdog

async def hang():
    print("hangs", flush=True)
    time.sleep(60)

async def work():
    timetable = Timetable({"hanging": hang}, every=0.05)
    timetable.start()
    Watchdog(lambda: timetable.alive(within=0.2), every=0.1, looks=3).start()
    await asyncio.sleep(60)

asyncio.run(work())
"""


def test_a_loop_that_hangs_is_ended_and_says_where() -> None:
    ended = subprocess.run([sys.executable, "-c", HANGS], capture_output=True, text=True, timeout=30, check=False)
    assert ended.returncode == HUNG
    assert ended.stdout == "hangs\n"
    assert "in hang" in ended.stderr
