"""Completion figures in words: the team's in a line, per person in a window, never as a ranking."""

from collections.abc import Iterator

from bot.domain.completion import Completion, Row, Table
from bot.domain.coupons import CouponFigures
from bot.domain.promises import PromiseFigures
from bot.views.blocks import (
    HOME_BLOCKS,
    Message,
    Mrkdwn,
    View,
    context,
    escape,
    join,
    md,
    mention,
    message,
    notice,
    section,
)

MOST_PEOPLE = HOME_BLOCKS - 4
WHAT_FOR = (
    "To see who needs a hand, and no ranking: names stand in alphabetical order. A follow-up counts for whoever "
    "had it when it was due; in time is within 24 hours, a promise to the minute."
)


def counted(figures: Completion) -> Mrkdwn:
    """Return figures in words: “12 due · 10 in time · 1 late · 1 open”; what is nought is left out."""
    named = (
        (figures.due, "due"),
        (figures.in_time, "in time"),
        (figures.late, "late"),
        (figures.open, "open"),
        (figures.dropped, "dropped"),
    )
    told = [f"{n} {what}" for n, what in named if n]
    return escape(" · ".join(told if figures.due else ["nothing due", *told]))


def of_the_team(figures: Completion | None) -> Mrkdwn | None:
    """Return the team's figures of seven days in a line, with the share that was done in time."""
    if figures is None or not figures.due:
        return None
    if figures.rate is None:
        return md(":bar_chart: The team's follow-ups in seven days: {told}", told=counted(figures))
    said = ":bar_chart: The team's follow-ups in seven days: {rate} % in time ({told})"
    return md(said, rate=round(100 * figures.rate), told=counted(figures))


def ledger(figures: PromiseFigures | None) -> Mrkdwn | None:
    """Return in a line how the team kept its promises in seven days (P127)."""
    if figures is None or figures.rate is None:
        return None
    rest = ((figures.told, "told in time"), (figures.late, "late"), (figures.broken, "broken"))
    parts = [f"{n} {what}" for n, what in ((figures.kept, "kept"), *rest) if n]
    return md(
        ":handshake: The team's promises in seven days: {rate} % kept ({parts})",
        rate=round(100 * figures.rate),
        parts=", ".join(parts),
    )


def coupons(figures: CouponFigures | None) -> Mrkdwn | None:
    """Return in a line what became of coupons in seven days, and how many wait (P32)."""
    if figures is None or not figures.any:
        return None
    parts = ((figures.sent, "sent"), (figures.redeemed, "redeemed"), (figures.ended, "ended"))
    told = [f"{n} {what}" for n, what in parts if n] + ([f"{figures.open} open now"] if figures.open else [])
    return md(":gift: Coupons in seven days: {told}", told=", ".join(told))


def per_person(table: Table) -> View:
    """Return the window of the figures per person, for a manager."""
    more = len(table.rows) - MOST_PEOPLE
    return notice(
        "Follow-ups",
        section(_lines(md("*The team*"), table, table.team)),
        *(section(_lines(_who(row), table, row.figures)) for row in table.rows[:MOST_PEOPLE]),
        context(md("… and {n} more", n=more)) if more > 0 else None,
        context(Mrkdwn(WHAT_FOR)),
    )


def _who(row: Row) -> Mrkdwn:
    return md("*{who}*", who=mention(row.user)) if row.user else md("*The shared queue*")


def _lines(title: Mrkdwn, table: Table, figures: tuple[Completion, ...]) -> Mrkdwn:
    return join([title, *_periods(table, figures)], "\n")


def _periods(table: Table, figures: tuple[Completion, ...]) -> Iterator[Mrkdwn]:
    for period, each in zip(table.periods, figures, strict=True):
        yield md("{period}: {told}", period=period.name.capitalize(), told=counted(each))


def own(table: Table) -> Message:
    """Tell somebody their own figures."""
    (row,) = table.rows
    return message(section(_lines(md("*Your follow-ups*"), table, row.figures)), context(Mrkdwn(OWN)))


OWN = (
    "A follow-up counts for whoever had it when it was due; in time is within 24 hours, a promise to the minute. "
    "Managers see these, to find out who needs a hand."
)
