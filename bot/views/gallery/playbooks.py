"""Examples of playbooks: the list, one event after a change, and its form."""

from datetime import time

from bot.domain.playbooks import DEFAULTS, Delay, Step
from bot.views import playbooks as views
from bot.views.blocks import Message, View

OWN = (Step(Delay(2, "hours"), "other", "queue", "Bring {name} flowers & <!channel>"),)
FOUR = tuple(Step(Delay(n, "working days", time(9, 30)), "call", "me", "Call {name}") for n in range(1, 5))

EXAMPLES: dict[str, Message | View] = {
    "list": views.listed(DEFAULTS),
    "list_changed": views.listed({**DEFAULTS, "praise": OWN}),
    "changed": views.changed("praise", {**DEFAULTS, "praise": OWN}),
    "back_to_default": views.changed("praise", DEFAULTS),
    "form": views.edit("issue.resolved", DEFAULTS["issue.resolved"]),
    "form_of_a_purchase": views.edit("purchase.large", DEFAULTS["purchase.large"]),
    "form_of_nothing": views.edit("visit.second", ()),
    "form_full": views.edit("birthday", FOUR),
}
