"""The doctor looks at everything a running bot needs, and says what to do about each red line."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import manifest
from bot.clock import SystemClock
from bot.config import Settings
from bot.doctor import Finding, examine
from bot.playground.server import Playground
from bot.store import claims, migrate, outbox, staff
from bot.store.database import Book, BookSession, open_engine


@pytest.fixture
def slack() -> Iterator[Playground]:
    with Playground(now=SystemClock().now, manifest=manifest.load()) as playground:
        yield playground


def settings(slack: Playground, folder: Path, **other: object) -> Settings:
    given = {
        "slack_bot_token": SecretStr(slack.bot_token), "slack_app_token": SecretStr(slack.app_token),
        "slack_api_url": slack.api_url, "database_url": f"sqlite:///{folder}/x.db",
    }  # fmt: skip
    return Settings(_env_file=None, **(given | other))  # type: ignore[arg-type, call-arg]  # pydantic's own


def look(wanted: Settings) -> dict[str, Finding]:
    return {finding.what: finding for finding in asyncio.run(examine(wanted))}


def set_up(folder: Path, **channels: str | None) -> None:
    def decide(session: BookSession) -> None:
        staff.open_workspace(session, "Corner Shoes", "UTC")
        staff.decide(session, set_up_at=SystemClock().now(), **channels)

    engine = open_engine(f"sqlite:///{folder}/x.db")
    migrate.upgrade(engine)
    book = Book(engine)
    book.run("T0REGULARS", decide)
    book.close()


def test_a_healthy_house_is_green_throughout(slack: Playground, tmp_path: Path) -> None:
    set_up(tmp_path, floor_channel="C0FLOOR", kudos_channel="C0KUDOS", managers_channel=None)
    found = look(settings(slack, tmp_path))
    assert [finding for finding in found.values() if not finding.well] == []
    assert found["Floor channel"].says == "#floor"
    assert "goes by direct message" in found["Managers' channel"].says


@pytest.mark.parametrize(
    ("minutes", "well", "bot", "delivery"),
    [
        (None, True, "has not run with this database yet", None),
        (1, True, "last sign of life 1 minute ago", "no message is late"),
        (12, False, "last sign of life 12 minutes ago: start it", "a message is 12 minutes late"),
    ],
)
def test_a_bot_that_fell_silent_and_what_waits_for_it_are_told(
    slack: Playground, tmp_path: Path, minutes: int | None, well: bool, bot: str, delivery: str | None
) -> None:
    set_up(tmp_path)
    if minutes is not None:
        worked(tmp_path, SystemClock().now() - timedelta(minutes=minutes))
    found = look(settings(slack, tmp_path))
    assert (found["Bot"].well, bot in found["Bot"].says) == (well, True)
    if delivery:
        assert (found["Delivery"].well, delivery in found["Delivery"].says) == (well, True)


def worked(folder: Path, at: datetime) -> None:
    """Leave a database as a bot leaves it that gave its last sign of life then, with a message to send."""
    book = Book(open_engine(f"sqlite:///{folder}/x.db"))
    book.run("", claims.beat, "courier", at)
    book.run("T0REGULARS", lambda s: outbox.promise(s, key="k", kind="digest", about=1, to="U0PAT", now=at))
    book.close()


@pytest.mark.parametrize(
    ("channel", "says"),
    [
        ("C0OLD", "#summer-2024 is archived"),
        ("C0SHARED", "#leather-supplier is shared with another organisation"),
        ("C0GONE", "cannot be seen"),
    ],
)
def test_a_channel_that_will_not_do_is_red(slack: Playground, tmp_path: Path, channel: str, says: str) -> None:
    set_up(tmp_path, floor_channel=channel)
    finding = look(settings(slack, tmp_path))["Floor channel"]
    assert (finding.well, says in finding.says) == (False, True)


def test_before_migration_and_setup_it_says_what_to_do(slack: Playground, tmp_path: Path) -> None:
    found = look(settings(slack, tmp_path))
    assert "regulars migrate" in found["Migrations"].says
    migrate.upgrade(open_engine(f"sqlite:///{tmp_path}/x.db"))
    assert "/regulars setup" in look(settings(slack, tmp_path))["Setup"].says


def test_missing_scopes_are_named(tmp_path: Path) -> None:
    with Playground(now=SystemClock().now, manifest=manifest.load(), scopes=("commands", "chat:write")) as slack:
        found = look(settings(slack, tmp_path))
    assert (found["Scopes"].well, "users:read" in found["Scopes"].says) == (False, True)
    assert "im:history" in found["Optional scopes"].says


def test_wrong_tokens_and_databases_are_sentences(slack: Playground, tmp_path: Path) -> None:
    wrong = look(settings(slack, tmp_path, slack_bot_token=SecretStr("xoxb-wrong")))
    assert "Slack refused SLACK_BOT_TOKEN" in wrong["Tokens"].says
    assert "is not set" in look(settings(slack, tmp_path, slack_app_token=None))["Tokens"].says
    assert "not in mysql" in look(settings(slack, tmp_path, database_url="mysql://x/y"))["Database"].says
