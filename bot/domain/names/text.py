"""What a typed name is made of, before anybody is looked for.

``clean_name`` is for storing: it keeps what the person typed and drops only what cannot be seen. ``plain`` is
for finding: it also drops emoji, so that “Dana 🎉” finds Dana.
"""

import re
import unicodedata

from bot.domain.errors import Refusal

LONGEST_NAME = 80
"""Characters; Slack cuts button labels at 75, and a longer name is nearly always a pasted paragraph."""

_EMOJI_JOINTS = {"\ufe0f", "\ufe0e", "\u20e3"}
_EMOJI_CATEGORIES = {"So", "Sk", "Cs", "Co", "Cn"}
_MENTION = re.compile(r"<[@#!][^>]*>")
_ONLY_WORDS = re.compile(r"[\w\s.,'&()+-]*")
_SLACK_LINK = re.compile(r"<(?:mailto|tel):[^|>]*\|([^>]*)>")


class NameMissing(Refusal):
    """A name is needed. Type one, like “Dana López”."""


class NameTooLong(Refusal):
    """That name has {length} characters; please keep it to 80. The rest fits into a note."""


class NameIsEmoji(Refusal):
    """A name of emoji only cannot be found again. Add a word, like “Dana 🎉”."""


class NameIsMention(Refusal):
    """That is somebody or some place in Slack, not a customer. Type a customer's name; praise is `/kudos`."""


class NameWithoutLetters(Refusal):
    """“{name}” has no letter or digit, so nobody could find it again. Type a name, like “Dana López”."""


def clean_name(text: str) -> str:
    """Return a name as it may be stored: NFKC, one space between words, nothing invisible, 1 to 80 characters.

    Raises NameMissing, NameTooLong, NameIsEmoji or NameWithoutLetters.
    """
    name = _visible(text)
    if not name:
        raise NameMissing(field="name")
    if _MENTION.search(text):
        raise NameIsMention(field="name")
    if len(name) > LONGEST_NAME:
        raise NameTooLong(field="name", length=len(name))
    if not any(char.isalnum() for char in name):
        if plain(name):
            raise NameWithoutLetters(field="name", name=name)
        raise NameIsEmoji(field="name")
    return name


def plain(text: str) -> str:
    """Return text as it is compared: nothing invisible, no emoji, straight apostrophes, Slack links opened."""
    seen = _visible(_SLACK_LINK.sub(r"\1", text))
    if _ONLY_WORDS.fullmatch(seen):
        return seen
    kept = ("" if _is_joint(char) else " " if _is_emoji(char) else char for char in seen)
    return " ".join("".join(kept).replace("’", "'").replace("‘", "'").replace("`", "'").split())


def _visible(text: str) -> str:
    # Format characters (zero width, bidi marks) vanish; line breaks, tabs and control characters part words.
    composed = unicodedata.normalize("NFKC", text)
    if _ONLY_WORDS.fullmatch(composed):  # nearly every name, in a tenth of the time
        return " ".join(composed.split())
    kept = ("" if _is_format(char) else " " if unicodedata.category(char) == "Cc" else char for char in composed)
    return " ".join("".join(kept).split())


def _is_format(char: str) -> bool:
    # The emoji joiner (U+200D) is a format character too: families of emoji fall apart, names do not.
    return unicodedata.category(char) in {"Cf", "Cs"}


def _is_joint(char: str) -> bool:
    return char in _EMOJI_JOINTS


def _is_emoji(char: str) -> bool:
    # A backtick is a modifier symbol (Sk) in Unicode and an apostrophe on many keyboards.
    return char != "`" and unicodedata.category(char) in _EMOJI_CATEGORIES
