"""App Home: the whole day on one page, what is late first, kept within Slack's hundred blocks."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.domain.customers import Customer
from bot.domain.delivery import Trouble
from bot.domain.followups import FollowUp
from bot.domain.home import Home
from bot.domain.issues import Issue
from bot.domain.kudos import Kudos
from bot.views import delivery, figures, issues, kudos, lists, words
from bot.views.blocks import (
    HOME_BLOCKS,
    Block,
    Mrkdwn,
    View,
    actions,
    button,
    context,
    divider,
    header,
    md,
    section,
)
from bot.views.controls import controls
from bot.views.folding import Line, Part, folded

ROWS, LINES, ISSUES, CAME, KUDOS, SLIPPING, TROUBLES = 10, 6, 8, 8, 3, 5, 3
"""How much of each part is shown at most; less where it would pass Slack's hundred blocks."""


def page(*blocks: Block | None) -> View:
    """Return an App Home."""
    return {"type": "home", "blocks": [block for block in blocks if block][:HOME_BLOCKS]}


def closed() -> View:
    """Return the Home of somebody the bot is not for."""
    return page(section(md("Regulars keeps customers' names, so it is only for members of this workspace.")))


def home(seen: Home) -> View:
    """Return somebody's Home."""
    head = [
        header(words.heading(words.local_date(seen.now, seen.person.zone))),
        _welcome() if seen.first else None,
        _jobs(seen),
        _nothing() if seen.nothing_waits else None,
    ]
    end = [*_team(seen), divider(), _footer(seen)]
    room = HOME_BLOCKS - sum(block is not None for block in (*head, *end))
    return page(*head, *folded([part for part in _parts(seen) if part.lines], room), *end)


def _parts(seen: Home) -> Iterator[Part]:
    """Yield what stands on the page, what is late first; parts without lines too."""
    yield _part("Overdue", [_row(seen, each) for each in seen.tasks.overdue], ROWS, _ALL_TASKS)
    yield _part("Today", [_row(seen, each) for each in seen.tasks.today], ROWS, _ALL_TASKS)
    yield _part("In the next days", [_soon(seen, each) for each in seen.tasks.soon], LINES, _ALL_TASKS)
    yield _part("Open issues", [_issue(seen, each) for each in seen.issues], ISSUES, ", all with `/issue list`")
    slipping = [_task(seen, each, owner=True) for each in seen.promises]
    yield _part("The team's promises that slip today", slipping, SLIPPING)
    yield _part("Could not be delivered", [_trouble(seen, each) for each in seen.troubles], TROUBLES)
    yield _part("Who came in today", [_visitor(each) for each in seen.came.customers], CAME, n=seen.came.visits)
    yield _part("Kudos you got", [_praise(each) for each in seen.kudos], KUDOS)


def _part(title: str, lines: list[Line], most: int, more: str = "", n: int | None = None) -> Part:
    return Part(lambda shown: _heading(title, n or len(lines), len(lines), shown, more), tuple(lines), most)


def _heading(title: str, n: int, lines: int, shown: int, more: str) -> Block:
    """Return a heading with a count, and where to find the rest when some is left out."""
    left = (
        md(" · the first {shown} are here{more}", shown=shown, more=Mrkdwn(more)) if shown < lines else Mrkdwn("")
    )
    return section(md("*{title}* ({n}){left}", title=title, n=n, left=left))


def _welcome() -> Block:
    return section(
        md(
            ":wave: *Welcome to Regulars.* This page is your day: who is waiting, what you promised, who came in. "
            "Start with *Log a visit* when somebody comes in; everything you can type is under `/regulars help`. "
            "Nothing about health or money belongs here."
        )
    )


def _jobs(seen: Home) -> Block | None:
    """Return the quick jobs; setting up is offered to managers, and to anybody as long as nobody has."""
    may_set_up = seen.whole or not seen.workspace.set_up_at
    return actions(
        button("Log a visit", "home.visit", style="primary"),
        button("Give kudos", "kudos.new"),
        button("Digest", "digest.show"),
        button("Set up", "setup.open") if may_set_up else None,
    )


def _nothing() -> Block:
    return section(md(":sunflower: Nothing waits for you today. A good day to surprise a regular."))


def _row(seen: Home, task: FollowUp) -> Line:
    text = lists.line(task, seen.person.zone, seen.now)
    return Line(text, below=controls(task, seen.person.id))


_ALL_TASKS = ", all with `/followup mine`"


def _task(seen: Home, task: FollowUp, *, owner: bool = False) -> Line:
    text = lists.line(task, seen.person.zone, seen.now, owner=owner)
    return Line(text, _card(task.customer_id, task.customer))


def _soon(seen: Home, task: FollowUp) -> Line:
    offer = controls(task, seen.person.id) if task.handed_to == seen.person.id else None
    return replace(_task(seen, task), below=offer)


def _card(customer_id: int, name: str) -> Block:
    return button("Card", "customer.card", customer_id, says=f"Card of {name}")


def _issue(seen: Home, issue: Issue) -> Line:
    show = button("Open", "issue.show", issue.id, says=f"Open the issue of {issue.customer}")
    return Line(issues.line(issue, seen.person.zone, seen.now), show)


def _trouble(seen: Home, trouble: Trouble) -> Line:
    return Line(delivery.line(trouble, seen.person.zone, seen.now), below=delivery.choices(trouble))


def _visitor(customer: Customer) -> Line:
    return Line(md("{name}", name=customer.name), _card(customer.id, customer.name))


def _praise(given: Kudos) -> Line:
    return Line(kudos.line(given), button("Read", "kudos.see", given.id))


def _team(seen: Home) -> Iterable[Block | None]:
    """Yield how the team kept its word in seven days; per person only on request."""
    told = [line for line in (figures.ledger(seen.ledger), figures.of_the_team(seen.completion)) if line]
    if told:
        yield context(*told)
    if seen.completion and seen.completion.due:
        yield actions(button("Per person", "figures.people", says="Follow-ups per person"))


def _footer(seen: Home) -> Block:
    at = words.clock(seen.now, seen.person.zone)
    return context(md("As of {at}. Too much? {quieter}", at=at, quieter=Mrkdwn(_quieter(seen))))


def _quieter(seen: Home) -> str:
    """Say how to hear less; only managers have a daily digest to stop."""
    if not seen.whole:
        return "The menu behind my name in Slack mutes me."
    if seen.person.digest_muted:
        return "The daily digest is off (`/digest on`); the menu behind my name in Slack mutes me altogether."
    return "`/digest off` stops the daily digest, and the menu behind my name in Slack mutes me altogether."
