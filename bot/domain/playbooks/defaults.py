"""The playbooks of a workspace that changed nothing, each from the practice named beside it."""

from datetime import time

from bot.domain.playbooks.pieces import Coupon, Delay, Playbooks, Step

TEN = time(10)

DEFAULTS: Playbooks = {
    # P7, P8: whoever had a problem is thanked for telling us.
    "issue.opened": (
        Step(Delay(1, "working days", TEN), "note", "opener", "Thank {name} for telling us: {story}"),
    ),
    # P31: call to make sure it was the right solution; P32: a week later a coupon for the next visit.
    "issue.resolved": (
        Step(
            Delay(2, "working days", TEN),
            "call",
            "their person",
            "Is everything right now? Ask {name} about: {story}",
        ),
        Step(
            Delay(7, "days", TEN),
            "gift",
            "their person",
            "Send {name} a coupon: {coupon}, code {code}, until {expires}",
            Coupon("10 % off the next visit", 60),
        ),
    ),
    # P78: thanks mean most where little was spent yet: after the first visit and the third.
    "visit.first": (
        Step(Delay(1, "working days", TEN), "note", "whoever was there", "Thank {name} for coming the first time"),
    ),
    "visit.second": (),
    "visit.third": (
        Step(Delay(1, "working days", TEN), "note", "their person", "Thank {name} for coming back a third time"),
    ),
    # P31: reassure after a large first purchase.
    "purchase.large": (
        Step(Delay(2, "working days", TEN), "call", "their person", "Is {name} happy with it? Ask about: {what}"),
    ),
    # P122: a referral is thanked within 48 hours, so the next day and not the next working day.
    "referral": (Step(Delay(1, "days", TEN), "note", "their person", "Thank {name} for sending us {friend}"),),
    "birthday": (Step(Delay(0, "days", TEN), "checkin", "their person", "Wish {name} a happy birthday"),),
    # P46: a regular past their own rhythm.
    "slipping": (
        Step(
            Delay(1, "working days", TEN), "checkin", "their person", "See how {name} is: not here for {days} days"
        ),
    ),
    # P43: praise is answered.
    "praise": (Step(Delay(1, "working days", TEN), "note", "their person", "Thank {name} for the kind words"),),
}
