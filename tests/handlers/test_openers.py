"""What a reminder suggests to begin with: good news where there is any, and never the same twice running."""

from itertools import pairwise

from bot.domain.followups import FollowUp
from bot.playground.people import Person
from bot.store import followups, staff
from bot.store.database import BookSession
from tests.conftest import Shop
from tests.handlers.customers import Know, knows

__all__ = ["knows"]


def test_the_friend_they_sent(shop: Shop, knows: Know, maria: Person) -> None:
    knows("Kim Lee")
    knows("Rose Tanner")
    maria.types("/customer kim sent by rose")
    maria.types("/followup rose call about the laces in 20 minutes")
    shop.turns_clock(minutes=20)
    assert "You sent us Kim Lee" in maria.sees("You could begin:", where="dm").text


def test_what_she_bought(shop: Shop, knows: Know, maria: Person) -> None:
    knows("Dana López", person="U0MARIA")
    maria.types("/visit dana spent 240 on boots")
    shop.turns_clock(days=2)
    assert "how you get on with the boots" in maria.sees("Ask about: boots", where="dm").text


def test_a_note_is_no_last_words(shop: Shop, knows: Know, maria: Person) -> None:
    knows("Dana López", note="Running her first marathon")
    maria.types("/followup dana call about the laces in 20 minutes")
    shop.turns_clock(minutes=20)
    asked = maria.sees("Call about the laces", where="dm").text
    assert "Ask about: Running her first marathon." in asked
    assert "Last words" not in asked


def test_never_the_same_twice_running_also_when_one_is_asked_again_in_between(
    shop: Shop, knows: Know, maria: Person
) -> None:
    knows("Dana López", phone="+351 912 345 678")
    shop.book(no_peace)
    for task in ("call about the laces in 20 minutes", "ring her about wax in 50 minutes", "phone her in 2 hours"):
        maria.types(f"/followup dana {task}")
    offered: dict[str, int] = {}
    for _ in range(20):
        shop.turns_clock(minutes=10)
        offered |= {each.details["nudge"]: each.details["opener"] for each in shop.book(asked)}
    variants = [offered[moment] for moment in sorted(offered)]
    assert len(variants) >= 5
    assert all(before != after for before, after in pairwise(variants)), variants


def no_peace(session: BookSession) -> None:
    staff.decide(session, settings={**staff.workspace(session).settings, "cool_down_days": 0})


def asked(session: BookSession) -> list[FollowUp]:
    return [each for each in followups.open_all(session) if "nudge" in each.details]
