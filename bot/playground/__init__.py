"""A Slack of one's own: a stand-in workspace on loopback, for the demo and for the tests.

Stock slack-bolt and slack-sdk work against it unchanged. Production code never imports it, and it knows nothing
of the bot: what it learns about the app comes from a manifest and over the wire.
"""

from bot.playground.cast import Cast
from bot.playground.people import Person
from bot.playground.screen import Seen
from bot.playground.server import Playground

__all__ = ["Cast", "Person", "Playground", "Seen"]
