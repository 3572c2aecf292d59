"""The tour: the nine steps of the walk (PRODUCT.md), each played by one button on the page.

A step has ``actions`` that the page plays; their format is told in docs/playground-protocol.md.
"""

from typing import Any

Step = dict[str, Any]


def _step(title: str, look: str, *actions: dict[str, Any]) -> Step:
    return {"title": title, "look": look, "actions": list(actions)}


_STEPS = (
    _step(
        "Somebody comes in",
        "A typo and a missing accent, and still it is Dana López. The floor hears what matters most first: "
        "her open issue, then what to ask about.",
        {"as": "maria", "in": "floor", "types": "/visit dana lopes"},
    ),
    _step(
        "Greeted by name",
        "The same message now says who greeted her. After the fourth greeting it stops asking.",
        {"as": "jon", "in": "floor", "presses": "Greeted by name"},
        {"as": "maria", "in": "floor", "presses": "Greeted by name"},
    ),
    _step(
        "Which Dana? And who is Zzyzx?",
        "Three Danas are three buttons. Somebody new is one tap away.",
        {"as": "maria", "in": "floor", "types": "/visit dana"},
        {"types": "/visit zzyzx"},
        {"presses": "Add Zzyzx"},
    ),
    _step(
        "Something went wrong, and is put right",
        "Story, feeling and promise in one short form. Resolving asks for her own verdict, and sets a reassurance "
        "call, a coupon and a loud welcome back going.",
        {"as": "jon", "in": "floor", "types": "/issue dana lópez left heel came loose again"},
        {
            "fills": {
                "How do they feel?": "Upset",
                "What do they want?": "to dance on Saturday",
                "By when?": "friday 4pm",
            },
            "submits": True,
        },
        {"presses": "Resolve"},
        {"fills": {"What do they say of it?": "More than they expected"}, "submits": True},
    ),
    _step(
        "A promise that comes back by itself",
        "What was understood is repeated as a date. On Tuesday at 15:00 the call comes back with the number, the "
        "last words and an opener; nobody answers, so it comes back next working day, at her best time, and "
        "may be put off.",
        {"as": "maria", "in": "floor", "types": "/followup dana lópez call about the boots next tuesday at 3pm"},
        {"clock": "next tuesday 15:00"},
        {"in": "app", "waits": "Call about the boots"},
        {"presses": "No answer", "on": "Call about the boots"},
        {"clock": "tomorrow 14:30"},
        {"presses": "Snooze", "on": "Call about the boots"},
        {"fills": {"Until when?": "Tomorrow"}, "submits": True},
    ),
    _step(
        "Thank you, on paper, and a call that changes hands",
        "A note is due next working day: due, written, sent. Maria hands her call to Jon, who must accept. He "
        "keeps silent: it comes back to her, and the managers hear of it.",
        {"as": "jon", "in": "floor", "types": "/thanks dana lópez for sending us Ana"},
        {"clock": "tomorrow 08:59"},
        {"clock": 360},
        {"in": "app", "waits": "sending us Ana"},
        {"presses": "Written", "on": "sending us Ana"},
        {"presses": "Sent", "on": "sending us Ana"},
        {"as": "maria", "in": "app", "waits": "Call about the boots"},
        {"presses": "Hand over", "on": "Call about the boots"},
        {"fills": {"A colleague": "Jon Park"}, "submits": True},
        {"clock": 7200},
        {"as": "pat", "in": "managers", "waits": "slipping"},
    ),
    _step(
        "Caught doing something right",
        "The team reads the story in #kudos; Maria gets it in person. Nobody can praise themselves.",
        {"as": "jon", "in": "floor", "types": "/kudos @maria stayed after closing to fix Dana's heel"},
        {"in": "kudos"},
    ),
    _step(
        "The manager's morning",
        "People first: who waits, what was promised, who is slipping away, who shone.",
        {"as": "pat", "clock": "tomorrow 08:31"},
        {"in": "app", "waits": "shows this at any time"},
        {"in": "floor", "types": "/digest"},
    ),
    _step(
        "What do you know about me?",
        "A file with everything that is stored. And, confirmed by a manager, forgotten everywhere: cards, search, "
        "even the messages in this channel.",
        {"as": "pat", "in": "floor", "types": "/customer dana lópez export"},
        {"types": "/customer dana lópez forget"},
        {"presses": "Erase"},
        {"presses": "Erase"},  # in the dialog that asks again
    ),
)

TOUR: list[Step] = [{"n": n, **step} for n, step in enumerate(_STEPS, 1)]
