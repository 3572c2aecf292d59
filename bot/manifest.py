"""What Slack must know about the app, from one source: ``app_manifest.yml``.

Socket Mode and HTTP need different manifests, so the file holds the first and `for_http` makes the second.
"""

from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

Manifest = dict[str, Any]

_HERE = Path(__file__).parent
PLACES = (_HERE / "app_manifest.yml", _HERE.parent / "app_manifest.yml")
"""In an installed package the manifest lies beside this file, in a checkout beside the package."""


def load() -> Manifest:
    """Return the manifest for Socket Mode."""
    place = next(place for place in PLACES if place.exists())
    found: Manifest = yaml.safe_load(place.read_text(encoding="utf-8"))
    return found


def for_http(url: str) -> Manifest:
    """Return the manifest for an app that Slack reaches at a public address, such as https://example.com."""
    manifest = deepcopy(load())
    endpoint = f"{url.rstrip('/')}/slack/events"
    settings, features = manifest["settings"], manifest["features"]
    settings["socket_mode_enabled"] = False
    settings["event_subscriptions"]["request_url"] = endpoint
    settings["interactivity"]["request_url"] = endpoint
    for command in features["slash_commands"]:
        command["url"] = endpoint
    return manifest


def scopes(manifest: Manifest) -> tuple[frozenset[str], frozenset[str]]:
    """Return the required and the optional scopes of the bot."""
    found = manifest["oauth_config"]["scopes"]
    optional = frozenset(found.get("bot_optional", ()))
    return frozenset(found["bot"]) - optional, optional
