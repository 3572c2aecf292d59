"""Step 5 of the walk, second half: it comes back at its moment, and keeps coming until it is really done."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from bot.domain.followups import FollowUp
from bot.playground.model import Message
from bot.playground.people import Person
from bot.store import customers, followups
from bot.store.database import BookSession
from bot.store.tables import IssueRow
from tests.conftest import MONDAY, Shop

TUESDAY_AT_3 = datetime(2026, 11, 24, 15, tzinfo=UTC)


def the_only_one(session: BookSession) -> FollowUp:
    return followups.some(session, [1])[0]


def give_number(session: BookSession) -> None:
    customers.change(session, 1, phone="+351 912 345 678", best_time="afternoons", say="DAY-nah")
    customers.note(session, 1, "She runs a marathon in May.", "said", "U0MARIA", datetime(2026, 11, 1, tzinfo=UTC))


def sets_a_call(shop: Shop, person: Person, when: str = "tomorrow at 3pm") -> None:
    person.types("/customer Dana López")
    person.presses("Add Dana López")
    shop.book(give_number)
    person.types(f"/followup dana call about the boots {when}")
    person.sees("Call about the boots — Dana López")


def test_the_dm_has_all_one_needs_for_the_call(shop: Shop, maria: Person) -> None:
    sets_a_call(shop, maria)
    shop.turns_clock_to(datetime(2026, 11, 24, 14, 59, tzinfo=UTC))
    maria.does_not_see("Call about the boots", where="dm")
    shop.turns_clock(minutes=1)
    seen = maria.sees("Dana López (say DAY-nah): Call about the boots.", where="dm")
    for words in (
        "☎ +351 912 345 678 · best time: afternoons",
        "Ask about: She runs a marathon",
        "You could begin:",
    ):
        assert words in seen.text
    assert maria.buttons(seen) == ["Reached", "No answer", "Snooze", "Hand over"]


def test_reached_is_one_tap_and_the_dm_says_so(shop: Shop, maria: Person) -> None:
    sets_a_call(shop, maria)
    shop.turns_clock_to(TUESDAY_AT_3)
    maria.presses("Reached")
    shop.settles()
    seen = maria.sees("Reached by Maria Silva, Tue 24 Nov, 15:00: Call about the boots — Dana López.", where="dm")
    assert maria.buttons(seen) == ["Happy", "Not happy", "They sent us somebody", "Undo"]
    shop.turns_clock(days=5)
    assert len(maria.all_seen("dm")) == 1


def test_pressed_by_somebody_else_it_says_who_was_quicker(shop: Shop, maria: Person, jon: Person) -> None:
    sets_a_call(shop, maria)
    maria.types("/followup mine")
    listed = maria.sees("Your follow-ups", where="ephemeral")
    jon.types("/followup dana")
    jon.presses("Reached")
    shop.settles()
    maria.presses("Reached", on=listed)
    maria.sees("That is done already: Jon Park, Mon 23 Nov, 10:02.")


def test_no_answer_comes_back_the_next_working_day_at_another_of_their_best_hours(
    shop: Shop, maria: Person
) -> None:
    sets_a_call(shop, maria, "saturday at 3pm")
    shop.turns_clock_to(datetime(2026, 11, 28, 15, tzinfo=UTC))
    maria.presses("No answer")
    shop.settles()
    maria.sees("No answer (1 of 3). I will remind you Mon 30 Nov, 17:00", where="dm")
    shop.turns_clock_to(datetime(2026, 11, 30, 17, tzinfo=UTC))
    assert "no answer 1 of 3" in maria.sees("Call about the boots.", where="dm").text


def test_after_three_tries_a_note_is_suggested(shop: Shop, maria: Person) -> None:
    sets_a_call(shop, maria)
    for moment in (TUESDAY_AT_3, datetime(2026, 11, 25, 17, tzinfo=UTC), datetime(2026, 11, 26, 15, tzinfo=UTC)):
        shop.turns_clock_to(moment)
        maria.presses("No answer", on="dm")
        shop.settles()
    maria.sees("No answer 3 times. A note may be kinder now.", where="dm")
    maria.presses("Write a note instead")
    shop.settles()
    maria.sees("A note instead of a call by Maria Silva", where="dm")
    shop.turns_clock_to(datetime(2026, 11, 27, 9, tzinfo=UTC))
    maria.sees("Write instead of calling: Call about the boots.", where="dm")
    maria.sees("Dear Dana López, we tried to reach you, and did not want to let it pass.", where="dm")


def test_ignored_it_is_asked_again_and_then_goes_up_once(shop: Shop, maria: Person, pat: Person) -> None:
    sets_a_call(shop, maria)
    shop.turns_clock_to(TUESDAY_AT_3)
    shop.turns_clock(hours=1)
    assert ["I asked again below" in seen.text for seen in maria.all_seen("dm")] == [False, True]
    pat.does_not_see("slipping", where="managers")
    shop.turns_clock(hours=1)
    pat.sees("1 follow-up is slipping", where="managers")
    pat.sees("Dana López: Call about the boots. Maria Silva was to do it Tue 24 Nov, 15:00.", where="managers")
    shop.turns_clock(days=1)
    assert len(pat.all_seen("managers")) == 1
    maria.presses("Reached", on="dm")
    shop.settles()
    pat.sees("Nothing slips any more.", where="managers")


def test_two_that_slip_within_an_hour_stand_in_one_message(shop: Shop, maria: Person, pat: Person) -> None:
    sets_a_call(shop, maria)
    maria.types("/followup dana ring about the laces tomorrow at 3:20pm")
    maria.presses("Set it")
    for _ in range(18):
        shop.turns_clock_to(max(TUESDAY_AT_3, shop.clock.now()))
        shop.turns_clock(minutes=10)
    (one,) = pat.all_seen("managers")
    assert "2 follow-ups are slipping" in one.text


def test_no_answer_tapped_twice_is_one_try(shop: Shop, maria: Person) -> None:
    sets_a_call(shop, maria)
    maria.types("/followup mine")
    listed = maria.sees("Your follow-ups", where="ephemeral")
    maria.types("/followup dana")
    maria.presses("No answer")
    maria.presses("No answer", on=listed)
    assert shop.book(the_only_one).tries == 1


def test_snooze_puts_it_off_and_the_third_asks_to_hand_over_or_drop(shop: Shop, maria: Person) -> None:
    sets_a_call(shop, maria)
    shop.turns_clock_to(TUESDAY_AT_3)
    maria.presses("Snooze")
    maria.submits()
    maria.sees("I will remind you Tue 24 Nov, 16:00")
    shop.turns_clock(hours=1)
    maria.presses("Snooze", on="dm")
    maria.fills({"… or type a time": "tomorrow 11am"})
    maria.submits()
    shop.settles()
    maria.sees("I will remind you Wed 25 Nov, 11:00", where="dm")
    shop.turns_clock_to(datetime(2026, 11, 25, 11, tzinfo=UTC))
    maria.presses("Snooze", on="dm")
    maria.sees("You have put this off twice since it was set 2 days ago. Hand it over, or drop it?", where="modal")
    maria.presses("Drop it")
    shop.settles()
    maria.closes(cleared=True)
    maria.sees("Dropped by Maria Silva", where="dm")


def test_not_happy_opens_the_form_of_an_issue(shop: Shop, maria: Person) -> None:
    sets_a_call(shop, maria)
    shop.turns_clock_to(TUESDAY_AT_3)
    maria.presses("Reached")
    shop.settles()
    maria.presses("Not happy")
    assert maria.modal() is not None
    assert shop.book(the_only_one).outcome == "unhappy"


def test_not_happy_after_a_recovery_opens_the_same_issue_again(shop: Shop, maria: Person) -> None:
    sets_a_call(shop, maria)
    resolved = MONDAY - timedelta(days=2)
    issue = {
        "customer_id": 1,
        "story": "Heel came loose",
        "owner": "U0MARIA",
        "opened_at": resolved,
        "opened_by": "U0MARIA",
    }
    shop.book(
        lambda session: session.execute(
            sa.insert(IssueRow).values(workspace=session.workspace, resolved_at=resolved, **issue)
        )
    )
    shop.book(lambda session: followups.change(session, 1, issue_id=1))
    shop.turns_clock_to(TUESDAY_AT_3)
    assert "Last words: “Heel came loose”" in maria.sees("Call about the boots.", where="dm").text
    maria.presses("Reached")
    shop.settles()
    maria.presses("Not happy")
    assert shop.book(lambda session: session.scalar(sa.select(IssueRow.resolved_at))) is None


def test_a_referral_is_one_tap_and_owes_a_note(shop: Shop, maria: Person) -> None:
    sets_a_call(shop, maria)
    shop.turns_clock_to(TUESDAY_AT_3)
    maria.presses("Reached")
    shop.settles()
    maria.presses("They sent us somebody")
    shop.turns_clock_to(datetime(2026, 11, 25, 10, tzinfo=UTC))
    maria.sees("Thank Dana López for sending us somebody.", where="dm")


def test_no_contact_stops_everything_and_stands_on_the_card(shop: Shop, maria: Person) -> None:
    sets_a_call(shop, maria)
    shop.turns_clock_to(TUESDAY_AT_3)
    wants_no_contact(shop, maria)
    maria.sees("Maria Silva noted: they want no contact", where="dm")
    maria.types("/followup dana call tomorrow at 10")
    maria.sees("Dana López asked not to be contacted. Set this all the same?")


def wants_no_contact(shop: Shop, person: Person) -> None:
    person.presses("They want no contact", on=person.sees("Call about the boots", where="dm"))
    asked = person.sees("All calls, notes and coupons planned for them are dropped", where="ephemeral")
    person.presses("They want no contact", on=asked)
    shop.settles()


def test_no_contact_asks_first_and_is_taken_back(shop: Shop, maria: Person) -> None:
    sets_a_call(shop, maria)
    maria.types("/followup dana write a card friday at 10")
    shop.turns_clock_to(TUESDAY_AT_3)
    wants_no_contact(shop, maria)
    assert maria.confirmed == ["All calls, notes and coupons planned for them are dropped, and the card says so."]
    assert not shop.book(followups.open_about, 1)
    maria.presses("Undo", on=maria.sees("they want no contact", where="dm"))
    shop.settles()
    assert [each.id for each in shop.book(followups.open_about, 1)] == [1, 2]
    maria.types("/followup dana call monday at 10")
    maria.sees("Mon 30 Nov, 10:00: Call — Dana López.")


def test_an_erased_customer_takes_the_reminder_away(shop: Shop, maria: Person, pat: Person) -> None:
    sets_a_call(shop, maria)
    shop.turns_clock_to(TUESDAY_AT_3)
    maria.sees("Call about the boots.", where="dm")
    maria.types("/followup dana")
    listed = maria.sees("Dana López", where="ephemeral")
    pat.types("/customer dana forget")
    pat.presses("Erase")
    shop.settles()
    maria.does_not_see("Call about the boots", where="dm")
    maria.presses("Reached", on=listed)
    maria.sees("That follow-up is not there any more")


def test_an_erased_customer_is_not_named_to_the_managers_any_more(shop: Shop, maria: Person, pat: Person) -> None:
    sets_a_call(shop, maria)
    for moment in (TUESDAY_AT_3, TUESDAY_AT_3 + timedelta(hours=1), TUESDAY_AT_3 + timedelta(hours=2)):
        shop.turns_clock_to(moment)
    pat.sees("Dana López", where="managers")
    pat.types("/customer dana forget", channel="managers")
    pat.presses("Erase")
    shop.settles()
    pat.sees("Nothing slips any more.", where="managers")
    assert not any("Dana" in seen.text for seen in pat.all_seen("managers") if seen.where == "message")


def test_undo_of_an_ending_opens_it_again(shop: Shop, maria: Person) -> None:
    sets_a_call(shop, maria)
    shop.turns_clock_to(TUESDAY_AT_3)
    maria.presses("Reached")
    shop.settles()
    maria.presses("Undo", on="dm")
    shop.settles()
    maria.sees("Dana López (say DAY-nah): Call about the boots.", where="dm")
    assert shop.book(the_only_one).is_open


def test_an_id_from_outside_is_refused(shop: Shop, maria: Person) -> None:
    sets_a_call(shop, maria)
    maria.types("/followup mine")
    listed = maria.sees("Your follow-ups", where="ephemeral")
    assert isinstance(listed.place, Message)
    for element in (e for b in listed.place.blocks for e in b.get("elements", ()) if "value" in e):
        element["value"] = "99999 OR 1=1"
    maria.presses("Reached", on=listed)
    maria.sees("That follow-up is not there any more")


def test_a_logged_visit_moves_what_comes_every_two_weeks(shop: Shop, maria: Person) -> None:
    sets_a_call(shop, maria, "every 2 weeks")
    assert shop.book(the_only_one).due_at == datetime(2026, 12, 7, 9, tzinfo=UTC)
    shop.turns_clock_to(datetime(2026, 12, 5, 11, tzinfo=UTC))
    maria.types("/visit dana")
    assert shop.book(the_only_one).due_at == datetime(2026, 12, 19, 9, tzinfo=UTC)
    shop.turns_clock_to(datetime(2026, 12, 8, 9, tzinfo=UTC))
    maria.does_not_see("Call about the boots", where="dm")


def test_what_comes_again_counts_from_the_call(shop: Shop, maria: Person) -> None:
    sets_a_call(shop, maria, "every 2 weeks")
    shop.turns_clock_to(datetime(2026, 12, 9, 11, tzinfo=UTC))
    maria.presses("Reached", on="dm")
    (coming,) = shop.book(followups.open_all)
    assert coming.due_at == datetime(2026, 12, 23, 9, tzinfo=UTC)


def test_undo_takes_the_next_one_back_as_well(shop: Shop, maria: Person) -> None:
    sets_a_call(shop, maria, "every monday")
    maria.types("/followup mine")
    maria.presses("Reached")
    maria.presses("Undo")
    (only,) = shop.book(followups.open_all)
    assert only.due_at == datetime(2026, 11, 30, 9, tzinfo=UTC)


def test_what_was_dropped_can_be_had_back(shop: Shop, maria: Person) -> None:
    sets_a_call(shop, maria)
    maria.types("/followup mine")
    maria.presses("Drop")
    maria.sees("Dropped by Maria Silva")
    maria.presses("Undo")
    assert shop.book(the_only_one).is_open


def test_several_are_ticked_off_at_once(shop: Shop, maria: Person) -> None:
    sets_a_call(shop, maria)
    maria.types("/followup dana send the size chart tomorrow at 10")
    maria.types("/followup dana order laces tomorrow at 11")
    maria.types("/followup done")
    maria.fills({"What is done?": ["Dana López: Send the size chart", "Dana López: Order laces"]})
    maria.submits()
    maria.sees("Done: 2 follow-ups for Dana López.")
    assert [each.text for each in shop.book(followups.open_all)] == ["Call about the boots"]


def test_a_second_call_within_three_days_is_asked_about(shop: Shop, maria: Person, jon: Person) -> None:
    sets_a_call(shop, maria)
    jon.types("/followup dana ring about the laces on wednesday")
    jon.sees(
        "Maria Silva is to see to Dana López Tue 24 Nov, 15:00 already: Call about the boots. Set this as well?"
    )
    assert len(shop.book(followups.open_all)) == 1
    jon.presses("Set it")
    jon.sees("Wed 25 Nov, 09:00: Ring about the laces")
    maria.types("/promise dana call by thursday 4pm")
    maria.sees("Promised for Thu 26 Nov, 16:00")


def test_one_tap_on_a_list_leaves_the_rest_of_it_standing(maria: Person, shop: Shop) -> None:
    for name in ("Dana López", "Rose Tanner"):
        maria.types(f"/customer {name}")
        maria.presses(f"Add {name}")
        maria.types(f"/followup {name} call about the fair tomorrow at 3pm")
    maria.types("/followup mine")
    listed = maria.sees("Call about the fair — Dana López", where="ephemeral")
    maria.presses("Reached", on=listed)
    maria.sees("Reached by Maria Silva", where="ephemeral")
    assert maria.buttons(maria.sees("Call about the fair — Rose Tanner", where="ephemeral")).count("Reached") == 2
