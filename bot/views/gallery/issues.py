"""Examples of issues: the card in each state, the list, the forms, and what is said around them."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.issues import Changed, Coming, Draft, Issue, Listed, Looked, Reader, Solved, Update
from bot.views import issue_forms as forms
from bot.views import issues as views
from bot.views.blocks import Message, View
from bot.views.gallery.people import DANA, JON, MARIA, NEW, NOW, PAT

ZONE = "Europe/Lisbon"
READER = Reader(NOW, ZONE, "en-GB")

BARE = Issue(3, DANA.id, DANA.name, "Heel came loose after two weeks", JON, NOW - timedelta(days=3), JON)
FULL = replace(
    BARE,
    feels="upset",
    wants="Boots that last the winter",
    next_step="New heel, for free",
    due_at=NOW + timedelta(days=3, hours=6),
    told_at=NOW - timedelta(hours=2),
    agreed_at=NOW - timedelta(hours=3),
    agreed_by=MARIA,
)
LATE = replace(FULL, feels="furious", due_at=NOW - timedelta(days=1), told_at=None)
MARKUP = replace(
    BARE, id=4, customer=NEW.name, story="<!channel> *furious*\n\n<@U0PAT> `rm`", wants="a & b", feels="calm"
)
LONG = replace(BARE, id=5, story="x" * 2500)
DONE = replace(
    FULL,
    resolved_at=NOW,
    resolved_by=JON,
    on_the_spot=True,
    verdict="exceeded",
    customer_said="Like new, and so fast",
)
MISSED = replace(FULL, verdict="missed", customer_said="It still wobbles", next_step="Jon redoes it today")

TOLD = (Update(NOW - timedelta(hours=2), JON, "the part comes on Friday"),)
CALL = Coming("call", "Is everything right now?", MARIA, NOW + timedelta(days=2))
REMINDER = Coming("reminder", "Remind them of the coupon", None, NOW + timedelta(days=60))
GIFT = Coming("gift", "Send a coupon", None, NOW + timedelta(days=7))
NOTE = Coming("note", "Thank Dana López for telling us", JON, NOW + timedelta(days=1))


def _look(issue: Issue, updates: tuple[Update, ...] = ()) -> Looked:
    return Looked(issue, updates, ZONE, NOW)


EXAMPLES: dict[str, Message | View] = {
    "logged": views.logged(Changed(_look(FULL), coming=(NOTE,))),
    "logged_for_a_colleague": views.logged(Changed(_look(replace(BARE, owner=MARIA)), told_owner=True)),
    "changed": views.changed(Changed(_look(FULL))),
    "changed_time": views.changed(Changed(_look(FULL), new_time=True)),
    "reopened": views.reopened(Changed(_look(BARE))),
    "told": views.told(_look(FULL, TOLD)),
    "agreed": views.agreed(_look(FULL)),
    "card_bare": views.card(_look(BARE)),
    "card_full": views.card(_look(FULL, TOLD * 4)),
    "card_late": views.card(_look(LATE)),
    "card_markup": views.card(_look(MARKUP)),
    "card_long": views.card(_look(LONG)),
    "card_resolved": views.card(_look(DONE, TOLD)),
    "owned": views.owned(_look(replace(FULL, opened_by=PAT)), JON),
    "owned_by_another_now": views.owned(_look(FULL), MARIA),
    "read_back": views.read_back(_look(FULL)),
    "read_back_bare": views.read_back(_look(MARKUP)),
    "solved": views.solved(Solved(_look(DONE), (CALL, GIFT, REMINDER))),
    "solved_with_a_call_that_was_planned": views.solved(Solved(_look(DONE), (replace(CALL, joined=True), GIFT))),
    "solved_without_contact": views.solved(Solved(_look(replace(DONE, verdict=None)))),
    "missed": views.solved(Solved(_look(MISSED))),
    "list": views.listed(Listed((LATE, FULL, MARKUP, LONG), ZONE, NOW)),
    "list_long": views.listed(Listed((FULL,) * 30, ZONE, NOW)),
    "list_empty": views.listed(Listed((), ZONE, NOW)),
    "standing": views.standing(Listed((FULL, LATE), ZONE, NOW, DANA)),
    "form_new": forms.new(Draft(DANA, "Heel came loose", NOW + timedelta(days=3)), JON, READER),
    "form_from_a_message": forms.new(Draft(None, "Dana called, her heel is off"), JON, READER),
    "form_edit": forms.edit(_look(LATE), READER),
    "form_told": forms.tell(_look(FULL), READER),
    "form_resolve": forms.resolve(_look(MISSED)),
}
