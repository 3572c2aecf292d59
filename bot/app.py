"""The porter: puts the rooms together. The only importer of handlers and jobs."""

import asyncio
import logging
from dataclasses import dataclass

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.clock import Clock
from bot.domain.delivery import Patience
from bot.handlers import (
    calendar,
    customers,
    digests,
    errands,
    figures,
    followups,
    handovers,
    home,
    issues,
    kudos,
    playbooks,
    promises,
    purchases,
    referrals,
    regulars,
    reminders,
    rules,
    setup,
    shifts,
    standins,
    thanks,
    visits,
    whom,
)
from bot.handlers.doors import Doors
from bot.handlers.line import Line
from bot.jobs.courier import Courier
from bot.jobs.digests import Digests
from bot.jobs.occasions import Occasions
from bot.jobs.reminders import Reminders
from bot.jobs.sweeper import Sweeper
from bot.jobs.timetable import Timetable
from bot.services import staff
from bot.slack import Identity, Slack
from bot.store.customers import people
from bot.store.database import Book, BookSession

HANDLERS = (
    calendar,
    customers,
    digests,
    errands,
    figures,
    followups,
    handovers,
    home,
    issues,
    kudos,
    playbooks,
    promises,
    purchases,
    referrals,
    regulars,
    reminders,
    rules,
    setup,
    shifts,
    standins,
    thanks,
    visits,
    whom,
)

log = logging.getLogger("regulars.app")


@dataclass
class Regulars:
    """The bot, put together and not yet running."""

    book: Book
    slack: Slack
    clock: Clock
    identity: Identity
    doors: Doors
    bolt: AsyncApp
    timetable: Timetable
    line: Line | None = None

    async def start(self, app_token: str | None = None) -> None:
        """Begin to work; with an app token, connect over Socket Mode."""
        await self.book.write(self.identity.team, _open, self.identity.team_name)
        await self.book.read(self.identity.team, people)  # 20,000 names take as long to learn as a command may
        self.timetable.start()
        if app_token:
            self.line = Line(self.bolt, app_token)
            self.timetable.add("line", self.line.watch)
            await self.line.open()

    async def stop(self) -> None:
        """Finish what is under way, lose nothing, and close: at most ten seconds."""
        if self.line:
            await self.line.close()
        await self.timetable.stop()
        await self.slack.close()
        await asyncio.get_running_loop().run_in_executor(None, self.book.close)


def _open(session: BookSession, name: str) -> None:
    staff.open_workspace(session, name)


async def build(book: Book, slack: Slack, clock: Clock, patience: Patience | None = None) -> Regulars:
    """Put the bot together; asks Slack once who it is, so no request has to."""
    identity = await slack.identity()
    doors = Doors(book, slack, clock, identity.team)
    for capability in HANDLERS:
        capability.register(doors)
    bolt = _bolt(slack, identity)
    doors.attach(bolt)
    courier = Courier(book, slack, clock, patience or Patience())
    timetable = Timetable(
        {
            "courier": courier.step,
            "reminders": Reminders(book, clock, slack).step,
            "digests": Digests(book, clock).step,
            "occasions": Occasions(book, clock).step,
            "sweeper": Sweeper(book, clock).step,
        },
        finish=(courier.finish,),
    )
    book.when_letters = timetable.kick
    return Regulars(book, slack, clock, identity, doors, bolt, timetable)


def _bolt(slack: Slack, identity: Identity) -> AsyncApp:
    known = AuthorizeResult(
        enterprise_id=None,
        team_id=identity.team,
        bot_user_id=identity.user,
        bot_id=identity.bot,
        bot_token=slack.client.token,
    )

    async def authorize() -> AuthorizeResult:
        return known  # Bolt's own way asks auth.test

    quiet = logging.getLogger("slack_bolt")
    quiet.setLevel(logging.ERROR)  # it would warn of a token in the environment, which it shall not use
    app = AsyncApp(
        name="regulars",
        logger=quiet,
        client=AsyncWebClient(base_url=slack.url),  # without a token: all that is said goes through our own mouth
        authorize=authorize,
        process_before_response=True,
        request_verification_enabled=False,
    )
    quiet.setLevel(logging.INFO)  # never DEBUG: that prints what people wrote (rule 23)
    return app
