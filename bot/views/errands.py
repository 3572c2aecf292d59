"""The questions “which of them?” and “shall I add them?”."""

from datetime import datetime

from bot.domain.errands import Choice, Question, Unknown, Which
from bot.views import words
from bot.views.blocks import Message, actions, button, md, message, section


def question(asked: Question, zone: str, now: datetime) -> Message:
    """Ask who is meant: which of several people, or whether to add somebody."""
    return which(asked, zone, now) if isinstance(asked, Which) else unknown(asked)


def which(question: Which, zone: str, now: datetime) -> Message:
    """Ask which of several people is meant; the last button adds a new one."""
    ask = "Which *{name}*?" if question.sure else "I don't know *{name}*. Did you mean …?"
    buttons = [
        button(_label(choice, zone, now), f"errand.choose.{i}", f"{question.errand}:{choice.customer.id}")
        for i, choice in enumerate(question.choices)
    ]
    new = button(f"New customer “{question.words}”", "errand.add", question.errand)
    return message(section(md(ask, name=question.words)), actions(*buttons, new))


def _label(choice: Choice, zone: str, now: datetime) -> str:
    if not choice.last_visit:
        return choice.customer.name
    return f"{choice.customer.name} · last here {words.moment(choice.last_visit, zone, now).split(',')[0]}"


def unknown(question: Unknown) -> Message:
    """Offer to add somebody, in one tap."""
    return message(
        section(md("I don't know a *{name}* yet. Add them?", name=question.words)),
        actions(
            button(f"Add {question.words}", "errand.add", question.errand, style="primary"),
            button("No, thanks", "dismiss"),
        ),
    )
