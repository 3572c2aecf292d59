"""Examples of kudos: the post, the word to a receiver, the forms, and what the giver is told."""

from dataclasses import replace

from bot.domain.errands import Unknown
from bot.domain.kudos import Given, Kudos, Overheard
from bot.views import errands
from bot.views import kudos as views
from bot.views.blocks import Message, View
from bot.views.gallery.people import DANA, JON, MARIA, NOW, PAT

PLAIN = Kudos(4, JON, (MARIA,), "stayed after closing to fix Dana's heel", NOW)
FULL = replace(
    PLAIN,
    receivers=(MARIA, PAT),
    story="walked Dana to her car\nand <@U0ANA> held the umbrella",
    customer_id=DANA.id,
    link="https://corner-shoes.slack.com/archives/C0FLOOR/p1764064920000100",
    tags=("unseen", "care"),
)
MARKUP = replace(PLAIN, story="shouted <!channel> & *so* `on` <@U0ANA>")
LONG = replace(PLAIN, story="x" * 1500, receivers=tuple(f"U0STAFF{n}" for n in range(10)))

EXAMPLES: dict[str, Message | View] = {
    "post": views.post(PLAIN),
    "post_with_everything": views.post(FULL),
    "post_of_markup": views.post(MARKUP),
    "post_as_long_as_can_be": views.post(LONG),
    "direct": views.direct(FULL, "C0KUDOS"),
    "direct_without_channel": views.direct(PLAIN, None),
    "given": views.given(Given(PLAIN, "C0KUDOS")),
    "given_without_channel": views.given(Given(PLAIN, None)),
    "given_already": views.given(Given(FULL, "C0KUDOS", again=True)),
    "given_but_who": views.given_but(Given(PLAIN, "C0KUDOS"), errands.unknown(Unknown(9, "Zoë Ng"))),
    "linked": views.linked(Given(FULL, "C0KUDOS"), DANA.name),
    "undone": views.undone(PLAIN),
    "whole": views.whole(FULL),
    "form": views.kudos_form(Overheard()),
    "form_from_a_message": views.kudos_form(Overheard(MARIA, "I walked Dana to her car", FULL.link)),
    "details_form": views.details_form(FULL, DANA.name),
}
