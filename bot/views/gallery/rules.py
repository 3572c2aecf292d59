"""Examples of the rules of follow-ups."""

from bot.domain import rules as domain
from bot.views import rules
from bot.views.blocks import Message, View
from bot.views.gallery.people import SHOP

EXAMPLES: dict[str, Message | View] = {
    "form": rules.rules_form(domain.of(SHOP)),
    "changed": rules.changed(domain.of(SHOP)),
}
