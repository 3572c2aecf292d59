"""The forms of an issue, built and read side by side: story first, the feeling apart from it (P25, P26, P97)."""

from bot.domain.issues import STORY, Draft, Feels, Issue, IssueForm, Looked, Reader, Verdict, read_by, read_story
from bot.views.blocks import (
    Block,
    Filled,
    View,
    context,
    field_,
    form,
    md,
    option,
    select,
    shorten,
    text_input,
    user_select,
)

FEELINGS = {Feels.CALM: "Calm", Feels.UPSET: "Upset", Feels.FURIOUS: "Furious"}
NOT_ASKED = "not_asked"


def new(draft: Draft, me: str, reader: Reader) -> View:
    """Return the form of a new issue; without a customer it asks who it is about."""
    due = reader.echo(draft.due_at) if draft.due_at else ""
    fields = _fields(Issue(0, 0, "", draft.story, me, reader.now, me), due)
    if draft.customer is None:
        who = field_("who", "Who is it about?", text_input("who", most=80, hint="dana lopes"), optional=False)
        return form("issue.message", "New issue", [who, *fields], submit="Write down")
    title = shorten(f"Issue: {draft.customer.name}", 24)
    return form("issue.open", title, fields, submit="Write down", carry=str(draft.customer.id))


def edit(looked: Looked, reader: Reader) -> View:
    """Return the form of an issue that stands."""
    issue = looked.issue
    title = shorten(f"Issue: {issue.customer}", 24)
    return form("issue.save", title, _fields(issue, _due(issue, reader)), carry=str(issue.id))


def _due(issue: Issue, reader: Reader) -> str:
    return reader.echo(issue.due_at) if issue.due_at else ""


def _fields(issue: Issue, due: str) -> list[Block]:
    feelings = [option(label, feeling) for feeling, label in FEELINGS.items()]
    story = text_input("story", issue.story, lines=True, most=STORY, hint="left heel came loose again")
    step = text_input("next_step", issue.next_step, most=300, hint="Jon glues it today, for free")
    return [
        field_("story", "What happened, in their words?", story, optional=False),
        field_(
            "feels",
            "How do they feel?",
            select("feels", feelings, issue.feels, "Choose"),
            hint="Apart from the problem itself.",
        ),
        field_(
            "wants", "What do they want?", text_input("wants", issue.wants, most=500), hint="In their own words."
        ),
        field_("next_step", "What do we do next?", step),
        field_("owner", "Who looks after it?", user_select("owner", issue.owner), optional=False),
        by_field(due),
    ]


def by_field(due: str, label: str = "By when?") -> Block:
    """Return the field for a promised time, typed as people say it."""
    element = text_input("by", due, most=80, hint="friday 4pm")
    return field_("by", label, element, hint="As you would say it: friday 4pm, tomorrow, in 3 days.")


def read(filled: Filled, reader: Reader, me: str, before: Issue | None = None) -> IssueForm:
    """Read the form; raises the refusal of the first field that cannot be read."""
    return IssueForm(
        story=read_story(filled.text("story")),
        owner=filled.text("owner") or me,
        feels=_known(filled.text("feels"), FEELINGS),
        wants=filled.text("wants") or None,
        next_step=filled.text("next_step") or None,
        due_at=read_by(filled.text("by"), reader, before.due_at if before else None),
    )


def _known(value: str, choices: object) -> str | None:
    return value if isinstance(choices, dict) and value in choices else None


def tell(looked: Looked, reader: Reader) -> View:
    """Return the form for what the customer was told; the next step is the likeliest thing (P126, P129)."""
    issue = looked.issue
    what = text_input("what", issue.next_step, lines=True, most=500, hint="the part comes on Friday")
    return form(
        "issue.told",
        "Told them",
        [
            field_("what", f"What did you tell {shorten(issue.customer, 80)}?", what, optional=False),
            by_field(_due(issue, reader), "By when, as you told them?"),
        ],
        submit="Note it",
        carry=str(issue.id),
    )


def resolve(looked: Looked) -> View:
    """Return the form that asks for the customer's own verdict (P29)."""
    issue = looked.issue
    verdicts = [
        option("More than they expected", Verdict.EXCEEDED),
        option("What they expected", Verdict.MET),
        option("Not what they expected", Verdict.MISSED),
        option("Not asked yet", NOT_ASKED),
    ]
    step = text_input("next_step", issue.next_step if issue.verdict == Verdict.MISSED else None, most=300)
    said = text_input("said", most=500, hint="like new, and so quick")
    return form(
        "issue.resolved",
        "Resolve",
        [
            context(md("*{name}*: {story}", name=issue.customer, story=shorten(issue.story, 300))),
            field_("verdict", "What do they say of it?", select("verdict", verdicts, NOT_ASKED), optional=False),
            field_("said", "Their words", said, hint="Kind words are praise: they are thanked for."),
            field_("next_step", "If they are not satisfied: what do we do next?", step),
        ],
        submit="Resolve",
        carry=str(issue.id),
    )


def read_verdict(filled: Filled) -> str | None:
    """Return the customer's verdict; None when they were not asked yet."""
    verdict = filled.text("verdict")
    return verdict if verdict in set(Verdict) else None
