"""The questions “which of them?”, “shall I add them?” and “whom is this for?”."""

from datetime import datetime

from bot.domain.errands import Choice, Meaning, Question, Unknown, Unsure, Which
from bot.views import words
from bot.views.blocks import Block, Message, Mrkdwn, actions, button, join, md, message, section, shorten


def whom(asked: Question | Unsure, zone: str, now: datetime) -> Message:
    """Ask whom a command is for."""
    return unsure(asked) if isinstance(asked, Unsure) else question(asked, zone, now)


def question(asked: Question, zone: str, now: datetime, otherwise: Block | None = None) -> Message:
    """Ask who is meant: which of several people, or whether to add somebody; or, with a button, neither."""
    return which(asked, zone, now, otherwise) if isinstance(asked, Which) else unknown(asked, otherwise)


def which(question: Which, zone: str, now: datetime, otherwise: Block | None = None) -> Message:
    """Ask which of several people is meant; the last button adds a new one."""
    buttons = [
        button(_label(choice, question.visits, zone, now), f"errand.choose.{i}", _answer(question, choice))
        for i, choice in enumerate(question.choices)
    ]
    new = button(f"New customer “{question.words}”", "errand.add", question.errand)
    return message(
        section(join([_which(question), *_others(question)])),
        actions(*buttons, new, _without(question), otherwise),
    )


def _which(question: Which) -> Mrkdwn:
    if question.visits:
        known, visits = question.choices[0].customer.name, words.count(question.visits, "visit")
        ask = "Whoever a friend sent is usually new. Is it *{known}* ({visits}), or a new customer, “{name}”?"
        return md(ask, known=known, visits=visits, name=question.words)
    ask = "Which *{name}*?" if question.sure else "I don't know *{name}*. Did you mean …?"
    return md(ask, name=question.words)


def _answer(question: Which, choice: Choice) -> str:
    return f"{question.errand}:{choice.customer.id}"


def _label(choice: Choice, visits: int, zone: str, now: datetime) -> str:
    if visits:
        return f"{choice.customer.name} ({words.count(visits, 'visit')})"
    if not choice.last_visit:
        return choice.customer.name
    return f"{choice.customer.name} · last here {words.moment(choice.last_visit, zone, now).split(',')[0]}"


def _others(question: Question) -> list[Mrkdwn]:
    return [md("It is for {names}, too.", names=words.listed([*question.others]))] if question.others else []


def _without(question: Question) -> Block | None:
    if not question.others:
        return None
    return button(f"Without {question.words}", "whom.without", question.errand)


def unknown(question: Unknown, otherwise: Block | None = None) -> Message:
    """Offer to add somebody, in one tap."""
    ask = md("I don't know a *{name}* yet. Add them?", name=question.words)
    return message(
        section(join([ask, *_others(question)])),
        actions(
            button(f"Add {question.words}", "errand.add", question.errand, style="primary"),
            _without(question),
            otherwise,
            button("No, thanks", "dismiss"),
        ),
    )


def unsure(asked: Unsure) -> Message:
    """Ask in which of several ways a command is meant; nothing is written down before."""
    buttons = [
        button(_meaning(meaning, asked.meanings), f"whom.meant.{i}", f"{asked.errand}:{i}")
        for i, meaning in enumerate(asked.meanings)
    ]
    return message(section(md("Whom is this for?")), actions(*buttons, button("No, thanks", "dismiss")))


def _meaning(meaning: Meaning, all_of_them: tuple[Meaning, ...]) -> str:
    """Return the names, and the rest where it is longer than the shortest one."""
    if len(meaning.names) == len(meaning.new) == 1:
        return f"New customer “{meaning.names[0]}”"
    names = words.listed([f"{name} (new)" if name in meaning.new else name for name in meaning.names])
    shortest = min(len(each.rest) for each in all_of_them)
    rest = f": “{shorten(meaning.rest, 40)}”" if len(meaning.rest) > shortest else ""
    return f"{shorten(names, 74 - len(rest))}{rest}"
