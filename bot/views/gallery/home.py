"""Examples of App Home: the first look, a quiet day, a full one for staff and for managers."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.completion import Completion
from bot.domain.digests import Came
from bot.domain.home import Home, Tasks
from bot.domain.policy import Role
from bot.domain.promises import PromiseFigures
from bot.domain.workspaces import Staff
from bot.views import home as views
from bot.views.blocks import Message, View
from bot.views.gallery.digests import ARCHIVED, CALL, PROMISE, UNCLEAR, task
from bot.views.gallery.issues import FULL, LATE, MARKUP
from bot.views.gallery.kudos import FULL as PRAISE
from bot.views.gallery.people import DANA, MARIA, NEW, NOW, PAT, SHOP

MARIAS = Staff(MARIA, "Maria Silva", Role.STAFF, "Europe/Lisbon", welcomed_at=NOW - timedelta(days=90))
PATS = replace(MARIAS, id=PAT, name="Pat Reyes", role=Role.MANAGER)
LATE_TASK = task(7, "send the invoice again", MARIA, -30)
TASKS = Tasks((LATE_TASK,), (CALL,), (task(10, "ask how the boots are", MARIA, 60),))

QUIET = Home(MARIAS, SHOP, NOW, False, Came(NOW.date()))
FIRST = replace(QUIET, person=replace(MARIAS, welcomed_at=NOW), workspace=replace(SHOP, set_up_at=None))
FULL_DAY = replace(
    QUIET,
    came=Came(NOW.date(), (DANA, NEW), 2),
    tasks=TASKS,
    issues=(LATE, FULL, MARKUP),
    kudos=(PRAISE,),
)
MANAGERS = replace(
    FULL_DAY,
    person=PATS,
    whole=True,
    promises=(PROMISE,),
    troubles=(ARCHIVED, UNCLEAR),
    ledger=PromiseFigures(kept=14, told=2, broken=1),
    completion=Completion(in_time=38, late=3, open=1),
)
MANY = replace(
    MANAGERS,
    person=replace(PATS, welcomed_at=NOW),
    came=Came(NOW.date(), (DANA,) * 40, 44),
    tasks=Tasks((LATE_TASK,) * 40, (CALL,) * 40, (PROMISE,) * 40),
    issues=(LATE,) * 40,
    kudos=(PRAISE,) * 40,
    promises=(PROMISE,) * 40,
    troubles=(ARCHIVED,) * 40,
)

EXAMPLES: dict[str, Message | View] = {
    "first_look": views.home(FIRST),
    "quiet_day": views.home(QUIET),
    "full_day": views.home(FULL_DAY),
    "managers": views.home(MANAGERS),
    "as_full_as_can_be": views.home(MANY),
    "closed": views.closed(),
}
