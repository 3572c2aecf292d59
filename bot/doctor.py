"""`regulars doctor`: look at everything a running bot needs, and say what to do where something is wrong."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

import aiohttp
from slack_sdk.errors import SlackApiError

from bot import manifest
from bot.clock import SystemClock
from bot.config import BadSettings, Settings
from bot.domain.workspaces import Workspace
from bot.running import CannotStart, preflight
from bot.services import delivery
from bot.slack import Identity, Slack
from bot.store import migrate, staff
from bot.store.database import Book, NoDatabase, check, open_engine
from bot.views import words

CLOCK_OFF = timedelta(seconds=30)
"""A clock further off makes Slack refuse signatures and reminders come at the wrong minute."""
SILENT = timedelta(minutes=3)
"""A running bot gives a sign of life each minute."""
LATE = timedelta(minutes=5)


@dataclass(frozen=True)
class Finding:
    """One line of the doctor's: what was looked at, whether it is well, and what to do."""

    what: str
    well: bool
    says: str


async def examine(settings: Settings) -> list[Finding]:
    """Return a finding for each thing looked at; never raises for what is wrong."""
    findings = [_zones(), *_database(settings)]
    try:
        bot_token, app_token = settings.tokens()
    except BadSettings as problem:
        return [*findings, Finding("Tokens", False, str(problem))]
    slack = Slack(bot_token, settings.slack_api_url)
    try:
        findings += await _slack(slack, app_token, settings)
    finally:
        await slack.close()
    return findings


def _zones() -> Finding:
    try:
        ZoneInfo("Europe/Lisbon")
    except KeyError:
        return Finding("Time zones", False, "The time zone database is missing: pip install tzdata")
    return Finding("Time zones", True, "the time zone database is there")


def _database(settings: Settings) -> list[Finding]:
    try:
        engine = open_engine(settings.database())
        check(engine)
    except NoDatabase as problem:
        return [Finding("Database", False, str(problem))]
    where = engine.url.render_as_string(hide_password=True)
    at, newest = migrate.version(engine), migrate.newest()
    engine.dispose()
    says = "up to date" if at == newest else f"at {at or 'nothing'}, wants {newest}: run `regulars migrate`"
    return [Finding("Database", True, where), Finding("Migrations", at == newest, says)]


async def _slack(slack: Slack, app_token: str, settings: Settings) -> list[Finding]:
    try:
        await preflight(slack, app_token)
    except CannotStart as problem:
        return [Finding("Tokens", False, str(problem))]
    identity = await slack.identity()
    found = [Finding("Tokens", True, f"both work; workspace {identity.team_name} ({identity.team})")]
    found += _scopes(identity)
    found.append(await _clock(slack))
    found += await _channels(slack, identity, settings)
    return found


def _scopes(identity: Identity) -> list[Finding]:
    required, optional = manifest.scopes(manifest.load())
    missing, unused = sorted(required - identity.scopes), sorted(optional - identity.scopes)
    says = (
        f"missing {', '.join(missing)}: add them under OAuth & Permissions and reinstall"
        if missing
        else "all there"
    )
    found = [Finding("Scopes", not missing, says)]
    if unused:
        found.append(
            Finding("Optional scopes", True, f"without {', '.join(unused)}; what needs them is switched off")
        )
    return found


async def _clock(slack: Slack) -> Finding:
    answer = await slack.client.api_test()
    date = dict(answer.headers).get("Date", "")
    if not date:
        return Finding("Clock", True, "Slack did not say what time it is")
    off = abs(SystemClock().now() - parsedate_to_datetime(date))
    says = f"within {off.total_seconds():.0f} s of Slack's"
    return Finding(
        "Clock", off < CLOCK_OFF, says if off < CLOCK_OFF else f"{says}: switch on time synchronisation (NTP)"
    )


async def _channels(slack: Slack, identity: Identity, settings: Settings) -> list[Finding]:
    now = SystemClock().now()
    try:
        book = Book(open_engine(settings.database()))
        workspace = await book.read(identity.team, staff.workspace)
        health = await book.read("", delivery.health, now)
    except Exception:
        return []  # the database's own line has said it
    book.close()
    return [*_delivery(health, now), *await _chosen_channels(slack, workspace)]


def _delivery(health: delivery.Health, now: datetime) -> list[Finding]:
    """Say whether a bot is at work on this database, and whether what is due goes out."""
    if health.last_beat is None:
        return [Finding("Bot", True, "has not run with this database yet: start it with `regulars run`")]
    silent = now - health.last_beat > SILENT
    bot = f"gave its last sign of life {words.age(health.last_beat, now)} ago"
    late = health.late_by > LATE
    oldest = f"a message is {words.age(now - health.late_by, now)} late; the log of `regulars run` says why"
    return [
        Finding("Bot", not silent, bot + silent * ": start it with `regulars run`"),
        Finding("Delivery", not late, oldest if late else "no message is late"),
    ]


async def _chosen_channels(slack: Slack, workspace: Workspace) -> list[Finding]:
    if not workspace.set_up_at:
        return [Finding("Setup", False, "type /regulars setup in Slack; until then defaults apply")]
    return [await _channel(slack, name, channel) for name, channel in _chosen(workspace).items()]


def _chosen(workspace: Workspace) -> dict[str, str | None]:
    return {
        "Floor channel": workspace.floor_channel,
        "Kudos channel": workspace.kudos_channel,
        "Managers' channel": workspace.managers_channel,
    }


async def _channel(slack: Slack, name: str, channel: str | None) -> Finding:
    if not channel:
        return Finding(name, True, "none chosen; that goes by direct message")
    try:
        found = (await slack.client.conversations_info(channel=channel))["channel"]
    except (SlackApiError, aiohttp.ClientError, TimeoutError) as error:
        return Finding(name, False, f"{channel} cannot be seen ({error}); choose another with /regulars setup")
    if found.get("is_archived"):
        return Finding(name, False, f"#{found['name']} is archived; choose another with /regulars setup")
    if found.get("is_ext_shared"):
        return Finding(name, False, f"#{found['name']} is shared with another organisation; choose another")
    if not found.get("is_member") and found.get("is_private"):
        return Finding(name, False, f"I am not in #{found['name']}; type /invite @Regulars there")
    return Finding(name, True, f"#{found['name']}")
