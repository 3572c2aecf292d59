"""What is said when a follow-up changes hands."""

from datetime import datetime

from bot.domain.followups import FollowUp
from bot.domain.outcomes import Nudge
from bot.domain.workspaces import Staff
from bot.views import words
from bot.views.blocks import (
    Message,
    Mrkdwn,
    View,
    actions,
    button,
    context,
    field_,
    form,
    md,
    mention,
    message,
    option,
    section,
    select,
    shorten,
    user_select,
)
from bot.views.controls import controls
from bot.views.endings import ended, ending


def offered(shown: Nudge, reader: str) -> Message:
    """Ask somebody to take a follow-up, and show it to them once they did."""
    followup = shown.followup
    if not followup.is_open:
        return ended(shown)
    when = words.moment(followup.due_at, shown.zone, shown.now)
    what = md("{text} — *{name}*, *{when}*", text=followup.text, name=followup.customer, when=when)
    if followup.handed_to == reader:
        return message(
            section(md(_ASKS[followup.details.get("away") == reader], who=mention(followup.owner), what=what)),
            actions(
                button("Accept", "followup.accept", followup.id, style="primary", says=f"Accept: {followup.text}"),
                button("Can't", "followup.decline", followup.id, says=f"I can't: {followup.text}"),
            ),
            context(md("Without an answer within an hour it goes back, and the managers hear of it.")),
        )
    if followup.owner == reader:
        return message(section(md("Yours now: {what}.", what=what)), controls(followup))
    return message(context(md("{what}: {who} has it.", what=what, who=mention(followup.owner))))


_ASKS = {
    False: "{who} asks you to take this: {what}.",
    True: "{who} is away for some days. Will you take this: {what}?",
}


def taken(followup: FollowUp) -> Message:
    """Tell the old owner, once, that they need not think of it any more."""
    return message(
        section(
            md(
                "{who} has taken it: {text} — *{name}*.",
                who=mention(followup.owner),
                text=followup.text,
                name=followup.customer,
            )
        )
    )


def left(user: str, cover: str | None, *, away: bool = False) -> Message:
    """Tell the managers where follow-ups went whose owner left, or is away for days; no customer is named."""
    where = mention(cover) if cover else md("the shared queue: `/followup queue`")
    said = (
        "{who} is away for some days. What is due meanwhile {goes} {where}."
        if away
        else "{who} is not on the team any more. Their open follow-ups went to {where}."
    )
    goes = "is offered to" if cover else "goes to"
    return message(section(md(said, who=mention(user), where=where, goes=goes)))


def handed(followup: FollowUp, to: Staff | None, at: datetime, zone: str, now: datetime) -> Message:
    """Say to whom it goes, and that it is one's own until it is taken."""
    what = md("{text} — *{name}*", text=followup.text, name=followup.customer)
    if to is None:
        return message(section(md("Put into the shared queue: {what}.", what=what)))
    later = f" They are off until {words.moment(at, zone, now)}." if at > now else ""
    return message(
        section(md("I ask {who} to take it: {what}.{later}", who=mention(to.id), what=what, later=later)),
        context(md("It stays with you until then.")),
    )


def asked_to_take(colleague: str, *, many: bool = False) -> Mrkdwn:
    """Say that a colleague is asked to take what was just set, and whose it is until then."""
    them = "them; until then they are yours" if many else "it; until then it is yours"
    return md("I ask {who} to take {them}.", who=mention(colleague), them=them)


def declined(followup: FollowUp) -> Message:
    """Say that it goes back."""
    what = md("{text} — *{name}*", text=followup.text, name=followup.customer)
    return message(section(md("{what} goes back to {who}.", what=what, who=mention(followup.owner))))


def returned(followup: FollowUp, who: str, *, declined: bool, yours: bool, zone: str, now: datetime) -> Message:
    """Tell the owner, or with ``yours`` false the managers, that nobody took what is not due yet."""
    if not followup.is_open:
        return message(section(ending(followup, zone, now)))
    said = "{who} can't take this" if declined else "{who} has not said whether they take this"
    due = words.moment(followup.due_at, zone, now)
    back = words.moment(followup.wake_at or followup.due_at, zone, now)
    goes_on = (
        md("It stays yours: I will remind you *{back}*.", back=back)
        if yours
        else md("It stays with {owner}, due *{due}*.", owner=mention(followup.owner), due=due)
    )
    what = md("{text} — *{name}*", text=followup.text, name=followup.customer)
    return message(section(md(said + ": {what}. {goes_on}", who=mention(who), what=what, goes_on=goes_on)))


def took(followup: FollowUp, zone: str, now: datetime) -> Message:
    """Say that it is one's own now."""
    when = words.moment(followup.due_at, zone, now)
    return message(
        section(
            md("Yours now: {text} — *{name}*, *{when}*.", text=followup.text, name=followup.customer, when=when)
        ),
        controls(followup),
    )


def hand_over_form(followup: FollowUp) -> View:
    """Return the form behind **Hand over**."""
    who = field_("who", "A colleague", user_select("who"))
    where = field_(
        "where",
        "… or",
        select("where", [option("Whoever is on shift", "shift"), option("The shared queue", "queue")]),
        hint="A colleague is asked first, and it stays yours until they accept.",
    )
    return form(
        "followup.hand_over",
        shorten(followup.customer, 24),
        [who, where],
        submit="Hand over",
        carry=str(followup.id),
    )
