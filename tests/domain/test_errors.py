"""A refusal is a sentence."""

from importlib import import_module
from pkgutil import walk_packages

import pytest

import bot.domain
from bot.domain.errors import Refusal


def refusals() -> list[type[Refusal]]:
    for module in walk_packages(bot.domain.__path__, "bot.domain."):
        import_module(module.name)
    found, waiting = [], [Refusal]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        found.append(kind)
    return [kind for kind in found if kind.__module__.startswith("bot.domain.")]


@pytest.mark.parametrize("kind", refusals(), ids=lambda kind: str(kind.__name__))
def test_every_refusal_is_a_whole_sentence(kind: type[Refusal]) -> None:
    sentence = (kind.__doc__ or "").strip()
    assert sentence[0].isupper() or sentence[0] in "“`{"
    assert sentence.rstrip("`”").endswith((".", "?", "{problem}"))


def test_facts_are_filled_in() -> None:
    class Wet(Refusal):
        """“{what}” is wet. Dry it."""

    refused = Wet(what="{soap}", field="soap")
    assert (str(refused), refused.field) == ("“{soap}” is wet. Dry it.", "soap")
