"""Digest and Home fit into Slack's limits whatever stands in them, and say what they leave out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.completion import Completion
from bot.domain.coupons import CouponFigures
from bot.domain.digests import Came, Digest
from bot.domain.home import Home, Tasks
from bot.domain.promises import PromiseFigures
from bot.playground.limits import block_errors, view_errors
from bot.views import digests, home
from bot.views.blocks import BLOCKS, HOME_BLOCKS, Mrkdwn, actions, button, md
from bot.views.folding import Line, listed, shares
from bot.views.gallery import digests as digest_examples
from bot.views.gallery import home as home_examples
from bot.views.gallery.digests import CALL, MISSED, PROMISE
from bot.views.gallery.issues import LATE, MARKUP
from bot.views.gallery.kudos import LONG
from bot.views.gallery.people import DANA, MARIA, NEW, NOW


@pytest.mark.parametrize(
    ("costs", "room", "counts"),
    [
        ([], 0, []),
        ([[1, 1, 1]], 4, [3]),
        ([[1, 1, 1]], 3, [2]),
        ([[1] * 9, [1]], 6, [3, 1]),  # the long part takes no line from the short one
        ([[2] * 9, [1] * 9], 7, [2, 1]),
        ([[2, 1], [1]], 3, [0, 1]),  # what comes first does not fit; the other does
        ([[1], [1]], 2, [0, 0]),
        ([[1], [1]], 0, [0, 0]),
    ],
)
def test_parts_take_turns(costs: Sequence[Sequence[int]], room: int, counts: list[int]) -> None:
    assert shares(costs, room) == counts


@given(st.lists(st.lists(st.integers(1, 3), max_size=30), max_size=12), st.integers(0, 120))
def test_they_fit_and_nothing_that_fits_is_left_out(costs: list[list[int]], room: int) -> None:
    counts = shares(costs, room)
    used = len(costs) + sum(sum(part[:n]) for part, n in zip(costs, counts, strict=True))
    assert used <= max(room, len(costs))
    for part, n in zip(costs, counts, strict=True):
        assert n == len(part) or used + part[n] > room


@given(st.integers(0, 150), st.booleans())
def test_a_list_says_how_many_it_leaves_out(n: int, offers: bool) -> None:
    row = actions(button("Accept", "x")) if offers else None
    lines = [Line(md("line {i}", i=i), below=row) for i in range(n)]
    blocks = listed([line.blocks() for line in lines], 99)
    assert len(blocks) <= 99
    shown = sum("line" in str(block) for block in blocks)
    assert shown == n or blocks[-1]["elements"][0]["text"] == Mrkdwn(f"… and {n - shown} more")


sizes = st.integers(0, 70)
OFFER = replace(PROMISE, handed_to=MARIA)
TASKS = (CALL, PROMISE, OFFER, replace(CALL, handed_to=MARIA, text="x" * 1000))


Thing = TypeVar("Thing")


def some(things: Sequence[Thing]) -> st.SearchStrategy[tuple[Thing, ...]]:
    return sizes.map(lambda n: tuple((list(things) * n)[:n]))


tasks = some(TASKS)
figures = st.just(None) | st.just(Completion(38, 3, 1))
PROMISES = st.just(PromiseFigures(3, 1, 1, 1))
DIGESTS = st.builds(
    Digest,
    viewer=st.just(MARIA), zone=st.just("Europe/Lisbon"), now=st.just(NOW), whole=st.booleans(),
    came=some((DANA, NEW)).map(lambda found: Came(NOW.date(), found, len(found), 3)),
    issues=some((LATE, MARKUP)), promises=tasks, due=tasks, overdue=tasks, done=tasks, missed=some((MISSED,)),
    birthdays=some(digest_examples.FULL_DAY.birthdays), kudos=some((LONG,)),
    troubles=some(digest_examples.FULL_DAY.troubles), ledger=PROMISES, completion=figures,
    coupons=st.just(None) | st.just(CouponFigures(4, 2, 1, 7)),
)  # fmt: skip
HOMES = st.builds(
    Home,
    person=st.sampled_from((home_examples.MARIAS, home_examples.PATS, home_examples.FIRST.person)),
    workspace=st.just(home_examples.FIRST.workspace), now=st.just(NOW), whole=st.booleans(),
    came=some((DANA, NEW)).map(lambda found: Came(NOW.date(), found, len(found))),
    tasks=st.builds(Tasks, tasks, tasks, tasks), issues=some((LATE, MARKUP)), kudos=some((LONG,)), promises=tasks,
    troubles=some(digest_examples.FULL_DAY.troubles), ledger=PROMISES, completion=figures,
)  # fmt: skip


@settings(max_examples=40)
@given(DIGESTS)
def test_any_digest_fits_with_its_end(seen: Digest) -> None:
    message = digests.digest(seen)
    assert len(message.blocks) <= BLOCKS
    assert block_errors(list(message.blocks), "message") == []
    assert "shows this at any time" in message.blocks[-1]["elements"][0]["text"]
    for name in digests.CAPS:
        window = digests.all_of(seen, name)
        assert window is None or view_errors(window) == []
    for window in (digests.of_person(seen, MARIA), digests.of_person(seen, "queue")):
        assert view_errors(window) == []


@settings(max_examples=40)
@given(HOMES)
def test_any_home_fits_with_its_end(seen: Home) -> None:
    view = home.home(seen)
    assert len(view["blocks"]) <= HOME_BLOCKS
    assert view_errors(view) == []
    assert "As of" in view["blocks"][-1]["elements"][0]["text"]
