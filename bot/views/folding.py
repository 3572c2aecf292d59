"""Parts with a title and lines, folded until they fit: nothing is cut off by Slack's limits without a word."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.views.blocks import Block, Mrkdwn, context, md, section

Title = Callable[[int], Block]
"""Returns the title's block, given how many lines are shown below it."""


@dataclass(frozen=True)
class Line:
    """One line: what it says, the control beside it, and a row of controls below it."""

    text: Mrkdwn
    beside: Block | None = None
    below: Block | None = None

    def blocks(self) -> list[Block]:
        """Return the line as blocks."""
        return [block for block in (section(self.text, self.beside), self.below) if block]


@dataclass(frozen=True)
class Part:
    """A title and its lines, at least one; no more than ``most`` of them are shown."""

    title: Title
    lines: tuple[Line, ...]
    most: int

    def blocks(self, shown: int) -> list[Block]:
        """Return the title and the first lines."""
        return [self.title(shown), *(block for line in self.lines[:shown] for block in line.blocks())]


def fit(parts: Sequence[Part], room: int) -> list[int]:
    """Return how many lines of each part are shown, so that all parts and their titles fit into so many blocks."""
    return shares([[len(line.blocks()) for line in part.lines[: part.most]] for part in parts], room)


def folded(parts: Sequence[Part], room: int) -> list[Block]:
    """Return the parts in at most ``room`` blocks, each with its title; what does not fit is told by the title."""
    shown = zip(parts, fit(parts, room), strict=True)
    return [block for part, n in shown for block in part.blocks(n)]


def shares(costs: Sequence[Sequence[int]], room: int) -> list[int]:
    """Return how many lines of each part fit into so many blocks, by what each line costs; a title costs one.

    The parts take turns, the first one first, so that a long part takes no line from a short one.
    """
    room -= len(costs)
    counts = [0] * len(costs)
    waiting = list(range(len(costs)))
    while waiting:
        waiting = [part for part in waiting if counts[part] < len(costs[part])]
        for part in list(waiting):
            cost = costs[part][counts[part]]
            if cost > room:
                waiting.remove(part)
            else:
                counts[part], room = counts[part] + 1, room - cost
    return counts


def listed(groups: Sequence[Sequence[Block]], room: int) -> list[Block]:
    """Return groups of blocks, each whole, in at most ``room``; when some are left out, the last says how many."""
    if sum(map(len, groups)) <= room:
        return [block for group in groups for block in group]
    (shown,) = shares([[len(group) for group in groups]], room)  # the title's place is the last block's
    blocks = [block for group in groups[:shown] for block in group]
    return [*blocks, context(md("… and {n} more", n=len(groups) - shown))]
