"""The courier: takes promised messages out of the outbox and says each of them once.

Claim, render, say, note: the book is never held open while Slack is spoken to. A message in doubt is looked for
before it is said again (RELIABILITY.md, rule 8). A process that was frozen past its lease says nothing any more:
somebody else has taken over.
"""

import asyncio
import logging
import time
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.clock import Clock, SystemClock
from bot.domain.delivery import (
    Answer,
    Letter,
    Patience,
    Verdict,
    is_file,
    is_person,
    may_look_later,
    repeats_blindly,
)
from bot.services import delivery
from bot.services.letters import Delete, File, Home, Rendered, Skip
from bot.slack import Slack, classify
from bot.store.database import Book
from bot.views.blocks import Message, Mrkdwn

log = logging.getLogger("regulars.courier")

REPEAT = Mrkdwn(" (may be a repeat)")
EARLIER = timedelta(minutes=5)
"""How far Slack's clock may be behind ours when one looks for a message."""
BEAT = timedelta(minutes=1)
GLANCE = 0.05
"""Seconds between two looks into the outbox while something is under way."""
NOTE_AGAIN = 1.0
"""Seconds between two tries to write down what Slack answered."""
CATCH_UP = timedelta(seconds=3)
"""After an absence, the clock's other jobs get this long to promise what became due meanwhile."""


class Overtaken(Exception):
    """The lease ran out before the message was said; whoever took it over will say it."""


def awake_seconds() -> float:
    """Return seconds that only go forward, and go on while the machine sleeps (Linux)."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


@dataclass(frozen=True)
class Flight:
    """One letter on its way: until when it may be said, and whether its sending has begun."""

    letter: Letter
    speak_before: float

    def check(self) -> None:
        """Refuse to speak when the lease may be over before Slack has answered."""
        if awake_seconds() >= self.speak_before:
            raise Overtaken


@dataclass
class Courier:
    """Delivers for every workspace of one book; leases and pace go by the real time, the rest by the shop's."""

    book: Book
    slack: Slack
    clock: Clock
    patience: Patience = field(default_factory=Patience)
    real: Clock = field(default_factory=SystemClock)

    def __post_init__(self) -> None:
        self._flying: dict[asyncio.Task[None], Letter] = {}
        self._begun: set[int] = set()
        self._last_beat: datetime | None = None
        self._fold_at: datetime | None = None
        if self.patience.lease.total_seconds() <= self.slack.timeout:
            raise ValueError("a lease must be longer than any call to Slack")

    async def step(self) -> bool:
        """Send a few messages off; say whether there may be more to do.

        One that hangs holds up nobody but its own channel: the step only waits a moment for those under way.
        """
        if not await self._catch_up():
            return False
        room = self.patience.flights - len(self._flying)
        if room * 2 >= self.patience.flights:  # a claim costs about as much for eight as for one
            await self._claim(room)
        under_way = bool(self._flying)
        if under_way:
            await asyncio.wait(self._flying, timeout=GLANCE, return_when=asyncio.FIRST_COMPLETED)
        return under_way  # what landed may have made room in its channel

    async def _claim(self, room: int) -> None:
        # Measured before the claim is made, so that ours ends before the lease in the book does.
        speak_before = awake_seconds() + self.patience.lease.total_seconds() - self.slack.timeout
        now, real = self.clock.now(), self.real.now()
        letters = await self.book.write("", delivery.claim, now, real, self.patience, room)
        for letter in letters:
            task = asyncio.create_task(self._deliver(Flight(letter, speak_before)), name=f"letter-{letter.id}")
            self._flying[task] = letter
            task.add_done_callback(self._landed)

    def _landed(self, task: asyncio.Task[None]) -> None:
        letter = self._flying.pop(task)
        self._begun.discard(letter.id)
        if not task.cancelled() and (error := task.exception()):
            log.error("letter_lost_sight_of id=%s kind=%s", letter.id, letter.kind, exc_info=error)

    async def finish(self, within: float) -> None:
        """Let what is under way arrive; then give back what was surely not begun, and leave the rest in doubt."""
        if self._flying:
            await asyncio.wait(self._flying, timeout=within)
        late = dict(self._flying)
        not_begun = [letter for letter in late.values() if letter.id not in self._begun]
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        for letter in not_begun:
            await self.book.write(letter.workspace, delivery.release, letter)

    # ---- after an absence

    async def _catch_up(self) -> bool:
        """Give signs of life; after a long silence, fold what waits, and say whether delivery may go on."""
        real = self.real.now()
        if self._last_beat is None or real - self._last_beat >= BEAT:
            silence = await self.book.write("", delivery.beat, real)
            self._last_beat = real
            if silence > self.patience.away:
                self._fold_at = real + CATCH_UP
        if self._fold_at and real < self._fold_at:
            return False
        if self._fold_at:
            self._fold_at = None
            await self._fold()
        return True

    async def _fold(self) -> None:
        now = self.clock.now()
        for workspace, person in await self.book.read("", delivery.crowded, now):
            folded = await self.book.write(workspace, delivery.fold, person, now)
            log.info("folded workspace=%s letters=%s", workspace, folded)

    # ---- one letter

    async def _deliver(self, flight: Flight) -> None:
        """Deliver one message; a fault of ours puts it back, and never stops the line (rule 10)."""
        letter = flight.letter
        try:
            answer = await self._say(flight)
        except Overtaken:
            log.warning("letter_overtaken id=%s kind=%s", letter.id, letter.kind)
            return
        except Exception:
            log.exception("letter_failed id=%s kind=%s", letter.id, letter.kind)
            answer = Answer(Verdict.FAILED, error="exception")
        if answer is not None:
            await self._note(flight, answer)

    async def _note(self, flight: Flight, answer: Answer) -> None:
        """Write the outcome down; while the book is away, try again as long as the lease is ours."""
        letter = flight.letter
        while True:
            try:
                then = await self.book.write(
                    letter.workspace,
                    delivery.note,
                    letter,
                    answer,
                    self.patience,
                    self.clock.now(),
                    self.real.now(),
                )
                break
            except Exception:
                log.exception("note_failed id=%s kind=%s", letter.id, letter.kind)
                if awake_seconds() >= flight.speak_before:
                    return  # it stays claimed, and will be looked for when the lease is over
                await asyncio.sleep(NOTE_AGAIN)
        if then.state in ("dead", "unclear"):
            log.warning("letter_%s id=%s kind=%s error=%s", then.state, letter.id, letter.kind, answer.error)

    async def _say(self, flight: Flight) -> Answer | None:
        """Say it, or find out that it was said; None when it is not wanted any more, or cannot be judged now."""
        letter = flight.letter
        found = await self._look(letter) if letter.in_doubt and not letter.is_update else None
        if found and found.verdict is Verdict.SAID:
            return found
        if found and may_look_later(found):
            await self._look_later(letter, found)
            return None
        if found and not repeats_blindly(letter.kind):
            return replace(found, verdict=Verdict.UNCLEAR)
        what = await self._render(letter)
        return await self._speak(flight, _marked(what) if found else what) if what else None

    async def _render(self, letter: Letter) -> Rendered | None:
        """Return what to say, unless nobody wants to hear it or the letter is no longer ours."""
        now, real = self.clock.now(), self.real.now()
        what = await self.book.read(letter.workspace, delivery.render_mine, letter, now, real)
        if what is None:
            raise Overtaken
        if isinstance(what, Skip):
            await self.book.write(letter.workspace, delivery.skip, letter, what.why)
            return None
        return what

    async def _look(self, letter: Letter) -> Answer | None:
        """Look for a message by its mark; None when it is surely not there."""
        since = (letter.begun_at or letter.promised_at or self.clock.now()) - EARLIER
        channel = await self._room(letter)
        if isinstance(channel, Answer):
            return channel
        return await self.slack.look(channel, letter.mark, since.timestamp())

    async def _look_later(self, letter: Letter, answer: Answer) -> None:
        await self.book.write(
            letter.workspace, delivery.note_failed_look, letter, answer, self.patience, self.clock.now()
        )

    async def _room(self, letter: Letter) -> str | Answer:
        """Return the channel of a letter; somebody's direct messages are known since something was said there."""
        if not is_person(letter.to):
            return letter.to
        known = await self.book.read(letter.workspace, delivery.channel_of, letter.to)
        if known:
            return known
        try:
            return await self.slack.direct_channel(letter.to)
        except Exception as error:
            return classify(error, "conversations.open")

    # ---- saying it

    async def _speak(self, flight: Flight, what: Rendered) -> Answer:
        letter = flight.letter
        if not is_person(letter.to) and await self.slack.is_shared(letter.to):
            return Answer(Verdict.NO_ADDRESS, error="channel_is_shared")  # rule 23
        flight.check()
        self._begun.add(letter.id)
        if isinstance(what, File):
            return await self._send_file(letter, what)
        if isinstance(what, Home):
            return await self.slack.publish_home(letter.to, what.view)
        if isinstance(what, Delete):
            return await self._delete(letter)
        assert isinstance(what, Message)
        answer = await self._tell(letter, what.payload())
        if answer.verdict is Verdict.OUR_BUG:
            log.error("blocks_refused kind=%s error=%s", letter.kind, answer.error)
            flight.check()
            return await self._tell(letter, delivery.plain(what))
        return answer

    async def _tell(self, letter: Letter, payload: dict[str, object]) -> Answer:
        if letter.channel and letter.ts:
            return await self.slack.update(letter.channel, letter.ts, payload, letter.mark)
        return await self.slack.post(letter.to, payload, letter.mark)

    async def _delete(self, letter: Letter) -> Answer:
        if letter.ts and is_file(letter.ts):
            return await self.slack.delete_file(letter.ts)
        if letter.channel and letter.ts:
            return await self.slack.delete(letter.channel, letter.ts)
        return Answer(Verdict.ALREADY)  # a Home has no message that could be deleted

    async def _send_file(self, letter: Letter, file: File) -> Answer:
        """Upload a file; where the direct messages are not known yet, a line said there first finds them."""
        room = await self._room(letter)
        if isinstance(room, Answer):
            room = await self.slack.post(letter.to, {"text": file.comment}, mark="")
        if isinstance(room, Answer):
            if room.verdict is not Verdict.SAID or not room.channel:
                return room
            room = room.channel
        return await self.slack.send_file(room, file.name, file.content, file.comment)


def _marked(what: Rendered) -> Rendered:
    """Say beside a message that it may be a repeat."""
    if isinstance(what, Message):
        return replace(what, text=Mrkdwn(what.text + REPEAT), blocks=(*what.blocks, *_repeat_line(what)))
    return replace(what, comment=what.comment + REPEAT) if isinstance(what, File) else what


def _repeat_line(what: Message) -> tuple[dict[str, object], ...]:
    """Blocks hide the text, so they need a line of their own; without blocks the text says it."""
    return ({"type": "context", "elements": [{"type": "mrkdwn", "text": REPEAT.strip()}]},) if what.blocks else ()
