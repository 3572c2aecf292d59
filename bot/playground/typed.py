"""What Slack makes of typed text before an app sees it: ids for names, `&amp;` for `&`, brackets for links."""

from __future__ import annotations

import re

from bot.playground.workspace import Workspace

_READY = r"<[@#][A-Z][A-Z0-9]+(?:\|[^<>]*)?>"
_LINK = r"https?://[^\s<>]+"


def escape(text: str) -> str:
    """Return text in which nothing is markup any more."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    """Return the text that `escape` was given."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def encode(workspace: Workspace, text: str, *, labels: bool, mentions: bool = True) -> str:
    """Return typed text as Slack sends it on.

    With `labels` a mention carries its name, as commands with `should_escape` get it: `<@U0MARIA|maria>`;
    without, as in messages: `<@U0MARIA>`. Without `mentions` only `&`, `<` and `>` are escaped.
    """
    if not mentions:
        return escape(text)
    people = {name.lower(): user.id for user in workspace.users.values() for name in (user.name, user.real_name)}
    rooms = {channel.name.lower(): channel.id for channel in workspace.channels.values() if channel.user is None}
    names = "|".join(re.escape(name) for name in sorted(people, key=len, reverse=True))
    places = "|".join(re.escape(name) for name in sorted(rooms, key=len, reverse=True))
    pattern = rf"({_READY})|({_LINK})|(?<![\w@])@({names})(?!\w)|(?<![\w#])#({places})(?!\w)"

    def replaced(match: re.Match[str]) -> str:
        ready, link, person, room = match.groups()
        if ready:
            return _relabel(workspace, ready, labels)
        if link:
            return f"<{escape(link)}>"
        user_id = people[person.lower()] if person else rooms[room.lower()]
        return _relabel(workspace, f"<{'@' if person else '#'}{user_id}>", labels)

    parts, last = [], 0
    for match in re.finditer(pattern, text, re.IGNORECASE):
        parts += [escape(text[last : match.start()]), replaced(match)]
        last = match.end()
    return "".join([*parts, escape(text[last:])])


def _relabel(workspace: Workspace, mention: str, labels: bool) -> str:
    sign, target = mention[1], mention[2:-1].partition("|")[0]
    named = workspace.users.get(target) if sign == "@" else workspace.channels.get(target)
    return f"<{sign}{target}|{named.name}>" if labels and named else f"<{sign}{target}>"
