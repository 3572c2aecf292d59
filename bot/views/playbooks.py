"""Playbooks as managers see and edit them: one event a form, one step a few lines."""

from collections.abc import Iterator

from bot.domain.playbooks import (
    DEFAULTS,
    EVENTS,
    MOST_STEPS,
    OWNERS,
    Playbooks,
    Step,
    format_step,
    in_words,
    read_step,
)
from bot.domain.playbooks.words import KINDS
from bot.views.blocks import (
    Block,
    Filled,
    Message,
    Mrkdwn,
    View,
    actions,
    are_you_sure,
    button,
    context,
    divider,
    field_,
    form,
    join,
    md,
    message,
    option,
    section,
    select,
    text_input,
)

USUAL = {"after": "", "do": "call", "who": "their person", "text": ""}


def listed(playbooks: Playbooks) -> Message:
    """Show every event with its steps, and a button to edit each."""
    rows = [
        section(_event(event, playbooks.get(event, ())), accessory=_edit(event, f".{place}"))
        for place, event in enumerate(EVENTS)
    ]
    return message(
        section(md("*Playbooks*: what happens to a customer, and the follow-ups it creates.")),
        *rows,
        context(md("All at once, as a file: `regulars playbooks export` on the machine that runs me.")),
    )


def changed(event: str, playbooks: Playbooks) -> Message:
    """Show one event after a change."""
    steps = playbooks.get(event, ())
    sure = are_you_sure("Back to the default?", "Your own steps for this event are lost.", "Back to default")
    default = button("Back to default", "playbook.default", event, confirm=sure)
    return message(
        section(md("Saved. It holds from the next time on; what is planned already stays.")),
        section(_event(event, steps)),
        actions(
            _edit(event), None if steps == DEFAULTS[event] else default, button("All playbooks", "playbook.list")
        ),
    )


def _edit(event: str, place: str = "") -> Block:
    return button(f"Edit: {EVENTS[event].title}", f"playbook.edit{place}", event)


def _event(event: str, steps: tuple[Step, ...]) -> Mrkdwn:
    lines = [md("• {step}", step=in_words(step)) for step in steps] or [md("_nothing_")]
    return join([md("*{title}*: when {when}", title=EVENTS[event].title, when=EVENTS[event].when), *lines], "\n")


def edit(event: str, steps: tuple[Step, ...]) -> View:
    """Return the form of one event: its steps, and room for one more."""
    shown = [format_step(step) for step in steps][:MOST_STEPS]
    if len(shown) < MOST_STEPS:
        shown.append({})
    known = join([md("{field}", field=f"{{{fact}}}") for fact in ("name", *EVENTS[event].facts)], ", ")
    head = md(
        "*When {when}.* A text may speak of {known}. A step without a text is taken out.",
        when=EVENTS[event].when,
        known=known,
    )
    blocks = [block for place, said in enumerate(shown) for block in _step(place, said)]
    said = context(Mrkdwn(EVENTS[event].said)) if EVENTS[event].said else None
    return form("playbook.save", EVENTS[event].title, [section(head), said, *blocks], carry=event)


def _step(place: int, said: dict[str, str]) -> Iterator[Block]:
    """Return the fields of one step; each is named by its key and its place."""
    new = not said
    said = said or USUAL
    kinds = [option(label.capitalize(), kind) for kind, label in KINDS.items()]
    owners = [option(rule.capitalize(), rule, OWNERS[rule]) for rule in OWNERS]
    kind = next(kind for kind, label in KINDS.items() if said["do"] in (kind, label))
    yield divider()
    yield field_(
        f"text.{place}",
        "One more: what is to be done?" if new else f"Step {place + 1}: what is to be done?",
        text_input("text", said["text"], most=300, hint="Call {name} about the boots"),
    )
    yield field_(
        f"after.{place}", "When?", text_input("after", said["after"], most=60, hint="2 working days at 10:00")
    )
    yield field_(f"do.{place}", "What is it?", select("do", kinds, kind))
    yield field_(f"who.{place}", "Whose?", select("who", owners, said["who"]))
    if kind == "gift":
        coupon = text_input("coupon", said.get("coupon"), most=80, hint="10 % off the next visit")
        yield field_(
            f"coupon.{place}", "Coupon", coupon, hint="Then {coupon}, {code} and {expires} may be in the text."
        )
        yield field_(
            f"valid.{place}", "Valid for", text_input("valid", said.get("valid"), most=20, hint="60 days")
        )


def read(event: str, filled: Filled) -> tuple[Step, ...]:
    """Read the form of an event; raises the refusal of the first field that cannot be read."""
    said = [
        (place, {key: filled.text(f"{key}.{place}") for key in ("after", "do", "who", "text", "coupon", "valid")})
        for place in range(MOST_STEPS)
    ]
    return tuple(read_step(event, step, f"{{}}.{place}") for place, step in said if step["text"])
