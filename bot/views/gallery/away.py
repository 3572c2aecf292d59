"""Examples of what somebody reads after the bot was away."""

from bot.views.away import while_away
from bot.views.blocks import Message, View, actions, button, md, message, section

_CALL = message(
    section(md("*Call Dana López* about the boots.")), actions(button("Reached", "followup.reached", 7))
)
_NOTE = message(section(md("*Thank Rose Weiss* for sending Ana.")), actions(button("Written", "followup.done", 8)))

EXAMPLES: dict[str, Message | View] = {
    "two_things": while_away([_CALL, _NOTE]),
    "more_than_fits": while_away([_CALL] * 30),
}
