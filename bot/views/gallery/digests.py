"""Examples of the digest: a quiet day, a full one, one that must fold, and what its buttons answer."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.completion import Completion
from bot.domain.coupons import CouponFigures
from bot.domain.delivery import Trouble
from bot.domain.digests import Birthday, Came, Digest, Missed, Slipping
from bot.domain.followups import FollowUp
from bot.domain.promises import PromiseFigures
from bot.views import delivery
from bot.views import digests as views
from bot.views.blocks import Message, View
from bot.views.gallery.issues import FULL, LATE, MARKUP
from bot.views.gallery.kudos import FULL as PRAISE
from bot.views.gallery.kudos import LONG as LONG_PRAISE
from bot.views.gallery.people import DANA, JON, MARIA, NEW, NOW, PAT

YESTERDAY = NOW.date() - timedelta(days=1)


def task(number: int, text: str, owner: str | None, hours: float, *, promised: bool = False) -> FollowUp:
    """Return an open call, due so many hours from now."""
    at = NOW + timedelta(hours=hours)
    local = at.replace(tzinfo=None)
    set_at = NOW - timedelta(days=3)
    who = (DANA.id, DANA.name)
    return FollowUp(
        number, *who, "call", text, "open", owner, JON, set_at, at, local, "Europe/Lisbon", promised=promised
    )


QUIET = Digest(PAT, "Europe/Lisbon", NOW, True, Came(YESTERDAY))
CALL = task(5, "call about the boots", MARIA, 5)
PROMISE = task(6, "tell her when the heel is ready", JON, 4, promised=True)
ARCHIVED = Trouble(31, "dead", "kudos.post", 4, "C0OLD", "is_archived", NOW - timedelta(hours=2))
UNCLEAR = Trouble(32, "unclear", "digest", 0, PAT, "", NOW - timedelta(days=1))
STRANGE = Trouble(33, "dead", "new.kind", 0, "C0FLOOR", "a_code_nobody_knows", NOW)
MISSED = Missed(DANA, Slipping(DANA.id, NOW.date() - timedelta(days=41), 41, 14))
FULL_DAY = replace(
    QUIET,
    came=Came(YESTERDAY, (DANA, NEW), 3, 1),
    issues=(LATE, FULL, MARKUP),
    promises=(PROMISE,),
    due=(CALL,),
    overdue=(task(7, "send the invoice again", MARIA, -30), task(8, "nobody's task", None, -50)),
    done=(task(9, "thank her", JON, -20),),
    missed=(MISSED,),
    birthdays=(Birthday(DANA, 0), Birthday(NEW, 5)),
    kudos=(PRAISE,),
    troubles=(ARCHIVED, UNCLEAR, STRANGE),
    ledger=PromiseFigures(kept=14, told=2, broken=1, open=1),
    completion=Completion(in_time=38, late=3, open=1),
    coupons=CouponFigures(sent=4, redeemed=2, open=7),
)
MANY = replace(
    FULL_DAY,
    came=Came(YESTERDAY, (DANA,) * 40, 44, 12),
    issues=(LATE,) * 60,
    promises=(PROMISE,) * 60,
    due=(CALL,) * 60,
    overdue=tuple(task(n, "x" * 300, f"U0STAFF{n}", -n) for n in range(1, 61)),
    done=FULL_DAY.done * 60,
    missed=(MISSED,) * 60,
    birthdays=(Birthday(DANA, 1),) * 60,
    kudos=(LONG_PRAISE,) * 60,
    troubles=(ARCHIVED,) * 60,
)
OFFERS = replace(
    MANY, viewer=MARIA, whole=False, promises=(replace(PROMISE, handed_to=MARIA),) * 60,
    due=(replace(CALL, handed_to=MARIA),) * 60, overdue=(replace(CALL, handed_to=MARIA),) * 60,
)  # fmt: skip
FOR_STAFF = replace(FULL_DAY, viewer=MARIA, whole=False, troubles=(), overdue=FULL_DAY.overdue[:1])

EXAMPLES: dict[str, Message | View] = {
    "quiet_day": views.digest(QUIET),
    "quiet_day_of_promises": views.digest(replace(QUIET, ledger=PromiseFigures(kept=3))),
    "full_day": views.digest(FULL_DAY),
    "for_staff": views.digest(FOR_STAFF),
    "folded": views.digest(MANY),
    "folded_with_offers": views.digest(OFFERS),
    "all_of_one_part": views.all_of(FULL_DAY, "waiting") or views.nothing_left(),
    "all_that_fits": views.all_of(MANY, "troubles") or views.nothing_left(),
    "nothing_left": views.all_of(QUIET, "waiting") or views.nothing_left(),
    "after_long_holidays": views.digest(replace(QUIET, came=Came(NOW.date() - timedelta(days=9), (DANA,), 1))),
    "of_one_person": views.of_person(FULL_DAY, MARIA),
    "of_the_queue": views.of_person(FULL_DAY, "queue"),
    "of_nobody": views.of_person(QUIET, MARIA),
    "sent_again": delivery.decided(True),
    "dropped": delivery.decided(False),
    "muted": views.muted(True, True),
    "wanted_again": views.muted(False, True),
    "not_a_manager": views.muted(True, False),
    "cleared": views.cleared(),
}
