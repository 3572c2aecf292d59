"""“Kim, sent by Rose”: noted on both cards, and Rose is thanked within two days (P122)."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.referrals import GoneReferral, NotYourReferral
from bot.playground.people import Person
from bot.services import customers as customer_deeds
from bot.services import playbooks
from bot.services import referrals as deeds
from bot.store import customers, followups, referrals, staff
from bot.store.database import BookSession
from tests.conftest import MONDAY, Shop
from tests.handlers.customers import Know, knows
from tests.handlers.test_purchases import actor, tasks

__all__ = ["knows"]

THANKS = ["note: Thank Rose Tanner for sending us Kim Lee"]


@pytest.fixture
def kim(knows: Know) -> int:
    """Rose Tanner, Ana Sousa, and Kim Lee, whom Rose will have sent."""
    knows("Rose Tanner", person="U0JON")
    knows("Ana Sousa")
    return knows("Kim Lee").id


def test_told_with_a_visit(shop: Shop, kim: int, maria: Person) -> None:
    maria.types("/visit kim lee sent by rose")
    maria.sees("Visit logged: 1st.", where="ephemeral")
    maria.sees("Noted: Rose Tanner sent us Kim Lee.", where="ephemeral")
    maria.sees("Thank-you note: Tue 24 Nov, 10:00 (Jon Park)", where="ephemeral")
    assert shop.book(tasks) == THANKS
    maria.types("/customer kim")
    maria.sees("Sent by Rose Tanner", where="ephemeral")
    maria.types("/customer rose")
    maria.sees("Sent us Kim Lee", where="ephemeral")


def test_told_on_the_card_and_with_a_purchase(shop: Shop, kim: int, maria: Person) -> None:
    maria.types("/customer kim was referred by rose tanner")
    maria.sees("Noted: Rose Tanner sent us Kim Lee.", where="ephemeral")
    maria.types("/visit kim sent by rose spent 240 on boots")
    maria.sees("Noted: Kim Lee spent €240 on boots.", where="ephemeral")
    maria.sees("That is noted already: Rose Tanner sent us Kim Lee.", where="ephemeral")
    assert sorted(shop.book(tasks)) == ["call: Is Kim Lee happy with it? Ask about: boots", *THANKS]


def test_told_in_the_form(shop: Shop, kim: int, maria: Person) -> None:
    maria.uses_shortcut("Log a visit")
    maria.fills({"Who came in?": "kim lee", "Who sent them?": "rose"})
    maria.submits()
    maria.sees("Noted: Rose Tanner sent us Kim Lee.", where="modal")


def test_two_strangers_are_added_one_after_the_other(shop: Shop, maria: Person) -> None:
    maria.types("/customer zoe sent by ximena")
    maria.sees("I don't know a Zoe yet. Add them?")
    maria.presses("Add Zoe")
    maria.sees("I don't know a Ximena yet. Add them?")
    maria.presses("Add Ximena")
    maria.sees("Noted: Ximena sent us Zoe.", where="ephemeral")
    assert shop.book(tasks) == ["note: Thank Ximena for sending us Zoe"]


@pytest.fixture
def grace(knows: Know) -> int:
    """Rose Tanner, and Grace Kim, who came seven times: no friend who was just sent."""
    knows("Rose Tanner", person="U0JON")
    return knows("Grace Kim", visits=7).id


GRACE_OR_KIM = "Is it Grace Kim (7 visits), or a new customer, “Kim”?"


@pytest.mark.parametrize("typed", ["/visit kim sent by rose spent 240 on boots", "/customer kim sent by rose"])
def test_whoever_was_just_sent_is_not_taken_for_a_regular(
    shop: Shop, grace: int, maria: Person, typed: str
) -> None:
    maria.types(typed)
    maria.sees(GRACE_OR_KIM, where="ephemeral")
    assert shop.book(tasks) == []
    maria.presses("New customer “Kim”")
    maria.sees("Noted: Rose Tanner sent us Kim.", where="ephemeral")
    assert "note: Thank Rose Tanner for sending us Kim" in shop.book(tasks)
    assert ("call: Is Kim happy with it? Ask about: boots" in shop.book(tasks)) == ("boots" in typed)


def test_the_regular_was_meant_all_the_same(shop: Shop, grace: int, maria: Person) -> None:
    maria.types("/visit kim sent by rose spent 20 on wax")
    maria.presses("Grace Kim (7 visits)")
    maria.sees("Visit logged: 8th.", where="ephemeral")
    maria.sees("Noted: Grace Kim spent €20 on wax.", where="ephemeral")
    maria.sees("Noted: Rose Tanner sent us Grace Kim.", where="ephemeral")
    maria.sees("Grace Kim was here 7 times before.", where="ephemeral")


@pytest.mark.parametrize("typed", ["grace kim", "Grace  KIM"])
def test_the_whole_name_is_no_guess_but_it_says_that_they_came_before(
    shop: Shop, grace: int, maria: Person, typed: str
) -> None:
    maria.types(f"/visit {typed} sent by rose")
    maria.sees("Visit logged: 8th.", where="ephemeral")
    maria.sees("Grace Kim was here 7 times before. If Rose Tanner did not send them, press Undo referral.")
    maria.presses("Undo referral")
    maria.sees("Taken back: nobody is noted as who sent Grace Kim.", where="ephemeral")
    assert shop.book(tasks) == []


def test_which_of_two_sent_her(shop: Shop, kim: int, knows: Know, maria: Person) -> None:
    knows("Rose Hart")
    maria.types("/visit kim sent by rose")
    maria.sees("Which Rose?")
    assert shop.book(tasks) == []
    maria.presses("Rose Hart")
    maria.sees("Noted: Rose Hart sent us Kim Lee.", where="ephemeral")


def test_somebody_else_is_asked_about_and_thanked_instead(shop: Shop, kim: int, maria: Person) -> None:
    maria.types("/customer kim sent by rose")
    maria.types("/customer kim sent by ana")
    maria.sees("Kim Lee is noted as sent by Rose Tanner. By Ana Sousa instead?", where="ephemeral")
    assert shop.book(tasks) == THANKS
    maria.presses("By Ana Sousa")
    maria.sees("Noted: Ana Sousa sent us Kim Lee.", where="ephemeral")
    assert shop.book(tasks) == ["note: Thank Ana Sousa for sending us Kim Lee"]
    maria.types("/customer kim sent by rose")
    maria.presses("By Rose Tanner")
    maria.sees("Noted: Rose Tanner sent us Kim Lee.", where="ephemeral")
    assert shop.book(tasks) == THANKS


def test_undone_by_itself_or_with_the_visit(shop: Shop, kim: int, maria: Person) -> None:
    maria.types("/customer kim sent by rose")
    maria.presses("Undo referral")
    maria.sees("Taken back: nobody is noted as who sent Kim Lee.", where="ephemeral")
    assert shop.book(tasks) == []
    maria.types("/visit kim sent by rose")
    assert shop.book(tasks) == THANKS
    maria.presses("Undo", on=maria.sees("just came in", where="floor"))
    shop.settles()
    assert shop.book(tasks) == []
    assert shop.book(referrals.of_friend, kim) is None


def test_each_undo_leaves_the_others_standing_and_says_what_goes_with_it(
    shop: Shop, kim: int, maria: Person
) -> None:
    maria.types("/visit kim lee sent by rose tanner spent 300 on sandals")
    answer = maria.sees("Visit logged: 1st.", where="ephemeral")
    maria.presses("Undo purchase", on=answer)
    maria.sees("Taken back: the €300 of Kim Lee.", where="ephemeral")
    maria.sees("Called off with it: 1 follow-up planned.", where="ephemeral")
    maria.presses("Undo referral", on=maria.sees("Visit logged: 1st.", where="ephemeral"))
    maria.sees("Taken back: nobody is noted as who sent Kim Lee.", where="ephemeral")
    assert shop.book(tasks) == []
    maria.presses("Undo", on=maria.sees("Visit logged: 1st.", where="ephemeral"))
    maria.sees("Taken back. Kim Lee has 0 visits.", where="ephemeral")


def test_only_who_noted_it_or_a_manager_takes_it_back(shop: Shop, kim: int, maria: Person) -> None:
    maria.types("/customer kim sent by rose")
    maria.sees("Noted:", where="ephemeral")
    with pytest.raises(NotYourReferral):
        shop.book(lambda session: deeds.undo(session, actor(session, "U0JON"), 1, MONDAY))
    shop.book(lambda session: deeds.undo(session, actor(session, "U0PAT"), 1, MONDAY))
    with pytest.raises(GoneReferral):
        shop.book(lambda session: deeds.undo(session, actor(session, "U0PAT"), 1, MONDAY))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("/customer kim sent by", "I can't tell who sent them."),
        ("/visit kim sent by", "I can't tell who sent them."),
        ("/customer sent by rose", "I can't tell who sent them."),
        ("/customer kim lee sent by kim lee", "Nobody sends themselves."),
        ("/visit kim, ana sent by rose", "Say for one customer at a time"),
        ("/visit kim sent by rose referred by ana", "I can't tell who sent them."),
    ],
)
def test_what_is_not_clear_is_refused(shop: Shop, kim: int, maria: Person, typed: str, sentence: str) -> None:
    maria.types(typed)
    maria.sees(sentence, where="ephemeral")
    assert shop.book(tasks) == []


def test_the_tap_on_an_outcome_goes_the_same_way_and_comes_once(
    shop: Shop, kim: int, maria: Person, pat: Person
) -> None:
    def change(session: BookSession) -> None:
        file = playbooks.look(session, actor(session, "U0PAT"))["referral"]
        mine = replace(file[0], text="Write {name} a card: {friend} came")
        playbooks.change(session, actor(session, "U0PAT"), "referral", (mine,), MONDAY)

    shop.book(change)
    maria.types("/followup rose call about the boots in 20 minutes")
    shop.turns_clock(minutes=20)
    maria.presses("Reached", on=maria.sees("Call about the boots", where="dm"))
    shop.settles()
    done = maria.sees("Reached", where="dm")
    maria.presses("They sent us somebody", on=done)
    shop.settles()
    assert shop.book(tasks) == ["note: Write Rose Tanner a card: somebody came"]
    assert "They sent us somebody" not in maria.buttons(maria.sees("Reached", where="dm"))
    maria.presses("Undo", on=maria.sees("Reached", where="dm"))
    shop.settles()
    assert shop.book(tasks) == ["call: Call about the boots"]


def test_somebody_who_is_named_later_is_thanked_for_once(shop: Shop, kim: int, maria: Person, jon: Person) -> None:
    maria.types("/followup rose call about the boots in 20 minutes")
    shop.turns_clock(minutes=20)
    maria.presses("Reached", on=maria.sees("Call about the boots", where="dm"))
    shop.settles()
    maria.presses("They sent us somebody", on=maria.sees("Reached", where="dm"))
    shop.settles()
    assert shop.book(tasks) == ["note: Thank Rose Tanner for sending us somebody"]
    shop.turns_clock(hours=3)
    jon.types("/visit kim sent by rose")
    jon.sees("That they sent somebody was noted before, so they are thanked once.", where="ephemeral")
    assert shop.book(tasks) == THANKS
    shop.turns_clock(days=15)
    jon.types("/visit ana sent by rose")
    jon.sees("Thank-you note:", where="ephemeral")


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (datetime(2026, 11, 23, 10, 2, tzinfo=UTC), datetime(2026, 11, 24, 10, tzinfo=UTC)),
        # Friday evening: closed at the weekend, and Monday at 9:00 is 63 hours later.
        (datetime(2026, 11, 27, 18, 0, tzinfo=UTC), datetime(2026, 11, 27, 18, 0, tzinfo=UTC)),
    ],
)
def test_within_two_days_also_over_a_weekend(
    shop: Shop, kim: int, maria: Person, now: datetime, due: datetime
) -> None:
    def close(session: BookSession) -> None:
        settings = staff.workspace(session).settings
        staff.decide(session, settings={**settings, "hours": "Mon-Fri 9-19"})

    shop.book(close)
    shop.turns_clock_to(now)
    maria.types("/customer kim sent by rose")
    maria.sees("Noted:", where="ephemeral")
    (note,) = shop.book(followups.open_all)
    assert note.due_at == due
    assert (note.reminded_at or note.wake_at) - now <= timedelta(hours=48)


def test_erasing_the_friend_leaves_no_name_behind(shop: Shop, kim: int, jon: Person, maria: Person) -> None:
    maria.types("/customer kim sent by rose")
    maria.sees("Noted:", where="ephemeral")
    shop.turns_clock(days=1)
    jon.sees("Thank Rose Tanner for sending us Kim Lee", where="dm")
    jon.types("/followup rose call about the laces in 20 minutes")
    shop.turns_clock(minutes=20)
    assert "Kim Lee" in jon.sees("Call about the laces.", where="dm").text
    shop.book(lambda session: customer_deeds.forget(session, actor(session, "U0PAT"), kim, MONDAY))
    shop.settles()
    jon.sees("Thank Rose Tanner for sending us somebody", where="dm")
    jon.does_not_see("Kim Lee", where="dm")
    assert shop.book(tasks)[0] == "note: Thank Rose Tanner for sending us somebody"


def test_erasing_who_sent_her_takes_the_thanks_along(shop: Shop, kim: int, maria: Person) -> None:
    maria.types("/customer kim sent by rose")
    rose = shop.book(referrals.of_friend, kim).customer_id
    kept = shop.book(customers.everything, rose)
    assert [(row["customer_id"], row["friend_id"]) for row in kept["referrals"]] == [(rose, kim)]
    shop.book(lambda session: customer_deeds.forget(session, actor(session, "U0PAT"), rose, MONDAY))
    assert shop.book(tasks) == []
    assert shop.book(referrals.of_friend, kim) is None


def test_two_who_name_somebody_else_at_once(shop: Shop, kim: int, maria: Person) -> None:
    async def both() -> list[str]:
        said = [shop.bot.book.write(shop.bot.identity.team, says, user, who) for user, who in SAID]
        return sorted(await asyncio.gather(*said))

    assert shop.playground.call(both()) == ["Sent", "SentByAnother"]
    assert len(shop.book(tasks)) == 1


SAID = (("U0MARIA", "rose tanner"), ("U0JON", "ana sousa"))


def says(session: BookSession, user: str, who: str) -> str:
    (friend,) = (one.id for one in customers.everybody(session) if one.name == "Kim Lee")
    return type(deeds.sent_by(session, actor(session, user), friend, who, MONDAY)).__name__
