"""The form of the rules of follow-ups, and what is said of them."""

from collections.abc import Mapping

from bot.domain import money
from bot.domain.rules import Rules
from bot.views import words
from bot.views.blocks import (
    Block,
    Message,
    View,
    context,
    field_,
    form,
    md,
    message,
    section,
    text_input,
    time_picker,
)

GRACES: Mapping[str, str] = {
    "call": "a call",
    "checkin": "a check-in",
    "other": "anything else",
    "note": "a note",
    "gift": "a gift",
}
FIELDS = (
    "tries", *(f"grace_{kind}" for kind in GRACES), "cool_down_days", "default_time", "large_purchase", "currency",
)  # fmt: skip


def rules_form(rules: Rules) -> View:
    """Return the form with the rules in force."""
    graces = [_number(f"grace_{kind}", f"Grace for {kind_}, in minutes", rules.grace[kind], _ASKED[kind])
              for kind, kind_ in GRACES.items()]  # fmt: skip
    return form(
        "rules.save",
        "Rules of follow-ups",
        [
            _number("tries", "Tries of a call", rules.tries, "After so many without an answer I suggest a note."),
            *graces,
            _number("cool_down_days", "Days in peace", rules.cool_down_days, _PEACE),
            field_("default_time", "Hour of a day without one", time_picker("default_time", rules.default_time)),
            *_purchases(rules),
        ],
        submit="Save",
    )


_ASKED = dict.fromkeys(GRACES, "") | {
    "call": "Unanswered for so long, I ask its owner again; and after as long once more, the managers hear of it."
}
_PEACE = "So far apart a customer is asked for their time, unless it was promised; 0 switches it off."


def _number(name: str, label: str, value: int, hint: str) -> Block:
    return field_(name, label, text_input(name, str(value), most=6), optional=False, hint=hint)


def _purchases(rules: Rules) -> list[Block]:
    large = money.say(rules.large_purchase, "") if rules.large_purchase else "0"
    return [
        field_(
            "large_purchase", "A first purchase is large from", text_input("large_purchase", large, most=20),
            hint="Then the playbook of a large first purchase is run; 0 switches it off.",
        ),
        field_(
            "currency", "Currency", text_input("currency", rules.currency, most=20, hint="EUR"),
            hint="Three letters. Empty: whatever the country has.",
        ),
    ]  # fmt: skip


def changed(rules: Rules) -> Message:
    """Say which rules hold now."""
    large = money.say(rules.large_purchase, rules.currency)
    asked = f"a first purchase is large from {large}" if rules.large_purchase else "no purchase is asked after"
    graces = ", ".join(f"{label} {rules.grace[kind]}" for kind, label in GRACES.items())
    return message(
        section(
            md(
                "*Rules of follow-ups:* {tries} · {days} in peace · {at} without an hour · {asked}",
                tries=words.count(rules.tries, "try", "tries"),
                days=words.count(rules.cool_down_days, "day"),
                at=rules.default_time,
                asked=asked,
            )
        ),
        context(md("Grace in minutes: {graces}. They hold from now on.", graces=graces)),
    )
