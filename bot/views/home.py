"""App Home: the whole day on one page, what is late first, kept within Slack's hundred blocks."""

from collections.abc import Iterable

from bot.domain.digests import Came
from bot.domain.followups import FollowUp
from bot.domain.home import Home
from bot.domain.issues import Issue
from bot.views import delivery, figures, followups, issues, kudos, words
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

ROWS, LINES, ISSUES, CAME, KUDOS, SLIPPING, TROUBLES = 10, 6, 8, 8, 3, 5, 3
"""How much of each part is shown: with all parts full, 95 blocks."""


def page(*blocks: Block | None) -> View:
    """Return an App Home."""
    return {"type": "home", "blocks": [block for block in blocks if block][:HOME_BLOCKS]}


def closed() -> View:
    """Return the Home of somebody the bot is not for."""
    return page(section(md("Regulars keeps customers' names, so it is only for members of this workspace.")))


def home(seen: Home) -> View:
    """Return somebody's Home."""
    return page(
        header(words.heading(words.local_date(seen.now, seen.person.zone))),
        _welcome() if seen.first else None,
        _jobs(seen),
        _nothing() if seen.nothing_waits else None,
        *_tasks(seen),
        *_issues(seen),
        *_slipping(seen),
        *_troubles(seen),
        *_came(seen.came),
        *_kudos(seen),
        *_team(seen),
        divider(),
        _footer(seen),
    )


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


def _heading(title: str, n: int, shown: int, more: str = "") -> Block:
    """Return a heading with a count, and where to find the rest when some is left out."""
    left = md(" · the first {shown} are here{more}", shown=shown, more=Mrkdwn(more)) if n > shown else Mrkdwn("")
    return section(md("*{title}* ({n}){left}", title=title, n=n, left=left))


def _tasks(seen: Home) -> Iterable[Block]:
    for title, tasks in (("Overdue", seen.tasks.overdue), ("Today", seen.tasks.today)):
        if tasks:
            yield _heading(title, len(tasks), ROWS, _ALL_TASKS)
            for each in tasks[:ROWS]:
                yield from followups.row(each, seen.person.zone, seen.now, seen.person.id)
    if seen.tasks.soon:
        yield _heading("In the next days", len(seen.tasks.soon), LINES, _ALL_TASKS)
        for each in seen.tasks.soon[:LINES]:
            yield _task(seen, each)
            if each.handed_to == seen.person.id and (offer := controls(each, seen.person.id)):
                yield offer


_ALL_TASKS = ", all with `/followup mine`"


def _task(seen: Home, task: FollowUp, *, owner: bool = False) -> Block:
    text = followups.line(task, seen.person.zone, seen.now, owner=owner)
    return section(text, _card(task.customer_id, task.customer))


def _card(customer_id: int, name: str) -> Block:
    return button("Card", "customer.card", customer_id, says=f"Card of {name}")


def _issues(seen: Home) -> Iterable[Block]:
    if seen.issues:
        yield _heading("Open issues", len(seen.issues), ISSUES, ", all with `/issue list`")
        for issue in seen.issues[:ISSUES]:
            yield _issue(seen, issue)


def _issue(seen: Home, issue: Issue) -> Block:
    show = button("Open", "issue.show", issue.id, says=f"Open the issue of {issue.customer}")
    return section(issues.line(issue, seen.person.zone, seen.now), show)


def _slipping(seen: Home) -> Iterable[Block]:
    if seen.promises:
        yield _heading("The team's promises that slip today", len(seen.promises), SLIPPING)
        for each in seen.promises[:SLIPPING]:
            yield _task(seen, each, owner=True)


def _troubles(seen: Home) -> Iterable[Block | None]:
    if seen.troubles:
        yield _heading("Could not be delivered", len(seen.troubles), TROUBLES)
        for each in seen.troubles[:TROUBLES]:
            yield section(delivery.line(each, seen.person.zone, seen.now))
            yield delivery.choices(each)


def _came(came: Came) -> Iterable[Block]:
    if came.customers:
        yield _heading("Who came in today", came.visits, CAME)
        for customer in came.customers[:CAME]:
            yield section(md("{name}", name=customer.name), _card(customer.id, customer.name))


def _kudos(seen: Home) -> Iterable[Block]:
    if seen.kudos:
        yield _heading("Kudos you got", len(seen.kudos), KUDOS)
        for each in seen.kudos[:KUDOS]:
            yield section(kudos.line(each), button("Read", "kudos.see", each.id))


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
