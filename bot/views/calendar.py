"""The shop's calendar, and what to type to change it."""

from datetime import date

from bot.domain.calendars import Span, Workplace, ahead, format_hours
from bot.views.blocks import Message, Mrkdwn, context, join, md, message, section

SHOWN = 15


def calendar(workplace: Workplace, today: date) -> Message:
    """Show the week, the quiet hours, and the days of the next three months that differ."""
    quiet = f"{workplace.quiet}" if workplace.quiet else "none"
    where = " ".join(part for part in (workplace.country, workplace.region) if part) or "no country chosen"
    days = ahead(workplace, today)
    lines = [
        md("*Open:* {hours} ({zone})", hours=format_hours(workplace.hours), zone=workplace.zone),
        md("*Quiet hours:* {quiet} · *Public holidays:* {where}", quiet=quiet, where=where),
        *(
            [md("*Different in the next three months*")]
            if days
            else [md("No day in the next three months differs.")]
        ),
        *(_day(*day) for day in days[:SHOWN]),
        *([md("_and {n} more_", n=len(days) - SHOWN)] if len(days) > SHOWN else []),
    ]
    return message(
        section(join(lines, "\n")),
        context(
            md(
                "Managers: `/regulars calendar closed 24-26 dec` · `open 8 dec 10-16` · `usual 8 dec` · "
                "`quiet 21-7` · `region 13`. The week itself: `/regulars setup`."
            )
        ),
    )


def _day(day: date, why: str, spans: tuple[Span, ...]) -> Mrkdwn:
    when = ", ".join(str(span) for span in spans) or "closed"
    reason = f" ({why})" if why else ""
    return md("• {day}: {when}{reason}", day=f"{day:%a} {day.day} {day:%b %Y}", when=when, reason=reason)
