"""The timetable ticks, survives everything, and stops when it is told to."""

import asyncio
import logging
import time
from collections.abc import Coroutine
from itertools import pairwise
from typing import Any

import pytest

from bot.jobs import timetable as timetable_module
from bot.jobs.timetable import Timetable
from tests.jobs.conftest import until


class Work:
    """A step with so much to do, which counts how often it was asked."""

    def __init__(self, left: int = 0) -> None:
        self.left = left
        self.asked = 0
        self.fails = 0

    async def step(self) -> bool:
        self.asked += 1
        if self.fails:
            self.fails -= 1
            raise OSError("database or disk is full")
        self.left = max(self.left - 1, 0)
        return self.left > 0


def run(story: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(story, 20))


def test_a_step_runs_until_there_is_no_more_work() -> None:
    async def story() -> None:
        work = Work(left=5)
        timetable = Timetable({"work": work.step}, every=60)
        timetable.start()
        await timetable.settle()
        assert work.left == 0
        await timetable.stop()

    run(story())


def test_it_ticks_by_itself() -> None:
    async def story() -> None:
        work = Work()
        timetable = Timetable({"work": work.step}, every=0.05)
        timetable.start()
        await until(lambda: work.asked >= 4)
        await timetable.stop()
        asked = work.asked
        await asyncio.sleep(0.2)
        assert work.asked == asked

    run(story())


def test_a_kick_while_a_step_runs_makes_it_look_again() -> None:
    async def story() -> None:
        looked: list[int] = []
        promised = [1]

        async def step() -> bool:
            looked.append(len(promised))
            await asyncio.sleep(0.05)
            return False

        timetable = Timetable({"work": step}, every=60)
        timetable.start()
        await asyncio.sleep(0.01)
        promised.append(2)  # just after it has looked
        timetable.kick()
        await timetable.settle()
        assert looked[-1] == 2
        await timetable.stop()

    run(story())


def test_two_kicks_never_run_one_step_twice_at_once() -> None:
    async def story() -> None:
        running, most = 0, 0

        async def step() -> bool:
            nonlocal running, most
            running += 1
            most = max(most, running)
            await asyncio.sleep(0.01)
            running -= 1
            return False

        timetable = Timetable({"work": step}, every=0.01)
        timetable.start()
        for _ in range(20):
            timetable.kick()
            await asyncio.sleep(0.005)
        await timetable.stop()
        assert most == 1

    run(story())


def test_a_step_that_fails_stops_nobody_says_so_once_and_recovers(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        monkeypatch.setattr(timetable_module, "LONGEST_PAUSE", 0.05)
        broken, fine = Work(left=2), Work()
        broken.fails = 3
        timetable = Timetable({"broken": broken.step, "fine": fine.step}, every=0.02)
        timetable.start()
        await until(lambda: bool(timetable.failing))
        assert timetable.failing == {"broken": "OSError: database or disk is full"}
        await until(lambda: not timetable.failing)
        assert broken.left == 0
        await until(lambda: fine.asked > 3)
        await timetable.stop()

    caplog.set_level(logging.INFO)
    run(story())
    said = [record.getMessage() for record in caplog.records if record.name == "regulars.timetable"]
    assert said == ["job_failed job=broken", "job_recovered job=broken"]


def test_a_step_that_goes_on_failing_is_tried_less_and_less(monkeypatch: pytest.MonkeyPatch) -> None:
    async def story() -> None:
        tried: list[float] = []

        async def broken() -> bool:
            tried.append(time.monotonic())
            raise OSError("database or disk is full")

        timetable = Timetable({"broken": broken}, every=0.01)
        timetable.start()
        await until(lambda: len(tried) >= 6)
        await timetable.stop()
        pauses = [after - before for before, after in pairwise(tried)]
        assert all(pause >= 0.01 * 2**n for n, pause in enumerate(pauses))  # 10, 20, 40, 80, 160 ms

    run(story())


def test_stopping_lets_a_step_finish_but_gives_it_no_more_work() -> None:
    async def story() -> None:
        done: list[str] = []

        async def step() -> bool:
            await asyncio.sleep(0.05)
            done.append("step")
            return True

        async def finish(within: float) -> None:
            done.append("finish")

        timetable = Timetable({"endless": step}, every=60, finish=(finish,))
        timetable.start()
        await asyncio.sleep(0.01)
        await timetable.stop(within=2)
        assert done == ["step", "finish"]

    run(story())


def test_stopping_takes_no_longer_than_it_may() -> None:
    async def story() -> None:
        async def hang() -> bool:
            await asyncio.sleep(60)
            return False

        timetable = Timetable({"hanging": hang}, every=60)
        timetable.start()
        await asyncio.sleep(0.01)
        began = time.monotonic()
        await timetable.stop(within=0.3)
        assert time.monotonic() - began < 10

    run(story())


def test_the_watchdog_hears_when_the_ticks_stop() -> None:
    async def story() -> None:
        timetable = Timetable({}, every=0.05)
        assert not timetable.alive()
        timetable.start()
        assert timetable.alive()
        await timetable.stop()
        timetable.last_tick -= 11
        assert not timetable.alive()

    run(story())
