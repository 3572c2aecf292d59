"""`/kudos`, the shortcut **Caught doing it right**, and what the giver can do afterwards."""

from typing import Any

from bot.domain import kudos as rules
from bot.domain.customers import read_tags
from bot.domain.errands import Question
from bot.domain.kudos import Given, Overheard, Praise
from bot.handlers.doors import Ask, Body, Doors, Say, as_id, as_typed
from bot.services import customers, kudos
from bot.store.database import BookSession
from bot.views import errands as errand_views
from bot.views import kudos as views


class Praising:
    """Somebody was caught doing something right."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    async def give(self, ask: Ask) -> Say:
        """`/kudos @maria stayed after closing to fix Dana's heel`."""
        if not ask.text.strip():
            return views.kudos_form(Overheard())
        praise = await self._checked(ask, rules.read_command(ask.text))

        def deed(session: BookSession) -> Say:
            done = kudos.give_from(session, ask.actor, praise, ask.now)
            zone, now = ask.actor.zone, ask.now
            return views.given(done, zone, now) if isinstance(done, Given) else views.whose(done, zone, now)

        return await self.doors.once(ask, deed)

    async def nameless(self, ask: Ask) -> Say:
        """**Post it without a name**: whose words they are stays unsaid."""

        def deed(session: BookSession) -> Say:
            return views.given(
                kudos.give_nameless(session, ask.actor, ask.number, ask.now), ask.actor.zone, ask.now
            )

        return await self.doors.once(ask, deed)

    async def _checked(self, ask: Ask, praise: Praise) -> Praise:
        """Refuse what may not be praised; Slack is asked about colleagues the bot has not met."""
        others = [user for user in praise.receivers[: rules.MOST_RECEIVERS] if user != ask.actor.user]
        rules.check(praise, ask.actor, await self.doors.people(ask, others))
        return praise

    async def open_form(self, ask: Ask) -> Say:
        """The **Give kudos** button."""
        return views.kudos_form(Overheard())

    async def praised(self, ask: Ask) -> Say:
        """**They praised somebody** on a card or an arrival: the form, to pass the customer's own words on."""
        return await self.doors.read(
            ask, lambda session: views.kudos_form(Overheard(customer=_name(session, ask, ask.number)))
        )

    async def overheard(self, ask: Ask) -> Say:
        """The message shortcut: the form, with what was written and by whom."""
        said = _overheard(ask.body)
        if said.author and said.author != ask.actor.user:
            await self.doors.people(ask, [said.author])
        return await self.doors.read(
            ask, lambda session: views.kudos_form(kudos.overheard(session, ask.actor, said))
        )

    async def submit(self, ask: Ask) -> Say:
        """The form, filled in; a customer who is not clear is asked about afterwards."""
        praise = await self._checked(ask, views.read_form(ask.filled, ask.value))
        views.said_by_customer(ask.filled)  # refused before anything is given, when nobody is named

        def deed(session: BookSession) -> Say:
            given = kudos.give(session, ask.actor, praise, ask.now)
            return _with_customer(session, ask, given)

        return await self.doors.once(ask, deed)

    async def undo(self, ask: Ask) -> Say:
        """**Undo**."""
        return await self.doors.once(
            ask, lambda session: views.undone(kudos.undo(session, ask.actor, ask.number, ask.now))
        )

    async def more(self, ask: Ask) -> Say:
        """**Add customer or values**."""

        def look(session: BookSession) -> Say:
            found = kudos.see_own(session, ask.actor, ask.number)
            return views.details_form(found, _name(session, ask, found.customer_id))

        return await self.doors.read(ask, look)

    async def details(self, ask: Ask) -> Say:
        """The form behind it."""

        def deed(session: BookSession) -> Say:
            views.said_by_customer(ask.filled)
            tags = read_tags(ask.filled.text("tags"))
            return _with_customer(session, ask, kudos.tag(session, ask.actor, as_id(ask.value), tags, ask.now))

        return await self.doors.once(ask, deed)

    async def see(self, ask: Ask) -> Say:
        """Kudos in a window of their own."""
        return await self.doors.read(ask, lambda session: views.whole(kudos.see(session, ask.actor, ask.number)))


def _name(session: BookSession, ask: Ask, customer_id: int | None) -> str | None:
    return customers.see(session, ask.actor, customer_id, ask.now).card.customer.name if customer_id else None


def _with_customer(session: BookSession, ask: Ask, given: Given) -> Say:
    """Link the customer typed into the form, or ask who was meant."""
    name = ask.filled.text("customer")
    if not name:
        return views.given(given, ask.actor.zone, ask.now)
    said = views.said_by_customer(ask.filled)
    return _linked(ask, given, kudos.whose(session, ask.actor, given.kudos.id, name, ask.now, said=said))


def _linked(ask: Ask, given: Given, who: Given | Question) -> Say:
    """Say whose words they are or whom they are about; or that they are given, and ask who was meant."""
    if isinstance(who, Given):
        return views.linked(who, ask.actor.zone, ask.now)
    return _but_who(ask, given, who)


def _but_who(ask: Ask, given: Given, asked: Question) -> Say:
    zone, now = ask.actor.zone, ask.now
    return views.given_but(given, errand_views.question(asked, zone, now), zone, now)


def link(session: BookSession, ask: Ask, customer_id: int, facts: dict[str, Any]) -> Say:
    """Go on with “which of them?”: link the customer that was chosen or added."""
    said = bool(facts.get("said"))
    kudos_id = as_id(str(facts.get("kudos", "")))
    done = kudos.link(session, ask.actor, kudos_id, customer_id, ask.now, said=said)
    return views.linked(done, ask.actor.zone, ask.now)


def pass_on(session: BookSession, ask: Ask, customer_id: int, facts: dict[str, Any]) -> Say:
    """Go on with “from dana:” once it is clear which Dana said so: now it is posted."""
    done = kudos.give_words(session, ask.actor, Praise.from_facts(facts), customer_id, ask.now)
    return views.given(done, ask.actor.zone, ask.now)


def _overheard(body: Body) -> Overheard:
    """Read the message a shortcut was used on; what a bot wrote has no author to praise."""
    said = body.get("message") or {}
    author = said.get("user") if not said.get("bot_id") else None
    text = as_typed(str(said.get("text") or ""))
    return Overheard(author, text, _permalink(body))


def _permalink(body: Body) -> str | None:
    """Return the address of the message; direct messages have none that others could open."""
    channel = str((body.get("channel") or {}).get("id", ""))
    domain, ts = (body.get("team") or {}).get("domain"), str((body.get("message") or {}).get("ts", ""))
    if not domain or not ts or not channel.startswith(("C", "G")):
        return None
    return f"https://{domain}.slack.com/archives/{channel}/p{ts.replace('.', '')}"


def register(doors: Doors) -> None:
    """Say what this file answers."""
    door = Praising(doors)
    doors.commands["kudos"] = door.give
    doors.buttons |= {
        "kudos.undo": door.undo,
        "kudos.nameless": door.nameless,
        "kudos.more": door.more,
        "kudos.new": door.open_form,
        "kudos.praised": door.praised,
        "kudos.see": door.see,
    }
    doors.forms |= {views.GIVE: door.submit, views.DETAILS: door.details}
    doors.shortcuts["kudos_message"] = door.overheard
    doors.errands |= {"kudos.customer": link, kudos.FROM: pass_on}
