"""The form of `/regulars setup`, what it says in the end, and who is who."""

from bot.domain.workspaces import Setup, SetupForm, Team, Workspace
from bot.views.blocks import (
    Block,
    Filled,
    Message,
    Mrkdwn,
    View,
    actions,
    button,
    channel,
    channel_select,
    context,
    field_,
    form,
    join,
    md,
    message,
    people,
    section,
    text_input,
    time_picker,
    users_select,
)

FORM = "setup.save"
CHANNELS = ("floor", "kudos", "managers_channel")
"""The fields that name a channel."""


def setup_form(setup: Setup) -> View:
    """Return the form; everything has a default, so that it can be sent off as it is."""
    w = setup.workspace
    return form(FORM, "Set up Regulars", [*_channels(w), *_times(setup), _managers(setup)])


def _channels(w: Workspace) -> list[Block]:
    return [
        field_(
            "floor", "Floor channel", channel_select("floor", w.floor_channel),
            hint="Here the team hears who just came in. For a private channel, invite me first.",
        ),
        field_(
            "kudos", "Kudos channel", channel_select("kudos", w.kudos_channel),
            hint="Here everybody reads who was caught doing something right.",
        ),
        field_(
            "managers_channel", "Managers' channel", channel_select("managers_channel", w.managers_channel),
            hint="Here comes up what slips. Without one, managers get it as a direct message.",
        ),
    ]  # fmt: skip


def _times(setup: Setup) -> list[Block]:
    w = setup.workspace
    zone = w.zone if w.set_up_at else setup.viewer or w.zone
    hours = str(w.settings.get("hours") or "")
    country = str(w.settings.get("country") or "")
    return [
        field_("zone", "Time zone", text_input("zone", zone, most=60, hint="Europe/Lisbon"), optional=False),
        field_(
            "hours", "Opening hours", text_input("hours", hours, most=300, hint="Mon-Fri 9-12, 14-18; Sat 10-16"),
            hint="Nobody is reminded outside them. Days you leave out are closed.",
        ),
        field_(
            "country", "Country", text_input("country", country, most=60, hint="PT"),
            hint="Two letters or the name: for public holidays, and for phone numbers typed without a country.",
        ),
        field_(
            "digest_at", "Daily digest at", time_picker("digest_at", f"{w.digest_at:%H:%M}"),
            hint="Each manager gets it at this time in their own time zone.",
        ),
    ]  # fmt: skip


def _managers(setup: Setup) -> Block:
    return field_(
        "managers",
        "Managers",
        users_select("managers", setup.managers),
        hint="They get the digest, decide, and confirm erasing. Left empty, it is you.",
    )


def read_form(filled: Filled) -> SetupForm:
    """Read what was filled in; what it means is checked when it is written down."""
    return SetupForm(
        floor=filled.text("floor") or None,
        kudos=filled.text("kudos") or None,
        managers_channel=filled.text("managers_channel") or None,
        zone=filled.text("zone"),
        digest_at=filled.text("digest_at") or "8:30",
        hours=filled.text("hours"),
        managers=tuple(filled.many("managers")),
        country=filled.text("country"),
    )


def done(setup: Setup) -> Message:
    """Say what was set up, and what to try first (P3)."""
    return message(
        section(join([md("*Set up.* This is how it stands:"), *summary(setup.workspace, setup.managers)], "\n")),
        section(
            md(
                "*Try this first:* type `/visit` and the name of somebody who just came in. I offer to add them, "
                "tell the floor, and show you their card."
            )
        ),
        actions(button("Log a visit", "home.visit", style="primary"), button("Change", "setup.open")),
        context(
            md("Everything you can type: `/regulars help`. A private channel needs `/invite @Regulars` once.")
        ),
    )


def summary(w: Workspace, managers: tuple[str, ...]) -> list[Mrkdwn]:
    """Return the settings in a few lines."""
    hours = str(w.settings.get("hours") or "always open")
    return [
        md("• Arrivals: {where}", where=_where(w.floor_channel)),
        md("• Kudos: {where}", where=_where(w.kudos_channel)),
        md("• What slips: {where}", where=_where(w.managers_channel, "the managers' direct messages")),
        md("• Times in {zone}; {hours}", zone=w.zone, hours=hours),
        md("• Daily digest at {at:} for {who}", at=f"{w.digest_at:%H:%M}", who=people(managers) or "nobody yet"),
    ]


def _where(chosen: str | None, instead: str = "no channel yet") -> Mrkdwn:
    return channel(chosen) if chosen else md("{instead}", instead=instead)


def who(team: Team) -> Message:
    """Say who the managers are, and who else has used the bot (P52: nothing about it is hidden)."""
    managers = people(team.managers) or md("nobody yet: type `/regulars setup`")
    lines = [md("*Managers:* {who}", who=managers)]
    if team.others:
        lines.append(md("*Team:* {who}", who=people(team.others[:50])))
    told = None if team.workspace.set_up_at else md("Nobody has set this workspace up yet: `/regulars setup`.")
    return message(section(join(lines, "\n")), context(told) if told else None)
