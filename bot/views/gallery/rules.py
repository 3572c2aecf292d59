"""Examples of the rules of follow-ups."""

from dataclasses import replace

from bot.domain import rules as domain
from bot.views import rules
from bot.views.blocks import Message, View
from bot.views.gallery.people import SHOP

EXAMPLES: dict[str, Message | View] = {
    "form": rules.rules_form(domain.of(SHOP)),
    "changed": rules.changed(domain.of(SHOP)),
    "changed_to_nothing_large": rules.changed(replace(domain.of(SHOP), large_purchase=0, currency="EUR")),
}
