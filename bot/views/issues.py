"""An issue as people see it: its card, the list, and the sentences around them. The forms are in `issue_forms`."""

from datetime import datetime, timedelta

from bot.domain.issues import Changed, Coming, Issue, Listed, Looked, Solved, Verdict, heat
from bot.views import words
from bot.views.blocks import (
    Block,
    Message,
    Mrkdwn,
    actions,
    are_you_sure,
    button,
    context,
    divider,
    join,
    md,
    mention,
    message,
    section,
    shorten,
)
from bot.views.comings import coming

FEELS = {"calm": ":relieved: calm", "upset": ":worried: upset", "furious": ":rage: furious"}
VERDICTS = {
    Verdict.EXCEEDED: "more than they expected",
    Verdict.MET: "what they expected",
    Verdict.MISSED: "not what they expected",
}
HOT, WARM = 8.0, 4.0
"""Heat from which somebody should call now, and from which today."""

UPDATES_ON_CARD = 3
LIST_LENGTH = 20


def logged(done: Changed) -> Message:
    """Answer whoever wrote an issue down."""
    issue = done.looked.issue
    return _with_card(md(":pencil: Written down for *{name}*.", name=issue.customer), done)


def changed(done: Changed) -> Message:
    """Answer whoever edited an issue; a new time is one the customer has to hear of (P129)."""
    head = md("Changed.")
    if done.new_time:
        head = md("Changed. The promised time is a new one: *have they been told?*")
    return _with_card(head, done)


def reopened(done: Changed) -> Message:
    """Answer whoever opened an issue again."""
    head = md(
        ":leftwards_arrow_with_hook: Open again for *{name}*. What solving it had set going is called off.",
        name=done.looked.issue.customer,
    )
    return _with_card(head, done)


def told(looked: Looked) -> Message:
    """Answer whoever told the customer something."""
    return message(section(md(":ear: Noted that they were told.")), *_card(looked))


def agreed(looked: Looked) -> Message:
    """Answer whoever heard the customer confirm what was read back."""
    return message(
        section(md(":handshake: Noted: {name} says we got it right.", name=looked.issue.customer)), *_card(looked)
    )


def _with_card(head: Mrkdwn, done: Changed) -> Message:
    also = [md("I told {owner}.", owner=mention(done.looked.issue.owner))] if done.told_owner else []
    also += [_coming(one, done.looked) for one in done.coming]
    return message(section(head), *_card(done.looked), context(join(also, "\n")) if also else None)


def owned(looked: Looked, owner: str) -> Message:
    """Tell somebody that an issue is theirs to look after; the message follows what becomes of it."""
    issue = looked.issue
    if issue.owner != owner:
        return message(context(md("{owner} looks after this one now.", owner=mention(issue.owner))))
    head = md(
        ":handshake: {by} asks you to look after *{name}*.", by=mention(issue.opened_by), name=issue.customer
    )
    return message(section(head), *_card(looked))


def card(looked: Looked) -> Message:
    """Show an issue with everything there is to do about it."""
    return message(*_card(looked))


def _card(looked: Looked) -> tuple[Block, ...]:
    parts = (section(_story(looked)), _told_log(looked), _buttons(looked.issue))
    return tuple(block for block in parts if block)


def _story(looked: Looked) -> Mrkdwn:
    """Return the lines of a card: the story quoted, then who does what by when, and how they feel (P25, P123)."""
    issue = looked.issue
    lines = [
        md("{mark} *{name}*", mark=_mark(issue, looked.now), name=issue.customer),
        quoted(issue.story),
        md("They want: {wants}", wants=issue.wants) if issue.wants else None,
        md("Feeling: {feels}", feels=Mrkdwn(FEELS[issue.feels])) if issue.feels else None,
        _verdict(issue),
        *([_resolved(looked)] if issue.resolved_at else _what_next(looked)),
    ]
    return join([line for line in lines if line], "\n")


def quoted(story: str) -> Mrkdwn:
    """Return a story in their words, quoted line by line."""
    return join([md("> {line}", line=line) for line in story.splitlines() if line.strip()], "\n")


def _mark(issue: Issue, now: datetime) -> Mrkdwn:
    if issue.resolved_at:
        return Mrkdwn(":white_check_mark: Resolved:")
    return Mrkdwn(f"{flame(issue, now)} Open issue:")


def flame(issue: Issue, now: datetime) -> str:
    """Return a sign for how hot an issue is (P99)."""
    hot = heat(issue, now)
    return ":fire:" if hot >= HOT else ":hotsprings:" if hot >= WARM else ":warning:"


def _what_next(looked: Looked) -> list[Mrkdwn]:
    issue, zone, now = looked.issue, looked.zone, looked.now
    step = (
        md("Next step: {step}", step=issue.next_step)
        if issue.next_step
        else md(":red_circle: *No next step yet.*")
    )
    return [
        step,
        md("Owner: {owner}", owner=mention(issue.owner)),
        _promised(issue, zone, now),
        _last_told(looked),
    ]


def _promised(issue: Issue, zone: str, now: datetime) -> Mrkdwn:
    if not issue.due_at:
        return md(":red_circle: *No time promised yet.*")
    late = " — *that has passed*" if issue.is_late(now) else ""
    return md("Promised by: {when}{late}", when=words.moment(issue.due_at, zone, now), late=Mrkdwn(late))


def _last_told(looked: Looked) -> Mrkdwn:
    return md("{ago}", ago=_ago(looked.issue, looked.now).capitalize())


def _ago(issue: Issue, now: datetime) -> str:
    """Return how long the customer has been waiting for a word (P99)."""
    ago = f"{words.age(issue.last_told, now)} ago"
    if issue.told_at:
        return f"last told {ago}"
    return f"opened {ago}, not told since" if now - issue.opened_at > timedelta(hours=1) else f"opened {ago}"


def _resolved(looked: Looked) -> Mrkdwn:
    issue = looked.issue
    assert issue.resolved_at
    spot = " on the spot" if issue.on_the_spot else ""
    when = words.moment(issue.resolved_at, looked.zone, looked.now)
    return md("Resolved{spot} by {who}, {when}", spot=spot, who=mention(issue.resolved_by), when=when)


def _verdict(issue: Issue) -> Mrkdwn | None:
    if not issue.verdict and not issue.customer_said:
        return None
    verdict = VERDICTS[Verdict(issue.verdict)] if issue.verdict else "not asked yet"
    said = f" — “{issue.customer_said}”" if issue.customer_said else ""
    return md("They say: {verdict}{said}", verdict=verdict, said=said)


def _told_log(looked: Looked) -> Block | None:
    """Return the last few things the customer was told, and whether they confirmed the story."""
    issue, zone, now = looked.issue, looked.zone, looked.now
    lines = [
        md(
            "{when} {who} told them: {what}",
            when=words.moment(one.at, zone, now),
            who=mention(one.by),
            what=one.what,
        )
        for one in looked.updates[-UPDATES_ON_CARD:]
    ]
    if issue.agreed_at:
        when = words.moment(issue.agreed_at, zone, now)
        lines.insert(0, md("{when} they confirmed the story to {who}", when=when, who=mention(issue.agreed_by)))
    return context(join(lines, "\n")) if lines else None


def _buttons(issue: Issue) -> Block | None:
    name = issue.customer
    if issue.resolved_at:
        sure = are_you_sure(
            "Open it again?", "The call and the coupon that were planned are called off.", "Re-open"
        )
        return actions(
            button("Re-open", "issue.reopen", issue.id, confirm=sure, says=f"Open the issue of {name} again")
        )
    return actions(
        button("Told them", "issue.tell", issue.id, says=f"I told {name} something"),
        button("Resolve", "issue.resolve", issue.id, style="primary", says=f"Resolve the issue of {name}"),
        button("Fixed on the spot", "issue.fixed", issue.id, says=f"The issue of {name} is fixed already"),
        button("Read back", "issue.read_back", issue.id, says=f"Read the story back to {name}"),
        button("Edit", "issue.edit", issue.id, says=f"Edit the issue of {name}"),
    )


def read_back(looked: Looked) -> Message:
    """Compose what to say to the customer, so that both mean the same (P27)."""
    issue = looked.issue
    parts = [
        md("So: {story}", story=words.sentence(shorten(" ".join(issue.story.split()), 1500))),
        md("You would like: {wants}", wants=words.sentence(issue.wants)) if issue.wants else None,
        md("What we do: {step}", step=words.sentence(issue.next_step)) if issue.next_step else None,
        md("By {when}.", when=words.moment(issue.due_at, looked.zone, looked.now)) if issue.due_at else None,
        md("Did I get that right?"),
    ]
    return message(
        section(md("Ask {name} whether you may, then read this to them:", name=issue.customer)),
        section(md("> {speech}", speech=join([part for part in parts if part]))),
        actions(
            button("They confirmed", "issue.agree", issue.id, style="primary"),
            button("Edit", "issue.edit", issue.id),
            button("Back", "issue.show", issue.id),
        ),
    )


def solved(done: Solved) -> Message:
    """Answer whoever resolved an issue: what comes of it, or that it stays open."""
    issue = done.looked.issue
    if not issue.resolved_at:
        head = md("Thank you for asking. It stays open until *{name}* is satisfied.", name=issue.customer)
        return message(section(head), *_card(done.looked))
    lines = [md(":tada: Resolved for *{name}*.", name=issue.customer)]
    lines += [_coming(one, done.looked) for one in done.coming]
    lines.append(md(":wave: A loud welcome back at the next visit"))
    return message(section(join(lines, "\n")), *_card(done.looked))


def _coming(one: Coming, looked: Looked) -> Mrkdwn:
    return coming(one, looked.zone, looked.now, "Reassurance call" if one.kind == "call" else "")


def listed(found: Listed) -> Message:
    """Show open issues, the hottest first, each one tap from its card (P6, P99)."""
    if not found.issues:
        return message(section(md(":relieved: No open issue. When there is one: `/issue dana what happened`.")))
    head = md("*{count}*, the hottest first", count=words.count(len(found.issues), "open issue"))
    rows = [_row(issue, i, found) for i, issue in enumerate(found.issues[:LIST_LENGTH])]
    left = len(found.issues) - LIST_LENGTH
    more = context(md("_and {n} more_", n=left)) if left > 0 else None
    return message(section(head), *rows, more)


def _row(issue: Issue, place: int, found: Listed) -> Block:
    show = button("Open", f"issue.show.{place}", issue.id, says=f"Open the issue of {issue.customer}")
    return section(line(issue, found.zone, found.now), accessory=show)


def line(issue: Issue, zone: str, now: datetime) -> Mrkdwn:
    """Return an open issue in two lines: whose, what, who owns it, what was promised, when they were last told."""
    due = "no time promised"
    if issue.due_at:
        today = words.local_date(now, zone)
        due = f"promised {words.day(words.local_date(issue.due_at, zone), today)}"
    return md(
        "{flame} *{name}*: {story}\n{owner}, {due}, {told}{late}",
        flame=Mrkdwn(flame(issue, now)),
        name=issue.customer,
        story=shorten(" ".join(issue.story.split()), 150),
        owner=mention(issue.owner),
        due=due,
        told=_ago(issue, now),
        late=Mrkdwn(" — *late*" if issue.is_late(now) else ""),
    )


def standing(found: Listed) -> Message:
    """Show the open issues of one customer before a new one is opened."""
    assert found.customer
    name = found.customer.name
    head = md(
        "*{name}* has {count} already. The same again, or something new?",
        name=name,
        count=words.count(len(found.issues), "open issue"),
    )
    rows = [_row(issue, i, found) for i, issue in enumerate(found.issues[:LIST_LENGTH])]
    return message(
        section(head),
        *rows,
        divider(),
        actions(button("New issue", "issue.start", found.customer.id, says=f"A new issue of {name}")),
    )
