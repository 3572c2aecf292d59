"""Finding a customer by what staff type: typos, accents, other scripts, nicknames, initials, swapped order.

    text → spelling → known → people → likeness → finding → commands, lists, verbs, duplicates

``find`` decides about a name, ``find_at_start`` about a command that begins with one, ``readings`` about one that
begins with several or with a verb, ``several`` about a list.
``prepare`` computes a customer's keys; ``People`` keeps a workspace's customers ready. Everything is pure.
"""

from bot.domain.names.commands import find_at_start, several
from bot.domain.names.duplicates import duplicates
from bot.domain.names.finding import Ask, Found, Match, Nobody, Suggest, find
from bot.domain.names.known import Known, Prepared, initials, last_four, prepare, whole_key
from bot.domain.names.lists import Reading, Someone
from bot.domain.names.people import People
from bot.domain.names.text import (
    LONGEST_NAME,
    NameIsEmoji,
    NameIsMention,
    NameMissing,
    NameTooLong,
    NameWithoutLetters,
    clean_name,
)
from bot.domain.names.verbs import readings

__all__ = [
    "LONGEST_NAME",
    "Ask",
    "Found",
    "Known",
    "Match",
    "NameIsEmoji",
    "NameIsMention",
    "NameMissing",
    "NameTooLong",
    "NameWithoutLetters",
    "Nobody",
    "People",
    "Prepared",
    "Reading",
    "Someone",
    "Suggest",
    "clean_name",
    "duplicates",
    "find",
    "find_at_start",
    "initials",
    "last_four",
    "prepare",
    "readings",
    "several",
    "whole_key",
]
