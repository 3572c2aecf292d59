"""A customer's card, the form behind it, and what is said when somebody is added, exported or erased."""

from datetime import date, datetime

from bot.domain.coupons import last_day
from bot.domain.customers import (
    SOURCES,
    Added,
    Card,
    Customer,
    CustomerForm,
    DueLine,
    IssueLine,
    Note,
    Seen,
    ToForget,
    days_to_birthday,
    read_birthday,
    read_email,
    read_phone,
    read_tags,
)
from bot.domain.names import clean_name
from bot.views import words
from bot.views.blocks import (
    Block,
    Filled,
    Message,
    Mrkdwn,
    View,
    actions,
    are_you_sure,
    button,
    context,
    escape,
    field_,
    form,
    join,
    md,
    mention,
    message,
    option,
    overflow,
    section,
    select,
    shorten,
    text_input,
    under,
    user_select,
)

KINDS = {
    "call": "Call",
    "note": "Thank-you note",
    "gift": "Gift or coupon",
    "checkin": "Check-in",
    "other": "To do",
}
NOTES_ON_CARD = 4
FRIENDS_ON_CARD = 3


def card(seen: Seen) -> Message:
    """Show everything that matters about a customer in one reply (P2)."""
    c, customer, zone = seen.card, seen.card.customer, seen.workspace.zone
    today = words.local_date(seen.now, zone)
    lines = [
        _headline(customer),
        _history(c, zone, today),
        _bought(c, zone, today),
        *[issue_line(issue, zone, today) for issue in c.issues],
        *[due_line(due, zone, seen.now) for due in c.tasks[:5]],
        _birthday(customer, today),
        _contact(customer),
    ]
    return message(
        section(join([line for line in lines if line], "\n")),
        _notes(c.notes, seen.now),
        _small_print(c),
        *coupons(c),
        card_buttons(customer),
    )


def coupons(c: Card) -> list[Block]:
    """Return the coupons that are open, each with **Redeemed**; three at most."""
    return [_coupon(due) for due in c.coupons[:3]]


def _coupon(due: DueLine) -> Block:
    last = last_day(due.details)
    assert last  # whatever was sent has its last day
    said = md(
        ":gift: Coupon {code} open until {day} ({value})",
        code=str(due.details["code"]),
        day=f"{last.day} {last:%b}",
        value=str(due.details["coupon"]),
    )
    says = f"Coupon {due.details['code']} was redeemed"
    return section(said, button("Redeemed", f"followup.redeemed.{due.id}", due.id, says=says))


def card_buttons(customer: Customer) -> Block | None:
    """Return the five commonest jobs, one tap away (P1)."""
    who = customer.name
    return actions(
        button("Log visit", "visit.log", customer.id, says=f"Log a visit of {who}"),
        button("Issue", "issue.new", customer.id, says=f"Log an issue of {who}"),
        button("Follow-up", "followup.new", customer.id, says=f"Set a follow-up for {who}"),
        button("Edit", "customer.edit", customer.id, says=f"Edit the card of {who}"),
        overflow(
            "customer.more",
            option("Add a note", f"note:{customer.id}"),
            option("They praised somebody", f"praised:{customer.id}"),
            option("Export what is stored", f"export:{customer.id}"),
            option("Forget this customer", f"forget:{customer.id}"),
        ),
    )


def _headline(customer: Customer) -> Mrkdwn:
    extra = f" (say {customer.say})" if customer.say else ""
    line = md("*{name}*{extra}", name=customer.name, extra=extra)
    return join([line, md("· address as {how}", how=customer.address)]) if customer.address else line


def _history(c: Card, zone: str, today: date) -> Mrkdwn:
    if not c.last_visit:
        return md("No visit logged yet.")
    last = words.day(words.local_date(c.last_visit, zone), today)
    return md("{visits}, last here {last}.", visits=words.count(c.visits, "visit"), last=last)


def _bought(c: Card, zone: str, today: date) -> Mrkdwn | None:
    if not c.bought:
        return None
    what, at = c.bought
    return md(
        ":shopping_bags: Last bought: {what}, {day}.",
        what=shorten(what, 120),
        day=words.day(words.local_date(at, zone), today),
    )


def issue_line(issue: IssueLine, zone: str, today: date) -> Mrkdwn:
    """Return an open issue in one line; the owner and the promised time are always there (P123)."""
    due = f", promised {words.day(words.local_date(issue.due_at, zone), today)}" if issue.due_at else ""
    return md(
        ":warning: *Open issue:* {story} ({owner}{due})",
        story=shorten(issue.story, 200),
        owner=mention(issue.owner),
        due=due,
    )


def due_line(due: DueLine, zone: str, now: datetime) -> Mrkdwn:
    """Return an open follow-up in one line."""
    late = " — *overdue*" if due.due_at < now else ""
    return md(
        ":bell: {kind}: {text}, {when} ({owner}){late}",
        kind=KINDS[due.kind],
        text=shorten(due.text, 150),
        when=words.moment(due.due_at, zone, now),
        owner=mention(due.owner),
        late=Mrkdwn(late),
    )


def _birthday(customer: Customer, today: date) -> Mrkdwn | None:
    days = days_to_birthday(customer.birthday, today)
    if customer.birthday is None or days is None:
        return None
    month_day = date(2000, int(customer.birthday[-5:-3]), int(customer.birthday[-2:]))
    when = {0: " — *today!*", 1: " — tomorrow"}.get(days, "")
    return md(":birthday: {day}{when}", day=f"{month_day.day} {month_day:%B}", when=Mrkdwn(when))


def _contact(customer: Customer) -> Mrkdwn | None:
    if customer.do_not_contact:
        return md(":no_bell: Asked not to be contacted.")
    parts = [f"☎ {customer.phone}" if customer.phone else "", f"✉ {customer.email}" if customer.email else ""]
    best = f"best time: {customer.best_time}" if customer.best_time else ""
    known = [part for part in (*parts, best) if part]
    return escape(" · ".join(known)) if known else None


def _notes(notes: tuple[Note, ...], now: datetime) -> Block | None:
    if not notes:
        return None
    lines = [_note(note, now) for note in notes[:NOTES_ON_CARD]]
    more = len(notes) - NOTES_ON_CARD
    return section(join([*lines, *([md("_and {n} more_", n=more)] if more > 0 else [])], "\n"))


def _note(note: Note, now: datetime) -> Mrkdwn:
    still = " · still true?" if note.is_stale(now) else ""
    return md(
        "• {text}  _{source}, {when}{still}_",
        text=note.text,
        source=SOURCES.get(note.source, note.source),
        when=f"{note.at:%b %Y}",
        still=still,
    )


def _small_print(c: Card) -> Block | None:
    customer, more = c.customer, len(c.sent) - FRIENDS_ON_CARD
    friends = [*c.sent[:FRIENDS_ON_CARD], *([f"{more} more"] if more > 0 else [])]
    parts = [
        md("Sent by {name}", name=c.sent_by) if c.sent_by else None,
        md("Sent us {names}", names=words.listed(friends)) if friends else None,
        md("Their person: {who}", who=mention(customer.person)) if customer.person else None,
        escape(" ".join(f"#{tag}" for tag in customer.tags)) if customer.tags else None,
        escape(f"also: {', '.join(customer.also)}") if customer.also else None,
    ]
    kept = [part for part in parts if part]
    return context(*kept) if kept else None


def with_doubles(said: Message, done: Added) -> Message:
    """Put under an answer who somebody just added may be a double of."""
    if not done.perhaps:
        return said
    names = words.listed([person.name for person in done.perhaps])
    return under(said, context(md(":eyes: There is already {names}. The same person?", names=names)))


def edit_form(seen: Seen) -> View:
    """Return the form of a card; every field but the name may stay empty."""
    c = seen.card.customer
    fields = (*_name_fields(c), *_reach_fields(c), *_note_fields(), _contact_field(c))
    return form("customer.save", "Edit card", fields, carry=str(c.id))


def _name_fields(c: Customer) -> tuple[Block, ...]:
    return (
        field_("name", "Name", text_input("name", c.name, most=80), optional=False),
        field_("say", "How to say it", text_input("say", c.say, most=80, hint="DAY-nah")),
        field_("address", "How to address them", text_input("address", c.address, most=80, hint="Dr López, Dana")),
        field_(
            "also", "Other names", text_input("also", ", ".join(c.also), most=300),
            hint="Nicknames, or the name in Latin letters; with commas between.",
        ),
    )  # fmt: skip


def _reach_fields(c: Customer) -> tuple[Block, ...]:
    return (
        field_("phone", "Phone", text_input("phone", c.phone, most=40)),
        field_("email", "E-mail", text_input("email", c.email, most=254)),
        field_("best_time", "Best time to call", text_input("best_time", c.best_time, most=80)),
        field_("birthday", "Birthday", text_input("birthday", c.birthday, most=30, hint="29 Feb, or 1988-02-29")),
        field_("person", "Their person", user_select("person", c.person)),
        field_("tags", "Tags", text_input("tags", ", ".join(c.tags), most=300), hint="With commas between."),
    )


def _contact_field(c: Customer) -> Block:
    choices = [option("May be called and written to", "yes"), option("Asked not to be contacted", "no")]
    return field_("contact", "Contact", select("contact", choices, "no" if c.do_not_contact else "yes"))


def _note_fields() -> tuple[Block, ...]:
    sources = [option(label.capitalize(), key) for key, label in SOURCES.items()]
    return (
        field_(
            "note",
            "Add a note",
            text_input("note", lines=True, most=500),
            hint="What a good host would remember. Nothing about health or money, and no judgement: "
            "they may ask to read it.",
        ),
        field_("source", "How do you know?", select("source", sources, "said")),
    )


def note_form(seen: Seen) -> View:
    """Return the short form for one note."""
    return form(
        "customer.note", shorten(seen.card.customer.name, 24), _note_fields(), carry=str(seen.card.customer.id)
    )


def read_form(filled: Filled, today: date, region: str = "") -> CustomerForm:
    """Read the form of a card; raises the refusal of the first field that cannot be read."""
    return CustomerForm(
        name=clean_name(filled.text("name")),
        also=tuple(name.strip() for name in filled.text("also").split(",") if name.strip())[:10],
        say=filled.text("say") or None,
        address=filled.text("address") or None,
        phone=read_phone(filled.text("phone"), region),
        email=read_email(filled.text("email")),
        birthday=read_birthday(filled.text("birthday"), today),
        best_time=filled.text("best_time") or None,
        person=filled.text("person") or None,
        tags=read_tags(filled.text("tags")),
        do_not_contact=filled.text("contact") == "no",
        note=filled.text("note") or None,
        note_source=filled.text("source") or "said",
    )


def to_forget(wish: ToForget) -> Message:
    """Ask a manager to confirm, or say that the managers were asked."""
    if not wish.may_confirm:
        if not wish.managers:
            return message(
                section(md("Only a manager can erase somebody, and none is named yet: `/regulars setup`."))
            )
        asked = words.listed([f"<@{manager}>" for manager in wish.managers])
        return message(
            section(
                md(
                    "Only a manager can erase *{name}*. I have asked {asked}.",
                    name=wish.customer.name,
                    asked=Mrkdwn(asked),
                )
            )
        )
    return forget_request(wish.customer)


def forget_request(customer: Customer, asked_by: str | None = None) -> Message:
    """Ask a manager whether to erase somebody, and say whose wish it is."""
    wish = context(md("{who} asks for it.", who=mention(asked_by))) if asked_by else None
    sure = are_you_sure(
        "Erase for good?",
        f"The card of {customer.name}, all visits, issues and follow-ups, and my own messages about them. "
        "There is no undo.",
        "Erase",
    )
    return message(
        section(
            md(
                "Erase *{name}* everywhere? Card, visits, issues, follow-ups, notes, and my own messages about "
                "them. There is no undo.",
                name=customer.name,
            )
        ),
        wish,
        actions(
            button("Erase", "customer.forget", customer.id, style="danger", confirm=sure),
            button("Export first", "customer.export", customer.id),
            button("Keep", "dismiss"),
        ),
    )


def forgotten() -> Message:
    """Say that somebody was erased, without the name, and what lies out of reach."""
    return message(
        section(md("Done. They are erased everywhere, my own messages about them included.")),
        context(
            md("What colleagues wrote in their own words, and replies only they can see, I cannot take back.")
        ),
    )


def wish_granted() -> Message:
    """Tell whoever asked that somebody is erased, without the name."""
    return message(section(md("Done: the customer you asked me to forget is erased everywhere.")))


def exported(customer: Customer) -> Message:
    """Say where the file is."""
    return message(
        section(
            md(
                "I have sent you a file with everything stored about *{name}* in our direct messages.",
                name=customer.name,
            )
        )
    )
