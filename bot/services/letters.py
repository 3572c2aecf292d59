"""What a promised message can turn out to be when its time comes.

Each capability has a dictionary ``RENDERERS``: the kind of a letter → the function that says what it reads now.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.delivery import Letter
from bot.store.database import BookSession
from bot.views.blocks import Message, View


@dataclass(frozen=True)
class Skip:
    """The message is no longer wanted, for this reason."""

    why: str


@dataclass(frozen=True)
class Delete:
    """The message that stands is to be taken away."""


@dataclass(frozen=True)
class File:
    """A file with a line beside it."""

    name: str
    content: bytes
    comment: str


@dataclass(frozen=True)
class Home:
    """Somebody's App Home."""

    view: View


Rendered = Message | File | Home | Delete | Skip
Render = Callable[[BookSession, Letter, datetime], Rendered]
