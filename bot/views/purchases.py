"""What is said of a purchase, the form behind **Bought …**, and the question what a bare number is."""

from bot.domain import money
from bot.domain.customers import Customer
from bot.domain.purchases import LONGEST, AmountOrName, Noted, Spent
from bot.views.blocks import (
    Block,
    Filled,
    Message,
    Mrkdwn,
    View,
    actions,
    button,
    context,
    field_,
    form,
    join,
    md,
    message,
    section,
    shorten,
    text_input,
)
from bot.views.comings import called_off, coming


def noted(done: Noted) -> Message:
    """Say what was noted, what was spent on the visit altogether, and what comes of it."""
    return message(section(join([_spent(done), *_coming(done)], "\n")), _buttons(done))


def _spent(done: Noted) -> Mrkdwn:
    purchase = done.purchase
    head = "That is noted already: " if done.again else ":shopping_bags: Noted: "
    on = f" on {purchase.what}" if purchase.what else ""
    line = md(
        "{head}*{name}* spent {amount}{on}.",
        head=Mrkdwn(head), name=done.customer.name, amount=money.say(purchase.spent, done.currency), on=on,
    )  # fmt: skip
    if done.on_visit == purchase.spent:
        return line
    total = money.say(done.on_visit, done.currency)
    return join([line, md("With what was noted before, {total} on this visit.", total=total)])


def _coming(done: Noted) -> list[Mrkdwn]:
    if not done.coming:
        return []
    return [
        md("A first purchase this large is asked after:"),
        *(coming(one, done.zone, done.now) for one in done.coming),
    ]


def _buttons(done: Noted) -> Block | None:
    says = f"{done.customer.name} did not spend that"
    return actions(button("Undo purchase", "purchase.undo", done.purchase.id, says=says))


def undone(done: Noted) -> Message:
    """Say that a purchase was taken back."""
    amount = money.say(done.purchase.spent, done.currency)
    return message(
        section(md("Taken back: the {amount} of *{name}*.", amount=amount, name=done.customer.name)),
        context(off) if (off := called_off(done.called_off)) else None,
    )


def purchase_form(visit_id: int, customer: Customer, currency: str) -> View:
    """Return the form behind **Bought …**; what it was may stay empty."""
    label = f"How much? ({currency})" if currency else "How much?"
    return form(
        "purchase.note",
        shorten(f"Bought: {customer.name}", 24),
        [
            field_("amount", label, text_input("amount", most=40, hint="240, or 1,200.50"), optional=False),
            field_("what", "What?", text_input("what", most=LONGEST, hint="boots")),
        ],
        submit="Note it",
        carry=str(visit_id),
    )


def read_form(filled: Filled, currency: str) -> Spent:
    """Read the form; raises the refusals of `money.read` under the amount."""
    what = " ".join(filled.text("what").split())
    return Spent(money.read(filled.text("amount"), currency, "amount"), what or None)


def amount_or_name(asked: AmountOrName) -> Message:
    """Ask what a bare number after a name is: it is never guessed."""
    amount = money.say(asked.amount, asked.currency)
    return message(
        section(md("Is {number} what “{name}” spent, or part of the name?", number=asked.number, name=asked.name)),
        actions(
            button(f"They spent {amount}", "visit.as_amount", asked.errand, style="primary"),
            button("It is the name", "visit.as_name", asked.errand),
        ),
    )
