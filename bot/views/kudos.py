"""Kudos: the post, the word to each receiver, the form, and what the giver is told."""

import re
from datetime import datetime

from bot.domain.customers import read_tags
from bot.domain.errands import Question
from bot.domain.kudos import LONGEST, Given, Kudos, Overheard, Praise, WhoSaidIt
from bot.domain.kudos import read_form as read_praise
from bot.views import errands
from bot.views.blocks import (
    Block,
    Filled,
    Message,
    Mrkdwn,
    View,
    actions,
    button,
    channel,
    context,
    escape,
    field_,
    form,
    join,
    md,
    mention,
    message,
    notice,
    option,
    people,
    section,
    select,
    shorten,
    text_input,
    under,
    users_select,
)
from bot.views.comings import coming

GIVE, DETAILS = "kudos.give", "kudos.details"


def story(text: str) -> Mrkdwn:
    """Return a story in which people are mentions and everything else is as typed."""
    parts = re.split(r"<@([UW][A-Z0-9]+)>", text)
    return Mrkdwn("".join(mention(part) if i % 2 else escape(part) for i, part in enumerate(parts)))


def quoted(text: str) -> Mrkdwn:
    """Return a story as a quotation."""
    return Mrkdwn("\n".join(f">{line}" for line in story(text).splitlines()))


def line(kudos: Kudos) -> Mrkdwn:
    """Return kudos in one line, for the digest and for Home."""
    return md(
        ":raised_hands: {who}: {story} ({way} {giver})",
        who=people(kudos.receivers),
        story=story(shorten(" ".join(kudos.story.split()), 150)),
        way="a customer, by way of" if kudos.from_customer else "from",
        giver=mention(kudos.giver),
    )


def post(kudos: Kudos) -> Message:
    """Tell everybody in the kudos channel; the story is the point (P121)."""
    caught = ":raised_hands: *Caught doing something right:* {who}"
    head = md(
        ":heart: *A customer praised {who}:*" if kudos.from_customer else caught, who=people(kudos.receivers)
    )
    return message(section(join([head, quoted(kudos.story)], "\n")), _beside(kudos), _links(kudos))


def direct(kudos: Kudos, kudos_channel: str | None) -> Message:
    """Tell a receiver, in their direct messages."""
    caught = ":raised_hands: {giver} caught you doing something right:"
    passed = ":heart: {giver} passes on what a customer said of you:"
    head = md(passed if kudos.from_customer else caught, giver=mention(kudos.giver))
    where = md("Everybody can read it in {where}.", where=channel(kudos_channel)) if kudos_channel else None
    return message(
        section(join([head, quoted(kudos.story)], "\n")), context(where) if where else None, _links(kudos)
    )


def _beside(kudos: Kudos) -> Block:
    tags = escape(" ".join(f"#{tag}" for tag in kudos.tags))
    way = "passed on by {giver}" if kudos.from_customer else "from {giver}"
    return context(*[part for part in (md(way, giver=mention(kudos.giver)), tags) if part])


def _links(kudos: Kudos) -> Block | None:
    """The customer is behind a button, since guests may read the channel."""
    card = button("Card of the customer", "customer.card", kudos.customer_id) if kudos.customer_id else None
    seen = button("See the message", "kudos.link", kudos.id) | {"url": kudos.link} if kudos.link else None
    return actions(card, seen)


def given(done: Given, zone: str, now: datetime) -> Message:
    """Tell the giver what became of it, and how the customer is thanked whose words they are."""
    who = people(done.kudos.receivers)
    if done.again:
        head = md("That is already there: you gave {who} these kudos a moment ago.", who=who)
    elif done.channel:
        head = md(
            ":raised_hands: Done. {who} will hear of it, and so will everybody in {where}.",
            who=who, where=channel(done.channel),
        )  # fmt: skip
    else:
        head = md(
            ":raised_hands: Done. I told {who} in a direct message. No kudos channel is chosen yet; "
            "a manager does that with `/regulars setup`.",
            who=who,
        )
    return _with_story(head, done, zone, now)


def _with_story(head: Mrkdwn, done: Given, zone: str, now: datetime) -> Message:
    thanks = [
        md("*{name}* is thanked for it:", name=done.thanked),
        *(coming(one, zone, now) for one in done.coming),
    ]
    return message(
        section(join([head, quoted(done.kudos.story)], "\n")),
        section(join(thanks, "\n")) if done.coming else None,
        _buttons(done.kudos),
    )


def _buttons(kudos: Kudos) -> Block | None:
    label = "Change customer or values" if kudos.customer_id or kudos.tags else "Add customer or values"
    return actions(button(label, "kudos.more", kudos.id), button("Undo", "kudos.undo", kudos.id))


def given_but(done: Given, question: Message, zone: str, now: datetime) -> Message:
    """Tell the giver that it is done, and ask which customer they meant."""
    return message(*given(done, zone, now).blocks, *question.blocks)


def whose(asked: Question, zone: str, now: datetime) -> Message:
    """Ask whose words these are; they can be passed on without a name as well."""
    nameless = button("Post it without a name", "kudos.nameless", asked.errand)
    question = errands.question(asked, zone, now, nameless)
    return under(question, context(md("Nothing is posted before you choose.")))


def undone(kudos: Kudos) -> Message:
    """Say that kudos were taken back."""
    return message(section(md("Taken back. What I wrote about {who} disappears.", who=people(kudos.receivers))))


def linked(done: Given, zone: str, now: datetime) -> Message:
    """Say which customer the kudos are about, or whose words they are."""
    said = (
        "Passed on, as the words of *{name}*."
        if done.kudos.from_customer
        else "Linked: these kudos are about *{name}*."
    )
    return _with_story(md(said, name=done.thanked), done, zone, now)


def whole(kudos: Kudos) -> View:
    """Return kudos in a window of their own."""
    return notice("Kudos", *post(kudos).blocks)


def kudos_form(about: Overheard) -> View:
    """Return the form of **Caught doing it right**."""
    chosen = [about.author] if about.author else []
    hint = "What did they do, and for whom? One line is enough."
    return form(
        GIVE,
        "Caught doing it right",
        [
            field_("who", "Who", users_select("who", chosen), optional=False),
            field_(
                "story", "What did they do?", text_input("story", about.text, lines=True, most=LONGEST, hint=hint),
                optional=False,
            ),
            *_details(about.customer, (), said=bool(about.customer)),
        ],
        submit="Give kudos",
        carry=about.link or "",
    )  # fmt: skip


def details_form(kudos: Kudos, customer: str | None) -> View:
    """Return the form that ties kudos to a customer and to values."""
    return form(
        DETAILS,
        "Customer and values",
        _details(customer, kudos.tags, said=kudos.from_customer),
        carry=str(kudos.id),
    )


def _details(customer: str | None, tags: tuple[str, ...], *, said: bool) -> tuple[Block, ...]:
    words = [option("Mine", "mine"), option("The customer's own", "customer")]
    return (
        field_(
            "customer", "Which customer was it for?", text_input("customer", customer, most=80, hint="dana lopes"),
            hint="Only a name you know; leave it empty otherwise.",
        ),
        field_(
            "said", "Whose words?", select("said", words, "customer" if said else "mine"),
            hint="A customer's own words are passed on as such, and the customer is thanked for them.",
        ),
        field_(
            "tags", "Values", text_input("tags", ", ".join(tags), most=200, hint="unseen, teamwork"),
            hint="With commas between.",
        ),
    )  # fmt: skip


def said_by_customer(filled: Filled) -> bool:
    """Say whether the words are the customer's own; raise `WhoSaidIt` where no customer is named."""
    said = filled.text("said") == "customer"
    if said and not filled.text("customer"):
        raise WhoSaidIt(field="customer")
    return said


def read_form(filled: Filled, link: str) -> Praise:
    """Read the form; raises the refusal of the first field that cannot be read."""
    safe = link if re.fullmatch(r"https://[\w.-]+/archives/[A-Z0-9]+/p\d+", link) else None
    return read_praise(filled.many("who"), filled.text("story"), read_tags(filled.text("tags")), safe)
