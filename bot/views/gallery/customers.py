"""Examples of cards, their form, and of export and erase."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.customers import Added, DueLine, ToForget
from bot.domain.errands import Choice, Meaning, Unknown, Unsure, Which
from bot.views import customers, errands
from bot.views.blocks import Message, View
from bot.views.gallery.people import DANA, EMPTY, JON, MARIA, NEW, NOW, PAT, SEEN

COLE = DANA.__class__(9, "Dana Cole")

COUPON = DueLine(
    30, "gift", "Coupon", MARIA, NOW, details={
        "coupon": "10 % off the next visit", "code": "DANA-702", "expires": "29 Jan 2027", "sent": "2026-11-24"
    }
)  # fmt: skip

EXAMPLES: dict[str, Message | View] = {
    "card": customers.card(SEEN),
    "card_with_friends": customers.card(
        replace(
            SEEN,
            card=replace(
                SEEN.card,
                bought=("boots for her mother", NOW - timedelta(days=1)),
                sent_by="Rose <Tanner>",
                sent=("Ana Sousa", "Kim Lee", "Zoë Brandt", "Tom Baker"),
            ),
        )
    ),
    "card_with_a_coupon": customers.card(replace(SEEN, card=replace(SEEN.card, due=(*SEEN.card.due, COUPON)))),
    "card_of_somebody_not_to_be_contacted": customers.card(
        replace(SEEN, card=replace(SEEN.card, customer=replace(DANA, do_not_contact=True)))
    ),
    "card_of_somebody_new": customers.card(EMPTY),
    "added_perhaps_twice": customers.with_doubles(customers.card(EMPTY), Added(NEW, (DANA, COLE))),
    "edit_form": customers.edit_form(SEEN),
    "note_form": customers.note_form(SEEN),
    "forget_asked_by_a_manager": customers.to_forget(ToForget(DANA, True, (PAT,))),
    "forget_asked_by_staff": customers.to_forget(ToForget(DANA, False, (PAT, JON))),
    "forget_without_managers": customers.to_forget(ToForget(DANA, False, ())),
    "forget_asked_for_by_a_colleague": customers.forget_request(DANA, JON),
    "forgotten": customers.forgotten(),
    "wish_granted": customers.wish_granted(),
    "exported": customers.exported(DANA),
    "which": errands.which(Which(4, "Dana", (Choice(DANA, NOW), Choice(COLE))), "Europe/Lisbon", NOW),
    "which_though_just_sent": errands.which(Which(4, "Kim", (Choice(DANA, NOW),), visits=7), "Europe/Lisbon", NOW),
    "did_you_mean": errands.which(Which(4, "Donna López", (Choice(DANA),), sure=False), "Europe/Lisbon", NOW),
    "unknown": errands.unknown(Unknown(4, "Zzyzx")),
    "which_of_several": errands.which(
        Which(4, "Dana", (Choice(DANA, NOW), Choice(COLE)), others=("Rose Tanner", "Jon")), "Europe/Lisbon", NOW
    ),
    "unknown_of_several": errands.unknown(Unknown(4, "Zoe", ("Rose Tanner", "Jon Silva"))),
    "whom": errands.unsure(
        Unsure(
            4,
            (
                Meaning(("Rose Tanner", "Crown"), ("Crown",), "call friday"),
                Meaning(("Rose Tanner",), (), "and crown call friday"),
                Meaning(("Rose and Crown",), ("Rose and Crown",), "call friday"),
            ),
        )
    ),
}
