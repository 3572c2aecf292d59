"""Issues: writing down what happened, keeping the customer told, solving it to their satisfaction."""

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from bot.domain import rota
from bot.domain.calendars import closing_on, wall
from bot.domain.delivery import Letter
from bot.domain.errands import Here, Question
from bot.domain.followups import Plan
from bot.domain.issues import (
    AlreadyResolved,
    Changed,
    Coming,
    Draft,
    GoneIssue,
    Issue,
    IssueForm,
    Listed,
    LongMessage,
    Looked,
    NextStep,
    NotAColleague,
    Reader,
    Solved,
    StillOpen,
    ToldWhat,
    Verdict,
    as_said,
    by_heat,
    first_line,
    fits,
    part,
)
from bot.domain.names import find
from bot.domain.policy import Actor, Role, require
from bot.services import customers, finding, followups, playbooks, promises
from bot.services.letters import Render, Rendered, Skip
from bot.store import audit, issues, outbox, staff
from bot.store import customers as customer_book
from bot.store.database import BookSession
from bot.views import issues as views


def reader(session: BookSession, actor: Actor, now: datetime) -> Reader:
    """Return how the actor's words for a time are to be read."""
    workspace = staff.workspace(session)
    return Reader(now, actor.zone, actor.locale, rota.habits(workspace), rota.workplace(workspace))


# ---- looking


def begin(session: BookSession, actor: Actor, text: str, now: datetime) -> Draft | Listed | Question:
    """`/issue dana …`: return the form to fill in, the open issues when nothing was told yet, or who is meant."""
    require(actor, "issue.change")
    who = finding.who(session, actor, "issue", text, now)
    return draft(session, actor, who.customer.id, who.rest, now) if isinstance(who, Here) else who


def draft(session: BookSession, actor: Actor, customer_id: int, told: str, now: datetime) -> Draft | Listed:
    """Return the form for a customer; with no story, whoever has open issues gets to see those first."""
    require(actor, "issue.change")
    customer = finding.known(session, customer_id)
    standing = issues.open_of(session, customer.id)
    if standing and not told.strip():
        return Listed(tuple(by_heat(standing, now)), actor.zone, now, customer)
    return fresh(session, actor, customer_id, told, now)


def fresh(session: BookSession, actor: Actor, customer_id: int, told: str, now: datetime) -> Draft:
    """Return the form for a new issue, whatever else is open."""
    require(actor, "issue.change")
    story, due_at = part(as_said(told), reader(session, actor, now))
    return Draft(finding.known(session, customer_id), fits(story), due_at)


def draft_from(session: BookSession, actor: Actor, told: str) -> Draft:
    """Return the form for what a message tells; it has to ask who it is about."""
    require(actor, "issue.change")
    return Draft(None, fits(as_said(told), LongMessage))


def list_open(session: BookSession, actor: Actor, now: datetime) -> Listed:
    """Return all open issues, the hottest first (P99)."""
    require(actor, "customer.see")
    return Listed(tuple(by_heat(issues.open_issues(session), now)), actor.zone, now)


def look(session: BookSession, actor: Actor, issue_id: int, now: datetime) -> Looked:
    """Return an issue with what the customer was told."""
    require(actor, "customer.see")
    return _looked(session, _known(session, issue_id), actor.zone, now)


def _known(session: BookSession, issue_id: int) -> Issue:
    issue = issues.get(session, issue_id)
    if issue is None:
        raise GoneIssue
    return issue


def _open(session: BookSession, issue_id: int) -> Issue:
    issue = _known(session, issue_id)
    if issue.resolved_at:
        raise AlreadyResolved
    return issue


def _looked(session: BookSession, issue: Issue, zone: str, now: datetime) -> Looked:
    return Looked(issue, issues.updates(session, issue.id), zone, now)


# ---- writing down


def log(session: BookSession, actor: Actor, customer_id: int, form: IssueForm, now: datetime) -> Changed:
    """Write an issue down; its owner hears of it, and the playbook for it begins."""
    require(actor, "issue.change")
    customer = finding.known(session, customer_id)
    _colleague(session, form.owner)
    issue = _known(session, issues.add(session, customer.id, form, actor.user, now))
    told_owner = _tell_owner(session, actor, issue, now)
    _keep_word(session, actor, issue, now)
    coming = _play(session, actor, "issue.opened", issue, f"{issue.id}", now)
    return Changed(_after(session, actor, "open", issue, now), told_owner, coming=coming)


def log_for(session: BookSession, actor: Actor, name: str, form: IssueForm, now: datetime) -> Changed | Question:
    """Write an issue down for whoever the name means; when that is not clear, keep it until it is."""
    require(actor, "issue.change")
    _colleague(session, form.owner)
    found = find(name, customer_book.people(session))
    who = finding.settle(session, actor, "issue.filled", found, name, pack(form), now)
    return log(session, actor, who.customer.id, form, now) if isinstance(who, Here) else who


def pack(form: IssueForm) -> dict[str, Any]:
    """Return a form as plain JSON, for an errand."""
    return asdict(form) | {"due_at": form.due_at.isoformat() if form.due_at else None}


def unpack(facts: dict[str, Any]) -> IssueForm:
    """Return the form that `pack` wrote."""
    due = facts["due_at"]
    kept = {name: facts[name] for name in ("story", "owner", "feels", "wants", "next_step")}
    return IssueForm(**kept, due_at=datetime.fromisoformat(due) if due else None)


def change(session: BookSession, actor: Actor, issue_id: int, form: IssueForm, now: datetime) -> Changed:
    """Write the edited form down; a new owner hears of it."""
    require(actor, "issue.change")
    before = _open(session, issue_id)
    _colleague(session, form.owner)
    issues.change(session, before.id, **vars(form))
    issue = _known(session, before.id)
    told_owner = issue.owner != before.owner and _tell_owner(session, actor, issue, now)
    new_time = before.due_at is not None and issue.due_at != before.due_at
    if (issue.due_at, issue.owner) != (before.due_at, before.owner):
        _keep_word(session, actor, issue, now)
    return Changed(_after(session, actor, "change", issue, now), told_owner, new_time)


def tell(
    session: BookSession, actor: Actor, issue_id: int, what: str, due_at: datetime | None, now: datetime
) -> Looked:
    """Note what the customer was told, and the time they were promised (P126, P129)."""
    require(actor, "issue.change")
    issue = _open(session, issue_id)
    if not what.strip():
        raise ToldWhat(field="what")
    issues.tell(session, issue.id, actor.user, what.strip(), now)
    issues.change(session, issue.id, due_at=due_at)
    if due_at != issue.due_at:
        _keep_word(session, actor, _known(session, issue.id), now, told=True)
    else:
        promises.heard(session, f"{WORD}:{issue.id}:", now)
    return _after(session, actor, "tell", issue, now)


def agree(session: BookSession, actor: Actor, issue_id: int, now: datetime) -> Looked:
    """Note that the customer confirmed what was read back to them (P27)."""
    require(actor, "issue.change")
    issue = _open(session, issue_id)
    issues.change(session, issue.id, agreed_at=now, agreed_by=actor.user)
    return _after(session, actor, "agree", issue, now)


# ---- solving


def resolve(
    session: BookSession, actor: Actor, issue_id: int, verdict: str | None, said: str, step: str, now: datetime
) -> Solved:
    """Resolve an issue by the customer's own verdict; one that missed stays open with a next step (P29)."""
    require(actor, "issue.change")
    issue = _open(session, issue_id)
    issues.change(session, issue.id, verdict=verdict, customer_said=said or None)
    if verdict == Verdict.MISSED:
        return _missed(session, actor, issue, said, step, now)
    solved = _resolve(session, actor, issue, now)
    if verdict != Verdict.EXCEEDED or not said:
        return solved
    return replace(solved, coming=(*solved.coming, *_praise(session, actor, issue, said, now)))


def _praise(session: BookSession, actor: Actor, issue: Issue, said: str, now: datetime) -> tuple[Coming, ...]:
    """Thank whoever found kind words for how it was put right (P43)."""
    customer, facts = finding.known(session, issue.customer_id), {"words": first_line(said)}
    return playbooks.run(
        session, "praise", customer, actor.user, facts, now, about=f"issue:{_round(issue)}", there=issue.owner
    )


def _missed(session: BookSession, actor: Actor, issue: Issue, said: str, step: str, now: datetime) -> Solved:
    """Keep it open; whoever said so was spoken to, so they were told just now."""
    if not step.strip():
        raise NextStep(field="next_step")
    issues.change(session, issue.id, next_step=step.strip(), told_at=now)
    return Solved(_after(session, actor, "missed", issue, now))


def fix_on_the_spot(session: BookSession, actor: Actor, issue_id: int, now: datetime) -> Solved:
    """Resolve an issue in one tap, right then and there (P98); the call asks what the customer says of it."""
    require(actor, "issue.change")
    issue = _open(session, issue_id)
    issues.change(session, issue.id, on_the_spot=True)
    return _resolve(session, actor, issue, now)


def _resolve(session: BookSession, actor: Actor, issue: Issue, now: datetime) -> Solved:
    """Close it; the recovery playbook begins, and the next visit welcomes them back (P31, P32, P34)."""
    if not issues.resolve(session, issue.id, actor.user, now):
        raise AlreadyResolved
    customer_book.change(session, issue.customer_id, welcome_back=first_line(issue.story))
    promises.kept(session, f"{WORD}:{issue.id}:", actor.user, now)
    coming = _play(session, actor, "issue.resolved", issue, _round(issue), now)
    return Solved(_after(session, actor, "resolve", issue, now), coming)


def reopen(session: BookSession, actor: Actor, issue_id: int, now: datetime) -> Changed:
    """Open a resolved issue again; what resolving it had set going is called off."""
    require(actor, "issue.change")
    issue = _known(session, issue_id)
    if not issues.reopen(session, issue.id):
        raise StillOpen
    playbooks.call_off(session, "issue.resolved", _round(issue), now)
    playbooks.call_off(session, "praise", f"issue:{_round(issue)}", now)
    if finding.known(session, issue.customer_id).welcome_back == first_line(issue.story):
        customer_book.change(session, issue.customer_id, welcome_back=None)
    told_owner = _tell_owner(session, actor, _known(session, issue.id), now)
    _keep_word(session, actor, _known(session, issue.id), now)
    return Changed(_after(session, actor, "reopen", issue, now), told_owner)


def _round(issue: Issue) -> str:
    """Return what a playbook's follow-ups are for: this issue, this time; resolved again, they come again."""
    return f"{issue.id}:{issue.reopened}"


WORD = "issue.word"
"""The cause of the follow-up that keeps the word given with an issue."""


def _keep_word(session: BookSession, actor: Actor, issue: Issue, now: datetime, *, told: bool = False) -> None:
    """Have what was promised with an issue come back to its owner in time; a new time replaces the old one."""
    word = f"{WORD}:{issue.id}:"
    if issue.due_at is None or issue.due_at <= now:
        promises.stands(session, word, issue.owner, now, told=told)
        return
    details = promises.replaced(session, word, now, told=told)
    workspace = staff.workspace(session)
    due_local = wall(issue.due_at, workspace.zone)
    by_day = issue.due_at == closing_on(due_local.date(), rota.workplace(workspace))
    text = f"Keep our word: {first_line(issue.next_step or issue.story)}"
    plan = Plan(
        issue.customer_id, "other", text, issue.owner, due_local, workspace.zone,
        issue_id=issue.id, promised=True, cause=f"{WORD}:{issue.id}:{now.timestamp()}",
        details=details | ({"by_day": True} if by_day else {}),
    )  # fmt: skip
    followups.plan(session, plan, actor.user, now)


def _play(
    session: BookSession, actor: Actor, event: str, issue: Issue, about: str, now: datetime
) -> tuple[Coming, ...]:
    customer, facts = finding.known(session, issue.customer_id), {"story": first_line(issue.story)}
    return playbooks.run(
        session, event, customer, actor.user, facts, now,
        about=about, opener=issue.opened_by, there=issue.owner, issue_id=issue.id,
    )  # fmt: skip


# ---- who is told


def _colleague(session: BookSession, user: str) -> None:
    """Refuse an owner who may not see customers: a guest, a bot, somebody who left or whom nobody ever met."""
    person = staff.get(session, user)
    if person is None or person.role < Role.STAFF or person.left_at:
        raise NotAColleague(field="owner")


def _tell_owner(session: BookSession, actor: Actor, issue: Issue, now: datetime) -> bool:
    """Promise the owner a message, unless they did it themselves; say whether they will get one."""
    if issue.owner == actor.user:
        return False
    key = f"issue:{issue.id}:owner:{issue.owner}:{now:%Y%m%d%H%M%S}"
    outbox.promise(session, key=key, kind="issue.owned", about=issue.id, to=issue.owner, now=now)
    return True


def _after(session: BookSession, actor: Actor, what: str, issue: Issue, now: datetime) -> Looked:
    """Have everything that shows the issue said anew, and return it as it stands now."""
    audit.note(session, actor.user, what, f"issue:{issue.id}", now)
    outbox.refresh(session, f"issue:{issue.id}:%", now)
    outbox.refresh(session, "home:%", now)
    customers.refresh(session, issue.customer_id, now)
    return _looked(session, _known(session, issue.id), actor.zone, now)


def _render_owned(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    issue = issues.get(session, letter.about)
    owner = staff.get(session, letter.to)
    if issue is None or owner is None:
        return Skip("erased")
    if not letter.is_update and (issue.resolved_at or issue.owner != letter.to):
        return Skip("resolved or handed on")
    return views.owned(_looked(session, issue, owner.zone, now), letter.to)


RENDERERS: dict[str, Render] = {"issue.owned": _render_owned}
