"""Examples of usage, refusals and apologies."""

from bot.domain.policy import ManagersOnly
from bot.views import help as help_views
from bot.views import refusals
from bot.views.blocks import Message, View

EXAMPLES: dict[str, Message | View] = {
    **{f"usage_{command}": help_views.usage(command) for command in help_views.USAGE},
    "everything": help_views.everything(),
    "refusal": refusals.refusal(ManagersOnly()),
    "refusal_in_a_window": refusals.as_form(refusals.refusal(ManagersOnly())),
    "apology": refusals.apology("1a2b3c4d"),
}
