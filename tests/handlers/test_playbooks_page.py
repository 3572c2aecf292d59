"""docs/playbooks.md tells the truth: what its table says can be typed is typed."""

import re

import pytest

from bot.playground.people import Person
from tests.conftest import ROOT, Shop
from tests.handlers.customers import Know, knows

__all__ = ["knows"]

PAGE = (ROOT / "docs" / "playbooks.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `(/[^`]+)` \| (.+) \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("typed", "says"), ROWS)
def test_it_says_what_the_page_says(shop: Shop, knows: Know, maria: Person, typed: str, says: str) -> None:
    for name in ("Dana López", "Rose Tanner", "Kim Lee"):
        knows(name)
    maria.types(typed)
    maria.sees(says, where="ephemeral")


def test_there_is_something_to_try() -> None:
    assert len(ROWS) >= 9
