"""Examples of follow-ups: set, asked about, reminded of, put off, handed over, ended, gone up; notes; promises."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.customers import Card
from bot.domain.followups import FollowUp
from bot.domain.outcomes import Nudge, Settled
from bot.domain.policy import Role
from bot.domain.promises import Ledger, State
from bot.domain.typed import AskTwice, AskWhen, Doubt, Listed, Planned, PlannedAll, TakenBack, Task
from bot.domain.workspaces import Staff
from bot.views import (
    controls,
    endings,
    escalations,
    followups,
    handovers,
    lists,
    promises,
    reminders,
    snoozing,
    thanks,
)
from bot.views.blocks import Message, View
from bot.views.gallery.people import DANA, DANAS_CARD, JON, MARIA, NEW, NOW

ZONE = "Europe/Lisbon"
AT_THREE = datetime(2026, 11, 24, 15)  # noqa: DTZ001 - a wall time in Lisbon
LATER = NOW + timedelta(hours=4, minutes=58)
JON_HIMSELF = Staff(JON, "Jon Park", Role.STAFF, ZONE)

CALL = FollowUp(
    id=5, customer_id=DANA.id, customer=DANA.name, kind="call", text="Call about the boots", state="open",
    owner=MARIA, created_by=MARIA, created_at=NOW - timedelta(days=2), due_at=LATER, due_local=AT_THREE, zone=ZONE,
    reminded_at=LATER,
)  # fmt: skip
NOTE = replace(CALL, id=6, kind="note", text="Thank you for sending us Ana")
PROMISE = replace(CALL, id=7, promised=True)
MOVED = replace(PROMISE, due_at=LATER + timedelta(days=1), details={"expects": LATER.isoformat()})
KEPT = replace(PROMISE, state="done", outcome="reached", done_at=NOW, done_by=MARIA)
TODO = replace(CALL, id=8, customer=NEW.name, kind="other", text="<!here> *order* laces & `wax`", reminded_at=None)
COUPON = replace(CALL, id=9, kind="gift", text="Send the winter coupon")
CODE = {"coupon": "10 % off the next visit", "code": "DANA-702", "expires": "29 Jan 2027"}
COUPON_ENDS = "Remind Dana López of the coupon DANA-702 (10 % off the next visit): it ends 29 Jan 2027"
ROSES, ANAS = replace(CALL, id=11, customer="Rose Tanner"), replace(CALL, id=12, customer="Ana <Beltrán>")
TIRED = replace(CALL, tries=3, snoozes=2)
DONE = replace(CALL, state="done", outcome="reached", done_at=LATER, done_by=MARIA)
DROPPED = replace(CALL, state="dropped", outcome="dropped", done_at=LATER, done_by=JON)
OFFERED = replace(CALL, handed_to=JON)
QUEUED = replace(CALL, owner=None)
LATE = replace(CALL, due_at=NOW - timedelta(days=1, hours=2), snoozes=1, tries=2)
FORTNIGHTLY = replace(CALL, rrule="FREQ=WEEKLY;INTERVAL=2")
PLAN = Task("Call about the boots", "call", ZONE, due_local=AT_THREE)
DRAFT = (
    "Dear Dana López, thank you for sending us Ana. You have been with us 14 times now, and we are glad of each."
)


def _nudge(followup: FollowUp, **facts: object) -> Message:
    shown = Nudge(
        followup, DANAS_CARD, "Heel came loose after two weeks",
        "Hello Dana López, Maria here. You were let down by us, and I would like to put it right.", ZONE, LATER,
        ask_about="Running her first marathon in spring",
    )  # fmt: skip
    return reminders.nudge(replace(shown, **facts))  # type: ignore[arg-type] # each example says what differs


EXAMPLES: dict[str, Message | View] = {
    "set": followups.said(Planned(CALL, LATER), ZONE, NOW),
    "set_while_off": followups.planned(Planned(CALL, LATER + timedelta(hours=18)), ZONE, NOW),
    "set_on_a_holiday": followups.planned(
        Planned(CALL, LATER + timedelta(hours=18), closed="Fri 25 Dec is Christmas Day"), ZONE, NOW
    ),
    "set_in_quiet_hours": followups.planned(Planned(CALL, LATER, works_then=False), ZONE, NOW),
    "set_for_a_colleague": followups.planned(Planned(CALL, LATER, offered_to=JON), ZONE, NOW),
    "set_again_and_again": followups.planned(Planned(FORTNIGHTLY, LATER), ZONE, NOW),
    "set_for_several": followups.said(PlannedAll((Planned(CALL, LATER), Planned(ROSES, LATER))), ZONE, NOW),
    "set_for_several_and_a_colleague": followups.said(
        PlannedAll(
            tuple(Planned(each, LATER + timedelta(hours=18), offered_to=JON) for each in (CALL, ROSES, ANAS))
        ),
        ZONE,
        NOW,
    ),
    "notes_owed": followups.said(
        PlannedAll((Planned(NOTE, LATER), Planned(replace(NOTE, customer="Rose Tanner"), LATER))), ZONE, NOW
    ),
    "taken_back": followups.taken_back(TakenBack((CALL, ROSES), (ANAS,))),
    "promised": followups.planned(Planned(PROMISE, NOW + timedelta(hours=3)), ZONE, NOW),
    "promised_outside_hours": followups.planned(
        Planned(PROMISE, LATER, "You promised Sun 29 Nov, but you are closed that day of the week."), ZONE, NOW
    ),
    "when": followups.said(AskWhen(1, (DANA,), PLAN.text, "", (PLAN, PLAN)), ZONE, NOW),
    "promised_and_moved": followups.planned(Planned(MOVED, LATER), ZONE, NOW),
    "remind_promise_moved": _nudge(MOVED, now=NOW + timedelta(hours=3)),
    "promised_by_when": followups.said(
        AskWhen(1, (DANA,), "Call", "", (replace(PLAN, promised=True, by_day=True),)), ZONE, NOW
    ),
    "which_time": followups.ask_when(AskWhen(1, (DANA,), PLAN.text, "Which Friday?", (PLAN, PLAN)), ZONE, NOW),
    "twice": followups.said(AskTwice(1, (Doubt(DANA, CALL),)), ZONE, NOW),
    "same": followups.said(AskTwice(1, (Doubt(DANA, CALL, same=True),)), ZONE, NOW),
    "when_for_several": followups.said(AskWhen(1, (DANA, NEW), PLAN.text, "", (PLAN, PLAN)), ZONE, NOW),
    "twice_for_one_of_several": followups.said(AskTwice(1, (Doubt(DANA, CALL),), (NEW,)), ZONE, NOW),
    "twice_lately": followups.ask_twice(AskTwice(1, (Doubt(DANA, DONE),)), ZONE, NOW),
    "no_contact_asked": controls.no_contact(CALL),
    "no_contact_wanted": followups.ask_twice(AskTwice(1, (Doubt(DANA),)), ZONE, NOW),
    "undone": followups.undone(DROPPED),
    "form_edit": followups.edit_form(CALL, ZONE, NOW),
    "form_new": followups.new_form(NEW),
    "form_time": followups.time_form(3),
    "form_from_message": followups.from_message_form("Dana asked whether the red ones are back"),
    "list_with_a_coupon": lists.listed(
        Listed("mine", (replace(COUPON, outcome="sent", details={**CODE, "sent": "2026-11-24"}),)), ZONE, NOW
    ),
    "list_mine": lists.listed(Listed("mine", (LATE, replace(NOTE, outcome="written"), TODO)), ZONE, NOW),
    "list_with_an_offer": lists.listed(Listed("mine", (OFFERED,)), ZONE, NOW, JON),
    "list_team": lists.listed(Listed("team", (LATE, NOTE, OFFERED) * 6), ZONE, NOW),
    "list_last_page": lists.listed(Listed("team", (LATE, NOTE, OFFERED) * 6, page=7), ZONE, NOW),
    "list_of_a_customer_first_page": lists.listed(Listed("about", (CALL,) * 30, (DANA,)), ZONE, NOW, MARIA),
    "list_overdue_empty": lists.listed(Listed("overdue", ()), ZONE, NOW),
    "list_of_a_customer": lists.listed(Listed("about", (CALL, PROMISE), (DANA,)), ZONE, NOW),
    "list_of_a_customer_empty": lists.listed(Listed("about", (), (DANA,)), ZONE, NOW),
    "remind_call": _nudge(CALL),
    "remind_call_bare": _nudge(CALL, card=Card(NEW), last_words=None, ask_about=None, opening=None),
    "remind_call_tried_thrice": _nudge(TIRED),
    "remind_came_back": _nudge(replace(CALL, details={"silent": JON})),
    "remind_note": _nudge(NOTE, draft=DRAFT, last_words=None),
    "remind_call_ask_about": _nudge(CALL, last_words=None),
    "remind_note_of_praise": _nudge(NOTE, draft=DRAFT, last_words="she found the right pair at once"),
    "remind_note_written": _nudge(replace(NOTE, outcome="written"), draft=DRAFT),
    "remind_note_without_facts": _nudge(replace(NOTE, text="Write a note"), last_words=None, ask_about=None),
    "remind_gift": _nudge(COUPON),
    "remind_of_a_coupon": _nudge(replace(CALL, id=10, kind="checkin", text=COUPON_ENDS, details=CODE)),
    "remind_other": _nudge(replace(TODO, reminded_at=LATER)),
    "remind_promise": _nudge(PROMISE, now=LATER - timedelta(minutes=30)),
    "remind_promise_late": _nudge(PROMISE, now=LATER + timedelta(minutes=15)),
    "put_off": _nudge(replace(CALL, reminded_at=None, wake_at=LATER + timedelta(days=1), tries=1)),
    "asked_again": reminders.asked_again(CALL),
    "handed_away": _nudge(OFFERED),
    "taken_by_another": _nudge(replace(CALL, owner=JON), yours=False),
    "put_into_the_queue": _nudge(QUEUED, yours=False),
    "ended_reached": _nudge(DONE),
    "ended_happy": _nudge(replace(DONE, outcome="happy", details={"referred": True})),
    "ended_sent": _nudge(replace(NOTE, state="done", outcome="sent", done_at=LATER, done_by=JON)),
    "ended_redeemed": _nudge(replace(COUPON, state="done", outcome="redeemed", done_at=LATER, done_by=JON)),
    "ended_no_contact": _nudge(replace(DROPPED, outcome="not_wanted")),
    "ended_dropped": _nudge(DROPPED),
    "settled_reached": endings.settled(Settled(DONE, "reached", FORTNIGHTLY), ZONE, NOW),
    "settled_done": endings.settled(Settled(replace(TODO, state="done", outcome="done"), "done"), ZONE, NOW),
    "settled_written": endings.settled(Settled(replace(NOTE, outcome="written"), "written"), ZONE, NOW),
    "settled_no_answer": endings.settled(Settled(replace(CALL, wake_at=LATER, tries=1), "no_answer"), ZONE, NOW),
    "queued": reminders.queued([QUEUED, CALL, DONE], ZONE, LATER),
    "queued_all_taken": reminders.queued([CALL], ZONE, LATER),
    "queued_more_than_fits": reminders.queued([QUEUED] * 25, ZONE, LATER),
    "slipping": escalations.escalation([LATE, replace(PROMISE, due_at=NOW), DONE], ZONE, LATER),
    "slipping_many": escalations.escalation([replace(LATE, id=n) for n in range(1, 18)], ZONE, LATER),
    "slipping_no_more": escalations.escalation([DONE], ZONE, LATER),
    "form_snooze": snoozing.snooze_form(CALL),
    "form_snoozed_enough": snoozing.snoozed_enough(TIRED, NOW),
    "form_bulk": snoozing.bulk_form([CALL, NOTE, TODO] * 4, ZONE, NOW),
    "bulk_done": snoozing.bulk_done([Settled(DONE, "reached"), Settled(NOTE, "sent")]),
    "form_hand_over": handovers.hand_over_form(CALL),
    "handed_to_jon": handovers.handed(CALL, JON_HIMSELF, NOW, ZONE, NOW),
    "handed_to_jon_who_is_off": handovers.handed(CALL, JON_HIMSELF, LATER, ZONE, NOW),
    "handed_to_the_queue": handovers.handed(QUEUED, None, NOW, ZONE, NOW),
    "offered": handovers.offered(Nudge(OFFERED, DANAS_CARD, None, None, ZONE, NOW), JON),
    "offered_and_accepted": handovers.offered(
        Nudge(replace(CALL, owner=JON), DANAS_CARD, None, None, ZONE, NOW), JON
    ),
    "offered_and_declined": handovers.offered(Nudge(CALL, DANAS_CARD, None, None, ZONE, NOW), JON),
    "offered_and_done_meanwhile": handovers.offered(Nudge(DONE, DANAS_CARD, None, None, ZONE, NOW), JON),
    "taken": handovers.taken(replace(CALL, owner=JON)),
    "declined": handovers.declined(CALL),
    "returned_declined": handovers.returned(CALL, JON, declined=True, yours=True, zone=ZONE, now=NOW),
    "returned_unanswered": handovers.returned(CALL, JON, declined=False, yours=False, zone=ZONE, now=NOW),
    "returned_and_done": handovers.returned(DONE, JON, declined=True, yours=True, zone=ZONE, now=NOW),
    "took": handovers.took(CALL, ZONE, NOW),
    "left_to_the_queue": handovers.left(JON, None),
    "left_to_a_stand_in": handovers.left(JON, MARIA),
    "away_covered": handovers.left(JON, MARIA, away=True),
    "away_left_to_the_queue": handovers.left(JON, None, away=True),
    "thanks_owed": thanks.owed(Planned(NOTE, LATER), DRAFT, ZONE, NOW),
    "thanks_owed_without_facts": thanks.owed(Planned(NOTE, LATER), None, ZONE, NOW),
    "promises": promises.listed(
        Ledger((PROMISE, MOVED), ((State.KEPT, KEPT), (State.LATE, KEPT), (State.KEPT, KEPT))), ZONE, NOW, MARIA
    ),
    "promises_of_the_team": promises.listed(
        Ledger((PROMISE,) * 14, ((State.BROKEN, KEPT), (State.TOLD, KEPT)), everybodys=True), ZONE, NOW, MARIA
    ),
    "promises_open_only": promises.listed(Ledger((PROMISE,), ()), ZONE, NOW, MARIA),
    "promises_none": promises.listed(Ledger((), ()), ZONE, NOW, MARIA),
    "form_tell": promises.tell_form(PROMISE, ZONE, NOW),
    "told": promises.told(Planned(PROMISE, LATER), ZONE, NOW),
}
