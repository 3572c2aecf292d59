"""The reminder of a follow-up: who, number, why, best time, last words, how to begin; and what came of it."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.customers import Customer
from bot.domain.followups import FollowUp
from bot.domain.outcomes import Nudge
from bot.domain.reminders import counts_on
from bot.views import words
from bot.views.blocks import (
    Block,
    Message,
    Mrkdwn,
    button,
    context,
    escape,
    join,
    md,
    mention,
    message,
    section,
    shorten,
)
from bot.views.controls import controls
from bot.views.endings import ended, ending

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
    lines: list[Mrkdwn | None] = [
        _silent(shown),
        _shy(shown),
        _promise(shown),
        _number(shown.card.customer) if followup.kind != "note" else None,
    ]
    lines.append(_known(shown))
    if shown.opening and followup.kind in ("call", "checkin"):
        lines.append(md("You could begin: _{opening}_", opening=shown.opening))
    if shown.draft:
        lines.append(md("A draft to make your own: _{draft}_", draft=shown.draft))
    elif followup.kind == "note":
        lines.append(md("Put one true thing about them into it."))
    return [line for line in lines if line]


def _known(shown: Nudge) -> Mrkdwn | None:
    """Say what they said last, else what is known of them: a note is no words of theirs."""
    is_note = shown.followup.kind == "note"
    if shown.last_words:
        label = "Their words" if is_note else "Last words"
        return md("{label}: “{said}”", label=label, said=shorten(shown.last_words, 300))
    if shown.ask_about:
        label = "Worth a word" if is_note else "Ask about"
        return md("{label}: {what}", label=label, what=words.sentence(shorten(shown.ask_about, 300)))
    return None


def _silent(shown: Nudge) -> Mrkdwn | None:
    silent = shown.followup.details.get("silent")
    return md("{who} has not taken it, so it is yours again.", who=mention(str(silent))) if silent else None


def _shy(shown: Nudge) -> Mrkdwn | None:
    return md(":no_bell: They asked not to be contacted.") if shown.card.customer.do_not_contact else None


def _promise(shown: Nudge) -> Mrkdwn | None:
    followup = shown.followup
    if not followup.promised:
        return None
    expected = counts_on(followup)
    when = words.moment(expected, shown.zone, shown.now)
    if expected <= shown.now:
        return md(":warning: *You promised it for {when}.* Tell them the new time, before they ask.", when=when)
    left = words.age(shown.now, expected)
    if expected != followup.due_at:
        new = words.moment(followup.due_at, shown.zone, shown.now)
        return md(
            "*They still count on {when}*, in {left}. Tell them now that it is {new}.",
            when=when,
            left=left,
            new=new,
        )
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
        md("No answer {n}. A note may be kinder now.", n=words.count(shown.followup.tries, "time")),
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


QUEUE_SHOWN = 20


def queued(found: Sequence[FollowUp], zone: str, now: datetime) -> Message:
    """Ask the floor who takes what nobody owns; all that came up within an hour, in one message."""
    waiting = sum(each.is_open and not each.owner for each in found)
    heading = md("*{n} for whoever has a moment*", n=words.count(waiting, "follow-up")) if waiting else None
    blocks = [block for each in found[:QUEUE_SHOWN] for block in _for_anybody(each, zone, now)]
    more = len(found) - QUEUE_SHOWN
    rest = context(md("… and {n} more: `/followup queue`", n=more)) if more > 0 else None
    return message(section(heading) if heading else None, *blocks, rest)


def _for_anybody(followup: FollowUp, zone: str, now: datetime) -> list[Block | None]:
    if not followup.is_open:
        return [context(ending(followup, zone, now))]
    if followup.owner:
        line = md(
            "{who} sees to *{name}*: {text}",
            who=mention(followup.owner),
            name=followup.customer,
            text=followup.text,
        )
        return [context(line)]
    said = md(
        "{icon} *{name}*: {text} It was due {when}, and is nobody's yet.",
        icon=Mrkdwn(ICONS[followup.kind]),
        name=followup.customer,
        text=words.sentence(followup.text),
        when=words.moment(followup.due_at, zone, now),
    )
    return [section(said), controls(followup)]
