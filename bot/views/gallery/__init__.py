"""One example of everything the bot can say or show: for snapshots, for the docs, and to look at.

Each capability has a file here with ``EXAMPLES``: name → message, modal or Home.
"""

from importlib import import_module
from pkgutil import iter_modules

from bot.views.blocks import Message, View


def examples() -> dict[str, Message | View]:
    """Return every example, as ``capability.name``."""
    found: dict[str, Message | View] = {}
    for module in iter_modules(__path__):
        for name, example in import_module(f"{__name__}.{module.name}").EXAMPLES.items():
            found[f"{module.name}.{name}"] = example
    return found
