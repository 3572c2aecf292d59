"""Playbooks as one readable YAML file; whatever is wrong in one is refused with its line and what to write."""

from collections.abc import Iterator

import yaml

from bot.domain.errors import Refusal
from bot.domain.playbooks.defaults import DEFAULTS
from bot.domain.playbooks.pieces import EVENTS, MOST_STEPS, OWNERS, Playbooks, Step
from bot.domain.playbooks.words import KEYS, KINDS, UnknownEvent, WrongStep, check_count, format_step, read_step

LONGEST_FILE = 100_000
NEEDED = ("after", "do", "who", "text")

_HEAD = f"""\
# Playbooks of Regulars: what happens to a customer, and the follow-ups it creates.
#
#   after   2 working days at 10:00 | 7 days | 4 hours | same day at 18:00 | at once
#   do      {" | ".join(KINDS.values())}
#   who     {" | ".join(OWNERS)}
#   text    what is to be done; {{name}} is the customer, and the event may know more (see its line)
#   coupon  for a gift: what it is worth; then {{coupon}}, {{code}} and {{expires}} can stand in the text
#   valid   for a coupon: 60 days
#
# An event has at most {MOST_STEPS} steps; [] means that nothing happens. An event left out keeps its default.
"""


class BadFile(Refusal):
    """Line {line}: {problem}"""


def to_yaml(playbooks: Playbooks) -> str:
    """Return playbooks as a file that explains itself; `from_yaml` reads it back."""
    return _HEAD + "".join(_event(event, playbooks.get(event, ())) for event in EVENTS)


def _event(event: str, steps: tuple[Step, ...]) -> str:
    known = ", ".join(f"{{{fact}}}" for fact in ("name", *EVENTS[event].facts))
    said = yaml.safe_dump(
        {event: [format_step(step) for step in steps]}, allow_unicode=True, sort_keys=False, width=1000
    )
    return f"\n# when {EVENTS[event].when}: {known}\n{said}"


def from_yaml(text: str) -> Playbooks:
    """Read a file of playbooks; events it does not name keep their defaults. Raises `BadFile`."""
    if len(text) > LONGEST_FILE:
        raise BadFile(line=1, problem=f"the file is longer than {LONGEST_FILE} characters; it should be a page.")
    root = _compose(text)
    if root is None:
        return dict(DEFAULTS)
    if not isinstance(root, yaml.MappingNode):
        raise _wrong(root, f"write events with steps below them, like “{next(iter(EVENTS))}:”.")
    return {**DEFAULTS, **dict(_events(root))}


def _compose(text: str) -> yaml.Node | None:
    try:
        root: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadFile(
            line=line, problem=f"this is not YAML ({error.problem}); compare it with an export."
        ) from None
    except (yaml.YAMLError, RecursionError, ValueError):
        raise BadFile(line=1, problem="this is not YAML; compare it with an export.") from None
    return root


def _events(root: yaml.MappingNode) -> Iterator[tuple[str, tuple[Step, ...]]]:
    seen: set[str] = set()
    for key, steps in root.value:
        event = _text(key)
        if event not in EVENTS:
            raise _wrong(key, str(UnknownEvent(typed=event, choices=", ".join(EVENTS))))
        if event in seen:
            raise _wrong(key, f"“{event}” stands here a second time; put all its steps in one place.")
        seen.add(event)
        yield event, tuple(_steps(event, steps))


def _steps(event: str, node: yaml.Node) -> Iterator[Step]:
    if isinstance(node, yaml.ScalarNode) and not node.value.strip():
        return
    if not isinstance(node, yaml.SequenceNode):
        raise _wrong(
            node, f"write the steps of “{event}” as a list, each beginning with “- after:”; or [] for none."
        )
    try:
        check_count(len(node.value))
    except WrongStep as refused:
        raise _wrong(node.value[MOST_STEPS], str(refused)) from None
    yield from (_step(event, step) for step in node.value)


def _step(event: str, node: yaml.Node) -> Step:
    if not isinstance(node, yaml.MappingNode):
        raise _wrong(node, f"a step has {', '.join(NEEDED)}, each on a line of its own.")
    places: dict[str, yaml.Node] = {}
    for key, value in node.value:
        name = _text(key)
        if name not in KEYS or name in places:
            raise _wrong(key, f"“{name}” is not expected here. A step has {', '.join(KEYS)}, each once.")
        places[name] = value
    for name in NEEDED:
        if name not in places:
            raise _wrong(node, f"this step lacks “{name}”.")
    said = {name: _text(value) for name, value in places.items()}
    try:
        return read_step(event, said)
    except WrongStep as refused:
        raise _wrong(places.get(refused.field or "", node), str(refused)) from None


def _text(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise _wrong(node, "write one line of text here.")
    return str(node.value)


def _wrong(node: yaml.Node, problem: str) -> BadFile:
    return BadFile(line=node.start_mark.line + 1, problem=problem)
