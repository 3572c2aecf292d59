"""Examples of purchases: what is noted, asked and taken back."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.issues import Coming
from bot.domain.purchases import AmountOrName, Noted, Purchase
from bot.views import purchases as views
from bot.views.blocks import Message, View
from bot.views.gallery.people import DANA, JON, MARIA, NEW, NOW

ZONE = "Europe/Lisbon"
BOOTS = Purchase(3, DANA.id, 11, 24_000, "boots for <!channel> & co", NOW, MARIA)
CALL = Coming("call", "Is Dana López happy with it?", JON, NOW + timedelta(days=2))
NOTED = Noted(BOOTS, DANA, 24_000, "EUR", ZONE, NOW)

EXAMPLES: dict[str, Message | View] = {
    "noted": views.noted(NOTED),
    "noted_large_and_first": views.noted(replace(NOTED, coming=(CALL,))),
    "noted_one_more": views.noted(replace(NOTED, on_visit=36_050)),
    "noted_again": views.noted(replace(NOTED, again=True)),
    "noted_without_what": views.noted(replace(NOTED, purchase=replace(BOOTS, what=None), currency="SEK")),
    "undone": views.undone(NOTED),
    "undone_with_a_call": views.undone(replace(NOTED, called_off=1)),
    "form": views.purchase_form(11, NEW, "EUR"),
    "form_without_currency": views.purchase_form(11, DANA, ""),
    "amount_or_name": views.amount_or_name(AmountOrName(9, "rose", "240", 24_000, "GBP")),
}
