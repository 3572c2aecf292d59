"""The things a workspace is made of: people, conversations, messages, views, files.

Plain dataclasses with no behaviour beyond showing themselves as Slack's JSON.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Team:
    """A Slack workspace: its id, the name people read, and the part before .slack.com."""

    id: str
    name: str
    domain: str


@dataclass(frozen=True)
class User:
    """Somebody with a Slack account, the bot's own included."""

    id: str
    name: str
    real_name: str
    title: str = ""
    color: str = "#5b6b7a"
    tz: str | None = "Europe/Lisbon"
    locale: str = "en-GB"
    team_id: str = "T0REGULARS"
    email: str = ""
    is_bot: bool = False
    is_admin: bool = False
    is_stranger: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    deleted: bool = False
    dnd: tuple[int, int] | None = None  # epoch seconds: snoozed from, until

    @property
    def playable(self) -> bool:
        """True for people a visitor of the playground can be."""
        return not self.is_bot and not self.deleted


@dataclass
class File:
    """An uploaded file; `content` is None until its bytes have arrived."""

    id: str
    name: str
    title: str
    size: int
    mimetype: str
    content: bytes | None = None
    shared: bool = False


@dataclass
class Message:
    """One message as it stands now; `only_for` makes it ephemeral, `changed` orders what is newest."""

    ts: str
    channel: str
    user: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    bot: bool = False
    only_for: str | None = None
    metadata: Json | None = None
    edited: Json | None = None
    thread_ts: str | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)
    files: list[File] = field(default_factory=list)
    state: Json = field(default_factory=dict)
    changed: int = 0


@dataclass
class Channel:
    """A conversation: a channel, or the DM between one person and the bot."""

    id: str
    name: str
    kind: str = "channel"  # channel | im
    members: set[str] = field(default_factory=set)
    user: str | None = None  # the person in a DM with the bot
    topic: str = ""
    is_private: bool = False
    is_archived: bool = False
    is_ext_shared: bool = False
    messages: list[Message] = field(default_factory=list)
    last_read: dict[str, str] = field(default_factory=dict)


@dataclass
class View:
    """A modal on somebody's screen, or their App Home; `body` is what the app sent."""

    id: str
    user: str
    body: Json
    hash: str
    root_id: str
    previous_id: str | None = None
    state: Json = field(default_factory=dict)
    changed: int = 0

    @property
    def kind(self) -> str:
        """Return `modal` or `home`."""
        return str(self.body.get("type", "modal"))


@dataclass(frozen=True)
class Notice:
    """Something Slack itself tells one person, such as `operation_timeout`."""

    user: str
    text: str
    channel: str | None
    level: str
    changed: int
