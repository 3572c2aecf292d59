"""Bots are killed at any instant while Slack fails one call in five: lost 0, doubled 0."""

import random
import signal
import time
from collections.abc import Callable
from time import monotonic, sleep

import pytest

from tests.chaos.conftest import Storm

pytestmark = pytest.mark.chaos


@pytest.mark.timeout(900)
def test_nothing_is_lost_and_nothing_is_doubled(storm: Storm, long: bool) -> None:
    letters, kills = (400, 100) if long else (40, 5)
    several = storm.book.engine.dialect.name == "postgresql"
    dice = random.Random(20261121)  # noqa: S311 - dice for kills, not for secrets
    storm.fails(one_in=5)
    for _ in range((4 if long else 2) if several else 1):
        storm.starts_bot()
    for kill in range(kills):
        storm.feeds(letters // kills + (kill < letters % kills))
        sleep(dice.uniform(0.05, 0.9))
        if kill == kills // 2:
            storm.greets()
        storm.kills(dice.choice(storm.bots))
        storm.starts_bot()
    storm.calms_down(within=600 if long else 60)
    assert storm.tally() == {"promised": letters, "lost": 0, "doubled": 0, "foreign": 0}
    assert storm.states() == {"sent": letters}
    floor = [message.text for message in storm.playground.workspace.channels["C0FLOOR"].messages]
    greeted_when_half_were_in = [text for text in floor if "Greeted by" in text]
    assert len(greeted_when_half_were_in) >= letters // 2 // 3
    assert storm.count("wanted > shown") == 0


def test_sigterm_ends_within_ten_seconds_and_loses_nothing(storm: Storm, eventually: Callable[..., None]) -> None:
    storm.playground.faults.add("latency", "chat.postMessage", probability=0.5, seconds=0.5, seed=1)
    bot = storm.starts_bot()
    storm.feeds(40)
    eventually(lambda: len(storm.playground.ledger.posts()) >= 3)
    began = monotonic()
    bot.send_signal(signal.SIGTERM)
    assert storm.ends(bot) == 0
    assert monotonic() - began < 10
    assert storm.count("state = 'sending'") == 0
    assert 3 <= len(storm.playground.ledger.posts()) < 40
    storm.starts_bot()
    storm.calms_down(within=60)
    assert storm.tally() == {"promised": 40, "lost": 0, "doubled": 0, "foreign": 0}


def test_a_process_that_is_frozen_past_its_lease_says_nothing_twice(
    storm: Storm, eventually: Callable[..., None]
) -> None:
    """SIGSTOP is a laptop that was closed, or a machine that swaps."""
    if storm.book.engine.dialect.name == "sqlite":
        pytest.skip("two bots on one SQLite file are refused")
    frozen = storm.starts_bot()
    storm.feeds(20)
    eventually(lambda: len(storm.playground.ledger.posts()) >= 2)
    frozen.send_signal(signal.SIGSTOP)
    storm.starts_bot()
    time.sleep(3)  # longer than the lease of the worker
    frozen.send_signal(signal.SIGCONT)
    storm.calms_down(within=30)
    assert storm.tally() == {"promised": 20, "lost": 0, "doubled": 0, "foreign": 0}
    assert storm.states() == {"sent": 20}
