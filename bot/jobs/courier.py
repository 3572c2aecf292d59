"""The courier: takes promised messages out of the outbox and says each of them once.

Claim, render, say, note: the book is never held open while Slack is spoken to. A message in doubt is looked for
before it is said again (RELIABILITY.md, rule 8).
"""

import asyncio
import logging
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import uuid4

from slack_sdk.errors import SlackApiError

from bot.clock import Clock
from bot.domain.delivery import Answer, Letter, Patience, Verdict, after_blind_look
from bot.services import delivery
from bot.services.letters import Delete, File, Home, Rendered, Skip
from bot.slack import Slack, classify
from bot.store.database import Book
from bot.views.blocks import Message, Mrkdwn

log = logging.getLogger("regulars.courier")

REPEAT = Mrkdwn(" (may be a repeat)")


@dataclass
class Courier:
    """Delivers for every workspace of one book."""

    book: Book
    slack: Slack
    clock: Clock
    patience: Patience = field(default_factory=Patience)

    def __post_init__(self) -> None:
        self.owner = uuid4().hex

    async def step(self) -> bool:
        """Deliver a few messages; say whether there were any."""
        now = self.clock.now()
        letters = await self.book.write("", delivery.claim, self.owner, now, self.patience)
        await asyncio.gather(*(self._deliver(letter) for letter in letters))
        return bool(letters)

    async def _deliver(self, letter: Letter) -> None:
        """Deliver one message; a fault of ours puts it back, and never stops the line (rule 10)."""
        try:
            answer = await self._say(letter)
        except Exception:
            log.exception("letter_failed id=%s kind=%s", letter.id, letter.kind)
            answer = Answer(Verdict.OUR_BUG, error="exception")
            letter = replace(letter, tries=max(letter.tries, 1))
        if answer is not None:
            await self._note(letter, answer)

    async def _note(self, letter: Letter, answer: Answer) -> None:
        now = self.clock.now()
        then = await self.book.write(
            letter.workspace, delivery.note, letter, self.owner, answer, self.patience, now
        )
        if then.state in ("dead", "unclear"):
            log.warning("letter_%s id=%s kind=%s error=%s", then.state, letter.id, letter.kind, answer.error)

    async def _say(self, letter: Letter) -> Answer | None:
        """Say it, or find out that it was said; None when it is not wanted any more."""
        doubtful = letter.in_doubt and not letter.is_update
        found = await self._look(letter) if doubtful else None
        if found and found.verdict is Verdict.SAID:
            return found
        if found and after_blind_look(letter.kind) == "leave":
            return replace(found, verdict=Verdict.DOUBTFUL)
        now = self.clock.now()
        what = await self.book.read(letter.workspace, delivery.render, letter, now)
        if isinstance(what, Skip):
            await self.book.write(letter.workspace, delivery.skip, letter, self.owner, what.why)
            return None
        return await self._speak(letter, _marked(what) if found else what)

    async def _look(self, letter: Letter) -> Answer | None:
        """Look for a message by its mark; None when it is surely not there."""
        channel, since = letter.to, (letter.promised_at or self.clock.now()) - timedelta(minutes=5)
        if not channel.startswith("U"):
            return await self.slack.look(channel, letter.mark, _unix(since))
        try:
            channel = await self.slack.direct_channel(channel)
        except (SlackApiError, OSError, TimeoutError) as error:
            return classify(error)
        return await self.slack.look(channel, letter.mark, _unix(since))

    async def _speak(self, letter: Letter, what: Rendered) -> Answer:
        if isinstance(what, File):
            return await self._send_file(letter, what)
        if isinstance(what, Home):
            return await self.slack.publish_home(letter.to, what.view)
        if letter.is_update:
            assert letter.channel
            assert letter.ts
            if isinstance(what, Delete):
                return await self.slack.delete(letter.channel, letter.ts)
            assert isinstance(what, Message)
            return await self.slack.update(letter.channel, letter.ts, what.payload(), letter.mark)
        assert isinstance(what, Message)
        answer = await self.slack.post(letter.to, what.payload(), letter.mark)
        if answer.verdict is Verdict.OUR_BUG:
            log.error("blocks_refused kind=%s error=%s", letter.kind, answer.error)
            return await self.slack.post(letter.to, delivery.plain(what), letter.mark)
        return answer

    async def _send_file(self, letter: Letter, file: File) -> Answer:
        try:
            await self.slack.send_file(letter.to, file.name, file.content, file.name, file.comment)
        except Exception as error:
            return classify(error)
        return Answer(Verdict.SAID, channel=letter.to, ts="")


def _marked(what: Rendered) -> Rendered:
    """Say beside a message that it may be a repeat."""
    return replace(what, text=Mrkdwn(what.text + REPEAT)) if isinstance(what, Message) else what


def _unix(moment: datetime) -> float:
    return moment.timestamp()
