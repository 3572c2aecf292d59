"""What is said of who sent us whom."""

from bot.domain.referrals import Sent, SentByAnother, TakenBack
from bot.views.blocks import Message, actions, button, context, join, md, message, section
from bot.views.comings import called_off, coming


def sent(done: Sent) -> Message:
    """Say who sent whom, and how they are thanked."""
    head = "That is noted already: " if done.again else ":busts_in_silhouette: Noted: "
    lines = [
        md("{head}*{name}* sent us *{friend}*.", head=head, name=done.customer.name, friend=done.friend.name),
        *(coming(one, done.zone, done.now) for one in done.coming),
    ]
    if done.earlier:
        known = "*{friend}* was here {times} before. If {name} did not send them, press *Undo referral*."
        times = "once" if done.earlier == 1 else f"{done.earlier} times"
        lines.append(md(known, friend=done.friend.name, times=times, name=done.customer.name))
    if done.named:
        lines.append(md("That they sent somebody was noted before, so they are thanked once."))
    says = f"{done.customer.name} did not send {done.friend.name}"
    return message(
        section(join(lines, "\n")),
        actions(
            button("Card", "customer.card", done.customer.id, says=f"Card of {done.customer.name}"),
            button("Undo referral", "referral.undo", done.referral.id, says=says),
        ),
    )


def sent_by_another(asked: SentByAnother) -> Message:
    """Ask whether somebody else sent them."""
    return message(
        section(
            md(
                "*{friend}* is noted as sent by *{before}*. By *{name}* instead?",
                friend=asked.friend.name, before=asked.before.name, name=asked.customer.name,
            )
        ),
        actions(
            button(f"By {asked.customer.name}", "referral.instead", asked.errand, style="primary"),
            button(f"Keep {asked.before.name}", "dismiss"),
        ),
    )  # fmt: skip


def undone(done: TakenBack) -> Message:
    """Say that it was taken back; the thanks are called off."""
    friend = done.friend.name if done.friend else "them"
    return message(
        section(md("Taken back: nobody is noted as who sent *{friend}*.", friend=friend)),
        context(off) if (off := called_off(done.called_off)) else None,
    )
