"""The house keeps its rules, and its documents tell the truth."""

import ast
import json
import re
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from bot import manifest
from bot.config import Settings
from bot.handlers.doors import Doors
from bot.views import help as help_views
from tests.conftest import ROOT, Shop

HANDLERS = sorted(path for path in (ROOT / "bot" / "handlers").glob("*.py") if path.name != "__init__.py")
SCHEMA = ROOT.parent / "shared" / "schema" / "slack-manifest.schema.json"
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def doors(bare_shop: Shop) -> Doors:
    return bare_shop.bot.doors


def test_the_manifest_names_what_the_doors_answer(doors: Doors) -> None:
    app = manifest.load()
    features = app["features"]
    assert {command["command"].removeprefix("/") for command in features["slash_commands"]} == set(doors.commands)
    assert {shortcut["callback_id"] for shortcut in features["shortcuts"]} == set(doors.shortcuts)
    assert set(app["settings"]["event_subscriptions"]["bot_events"]) == doors.events.keys() | doors.news.keys()


def test_help_and_manifest_name_the_same_commands(doors: Doors) -> None:
    assert set(help_views.USAGE) == set(doors.commands)


@pytest.mark.skipif(not SCHEMA.exists(), reason="Slack's manifest schema is not on this machine")
@pytest.mark.parametrize("made", [manifest.load(), manifest.for_http("https://regulars.example.com")])
def test_slacks_own_schema_accepts_the_manifest(made: manifest.Manifest) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(made)] == []


def test_the_manifest_for_http_has_an_address_everywhere() -> None:
    made = manifest.for_http("https://regulars.example.com/")
    endpoint = "https://regulars.example.com/slack/events"
    assert {command["url"] for command in made["features"]["slash_commands"]} == {endpoint}
    assert made["settings"]["interactivity"]["request_url"] == endpoint
    assert made["settings"]["socket_mode_enabled"] is False


def test_the_readme_lists_the_settings() -> None:
    rows = dict(re.findall(r"^\| `([A-Z_]+)` \|.*\| ([^|]+) \|$", README, re.MULTILINE))
    assert rows == {name.upper(): field.description for name, field in Settings.model_fields.items()}


@pytest.mark.parametrize("path", HANDLERS, ids=lambda path: str(path.stem))
def test_handlers_do_not_know_each_other_and_do_not_try(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if path.stem not in ("doors", "line"):
        others = {f"bot.handlers.{other.stem}" for other in HANDLERS if other.stem not in ("doors", "line")}
        assert not _imports(tree) & others
        assert not [node for node in ast.walk(tree) if isinstance(node, ast.Try)]


def _imports(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{name.name}" for name in node.names}
    return found


def test_there_is_no_room_for_leftovers() -> None:
    names = {path.stem for path in (ROOT / "bot").rglob("*.py")}
    assert not names & {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base", "models"}


def test_links_in_the_documents_lead_somewhere() -> None:
    for document in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        text = document.read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
            assert (document.parent / target).exists(), f"{document.name} links to {target}"


def test_locked_files_name_no_registry() -> None:
    for lock in ROOT.glob("requirements*.txt"):
        assert not re.search(r"https?://|^--(extra-)?index-url", lock.read_text(encoding="utf-8"), re.MULTILINE)


def test_every_lint_exception_has_its_reason() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    start = lines.index("ignore = [")
    ignored = lines[start + 1 : lines.index("]", start)]
    assert all("#" in line for line in ignored)
    assert tomllib.loads("\n".join(lines))["tool"]["mypy"]["strict"] is True
