"""The buttons of a reminder: reached, no answer, written, sent, snooze, and the “…” menu."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.domain.outcomes import Settled
from bot.domain.policy import Actor
from bot.handlers.doors import Ask, Doors, Handler, Say, as_id
from bot.services import changes, coupons, lists, outcomes
from bot.store.database import BookSession
from bot.views import controls, endings, snoozing
from bot.views import lists as list_views

Tap = Callable[[BookSession, Actor, int, datetime], Settled]


class Reminders:
    """What somebody says of a follow-up. The message it stands on changes by itself; a list gets an answer."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    def tap(self, deed: Tap) -> Handler:
        """Return the handler of a button that says one thing of one follow-up."""

        async def handler(ask: Ask) -> Say:
            return await self._settle(ask, lambda session: deed(session, ask.actor, ask.number, ask.now))

        return handler

    async def _settle(self, ask: Ask, deed: Callable[[BookSession], Settled], *, always: bool = False) -> Say:
        def settle(session: BookSession) -> Say:
            done = deed(session)
            return endings.settled(done, ask.actor.zone, ask.now) if always or ask.private else None

        return await self.doors.once(ask, settle)

    async def unhappy(self, ask: Ask) -> Say:
        """**Not happy**: noted, and the issue it is about is opened again, or a new one is told."""
        await self.tap(lambda s, a, i, n: outcomes.how_it_went(s, a, i, "unhappy", n))(ask)
        door, about = await self.doors.book.read(ask.actor.workspace, outcomes.where_to_complain, ask.number)
        return await self.doors.buttons[door](replace(ask, key=f"{ask.key}:issue", value=str(about)))

    async def snooze(self, ask: Ask) -> Say:
        """**Snooze**: until when; at the third time, whether somebody else should do it."""

        def look(session: BookSession) -> Say:
            tired = outcomes.asks_before_snoozing(session, ask.actor, ask.number, ask.now)
            if tired:
                return snoozing.snoozed_enough(tired, ask.now)
            return snoozing.snooze_form(changes.known(session, ask.number))

        return await self.doors.read(ask, look)

    async def snooze_anyway(self, ask: Ask) -> Say:
        """**Snooze all the same**."""
        return await self.doors.read(
            ask, lambda s: snoozing.snooze_form(changes.still_open(s, ask.actor, ask.number, ask.now))
        )

    async def snoozed(self, ask: Ask) -> Say:
        """The form of **Snooze**."""
        choice, text = ask.filled.text("until") or "hour", ask.filled.text("when")
        return await self._settle(
            ask,
            lambda s: outcomes.snooze(s, ask.actor, as_id(ask.value), choice, text, ask.now),
            always=True,
        )

    async def drop(self, ask: Ask) -> Say:
        """**Drop it**, confirmed."""
        return await self._settle(
            ask, lambda s: Settled(changes.drop(s, ask.actor, ask.number, "dropped", ask.now), "dropped")
        )

    async def more(self, ask: Ask) -> Say:
        """The “…” menu: its value says what, and of which follow-up."""
        what, _, followup_id = ask.value.partition(":")
        if what == "not_wanted":
            return await self._ask_no_contact(replace(ask, value=followup_id))
        handler = self.doors.buttons.get(f"followup.{what}") if what in _RARE else None
        return await handler(replace(ask, value=followup_id)) if handler else None

    async def _ask_no_contact(self, ask: Ask) -> Say:
        """**They want no contact** in the menu: much goes with it, so it asks first."""
        return await self.doors.read(
            ask, lambda s: controls.no_contact(changes.still_open(s, ask.actor, ask.number, ask.now))
        )

    async def no_contact(self, ask: Ask) -> Say:
        """**They want no contact**, confirmed."""
        return await self._settle(
            ask, lambda s: outcomes.not_wanted(s, ask.actor, ask.number, ask.now), always=True
        )

    async def bulk(self, ask: Ask) -> Say:
        """`/followup done`: the form in which everything is ticked off at once."""

        def look(session: BookSession) -> Say:
            mine = lists.listed(session, ask.actor, "mine", ask.now)
            if not mine.followups:
                return list_views.listed(mine, ask.actor.zone, ask.now)
            return snoozing.bulk_form(mine.followups, ask.actor.zone, ask.now)

        return await self.doors.read(ask, look)

    async def bulk_done(self, ask: Ask) -> Say:
        """The form of `/followup done`."""
        ids = [as_id(value) for name in ask.filled.values for value in ask.filled.many(name)]
        return await self.doors.once(
            ask, lambda session: snoozing.bulk_done(outcomes.end_all(session, ask.actor, ids, ask.now))
        )


_RARE = ("left_word", "snooze", "edit", "drop")


def register(doors: Doors) -> None:
    """Say what this file answers."""
    door = Reminders(doors)
    doors.buttons |= {
        "followup.reached": door.tap(lambda s, a, i, n: outcomes.end(s, a, i, "reached", n)),
        "followup.sent": door.tap(lambda s, a, i, n: outcomes.end(s, a, i, "sent", n)),
        "followup.done": door.tap(lambda s, a, i, n: outcomes.end(s, a, i, "done", n)),
        "followup.redeemed": door.tap(coupons.redeem),
        "followup.written": door.tap(outcomes.written),
        "followup.no_answer": door.tap(outcomes.no_answer),
        "followup.left_word": door.tap(outcomes.left_word),
        "followup.no_contact": door.no_contact,
        "followup.note_instead": door.tap(outcomes.note_instead),
        "followup.happy": door.tap(lambda s, a, i, n: outcomes.how_it_went(s, a, i, "happy", n)),
        "followup.unhappy": door.unhappy,
        "followup.referred": door.tap(outcomes.referred),
        "followup.reopen": door.tap(outcomes.reopen),
        "followup.snooze": door.snooze,
        "followup.snooze_anyway": door.snooze_anyway,
        "followup.drop": door.drop,
        "followup.more": door.more,
        "followup.bulk": door.bulk,
    }
    endings = ("reached", "sent", "done", "redeemed", "written", "no_answer", "left_word")
    doors.beside |= {f"followup.{ending}" for ending in endings}  # the rest of a list is still wanted
    doors.forms |= {"followup.snooze": door.snoozed, "followup.bulk": door.bulk_done}
