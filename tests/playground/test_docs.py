"""The documentation says what the playground does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.playground import Playground, page_json, page_socket
from bot.playground.api.serve import METHODS
from bot.playground.faults import KINDS
from bot.playground.page_socket import Page
from bot.playground.people import Person

DOCS = Path(__file__).parents[2] / "docs"
ROW = re.compile(r"^\| `(\w+\.[\w.]+)` \| (\w+) \| (.+?) \| (.*?) ?\|$", re.MULTILINE)


def test_the_table_of_methods_is_true() -> None:
    told = {name: (support, scopes, note) for name, support, scopes, note in ROW.findall(page())}
    done = {
        name: (each.support, ", ".join(f"`{scope}`" for scope in each.scopes) or "–", each.note)
        for name, each in METHODS.items()
    }
    assert told == done


def test_a_method_that_is_not_missing_runs() -> None:
    assert {name for name, each in METHODS.items() if each.run is None} == {
        name for name, each in METHODS.items() if each.support == "missing"
    }
    assert {each.support for each in METHODS.values()} == {"supported", "partial", "missing"}


def test_the_table_of_faults_is_complete() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", page(), re.MULTILINE)) == set(KINDS)


def test_everything_a_person_can_do_is_told() -> None:
    deeds = {name for name in vars(Person) if not name.startswith("_")} - {"user", "clicks"}
    assert {name for name in deeds if f"`{name}(" not in page()} == set()


def test_the_protocol_names_every_frame(clock: Any) -> None:
    told = set(re.findall(r'"type":"(\w+)"', (DOCS / "playground-protocol.md").read_text()))
    page_at_work = Page(Playground(now=clock).desk, "U0MARIA", web.WebSocketResponse())
    understood = set(page_at_work._quick()) | set(page_at_work._slow())
    sources = "".join(Path(module.__file__ or "").read_text() for module in (page_socket, page_json))
    sent = set(re.findall(r'"type": "(\w+)"', sources)) - {"view"}
    assert len(sent) >= 14
    assert sent | understood <= told


def page() -> str:
    return (DOCS / "playground.md").read_text()
