"""What can be typed: one usage line and one example for each command."""

from bot.views.blocks import Message, context, md, message, section

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
    "kudos": ("@colleague what they did", "@maria stayed after closing to fix Dana's heel", "praise a colleague"),
    "digest": ("", "", "see today at a glance"),
    "regulars": ("setup | who | help", "setup", "set up, and everything else"),
}
"""Command → what to type after it, an example, and what it does; the manifest says the same (a test)."""


def usage(command: str, problem: str = "") -> Message:
    """Explain one command, after what was wrong if something was."""
    what, example, does = USAGE[command]
    lines = [md("{problem}", problem=problem)] if problem else []
    lines.append(md("`/{command} {what}` — {does}.", command=command, what=what, does=does))
    if example:
        lines.append(md("For example: `/{command} {example}`", command=command, example=example))
    return message(*(section(line) for line in lines), _more())


def everything() -> Message:
    """Explain all commands."""
    lines = [md("`/{c} {what}` — {does}", c=c, what=what, does=does) for c, (what, _, does) in USAGE.items()]
    return message(
        section(md("*What you can type*")),
        *(section(line) for line in lines),
        context(md("If another app has taken a name, put `/regulars` in front: `/regulars visit dana lopes`.")),
    )


def _more() -> dict[str, object]:
    return context(md("All commands: `/regulars help`"))
