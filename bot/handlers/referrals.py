"""Who sent us whom: `/customer kim sent by rose`, and what its answers ask."""

from typing import Any

from bot.domain.referrals import Sent, SentByAnother
from bot.handlers.doors import Ask, Doors, Say
from bot.services import referrals
from bot.store.database import BookSession
from bot.views import errands as errand_views
from bot.views import referrals as views


class Referrals:
    """A customer sent us a friend."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    async def instead(self, ask: Ask) -> Say:
        """**By Rose**: somebody else was noted before."""
        return await self.doors.once(
            ask, lambda session: views.sent(referrals.instead(session, ask.actor, ask.number, ask.now))
        )

    async def undo(self, ask: Ask) -> Say:
        """**Undo referral**."""
        return await self.doors.once(
            ask, lambda session: views.undone(referrals.undo(session, ask.actor, ask.number, ask.now))
        )


def go_on(session: BookSession, ask: Ask, customer_id: int, facts: dict[str, Any]) -> Say:
    """Go on once it is clear who sent them."""
    visit = facts.get("visit")
    return say(referrals.note(session, ask.actor, customer_id, int(facts["friend"]), ask.now, visit), ask)


def sent_by(session: BookSession, ask: Ask, customer_id: int, facts: dict[str, Any]) -> Say:
    """Go on once it is clear who was sent."""
    done = referrals.sent_by(session, ask.actor, customer_id, str(facts["sent_by"]), ask.now)
    return (
        say(done, ask)
        if isinstance(done, Sent | SentByAnother)
        else errand_views.question(done, ask.actor.zone, ask.now)
    )


def say(done: Sent | SentByAnother, ask: Ask) -> Say:
    """Put into words what was noted, or the question whether it was somebody else."""
    return views.sent(done) if isinstance(done, Sent) else views.sent_by_another(done)


def register(doors: Doors) -> None:
    """Say what this file answers."""
    door = Referrals(doors)
    doors.buttons |= {"referral.instead": door.instead, "referral.undo": door.undo}
    doors.beside.add("referral.undo")
    doors.errands |= {"referral": go_on, "customer.sent_by": sent_by}
