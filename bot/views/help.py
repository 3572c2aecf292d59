"""What can be typed: one usage line and one example for each command."""

from collections.abc import Iterable
from difflib import get_close_matches

from bot.views.blocks import Message, Mrkdwn, context, md, message, section, shorten, under

USAGE: dict[str, tuple[str, str, str]] = {
    "customer": ("name", "dana lopes", "show the card of somebody"),
    "visit": ("name[, name …]", "dana lopes", "log who came in"),
    "issue": ("name what happened", "dana left heel came loose again", "log what went wrong for somebody"),
    "followup": (
        "name what when",
        "dana call about the boots next tuesday at 3pm",
        "be reminded until it is done",
    ),
    "thanks": ("name for what", "dana for sending us Ana", "owe somebody a thank-you note"),
    "promise": ("name what by when", "dana call by friday 4pm", "keep your word to a customer"),
    "kudos": ("@colleague what they did", "@maria stayed after closing to fix Dana's heel", "praise a colleague"),
    "digest": ("[off | on]", "", "see today at a glance; off stops the daily one"),
    "regulars": ("setup | who | help", "setup", "set up, see who the managers are, and everything else"),
}
"""Command → what to type after it, an example, and what it does; the manifest says the same (a test)."""


MORE = md(
    "*And also*\n"
    "`/customer dana export` · `/customer dana forget`\n"
    "`/visit dana spent 240 on boots` · `/visit kim sent by rose` · `/customer kim sent by rose`\n"
    "`/kudos @maria from rose: she found the right pair at once`\n"
    "`/issue list`\n"
    "`/promise list` · `team`\n"
    "`/followup mine` · `team` · `overdue` · `queue` · `done` · `figures`, or a name\n"
    "`/regulars setup` · `who` · `shift` · `standin` · `calendar` · `playbooks` · `rules`"
)


def usage(command: str, problem: Mrkdwn | str = "") -> Message:
    """Explain one command, after what was wrong if something was."""
    what, example, does = USAGE[command]
    lines = [md("{problem}", problem=problem)] if problem else []
    lines.append(md("`/{command} {what}` — {does}.", command=command, what=what, does=does))
    lines.append(md("For example: `/{words}`", words=f"{command} {example}".strip()))
    return message(*(section(line) for line in lines), _more())


def everything() -> Message:
    """Explain all commands."""
    lines = [md("`/{c} {what}` — {does}", c=c, what=what, does=does) for c, (what, _, does) in USAGE.items()]
    return message(
        section(md("*What you can type*")),
        *(section(line) for line in lines),
        section(MORE),
        context(md("If another app has taken a name, put `/regulars` in front: `/regulars visit dana lopes`.")),
    )


def welcomed(said: Message) -> Message:
    """Add a line to the answer to somebody's first command, once."""
    hello = context(
        md(
            ":wave: Welcome to Regulars. `/regulars help` shows what you can type, and your day is in my "
            "*Home* tab. I say this once."
        )
    )
    return under(said, hello)


def misunderstood(word: str, known: Iterable[str]) -> Message:
    """Say that a word after `/regulars` is not known, and which one may have been meant."""
    near = get_close_matches(word.casefold(), list(known), n=1)
    guess = f" Did you mean `/regulars {near[0]}`?" if near else ""
    problem = md("I don't know “{word}”.{guess}", word=shorten(word, 60), guess=Mrkdwn(guess))
    return usage("regulars", problem)


def _more() -> dict[str, object]:
    return context(md("All commands: `/regulars help`"))
