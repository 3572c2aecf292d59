"""users.*, dnd.* and usergroups.*: who is there, and who wants quiet."""

from __future__ import annotations

from bot.playground.api.call import ApiError, Call, Method
from bot.playground.api.conversations import page_of
from bot.playground.model import Json, User
from bot.playground.payloads import profile_json


def _described(call: Call, user: User) -> Json:
    shown = profile_json(call.desk, user)
    if not call.flag("include_locale"):
        del shown["locale"]
    if "users:read.email" not in call.desk.app.scopes:
        del shown["profile"]["email"]
    return shown


def info(call: Call) -> Json:
    """Return one person."""
    return {"user": _described(call, call.user())}


def list_users(call: Call) -> Json:
    """Return everybody, the deactivated included."""
    page, metadata = page_of(call, list(call.desk.workspace.users.values()))
    return {"members": [_described(call, user) for user in page], "response_metadata": metadata}


def presence(call: Call) -> Json:
    """Return whether somebody is there; everybody is, unless deactivated."""
    return {"presence": "away" if call.user().deleted else "active"}


def _dnd(user: User) -> Json:
    start, until = user.dnd or (1, 1)
    return {"dnd_enabled": user.dnd is not None, "next_dnd_start_ts": start, "next_dnd_end_ts": until}


def dnd_info(call: Call) -> Json:
    """Return one person's do-not-disturb times."""
    user = call.user()
    now = int(call.desk.workspace.now().timestamp())
    snoozed = user.dnd is not None and user.dnd[0] <= now < user.dnd[1]
    ends = {"snooze_endtime": user.dnd[1]} if user.dnd and snoozed else {}
    return _dnd(user) | {"snooze_enabled": snoozed} | ends


def dnd_team_info(call: Call) -> Json:
    """Return the do-not-disturb times of several people."""
    asked = [each for each in call.text("users").split(",") if each]
    if not asked:
        raise ApiError("missing_users")
    users = call.desk.workspace.users
    return {"users": {each: _dnd(users[each]) for each in asked if each in users}}


METHODS = {
    "users.info": Method("supported", "", "users:read", info),
    "users.list": Method("supported", "", "users:read", list_users),
    "users.getPresence": Method("partial", "active unless deactivated", "users:read", presence),
    "users.lookupByEmail": Method("missing", ""),
    "users.profile.get": Method("missing", "custom fields are not played"),
    "dnd.info": Method("supported", "", "dnd:read", dnd_info),
    "dnd.teamInfo": Method("supported", "", "dnd:read", dnd_team_info),
    "usergroups.list": Method(
        "partial", "this workspace has none", "usergroups:read", lambda _: {"usergroups": []}
    ),
    "usergroups.users.list": Method("missing", ""),
}
