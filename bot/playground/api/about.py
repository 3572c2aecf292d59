"""Who and where the app is: auth, team, bot, and the door to Socket Mode."""

from __future__ import annotations

from bot.playground.api.call import ApiError, Call, Method
from bot.playground.model import Json


def auth_test(call: Call) -> Json:
    """Return whose token this is."""
    desk = call.desk
    team = desk.workspace.team
    return {
        "url": f"https://{team.domain}.slack.com/", "team": team.name, "user": desk.app.name.lower(),
        "team_id": team.id, "user_id": desk.app.bot_user, "bot_id": desk.app.bot_id,
        "app_id": desk.app.id, "is_enterprise_install": False,
    }  # fmt: skip


def open_connection(call: Call) -> Json:
    """Return a websocket address that can be used once."""
    host = call.desk.base_url.removeprefix("http://")
    ticket = call.desk.sockets.ticket()
    return {"url": f"ws://{host}/link/?ticket={ticket}&app_id={call.desk.app.id}"}


def bots_info(call: Call) -> Json:
    """Return the bot behind a bot id."""
    app = call.desk.app
    if call.text("bot") not in {"", app.bot_id}:
        raise ApiError("bot_not_found")
    shown = {"id": app.bot_id, "deleted": False, "name": app.name, "app_id": app.id, "user_id": app.bot_user}
    return {"bot": shown}


def team_info(call: Call) -> Json:
    """Return the workspace."""
    team = call.desk.workspace.team
    return {"team": {"id": team.id, "name": team.name, "domain": team.domain, "email_domain": "", "icon": {}}}


METHODS = {
    "api.test": Method("supported", "echoes nothing", (), lambda call: {"args": call.arguments}),
    "auth.test": Method("supported", "", (), auth_test),
    "apps.connections.open": Method("supported", "needs the app-level token", (), open_connection),
    "bots.info": Method("supported", "knows one bot", "users:read", bots_info),
    "team.info": Method("supported", "", "team:read", team_info),
}
