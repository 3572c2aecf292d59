"""The command line: readable help, one sentence for each thing that is wrong, exit code 2."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bot import manifest
from bot.clock import SystemClock
from bot.playground.server import Playground
from bot.store import staff
from bot.store.alone import alone
from bot.store.database import Book, open_engine
from tests.conftest import ROOT

TOKENS = {"SLACK_BOT_TOKEN": "xoxb-wrong", "SLACK_APP_TOKEN": "xapp-wrong"}


@pytest.fixture
def slack() -> Iterator[Playground]:
    with Playground(now=SystemClock().now, manifest=manifest.load()) as playground:
        yield playground


def regulars(*args: str, typed: str = "", folder: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    ours = ("SLACK_", "DATABASE_", "LOG_")
    clean = {key: value for key, value in os.environ.items() if not key.startswith(ours)}  # noqa: TID251 - for the child
    return subprocess.run(
        [sys.executable, "-m", "bot", *args],
        input=typed, capture_output=True, text=True, timeout=60, cwd=folder, check=False,
        env=clean | {"PYTHONPATH": str(ROOT)} | env,
    )  # fmt: skip


def test_help_is_readable() -> None:
    shown = regulars("--help")
    assert shown.returncode == 0
    for command in ("run", "demo", "doctor", "manifest", "migrate", "when"):
        assert command in shown.stdout


@pytest.mark.parametrize(
    ("env", "says"),
    [
        ({}, "SLACK_BOT_TOKEN is not set."),
        ({"SLACK_BOT_TOKEN": "xapp-1", "SLACK_APP_TOKEN": "xoxb-1"}, "SLACK_BOT_TOKEN should begin with xoxb-."),
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN is not set."),
        (TOKENS | {"DATABASE_URL": "mysql://x/y"}, "SQLite or PostgreSQL, not in mysql"),
        (TOKENS | {"DATABASE_URL": "nonsense"}, "DATABASE_URL is not a database address."),
        (TOKENS | {"DATABASE_URL": "postgresql://127.0.0.1:1/x"}, "cannot be used"),
        (TOKENS | {"SLACK_API_URL": "http://127.0.0.1:1/api/"}, "Slack cannot be reached"),
    ],
)
def test_run_says_in_one_sentence_why_it_cannot(env: dict[str, str], says: str, tmp_path: Path) -> None:
    done = regulars("run", folder=tmp_path, **{"DATABASE_URL": f"sqlite:///{tmp_path}/x.db"} | env)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_run_checks_the_tokens_before_it_connects(slack: Playground, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/x.db"
    wrong = regulars("run", folder=tmp_path, DATABASE_URL=database, SLACK_API_URL=slack.api_url, **TOKENS)
    assert (wrong.returncode, "Slack refused SLACK_BOT_TOKEN (invalid_auth)" in wrong.stderr) == (2, True)
    half = TOKENS | {"SLACK_BOT_TOKEN": slack.bot_token}
    wrong = regulars("run", folder=tmp_path, DATABASE_URL=database, SLACK_API_URL=slack.api_url, **half)
    assert (wrong.returncode, "SLACK_APP_TOKEN" in wrong.stderr) == (2, True)


def test_a_damaged_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    damaged = tmp_path / "x.db"
    damaged.write_bytes(b"this was a database once" * 100)
    done = regulars("run", folder=tmp_path, DATABASE_URL=f"sqlite:///{damaged}", **TOKENS)
    assert done.returncode == 2
    assert "the file is damaged. Put your last backup in its place" in done.stderr
    assert damaged.read_bytes().startswith(b"this was a database once")


def test_a_dot_env_file_is_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("SLACK_BOT_TOKEN=xoxb-1\n")
    done = regulars("run", folder=tmp_path, DATABASE_URL=f"sqlite:///{tmp_path}/x.db")
    assert "SLACK_APP_TOKEN is not set." in done.stderr


def test_the_manifest_is_printed_for_either_way() -> None:
    assert yaml.safe_load(regulars("manifest").stdout) == manifest.load()
    over_http = yaml.safe_load(regulars("manifest", "--http", "https://x.example").stdout)
    assert over_http == manifest.for_http("https://x.example")
    assert regulars("manifest", "--http", "http://x.example").returncode == 2
    assert regulars("manifest", "--socket", "--http", "https://x.example").returncode == 2


def test_migrate_says_what_it_did(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/x.db"
    assert "was at nothing and is now at" in regulars("migrate", DATABASE_URL=database).stdout
    assert "was at nothing" not in regulars("migrate", DATABASE_URL=database).stdout


NOW = ("--now", "2026-11-24T10:00", "--tz", "Europe/Lisbon")


def test_when_shows_what_would_be_understood() -> None:
    found = json.loads(regulars("when", "call next tuesday at 3pm", "--json", *NOW).stdout)
    assert (found["when"], found["rest"], found["error"]) == ("2026-12-01T15:00:00Z", "call", False)
    assert "2026-12-01T15:00:00Z" in regulars("when", "call next tuesday at 3pm", *NOW).stdout
    assert json.loads(regulars("when", "call yesterday", "--json", *NOW).stdout)["error"] is True


def test_when_reads_and_prints_a_line_each() -> None:
    lines = [
        {"text": "call in 20 minutes", "now": "2026-11-24T10:00:00+00:00", "tz": "UTC", "locale": "en-US"},
        {"text": "no time here", "now": "2026-11-24T10:00:00+00:00", "tz": "UTC", "locale": "en-US"},
    ]
    shown = regulars("when", "--jsonl", typed="\n".join(map(json.dumps, lines)) + "\nbroken\n").stdout
    first, second, third = (json.loads(line) for line in shown.splitlines())
    assert (first["when"], first["rest"]) == ("2026-11-24T10:20:00Z", "call")
    assert (second["when"], second["rest"], second["error"]) == (None, "no time here", False)
    assert third["error"] is True


@pytest.mark.parametrize(
    "args", [("when",), ("when", "x", "--now", "yes"), ("when", "x", *NOW[:2], "--tz", "Mars")]
)
def test_when_says_what_to_type_instead(args: tuple[str, ...]) -> None:
    done = regulars(*args)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)


def test_playbooks_travel_through_a_file(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/x.db"
    fresh = regulars("playbooks", "export", DATABASE_URL=database)
    assert (fresh.returncode, "Run `regulars migrate` first." in fresh.stderr) == (2, True)
    regulars("migrate", DATABASE_URL=database)
    empty = regulars("playbooks", "export", DATABASE_URL=database)
    assert (empty.returncode, "the book is still empty" in empty.stderr) == (2, True)
    Book(open_engine(database)).run("T1", staff.open_workspace, "Corner Shoes", "UTC")
    exported = regulars("playbooks", "export", DATABASE_URL=database).stdout
    assert "issue.resolved" in exported
    file = tmp_path / "playbooks.yml"
    file.write_text(exported, encoding="utf-8")
    assert "That is right" in regulars("playbooks", "check", str(file)).stdout
    assert "Done." in regulars("playbooks", "import", str(file), DATABASE_URL=database).stdout
    assert regulars("playbooks", "export", DATABASE_URL=database).stdout == exported


def test_a_wrong_playbook_file_says_which_line(tmp_path: Path) -> None:
    file = tmp_path / "playbooks.yml"
    file.write_text("issue.resolved:\n  - in: soon\n", encoding="utf-8")
    done = regulars("playbooks", "check", str(file))
    assert (done.returncode, "Line 2" in done.stderr, "Traceback" in done.stderr) == (2, True, False)


def test_two_bots_on_one_sqlite_file_are_refused(slack: Playground, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/x.db"
    tokens = {"SLACK_BOT_TOKEN": slack.bot_token, "SLACK_APP_TOKEN": slack.app_token}
    engine = open_engine(database)
    with alone(engine):
        done = regulars("run", folder=tmp_path, DATABASE_URL=database, SLACK_API_URL=slack.api_url, **tokens)
    assert done.returncode == 2
    assert "Another Regulars is already at work on" in done.stderr
