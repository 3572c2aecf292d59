"""The digest: people first, every line one tap from its thing, folded so that it fits on a phone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.domain.delivery import Trouble
from bot.domain.digests import Birthday, Came, Digest, Missed
from bot.domain.followups import FollowUp
from bot.domain.kudos import Kudos
from bot.views import delivery, figures, issues, kudos, lists, words
from bot.views.blocks import (
    BLOCKS,
    HOME_BLOCKS,
    Block,
    Message,
    Mrkdwn,
    View,
    actions,
    button,
    context,
    header,
    join,
    md,
    mention,
    message,
    notice,
    read_aloud,
    section,
    shorten,
)
from bot.views.controls import controls
from bot.views.folding import Line, Part, fit, listed

CAPS = {
    "waiting": 6, "promises": 5, "overdue": 5, "due": 5, "missed": 4, "birthdays": 3, "kudos": 4, "came": 3,
    "troubles": 1,
}  # fmt: skip
"""How many lines of each part are shown at most; fewer where they would pass Slack's 50 blocks."""


@dataclass(frozen=True)
class Told:
    """A part of the digest with its lines, at least one."""

    name: str
    title: Mrkdwn
    lines: tuple[Line, ...]

    def heading(self, shown: int) -> Mrkdwn:
        """Return the title, and how much is folded away."""
        left = len(self.lines) - shown
        return md("{title} · and {n} more", title=self.title, n=left) if left else self.title

    def part(self) -> Part:
        """Return it as it is folded; the rest is one tap away."""
        show_all = button("Show all", f"digest.all.{list(CAPS).index(self.name)}", self.name)
        return Part(
            lambda shown: section(self.heading(shown), show_all if shown < len(self.lines) else None),
            self.lines,
            CAPS[self.name],
        )


def digest(seen: Digest) -> Message:
    """Return the digest; one friendly line when there is nothing to say."""
    told = list(parts(seen))
    end = [block for block in (_small_print(seen), _per_person(seen), _footer(seen)) if block]
    if not told:
        return message(_nothing(), *end)
    folded = [each.part() for each in told]
    shown = fit(folded, BLOCKS - 1 - len(end))
    blocks = [block for part, n in zip(folded, shown, strict=True) for block in part.blocks(n)]
    return message(header(words.heading(seen.today)), *blocks, *end, text=_aloud(seen, told, shown, end))


def _nothing() -> Block:
    return section(
        md(":sunflower: Nobody waits, nothing is late, and no birthday is near. A good day to surprise a regular.")
    )


def _aloud(seen: Digest, told: list[Told], shown: list[int], end: list[Block]) -> Mrkdwn:
    """Return everything as text, the folded lines too."""
    lines = [Mrkdwn(words.heading(seen.today))]
    for each, n in zip(told, shown, strict=True):
        lines += [each.heading(n), *(md("• {text}", text=line.text) for line in each.lines)]
    return join([*lines, read_aloud(end)], "\n")


def parts(seen: Digest) -> Iterator[Told]:
    """Yield the parts that have something to say, most urgent first."""
    for name, title, lines in (
        ("waiting", "Who is waiting", [_issue(seen, i) for i in range(len(seen.issues))]),
        ("promises", "Promised, and slips today", [_task(seen, each) for each in seen.promises]),
        ("overdue", "Overdue", list(_overdue(seen))),
        ("due", "Due today", [_task(seen, each) for each in seen.due]),
        ("missed", "Regulars slipping away", [_missed(each, seen.today) for each in seen.missed]),
        ("birthdays", "Birthdays this week", [_birthday(each) for each in seen.birthdays]),
        ("kudos", "Caught doing something right", [_kudos(each) for each in seen.kudos]),
        ("came", _came_title(seen.came, seen.today), list(_came(seen.came))),
        ("troubles", "Could not be delivered", [_trouble(each, seen) for each in seen.troubles]),
    ):
        if lines:
            yield Told(name, md("*{title}*", title=title), tuple(lines))


def _card(customer_id: int, name: str, i: int | str = 0) -> Block:
    return button("Card", f"customer.card.{i}", customer_id, says=f"Card of {name}")


def _issue(seen: Digest, i: int) -> Line:
    issue = seen.issues[i]
    show = button("Open", f"issue.show.{i}", issue.id, says=f"Open the issue of {issue.customer}")
    return Line(issues.line(issue, seen.zone, seen.now), show)


def _task(seen: Digest, task: FollowUp) -> Line:
    text = lists.line(task, seen.zone, seen.now, owner=seen.whole)
    offer = controls(task, seen.viewer) if task.handed_to == seen.viewer else None
    return Line(text, _card(task.customer_id, task.customer, task.id), offer)


def _overdue(seen: Digest) -> Iterator[Line]:
    """Yield a manager one line for each person, anybody else their own tasks."""
    if not seen.whole:
        yield from (_task(seen, each) for each in seen.overdue)
        return
    owners: dict[str, list[FollowUp]] = {}
    for each in seen.overdue:
        owners.setdefault(each.owner or "", []).append(each)
    for owner, tasks in sorted(owners.items(), key=lambda one: min(each.due_at for each in one[1])):
        first = tasks[0]
        text = md(
            ":red_circle: {who}: {n}, the oldest by {age}: {text} — *{name}*",
            who=mention(owner or None),
            n=words.count(len(tasks), "follow-up"),
            age=words.age(first.due_at, seen.now),
            text=shorten(first.text, 120),
            name=first.customer,
        )
        yield Line(text, button("Show", f"digest.person.{first.id}", owner or "queue"))


def _missed(missed: Missed, today: date) -> Line:
    away = missed.away
    text = md(
        "*{name}*: {gap} days away, usually comes every {usual} (last here {last})",
        name=missed.customer.name,
        gap=away.gap,
        usual=words.count(away.usual, "day") if away.usual > 1 else "day",
        last=words.day(away.last, today),
    )
    return Line(text, _card(missed.customer.id, missed.customer.name))


def _birthday(birthday: Birthday) -> Line:
    when = {0: "today", 1: "tomorrow"}.get(birthday.days, f"in {birthday.days} days")
    text = md(":birthday: *{name}* {when}", name=birthday.customer.name, when=when)
    return Line(text, _card(birthday.customer.id, birthday.customer.name))


def _kudos(given: Kudos) -> Line:
    return Line(kudos.line(given), button("Read", "kudos.see", given.id))


def _day(day: date, today: date, on: str = "") -> str:
    """Return “yesterday”, “on Saturday” or “on 31 Oct”."""
    ago = (today - day).days
    if ago < 2:
        return words.day(day, today)
    return f"{on}{day:%A}" if ago < 7 else f"{on}{words.day(day, today)}"


def _came_title(came: Came, today: date) -> str:
    greeted = f", {came.third_greetings} greeted by name three times" if came.third_greetings else ""
    return f"Who came in {_day(came.day, today, 'on ')}: {words.count(came.visits, 'visit')}{greeted}"


def _came(came: Came) -> Iterator[Line]:
    for customer in came.customers:
        yield Line(md("{name}", name=customer.name), _card(customer.id, customer.name))


def _trouble(trouble: Trouble, seen: Digest) -> Line:
    return Line(delivery.line(trouble, seen.zone, seen.now), below=delivery.choices(trouble))


def _small_print(seen: Digest) -> Block | None:
    """Say what was done and how many promises were kept: figures for the team, never a ranking of people."""
    told = (
        _done(seen),
        figures.ledger(seen.ledger),
        figures.of_the_team(seen.completion),
        figures.coupons(seen.coupons),
    )
    return context(*kept) if (kept := [line for line in told if line]) else None


def _per_person(seen: Digest) -> Block | None:
    """Offer managers the figures per person, where there are any."""
    if not seen.whole or not seen.completion or not seen.completion.due:
        return None
    return actions(button("Per person", "figures.people", says="Follow-ups per person"))


def _done(seen: Digest) -> Mrkdwn | None:
    if not seen.done:
        return None
    names = words.listed([each.customer for each in seen.done[:6]])
    more = f" and {len(seen.done) - 6} more" if len(seen.done) > 6 else ""
    return md(
        ":white_check_mark: Done since {day}: {n} ({names}{more})",
        day=_day(seen.came.day, seen.today),
        n=words.count(len(seen.done), "follow-up"),
        names=names,
        more=more,
    )


def _footer(seen: Digest) -> Block:
    stop = " `/digest off` stops the morning's." if seen.whole else ""
    return context(md("`/digest` shows this at any time.{stop}", stop=Mrkdwn(stop)))


def all_of(seen: Digest, name: str) -> View | None:
    """Return one part with all its lines in a window, or None when it has nothing to say any more."""
    part = next((part for part in parts(seen) if part.name == name), None)
    if part is None:
        return None
    return notice("Digest", section(part.title), *listed([line.blocks() for line in part.lines], HOME_BLOCKS - 1))


def of_person(seen: Digest, owner: str) -> View:
    """Return what is overdue with one person, each with its buttons."""
    who = None if owner == "queue" else owner
    tasks = [each for each in seen.overdue if each.owner == who]
    rows = [lists.row(each, seen.zone, seen.now, seen.viewer) for each in tasks]
    head = md("*Overdue: {who}*", who=mention(who)) if tasks else md("Nothing is overdue there any more.")
    return notice("Overdue", section(head), *listed(rows, HOME_BLOCKS - 1))


def nothing_left() -> View:
    """Say that a list has become empty."""
    return notice("Digest", section(md("Nothing left there. Type `/digest` for today's.")))


def muted(off: bool, manager: bool) -> Message:
    """Say what becomes of the daily digest."""
    if not manager:
        return message(section(md("The daily digest goes to managers. `/digest` shows yours at any time.")))
    said = (
        "The daily digest stops. `/digest` shows it at any time, `/digest on` brings it back."
        if off
        else "The daily digest comes again, from tomorrow on."
    )
    return message(section(Mrkdwn(said)))


def cleared() -> Message:
    """Replace a digest in which somebody stood who was erased since."""
    return message(
        context(md("_This digest was cleared, because a customer in it was erased._ `/digest` shows today's."))
    )
