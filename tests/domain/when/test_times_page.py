"""The tables of docs/times.md are true: each row is typed, and the answer is the one printed there."""

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.when import Asked, NoTime, TimeRefused, echo, echo_rule, understand

PAGE = Path(__file__).parents[3] / "docs" / "times.md"
ZONE = "Europe/Lisbon"
NOW = datetime(2026, 11, 18, 10, tzinfo=ZoneInfo(ZONE))
ROW = re.compile(r"^\| `(?P<text>.+?)` \| (?P<answer>.+?) \|(?: (?P<rest>.*?) \|)?$", re.MULTILINE)
LANGUAGE = re.compile(r"^### .*\((?P<locale>\w\w-\w\w)\)$", re.MULTILINE)


def rows() -> list[tuple[str, str, str]]:
    found = []
    page = PAGE.read_text("utf-8")
    for row in ROW.finditer(page):
        locales = [match["locale"] for match in LANGUAGE.finditer(page, 0, row.start())]
        found.append((locales[-1] if locales else "en-US", row["text"], row["answer"]))
    return found


def answer(locale: str, text: str) -> str:
    try:
        found = understand(text, now=NOW, zone=ZONE, locale=locale)
    except TimeRefused as refusal:
        return str(refusal)
    match found:
        case Asked():
            return "asks: " + " or ".join(echo(choice.when, ZONE, NOW) for choice in found.choices)
        case NoTime():
            return "no time"
    rule = f"{echo_rule(found.rrule, ZONE)}, first " if found.rrule else ""
    rest = f" · {found.rest}" if found.rest else ""
    return f"{rule}{echo(found.when, ZONE, NOW)}{rest}"


def test_the_page_has_its_tables() -> None:
    assert len(rows()) > 100


@pytest.mark.parametrize(("locale", "text", "printed"), rows())
def test_row(locale: str, text: str, printed: str) -> None:
    assert answer(locale, text) == printed
