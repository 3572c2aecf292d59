"""Playbooks: what happens to a customer → the follow-ups it creates, so that nobody has to remember to.

pieces (what a playbook is) → words (how people write one) → files (YAML)
       └→ defaults (what the practices say) → planning (an occasion → plans)
"""

from bot.domain.playbooks.defaults import DEFAULTS
from bot.domain.playbooks.files import BadFile, from_yaml, to_yaml
from bot.domain.playbooks.pieces import (
    EVENTS,
    MOST_STEPS,
    OWNERS,
    VISITS,
    Coupon,
    Delay,
    Occasion,
    Playbooks,
    Step,
    cause_of,
    visit_event,
)
from bot.domain.playbooks.planning import steps_for
from bot.domain.playbooks.words import (
    UnknownEvent,
    WrongStep,
    format_delay,
    format_step,
    from_json,
    in_words,
    read_step,
    to_json,
)

__all__ = [
    "DEFAULTS",
    "EVENTS",
    "MOST_STEPS",
    "OWNERS",
    "VISITS",
    "BadFile",
    "Coupon",
    "Delay",
    "Occasion",
    "Playbooks",
    "Step",
    "UnknownEvent",
    "WrongStep",
    "cause_of",
    "format_delay",
    "format_step",
    "from_json",
    "from_yaml",
    "in_words",
    "read_step",
    "steps_for",
    "to_json",
    "to_yaml",
    "visit_event",
]
