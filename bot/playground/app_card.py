"""What Slack knows of the app: names, ids, tokens, and what its manifest registers."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.playground.model import Json

EVERY_EVENT = frozenset(
    {
        "app_home_opened", "app_mention", "app_uninstalled", "member_joined_channel", "message.channels",
        "message.groups", "message.im", "reaction_added", "reaction_removed", "team_join", "tokens_revoked",
        "user_change",
    }
)  # fmt: skip
EVERY_SCOPE = frozenset(
    {
        "channels:history", "channels:join", "channels:read", "chat:write", "chat:write.public", "commands",
        "dnd:read", "files:read", "files:write", "groups:history", "groups:read", "im:history", "im:read",
        "im:write", "reactions:read", "reactions:write", "team:read", "usergroups:read", "users:read",
        "users:read.email",
    }
)  # fmt: skip


@dataclass(frozen=True)
class AppCard:
    """The app's entry in Slack's books.

    `commands` is by name (`/visit`), `shortcuts` by callback id. Without a manifest every command is known,
    every event subscribed and every scope granted, so that a small test need not write one.
    """

    id: str = "A0REGULARS"
    name: str = "Regulars"
    description: str = ""
    bot_id: str = "B0REGULARS"
    bot_user: str = "U0REGULARS"
    bot_token: str = "xoxb-playground"  # noqa: S105 - opens nothing but this stand-in
    app_token: str = "xapp-playground"  # noqa: S105 - same
    signing_secret: str = "playground-signing-secret"  # noqa: S105 - same
    verification_token: str = "playground"  # noqa: S105 - same
    commands: dict[str, Json] | None = None
    shortcuts: dict[str, Json] = field(default_factory=dict)
    events: frozenset[str] = EVERY_EVENT
    scopes: frozenset[str] = EVERY_SCOPE

    def command(self, name: str) -> Json | None:
        """Return the manifest's entry of a slash command, or None when Slack does not know it."""
        if self.commands is None:
            return {"command": name}
        return self.commands.get(name)


def read_manifest(manifest: Json | None, bot_user: str) -> AppCard:
    """Return the card of an app manifest (Slack's format, version 2); optional scopes count as granted."""
    if manifest is None:
        return AppCard(bot_user=bot_user)
    shown, features = manifest.get("display_information", {}), manifest.get("features", {})
    scopes = manifest.get("oauth_config", {}).get("scopes", {})
    subscriptions = manifest.get("settings", {}).get("event_subscriptions", {})
    return AppCard(
        name=shown.get("name", "App"),
        description=shown.get("description", ""),
        bot_user=bot_user,
        commands={each["command"]: each for each in features.get("slash_commands", [])},
        shortcuts={each["callback_id"]: each for each in features.get("shortcuts", [])},
        events=frozenset(subscriptions.get("bot_events", [])),
        scopes=frozenset([*scopes.get("bot", []), *scopes.get("bot_optional", [])]),
    )
