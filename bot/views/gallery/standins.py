"""Examples of what is said about stand-ins."""

from bot.domain.policy import Role
from bot.domain.workspaces import Staff
from bot.views import standins
from bot.views.blocks import Message, View
from bot.views.gallery.people import JON

EXAMPLES: dict[str, Message | View] = {
    "somebody": standins.standing_in(Staff(JON, "Jon Park", Role.STAFF, "Europe/Lisbon")),
    "nobody": standins.standing_in(None),
}
