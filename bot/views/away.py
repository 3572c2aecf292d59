"""What became due while the bot was away: one message for each person instead of many (rule 11)."""

from collections.abc import Sequence
from itertools import accumulate

from bot.views.blocks import BLOCKS, Block, Message, Mrkdwn, context, cut, divider, join, md, message, section
from bot.views.words import count

ROOM = BLOCKS - 2
"""Two blocks are kept for the heading and for the line that names what does not fit."""


def while_away(messages: Sequence[Message]) -> Message:
    """Tell several messages in one, heaviest first, each with its buttons; what does not fit is named."""
    title = md("*While I was away*, {things} became due for you.", things=count(len(messages), "thing"))
    parts = [[divider(), *(each.blocks or (section(each.text),))] for each in messages]
    sizes = accumulate(len(part) for part in parts)
    fitting = sum(size <= ROOM for size in sizes)
    blocks = [block for part in parts[:fitting] for block in part]
    return message(section(title), *blocks, _rest(messages[fitting:]))


def _rest(left: Sequence[Message]) -> Block | None:
    if not left:
        return None
    first_lines = [Mrkdwn("• " + each.text.split("\n", 1)[0]) for each in left]
    return context(cut(join([md("There is more on your Home:"), *first_lines], "\n"), 2000))
