"""The reminder of a follow-up: who, number, why, best time, last words, how to begin; and what came of it."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.customers import Customer
from bot.domain.followups import FollowUp
from bot.domain.outcomes import OUTCOMES, Nudge, Settled
from bot.domain.reminders import SNOOZES
from bot.views import words
from bot.views.blocks import (
    Block,
    Message,
    Mrkdwn,
    View,
    actions,
    button,
    context,
    divider,
    escape,
    field_,
    form,
    join,
    md,
    mention,
    message,
    notice,
    option,
    section,
    select,
    shorten,
    text_input,
)
from bot.views.controls import controls, drop_button

ICONS = {
    "call": ":telephone_receiver:",
    "note": ":love_letter:",
    "gift": ":gift:",
    "checkin": ":speech_balloon:",
    "other": ":bell:",
}


def nudge(shown: Nudge) -> Message:
    """Say what is to be done now, or what became of it."""
    if not shown.followup.is_open:
        return ended(shown)
    if not shown.yours or shown.followup.handed_to:
        return message(context(_elsewhere(shown)))
    return put_off(shown) if shown.resting else reminder(shown)


def reminder(shown: Nudge) -> Message:
    """Ask for it: the whole of what one needs for the call, and the buttons."""
    followup = shown.followup
    return message(
        section(join([_headline(shown), *_facts(shown)], "\n")),
        _note_suggested(shown),
        controls(followup),
        context(_history(shown)),
    )


def _headline(shown: Nudge) -> Mrkdwn:
    followup, customer = shown.followup, shown.card.customer
    say = f" (say {customer.say})" if customer.say else ""
    return md(
        "{icon} *{name}*{say}: {text}",
        icon=Mrkdwn(ICONS[followup.kind]),
        name=customer.name,
        say=say,
        text=words.sentence(followup.text),
    )


def _facts(shown: Nudge) -> list[Mrkdwn]:
    followup = shown.followup
    lines = [_silent(shown), _promise(shown), _number(shown.card.customer) if followup.kind != "note" else None]
    if shown.last_words:
        label = "Worth a word" if followup.kind == "note" else "Last words"
        lines.append(md("{label}: “{said}”", label=label, said=shorten(shown.last_words, 300)))
    if shown.opening and followup.kind in ("call", "checkin"):
        lines.append(md("You could begin: _{opening}_", opening=shown.opening))
    if shown.draft:
        lines.append(md("A draft to make your own: _{draft}_", draft=shown.draft))
    elif followup.kind == "note":
        lines.append(md("Put one true thing about them into it; their card has none yet."))
    return [line for line in lines if line]


def _silent(shown: Nudge) -> Mrkdwn | None:
    silent = shown.followup.details.get("silent")
    return md("{who} has not taken it, so it is yours again.", who=mention(str(silent))) if silent else None


def _promise(shown: Nudge) -> Mrkdwn | None:
    followup = shown.followup
    if not followup.promised:
        return None
    when = words.moment(followup.due_at, shown.zone, shown.now)
    if followup.due_at <= shown.now:
        return md(":warning: *You promised it for {when}.* Tell them the new time, before they ask.", when=when)
    left = words.age(shown.now, followup.due_at)
    return md(
        "*You promised it for {when}*, in {left}. Can't keep it? Tell them the new time now.", when=when, left=left
    )


def _number(customer: Customer) -> Mrkdwn:
    parts = [f"☎ {customer.phone}" if customer.phone else "No phone number on the card."]
    if customer.best_time:
        parts.append(f"best time: {customer.best_time}")
    return escape(" · ".join(parts))


def _note_suggested(shown: Nudge) -> Block | None:
    if shown.followup.tries < shown.most_tries or shown.followup.kind not in ("call", "checkin"):
        return None
    return section(
        md("No answer {n} times. A note may be kinder now.", n=shown.followup.tries),
        button("Write a note instead", "followup.note_instead", shown.followup.id),
    )


def _history(shown: Nudge) -> Mrkdwn:
    followup = shown.followup
    parts = [
        md(
            "Set by {who}, {age} ago",
            who=mention(followup.created_by),
            age=words.age(followup.created_at, shown.now),
        )
    ]
    parts.append(md("due {when}", when=words.moment(followup.due_at, shown.zone, shown.now)))
    if followup.tries:
        parts.append(md("no answer {n} of {most}", n=followup.tries, most=shown.most_tries))
    if followup.snoozes:
        parts.append(
            md("put off {n}", n={1: "once", 2: "twice"}.get(followup.snoozes, f"{followup.snoozes} times"))
        )
    if followup.outcome == "written":
        parts.append(md("written, not sent yet"))
    return join(parts, " · ")


def put_off(shown: Nudge) -> Message:
    """Say when it comes back."""
    followup = shown.followup
    back = words.moment(followup.wake_at or followup.due_at, shown.zone, shown.now)
    tried = (
        md("No answer ({n} of {most}). ", n=followup.tries, most=shown.most_tries)
        if followup.tries
        else Mrkdwn("")
    )
    return message(
        context(
            md(
                "{tried}I will remind you *{back}*: {text} — {name}",
                tried=tried,
                back=back,
                text=followup.text,
                name=followup.customer,
            )
        )
    )


def _elsewhere(shown: Nudge) -> Mrkdwn:
    followup = shown.followup
    if followup.handed_to:
        who = md("{who} is asked to take it", who=mention(followup.handed_to))
    elif followup.owner:
        who = md("{who} has it now", who=mention(followup.owner))
    else:
        who = md("it waits in the shared queue")
    return md("{text} — *{name}*: {who}.", text=followup.text, name=followup.customer, who=who)


def asked_again(followup: FollowUp) -> Message:
    """Take the buttons away from a reminder that a newer one replaces."""
    return message(
        context(md("{text} — {name}: I asked again below.", text=followup.text, name=followup.customer))
    )


def ended(shown: Nudge) -> Message:
    """Say how it ended, who did it and when; what belongs to it can still be added in one tap."""
    return message(section(_ending(shown.followup, shown.zone, shown.now)), _afterwards(shown.followup))


def _ending(followup: FollowUp, zone: str, now: datetime) -> Mrkdwn:
    mark = ":white_check_mark:" if followup.state == "done" else ":heavy_minus_sign:"
    by = md(" by {who}", who=mention(followup.done_by)) if followup.done_by else Mrkdwn("")
    return md(
        "{mark} *{outcome}*{by}, {when}: {text} — *{name}*.",
        mark=Mrkdwn(mark),
        outcome=OUTCOMES.get(followup.outcome or "done", "Done"),
        by=by,
        when=words.moment(followup.done_at or now, zone, now),
        text=followup.text,
        name=followup.customer,
    )


def _afterwards(followup: FollowUp) -> Block | None:
    undo = button("Undo", "followup.reopen", followup.id, says=f"It is not done yet: {followup.text}")
    if followup.state != "done" or followup.outcome == "note_instead":
        return None
    if followup.outcome in {"sent", "done"}:
        return actions(undo)
    asked = followup.outcome == "reached"
    sent_us = not followup.details.get("referred")
    return actions(
        button("Happy", "followup.happy", followup.id) if asked else None,
        button("Not happy", "followup.unhappy", followup.id) if asked else None,
        button("They sent us somebody", "followup.referred", followup.id) if sent_us else None,
        undo,
    )


def settled(done: Settled, zone: str, now: datetime) -> Message:
    """Answer a tap where the message it stands on is not the reminder itself, such as in a list."""
    followup = done.followup
    if not followup.is_open:
        return message(section(_ending(followup, zone, now)), _afterwards(followup), _following(done, zone, now))
    what = md("{text} — *{name}*", text=followup.text, name=followup.customer)
    if done.what == "written":
        return message(section(md("Written: {what}. Tap *Sent* when it is on its way.", what=what)))
    back = words.moment(followup.wake_at or followup.due_at, zone, now)
    return message(section(md("{what}: I will remind you *{back}*.", what=what, back=back)))


def _following(done: Settled, zone: str, now: datetime) -> Block | None:
    if done.next is None:
        return None
    when = words.moment(done.next.due_at, zone, now)
    return context(md("Next: {text}, *{when}*.", text=done.next.text, when=when))


def queued(followup: FollowUp, zone: str, now: datetime) -> Message:
    """Ask the floor who takes something that nobody owns."""
    if not followup.is_open:
        return message(context(_ending(followup, zone, now)))
    if followup.owner:
        return message(
            context(
                md(
                    "{who} sees to *{name}*: {text}",
                    who=mention(followup.owner),
                    name=followup.customer,
                    text=followup.text,
                )
            )
        )
    return message(
        section(
            md(
                "{icon} *{name}*: {text} It was due {when}, and is nobody's yet.",
                icon=Mrkdwn(ICONS[followup.kind]),
                name=followup.customer,
                text=words.sentence(followup.text),
                when=words.moment(followup.due_at, zone, now),
            )
        ),
        controls(followup),
    )


def escalation(found: Sequence[FollowUp], zone: str, now: datetime) -> Message:
    """Tell the managers what was asked for twice without an answer, in one message."""
    late = [followup for followup in found if followup.is_open]
    heading = (
        md("*{n} slipping*", n=words.count(len(late), "follow-up is", "follow-ups are"))
        if late
        else md("*Nothing slips any more.*")
    )
    blocks: list[Block] = [section(heading)]
    for followup in found[:15]:
        blocks += _slipping(followup, zone, now)
    more = len(found) - 15
    return message(*blocks, context(md("… and {n} more: `/followup overdue`", n=more)) if more > 0 else None)


def _slipping(followup: FollowUp, zone: str, now: datetime) -> list[Block]:
    if not followup.is_open:
        return [context(_ending(followup, zone, now))]
    said = md(
        "*{name}*: {text} {who} was to do it {when}{promised}.",
        name=followup.customer,
        text=words.sentence(followup.text),
        who=mention(followup.owner),
        when=words.moment(followup.due_at, zone, now),
        promised=", as promised" if followup.promised else "",
    )
    row = actions(
        button("Reassign", f"followup.hand_over.{followup.id}", followup.id, says=f"Reassign {followup.text}"),
        button("Done", f"followup.done.{followup.id}", followup.id, says=f"It is done: {followup.text}"),
    )
    return [block for block in (section(said), row) if block]


# ---- forms


def snooze_form(followup: FollowUp) -> View:
    """Return the form behind **Snooze**; one hour is chosen already."""
    choices = [option(label, name) for name, label in SNOOZES.items()]
    until = field_("until", "Until when?", select("until", choices, "hour"), optional=True)
    other = field_("when", "… or type a time", text_input("when", most=100, hint="thursday 10am"))
    return form(
        "followup.snooze", shorten(followup.customer, 24), [until, other], submit="Snooze", carry=str(followup.id)
    )


def snoozed_enough(followup: FollowUp, now: datetime) -> View:
    """Ask, at the third snooze, whether somebody else should do it, or nobody."""
    said = md(
        "*{text}* — {name}. You have put this off twice since it was set {age} ago. Hand it over, or drop it?",
        text=followup.text,
        name=followup.customer,
        age=words.age(followup.created_at, now),
    )
    return notice(
        "Once more?",
        section(said),
        actions(
            button("Hand over", "followup.hand_over", followup.id, style="primary"),
            drop_button(followup.id),
            button("Snooze all the same", "followup.snooze_anyway", followup.id),
        ),
    )


def bulk_form(due: Sequence[FollowUp], zone: str, now: datetime) -> View:
    """Return the form of `/followup done`: everything of one's own, to be ticked off at once."""
    groups = [due[i : i + 10] for i in range(0, min(len(due), 50), 10)]
    blocks = [
        _ticks(f"done{i}", group, zone, now, "What is done?" if i == 0 else "… and")
        for i, group in enumerate(groups)
    ]
    return form("followup.bulk", "What is done?", [*blocks, divider()], submit="Done")


def _ticks(name: str, group: Sequence[FollowUp], zone: str, now: datetime, label: str) -> Block:
    options = [
        option(f"{each.customer}: {each.text}", str(each.id), words.moment(each.due_at, zone, now))
        for each in group
    ]
    return field_(name, label, {"type": "checkboxes", "options": options})


def bulk_done(done: Sequence[Settled]) -> Message:
    """Say what was ticked off."""
    names = ", ".join(dict.fromkeys(each.followup.customer for each in done))
    return message(section(md("Done: {n} for {names}.", n=words.count(len(done), "follow-up"), names=names)))
