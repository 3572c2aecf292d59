"""What the floor hears when somebody comes in, and what whoever logged it is told."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.customers import Seen, days_to_birthday
from bot.domain.greetings import asks_for_more
from bot.domain.purchases import AmountOrName, Noted
from bot.domain.referrals import Sent, SentByAnother
from bot.domain.visits import AlreadyIn, Arrival, Logged, Undone, VisitOutcome, Why
from bot.views import customers, errands, purchases, referrals, words
from bot.views.blocks import (
    BLOCKS,
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
    overflow,
    people,
    section,
    text_input,
)
from bot.views.comings import called_off
from bot.views.folding import listed


def arrival(came: Arrival, zone: str) -> Message:
    """Tell the floor who just came in, what matters most first, in at most five lines (P6, P37, P81)."""
    if came.visit.undone_at:
        return message(context(md("_A visit logged by {who} was taken back._", who=mention(came.visit.by))))
    return message(
        section(_story(came, zone)), *customers.coupons(came.card), _greeted(came), _arrival_buttons(came)
    )


def _story(came: Arrival, zone: str) -> Mrkdwn:
    say = f" (say {came.card.customer.say})" if came.card.customer.say else ""
    first = md(
        "*{name}*{say} just came in. {number}", name=came.card.customer.name, say=say, number=_number(came, zone)
    )
    lines = [first, *(_reason(why, came, zone) for why in came.reasons)]
    if came.card.customer.address:
        lines.insert(1, md("Address as {how}.", how=came.card.customer.address))
    if came.ask_about:
        lines.append(md("Ask about: {topic}", topic=words.sentence(came.ask_about)))
    return join([line for line in lines if line][:6], "\n")


def _number(came: Arrival, zone: str) -> Mrkdwn:
    if came.number == 1:
        return md("*First visit.*")
    assert came.last
    last = words.day(words.local_date(came.last, zone), came.visit.day)
    return md("{nth} visit, last here {last}.", nth=words.ordinal(came.number), last=last)


def _reason(why: Why, came: Arrival, zone: str) -> Mrkdwn | None:
    today = came.visit.day
    if why is Why.ISSUE:
        return join([customers.issue_line(issue, zone, today) for issue in came.card.issues[:2]], "\n")
    if why is Why.WELCOME_BACK:
        return md(
            ":tada: *Welcome back!* First visit since we put this right: {what}", what=came.visit.welcomed_back
        )
    if why is Why.BIRTHDAY:
        days = days_to_birthday(came.card.customer.birthday, today)
        return md(
            ":birthday: Birthday {when}.", when={0: "today", 1: "tomorrow"}.get(days or 0, f"in {days} days")
        )
    if why is Why.MILESTONE:
        return md(":star2: {nth} visit: worth a word.", nth=words.ordinal(came.number))
    if why is Why.ANNIVERSARY:
        assert came.card.customer.added_at
        years = today.year - came.card.customer.added_at.year
        return md(":calendar: A regular for {years} today.", years=words.count(years, "year"))
    if why is Why.DUE:
        due = came.card.tasks[0]
        return md(":bell: Still owed: {text} ({owner})", text=due.text, owner=mention(due.owner))
    return None


def _greeted(came: Arrival) -> Block | None:
    if not came.greeted_by:
        return None
    done = " :raised_hands:" if not asks_for_more(came.greeted_by) else ""
    return context(md("Greeted by {people}{done}", people=people(came.greeted_by), done=Mrkdwn(done)))


def _arrival_buttons(came: Arrival) -> Block | None:
    name = came.card.customer.name
    greet = button(
        "Greeted by name", "visit.greet", came.visit.id, style="primary", says=f"I greeted {name} by name"
    )
    return actions(
        greet if asks_for_more(came.greeted_by) else None,
        button("Card", "customer.card", came.card.customer.id, says=f"Card of {name}"),
        button("Undo", "visit.undo", came.visit.id, says=f"Take back the visit of {name}"),
        overflow(
            "visit.more",
            option("Bought …", f"bought:{came.visit.id}"),
            option("They praised somebody", f"praised:{came.card.customer.id}"),
        ),
    )


def outcome(results: tuple[VisitOutcome, ...], zone: str, now: datetime) -> Message:
    """Answer `/visit`, one part for each person; of very many a line each, what is to be answered first."""
    parts = [_one(result, zone, now).blocks for result in results]
    if sum(map(len, parts)) <= BLOCKS:
        return message(*(block for blocks in parts for block in blocks))
    in_order = sorted(results, key=lambda result: isinstance(result, Logged))
    return message(*listed([_briefly(result, zone, now) for result in in_order], BLOCKS))


def _briefly(result: VisitOutcome, zone: str, now: datetime) -> Sequence[Block]:
    if not isinstance(result, Logged):
        return _one(result, zone, now).blocks
    customer, number = result.arrival.card.customer, words.ordinal(result.arrival.number)
    said = md(":wave: *{name}*: visit logged, {nth}.", name=customer.name, nth=number)
    card = button("Card", f"customer.card.{customer.id}", customer.id, says=f"Card of {customer.name}")
    return [section(said, card)]


def _one(result: VisitOutcome, zone: str, now: datetime) -> Message:
    match result:
        case Logged():
            return logged(result)
        case AlreadyIn():
            return already_in(result)
        case Noted():
            return purchases.noted(result)
        case AmountOrName():
            return purchases.amount_or_name(result)
        case Sent():
            return referrals.sent(result)
        case SentByAnother():
            return referrals.sent_by_another(result)
        case _:
            return errands.question(result, zone, now)


def logged(done: Logged) -> Message:
    """Answer whoever logged a visit, with the card."""
    shown = customers.card(Seen(done.arrival.card, done.workspace, done.now))
    head = md(":wave: Visit logged: {nth}.", nth=words.ordinal(done.arrival.number))
    visit = done.arrival.visit.id
    undo = actions(
        button("Greeted by name", "visit.greet", visit) if asks_for_more(done.arrival.greeted_by) else None,
        button("Bought …", "purchase.new", visit, says=f"{done.arrival.card.customer.name} bought something"),
        button("Undo", "visit.undo", visit),
    )
    return message(
        section(head),
        *shown.blocks[:-1],
        _greeted(done.arrival),
        undo,
        shown.blocks[-1],
        _where(done),
        _defaults(done),
    )


def _where(done: Logged) -> Block | None:
    if not done.workspace.floor_channel:
        return None
    return context(md("I told <#{floor}>.", floor=Mrkdwn(done.workspace.floor_channel)))


def _defaults(done: Logged) -> Block | None:
    if not done.say_defaults:
        return None
    return context(
        md(
            "Everything works with defaults for now: times in {zone}, no floor channel. "
            "A manager sets that up in two minutes with `/regulars setup`. I say this once.",
            zone=done.workspace.zone,
        )
    )


def already_in(found: AlreadyIn) -> Message:
    """Say that there is a visit today, and offer to log another."""
    since = words.clock(found.visit.at, found.seen.workspace.zone)
    return message(
        section(
            md(
                "*{name}* is already in since {since}; log another?",
                name=found.seen.card.customer.name,
                since=since,
            )
        ),
        actions(
            button("Log another", "visit.another", found.visit.customer_id),
            button("Card", "customer.card", found.visit.customer_id),
            button("No", "dismiss"),
        ),
    )


def undone(done: Undone) -> Message:
    """Say that a visit was taken back."""
    return message(
        section(
            md(
                "Taken back. *{name}* has {visits}.",
                name=done.seen.card.customer.name,
                visits=words.count(done.seen.card.visits, "visit"),
            )
        ),
        context(off) if (off := called_off(done.called_off)) else None,
    )


def log_form() -> View:
    """Return the form of the shortcut **Log a visit**."""
    who = field_(
        "who",
        "Who came in?",
        text_input("who", most=300, hint="dana lopes, jon smith"),
        optional=False,
        hint="Type as much of the name as you know.",
    )
    spent = field_(
        "spent", "What did they spend?", text_input("spent", most=250, hint="240 on boots"),
        hint="A large first purchase is asked after.",
    )  # fmt: skip
    sent_by = field_("sent_by", "Who sent them?", text_input("sent_by", most=80, hint="rose tanner"))
    return form("visit.log", "Log a visit", [who, spent, sent_by], submit="Log")
