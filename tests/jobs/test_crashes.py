"""Whatever happens at whatever point: nothing is lost, and nothing is said twice.

The matrix: (killed, frozen past the lease, an exception, the database away) × (after the claim, after the sending
and before the note, after the note), on both databases. Below it, each protection is taken away once, and the
same story ends badly.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import exc

from bot.domain.delivery import Answer, Letter, Verdict
from bot.jobs import courier as courier_module
from bot.jobs.courier import Courier, Flight
from bot.services.letters import Rendered
from bot.store import outbox
from bot.store.database import Book, open_engine
from tests.jobs.conftest import CALL, EAGER, SHORT_CALL, PostOffice, until

AFTER_CLAIM, AFTER_SENDING, AFTER_NOTE = "after the claim", "after the sending", "after the note"
POINTS = (AFTER_CLAIM, AFTER_SENDING, AFTER_NOTE)


class Killed(BaseException):
    """From here on, nothing more is done by this process."""


@dataclass
class Eventful(Courier):
    """A courier to whom something happens at a point."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.happens: Callable[[], Awaitable[None]] | None = None
        self.where = ""

    async def _reach(self, point: str) -> None:
        if point == self.where and self.happens:
            happens, self.happens = self.happens, None
            await happens()

    async def _render(self, letter: Letter) -> Rendered | None:
        await self._reach(AFTER_CLAIM)
        return await super()._render(letter)

    async def _note(self, flight: Flight, answer: Answer) -> None:
        await self._reach(AFTER_SENDING)
        await super()._note(flight, answer)
        await self._reach(AFTER_NOTE)


class Frozen(Eventful):
    """Stops in the middle of its turn, between having rendered and speaking."""

    async def _render(self, letter: Letter) -> Rendered | None:
        what = await Courier._render(self, letter)
        await self._reach(AFTER_CLAIM)
        return what


class FragileBook(Book):
    """A book that can be away."""

    away = False

    def _run(self, *args: Any, **kwargs: Any) -> Any:
        if self.away:
            raise exc.OperationalError("SELECT 1", None, Exception("the server is gone"))
        return super()._run(*args, **kwargs)


def happens(office: PostOffice, courier: Eventful, heir: Courier, event: str, point: str) -> None:
    """Arrange that something happens to a courier at a point."""

    async def killed() -> None:
        raise Killed

    async def exception() -> None:
        raise RuntimeError("a bug")

    async def frozen() -> None:
        office.turns(seconds=61)
        while await heir.step():
            pass

    async def away() -> None:
        assert isinstance(courier.book, FragileBook)
        courier.book.away = True

    courier.where = point
    courier.happens = {"killed": killed, "exception": exception, "frozen": frozen, "away": away}[event]


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("event", ["killed", "frozen", "exception", "away"])
def test_nothing_is_lost_and_nothing_is_doubled(
    office: PostOffice, event: str, point: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courier_module, "NOTE_AGAIN", 0.01)
    heir = office.hires()
    book = FragileBook(open_engine(office.book.engine.url.render_as_string(hide_password=False)))
    courier: Eventful = office.hires(Frozen if event == "frozen" else Eventful, book=book)
    happens(office, courier, heir, event, point)
    office.promises()
    if event == "away" and point == AFTER_SENDING:
        office.call(comes_back_while_noting(book, courier))
    else:
        with suppress(exc.OperationalError):  # the timetable logs that, and tries again
            office.works(courier)
    book.away = False
    office.passes(heir)
    assert len(office.said()) == 1
    assert office.row()["state"] == "sent"
    book.close()


async def comes_back_while_noting(book: FragileBook, courier: Courier) -> None:
    async def work() -> None:
        with suppress(exc.OperationalError):
            while await courier.step():
                pass

    task = asyncio.create_task(work())
    await until(lambda: book.away)
    await asyncio.sleep(0.1)
    book.away = False
    await task


# ---- each protection taken away


class LooksNowhere(Eventful):
    async def _look(self, _letter: Letter) -> Answer | None:
        return None


class SaysItAnyway(Frozen):
    """Does not ask whether its claim still stands."""


class MarksThenSends(Eventful):
    async def _speak(self, flight: Flight, what: Rendered) -> Answer:
        await Courier._note(self, flight, Answer(Verdict.SAID, channel=flight.letter.to, ts="1.0"))
        await self._reach(AFTER_SENDING)
        return await super()._speak(flight, what)


@pytest.mark.parametrize(
    ("kind", "event", "point", "said"),
    [
        (Eventful, "killed", AFTER_SENDING, 1),
        (LooksNowhere, "killed", AFTER_SENDING, 2),
        (Frozen, "frozen", AFTER_CLAIM, 1),
        (SaysItAnyway, "frozen", AFTER_CLAIM, 2),
        (MarksThenSends, "killed", AFTER_SENDING, 0),
    ],
    ids=["kept", "without the look", "kept ", "without the lease", "marked, then sent"],
)
def test_without_it_the_same_story_ends_badly(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch, kind: type[Eventful], event: str, point: str, said: int
) -> None:
    if kind is SaysItAnyway:
        monkeypatch.setattr(Flight, "check", lambda _self: None)
        monkeypatch.setattr(outbox, "still_mine", lambda *_facts: True)
    heir = office.hires(Eventful if kind is MarksThenSends else kind)
    courier: Eventful = office.hires(kind)
    happens(office, courier, heir, event, point)
    office.promises()
    office.works(courier)
    office.passes(heir)
    assert len(office.said()) == said


@pytest.mark.parametrize(("quiet", "said"), [(20.0, 1), (0.0, 2)], ids=["kept", "without the quiet period"])
def test_a_message_may_be_on_its_way_longer_than_anybody_waits_for_the_answer(
    office: PostOffice, quiet: float, said: int
) -> None:
    office.playground.faults.add("latency", "chat.postMessage", seconds=3 * SHORT_CALL)
    courier = office.hires(patience=replace(EAGER, quiet=timedelta(seconds=quiet)), call=SHORT_CALL)
    office.promises()
    office.works(courier)  # gives up waiting; whoever keeps no quiet looks at once, finds nothing, and speaks
    time.sleep(3 * SHORT_CALL)
    office.passes(courier)
    assert len(office.said()) == said


def test_a_lease_must_outlast_any_call(office: PostOffice) -> None:
    with pytest.raises(ValueError, match="longer than any call"):
        office.hires(patience=replace(EAGER, lease=timedelta(seconds=CALL)))
