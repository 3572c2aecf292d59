"""Examples of kudos: the post, the word to a receiver, the forms, and what the giver is told."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.errands import Unknown
from bot.domain.issues import Coming
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
PRAISE = replace(PLAIN, story="she found the right pair at once", from_customer=True, customer_id=DANA.id, tags=())
NOTE = Coming("note", "Thank Dana López for the kind words", JON, NOW + timedelta(hours=24))
PASSED_ON = Given(PRAISE, "C0KUDOS", coming=(NOTE,), thanked=DANA.name)
THEN = ("Europe/Lisbon", NOW)
LONG = replace(PLAIN, story="x" * 1500, receivers=tuple(f"U0STAFF{n}" for n in range(10)))

EXAMPLES: dict[str, Message | View] = {
    "post": views.post(PLAIN),
    "post_with_everything": views.post(FULL),
    "post_of_markup": views.post(MARKUP),
    "post_as_long_as_can_be": views.post(LONG),
    "direct": views.direct(FULL, "C0KUDOS"),
    "post_of_a_customers_praise": views.post(PRAISE),
    "direct_of_a_customers_praise": views.direct(PRAISE, "C0KUDOS"),
    "given_in_a_customers_words": views.given(PASSED_ON, *THEN),
    "linked_in_a_customers_words": views.linked(PASSED_ON, *THEN),
    "form_of_a_customers_praise": views.kudos_form(Overheard(customer=DANA.name)),
    "direct_without_channel": views.direct(PLAIN, None),
    "given": views.given(Given(PLAIN, "C0KUDOS"), *THEN),
    "given_without_channel": views.given(Given(PLAIN, None), *THEN),
    "given_already": views.given(Given(FULL, "C0KUDOS", again=True), *THEN),
    "whose_words": views.whose(Unknown(9, "Zoë Ng"), *THEN),
    "given_but_who": views.given_but(Given(PLAIN, "C0KUDOS"), errands.unknown(Unknown(9, "Zoë Ng")), *THEN),
    "linked": views.linked(Given(FULL, "C0KUDOS", thanked=DANA.name), *THEN),
    "undone": views.undone(PLAIN),
    "whole": views.whole(FULL),
    "form": views.kudos_form(Overheard()),
    "form_from_a_message": views.kudos_form(Overheard(MARIA, "I walked Dana to her car", FULL.link)),
    "details_form": views.details_form(FULL, DANA.name),
}
