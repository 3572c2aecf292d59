"""Examples of referrals: who sent whom, by somebody else after all, and taken back."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.issues import Coming
from bot.domain.referrals import Referral, Sent, SentByAnother, TakenBack
from bot.views import referrals as views
from bot.views.blocks import Message, View
from bot.views.gallery.people import DANA, JON, MARIA, NEW, NOW

ANA = replace(NEW, id=9, name="Ana Sousa")
NOTE = Coming("note", "Thank Dana López for sending us Ana Sousa", JON, NOW + timedelta(days=1))
SENT = Sent(Referral(5, DANA.id, ANA.id, NOW, MARIA), DANA, ANA, "Europe/Lisbon", NOW, (NOTE,))

EXAMPLES: dict[str, Message | View] = {
    "sent": views.sent(SENT),
    "sent_by_markup": views.sent(replace(SENT, customer=NEW, coming=())),
    "sent_though_known": views.sent(replace(SENT, earlier=7)),
    "sent_again": views.sent(replace(SENT, coming=(), again=True)),
    "sent_and_now_named": views.sent(replace(SENT, coming=(), named=True)),
    "sent_by_another": views.sent_by_another(SentByAnother(4, ANA, NEW, DANA)),
    "undone": views.undone(TakenBack(ANA, 1)),
    "undone_of_somebody": views.undone(TakenBack(None, 0)),
}
