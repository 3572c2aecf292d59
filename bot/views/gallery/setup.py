"""Examples of `/regulars setup` and `/regulars who`."""

from dataclasses import replace
from datetime import time

from bot.domain.workspaces import Setup, Team, Workspace
from bot.views import help as help_views
from bot.views import setup as views
from bot.views.blocks import Message, View
from bot.views.gallery.people import JON, MARIA, PAT, SHOP

NEW = Workspace("T0REGULARS")
READY = replace(
    SHOP, settings={"hours": "Mon–Sat 09:00–19:00; Sun closed", "country": "PT"}, digest_at=time(7, 45)
)

EXAMPLES: dict[str, Message | View] = {
    "form_first_time": views.setup_form(Setup(NEW, (), "Europe/Lisbon")),
    "form_again": views.setup_form(Setup(READY, (PAT,), "America/New_York")),
    "done": views.done(Setup(READY, (PAT,))),
    "done_with_defaults": views.done(Setup(NEW, ())),
    "who": views.who(Team(SHOP, (PAT,), (JON, MARIA))),
    "who_alone": views.who(Team(SHOP, (PAT,), ())),
    "who_before_setup": views.who(Team(NEW, (), (MARIA,))),
    "welcomed": help_views.welcomed(views.who(Team(SHOP, (PAT,), (JON, MARIA)))),
    "misunderstood": help_views.misunderstood("setpu", ["setup", "who"]),
    "misunderstood_entirely": help_views.misunderstood("<!channel> *so*", ["setup", "who"]),
}
