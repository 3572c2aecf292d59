"""What is said when a follow-up is set, changed or taken back, and the forms for it."""

from datetime import datetime

from bot.domain.customers import Customer
from bot.domain.followups import LONGEST_TEXT, FollowUp
from bot.domain.reminders import counts_on, due_instant
from bot.domain.typed import AskTwice, AskWhen, Doubt, Planned, PlannedAll, Set, TakenBack, Task
from bot.domain.when import echo_rule
from bot.views import words
from bot.views.blocks import (
    Block,
    Message,
    Mrkdwn,
    View,
    actions,
    button,
    context,
    field_,
    form,
    join,
    md,
    mention,
    message,
    option,
    section,
    select,
    shorten,
    text_input,
)
from bot.views.customers import KINDS
from bot.views.handovers import asked_to_take
from bot.views.lists import names


def said(outcome: Set, zone: str, now: datetime) -> Message:
    """Answer `/followup`: what was set, or what has to be known first."""
    if isinstance(outcome, Planned):
        return planned(outcome, zone, now)
    if isinstance(outcome, PlannedAll):
        return planned_all(outcome, zone, now)
    return ask_when(outcome, zone, now) if isinstance(outcome, AskWhen) else ask_twice(outcome, zone, now)


def planned(done: Planned, zone: str, now: datetime) -> Message:
    """Repeat what was understood, with its absolute local time."""
    followup = done.followup
    return message(
        section(_understood(followup, md("*{name}*", name=followup.customer), zone, now)),
        *(context(line) for line in _small_print(done, zone, now)),
        actions(
            _tell(followup),
            button("Change", "followup.edit", followup.id, says=f"Change this follow-up for {followup.customer}"),
            button("Undo", "followup.undo", followup.id, says=f"Take this follow-up for {followup.customer} back"),
        ),
    )


def _tell(followup: FollowUp) -> Block | None:
    """Return **They know** for a promise that was moved before the customer was told."""
    if not followup.promised or counts_on(followup) == followup.due_at:
        return None
    return button("They know", "followup.heard", followup.id, style="primary")


def planned_all(done: PlannedAll, zone: str, now: datetime) -> Message:
    """Repeat what was set for several customers, once: each can be changed, all can be taken back."""
    first = done.each[0]
    head = _understood(first.followup, names(done.customers), zone, now)
    return message(
        section(_owed(done, zone, now) if first.followup.kind == "note" else head),
        *(context(line) for line in _small_print(first, zone, now, many=True)),
        actions(*_change_each(done), _undo_all(done)),
    )


def _owed(done: PlannedAll, zone: str, now: datetime) -> Mrkdwn:
    note = done.each[0].followup
    return md(
        ":love_letter: Notes are owed to {names}: {text} Due *{when}*.",
        names=names(done.customers),
        text=words.sentence(note.text),
        when=words.moment(note.due_at, zone, now),
    )


def _change_each(done: PlannedAll) -> list[Block]:
    return [
        button(f"Change {each.followup.customer}", f"followup.edit.{i}", each.followup.id)
        for i, each in enumerate(done.each)
    ]


def _undo_all(done: PlannedAll) -> Block:
    ids = ",".join(str(each.followup.id) for each in done.each)
    return button("Undo all", "followup.undo_all", ids, says="Take all of these follow-ups back")


def _understood(followup: FollowUp, whom: Mrkdwn, zone: str, now: datetime) -> Mrkdwn:
    return md(
        "{icon} *{when}*: {text} — {whom}{rule}.",
        icon=Mrkdwn(":handshake: Promised for" if followup.promised else ":bell:"),
        when=words.moment(followup.due_at, zone, now),
        text=followup.text,
        whom=whom,
        rule=_rule(followup),
    )


def _rule(followup: FollowUp) -> Mrkdwn:
    return md(", {rule}", rule=echo_rule(followup.rrule, followup.zone)) if followup.rrule else Mrkdwn("")


def _small_print(done: Planned, zone: str, now: datetime, *, many: bool = False) -> list[Mrkdwn]:
    lines = []
    when = words.moment(done.remind_at, zone, now)
    if done.offered_to:
        lines.append(asked_to_take(done.offered_to, many=many))
    if done.warning:
        lines.append(md(":warning: {warning}", warning=done.warning))
    if done.followup.promised and counts_on(done.followup) < done.followup.due_at:
        still = words.moment(counts_on(done.followup), zone, now)
        lines.append(md(":warning: They still count on *{still}*, until you tell them.", still=still))
    elif done.followup.promised:
        lines.append(md("I remind you *{when}*, and ask in time whether they need a new one.", when=when))
    elif done.remind_at > done.followup.due_at:
        lines.append(md("{off}; I will remind you *{when}*.", off=done.closed or "You are off then", when=when))
    elif not done.works_then:
        off = done.closed or "That is outside your hours"
        lines.append(md("{off}; I will remind you all the same, as you typed it.", off=off))
    return lines


def ask_when(asked: AskWhen, zone: str, now: datetime) -> Message:
    """Ask when; nothing is saved yet."""
    promised = any(choice.promised for choice in asked.choices)
    question = asked.question or ("By when did you promise it?" if promised else "When shall I remind you?")
    buttons = [
        button(_choice(choice, zone, now), f"followup.at.{i}", f"{asked.errand}:{i}")
        for i, choice in enumerate(asked.choices)
    ]
    other = button("Another time", "followup.other_time", asked.errand)
    whom = names([customer.name for customer in asked.customers])
    return message(
        section(md("{text} — {whom}. {question}", text=asked.text, whom=whom, question=question)),
        actions(*buttons, other),
    )


def _choice(choice: Task, zone: str, now: datetime) -> str:
    assert choice.due_local
    shown = words.moment(due_instant(choice.due_local, choice.zone), zone, now)
    return f"{shown}, {echo_rule(choice.rrule, choice.zone)}" if choice.rrule else shown


def ask_twice(asked: AskTwice, zone: str, now: datetime) -> Message:
    """Ask before customers are asked for their time twice, or against their wish; nothing is saved yet."""
    lines = [_doubt(doubt, zone, now) for doubt in asked.doubts]
    return message(
        section(join([*lines, _question(asked)])), actions(*_answers(asked), button("Leave it", "dismiss"))
    )


def _question(asked: AskTwice) -> Mrkdwn:
    if asked.clear:
        return md("Set it for all of them?")
    if all(doubt.same for doubt in asked.doubts):
        return md("Plan another?")
    return md("Set this as well?" if any(doubt.other for doubt in asked.doubts) else "Set this all the same?")


def _answers(asked: AskTwice) -> list[Block]:
    if asked.clear:
        others = words.listed([customer.name for customer in asked.clear])
        return [
            button("Set it for all", "followup.anyway", asked.errand),
            button(f"Only {others}", "followup.only_clear", asked.errand),
        ]
    again = all(doubt.same for doubt in asked.doubts)
    return [button("Plan another" if again else "Set it", "followup.anyway", asked.errand)]


def _doubt(doubt: Doubt, zone: str, now: datetime) -> Mrkdwn:
    name, other = doubt.customer.name, doubt.other
    if other is None:
        return md("*{name}* asked not to be contacted.", name=name)
    text = words.sentence(other.text)
    if doubt.same:
        return md(
            "That is planned already: *{when}*, {text} — *{name}*{who}.",
            when=words.moment(other.due_at, zone, now), text=other.text, name=name, who=_whose(other),
        )  # fmt: skip
    if other.is_open:
        when = words.moment(other.due_at, zone, now)
        return md(
            "{who} is to see to *{name}* {when} already: {text}",
            who=mention(other.owner), name=name, when=when, text=text,
        )  # fmt: skip
    when = words.moment(other.done_at or now, zone, now)
    return md(
        "{who} was in touch with *{name}* {when}: {text}",
        who=mention(other.done_by), name=name, when=when, text=text,
    )  # fmt: skip


def _whose(followup: FollowUp) -> Mrkdwn:
    return md(" ({who})", who=mention(followup.owner))


def undone(followup: FollowUp) -> Message:
    """Say that a follow-up was taken back."""
    return message(section(md("Taken back: {text} — *{name}*.", text=followup.text, name=followup.customer)))


def taken_back(done: TakenBack) -> Message:
    """Say that what was set for several was taken back, and what had been done meanwhile."""
    gone = names([each.customer for each in done.followups])
    said = [md("Taken back: {text} — {names}.", text=done.followups[0].text, names=gone)]
    if done.kept:
        said.append(md("Done already: {names}.", names=names([each.customer for each in done.kept])))
    return message(section(join(said)))


# ---- forms


def edit_form(followup: FollowUp, zone: str, now: datetime) -> View:
    """Return the form to change a follow-up."""
    when = words.moment(followup.due_at, zone, now)
    fields = [_what(followup.text), _kind(followup.kind), _when(when)]
    return form("followup.change", shorten(followup.customer, 24), fields, carry=str(followup.id))


def new_form(customer: Customer) -> View:
    """Return the form behind **Follow-up** on a card."""
    return form(
        "followup.new", shorten(customer.name, 24), [_what(), _when()], submit="Set", carry=str(customer.id)
    )


def time_form(errand: int) -> View:
    """Return the form behind **Another time**."""
    return form("followup.time", "Another time", [_when()], submit="Set", carry=str(errand))


def from_message_form(text: str) -> View:
    """Return the form of the shortcut **Follow up on this**; the message's text is proposed."""
    who = field_("who", "For whom?", text_input("who", most=100, hint="dana lopes"), optional=False)
    return form("followup.from_message", "Follow up on this", [who, _what(text), _when()], submit="Set")


def _what(text: str = "") -> Block:
    return field_(
        "text", "What is to be done?", text_input("text", text, lines=True, most=LONGEST_TEXT), optional=True
    )


def _kind(kind: str) -> Block:
    kinds = [option(label, name) for name, label in KINDS.items()]
    return field_("kind", "Kind", select("kind", kinds, kind), optional=False)


def _when(text: str = "") -> Block:
    element = text_input("when", text, most=100, hint="next tuesday at 3pm")
    hint = "Your own local time. Try “tomorrow 9am”, “in 20 minutes” or “every 2 weeks”."
    return field_("when", "When?", element, optional=False, hint=hint)
