"""Step 5 of the walk, first half: a follow-up is typed, repeated back, changed, taken back, listed."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.followups import Plan
from bot.playground.people import Person
from bot.services.followups import plan
from bot.store import followups
from bot.store.database import BookSession
from tests.conftest import MONDAY, ROOT, Shop


def opened(session: BookSession) -> list[tuple[str, str, datetime]]:
    return [(each.text, each.kind, each.due_at) for each in followups.open_all(session)]


def meets_dana(person: Person) -> None:
    person.types("/customer Dana López")
    person.presses("Add Dana López")


def test_what_was_understood_is_repeated_as_an_absolute_local_time(shop: Shop, maria: Person) -> None:
    meets_dana(maria)
    maria.types("/followup dana call about the boots next tuesday at 3pm")
    maria.sees("Tue 1 Dec, 15:00: Call about the boots — Dana López.")
    assert shop.book(opened) == [("Call about the boots", "call", datetime(2026, 12, 1, 15, tzinfo=UTC))]


def test_undo_takes_it_back_and_once_is_enough(shop: Shop, maria: Person) -> None:
    meets_dana(maria)
    maria.types("/followup dana call tomorrow at 11")
    reply = maria.sees("Tue 24 Nov, 11:00")
    maria.presses("Undo", on=reply)
    maria.sees("Taken back: Call — Dana López.")
    assert shop.book(opened) == []


def test_change_moves_it_and_says_the_new_time(shop: Shop, maria: Person) -> None:
    meets_dana(maria)
    maria.types("/followup dana call tomorrow at 11")
    maria.presses("Change")
    maria.fills({"When?": "friday 4pm", "What is to be done?": "ring about the heel"})
    maria.submits()
    maria.sees("Fri 27 Nov, 16:00: Ring about the heel — Dana López.")
    assert shop.book(opened) == [("Ring about the heel", "call", datetime(2026, 11, 27, 16, tzinfo=UTC))]


def test_a_time_that_cannot_be_is_refused_under_its_field(shop: Shop, maria: Person) -> None:
    meets_dana(maria)
    maria.types("/followup dana call tomorrow at 11")
    maria.presses("Change")
    maria.fills({"When?": "yesterday"})
    maria.submits()
    maria.sees("“yesterday” is over already.", where="modal")
    maria.fills({"When?": "every 2 hours"})
    maria.submits()
    maria.sees("“every 2 hours” is too often", where="modal")
    maria.fills({"When?": "soonish, maybe"})
    maria.submits()
    maria.sees("I did not quite understand “soonish, maybe” as a time.", where="modal")


def test_without_a_time_three_are_offered_and_nothing_is_saved_before(shop: Shop, maria: Person) -> None:
    meets_dana(maria)
    maria.types("/followup dana call about the boots")
    asked = maria.sees("Call about the boots — Dana López. When shall I remind you?")
    assert maria.buttons(asked) == ["Mon 23 Nov, 13:00", "Tue 24 Nov, 09:00", "Mon 30 Nov, 09:00", "Another time"]
    assert shop.book(opened) == []
    maria.presses("Tue 24 Nov, 09:00")
    maria.sees("Tue 24 Nov, 09:00: Call about the boots")
    assert len(shop.book(opened)) == 1


def test_another_time_is_typed(shop: Shop, maria: Person) -> None:
    meets_dana(maria)
    maria.types("/followup dana call about the boots")
    maria.presses("Another time")
    maria.fills({"When?": "in 20 minutes"})
    maria.submits()
    maria.sees("Mon 23 Nov, 10:22: Call about the boots")


def test_somebody_new_is_added_and_the_command_goes_on(shop: Shop, maria: Person) -> None:
    maria.types("/followup rose check in tomorrow 10am")
    maria.presses("Add Rose")
    maria.sees("Tue 24 Nov, 10:00: Check in — Rose.")


def test_off_hours_move_to_when_she_works_and_it_says_so(shop: Shop, maria: Person) -> None:
    meets_dana(maria)
    maria.types("/regulars shift off friday")
    maria.types("/followup dana call on friday")
    maria.sees("You are off then; I will remind you Sat 28 Nov, 09:00.")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("order wax on sunday", "You are closed on Sundays; I will remind you Mon 30 Nov, 09:00."),
        ("order wax on 25 dec", "Fri 25 Dec is Christmas Day; I will remind you Sat 26 Dec, 09:00."),
        ("order wax on 25 dec at 3pm", "Fri 25 Dec is Christmas Day; I will remind you all the same"),
        ("order wax on 2 dec", "Wed 2 Dec is a day you are closed; I will remind you Thu 3 Dec, 09:00."),
    ],
)
def test_a_closed_day_is_named(shop: Shop, maria: Person, pat: Person, typed: str, answer: str) -> None:
    meets_dana(maria)
    pat.types("/regulars calendar closed 2 dec")
    maria.types(f"/followup dana {typed}")
    maria.sees(answer)


def test_an_hour_typed_for_oneself_is_kept_and_warned_of(shop: Shop, maria: Person) -> None:
    meets_dana(maria)
    maria.types("/followup dana call tonight at 10pm")
    maria.sees("That is outside your hours; I will remind you all the same, as you typed it.")


def test_every_two_weeks_is_a_rule(shop: Shop, maria: Person) -> None:
    meets_dana(maria)
    maria.types("/followup dana call about the boots every 2 weeks")
    maria.sees("Mon 7 Dec, 09:00: Call about the boots — Dana López, every 2 weeks.")


@pytest.mark.parametrize("typed", ["order laces friday", "order laces in 20 minutes", "order laces every 2 weeks"])
def test_the_same_typed_twice_asks_before_it_plans_another(shop: Shop, maria: Person, typed: str) -> None:
    meets_dana(maria)
    maria.types(f"/followup dana {typed}")
    shop.turns_clock(minutes=1)
    maria.types(f"/followup dana {typed}")
    asked = maria.sees("That is planned already:")
    assert "Plan another?" in asked.text
    assert len(shop.book(opened)) == 1
    maria.presses("Plan another", on=asked)
    maria.sees("Order laces — Dana López")
    assert len(shop.book(opened)) == 2


def test_the_same_of_a_colleague_is_the_same(shop: Shop, maria: Person, jon: Person) -> None:
    meets_dana(maria)
    maria.types("/followup dana order laces friday")
    jon.types("/followup dana Order laces on friday")
    jon.sees("That is planned already: Fri 27 Nov, 09:00, Order laces — Dana López (Maria Silva). Plan another?")
    jon.presses("Leave it")
    assert len(shop.book(opened)) == 1


@pytest.mark.parametrize("typed", ["order laces saturday", "order wax friday"])
def test_another_text_or_day_is_another_one(shop: Shop, maria: Person, typed: str) -> None:
    meets_dana(maria)
    maria.types("/followup dana order laces friday")
    maria.types(f"/followup dana {typed}")
    assert len(shop.book(opened)) == 2


def test_done_once_it_may_be_planned_again(shop: Shop, maria: Person) -> None:
    meets_dana(maria)
    maria.types("/followup dana order laces friday")
    maria.types("/followup dana")
    maria.presses("Done")
    maria.types("/followup dana order laces friday")
    maria.sees("Fri 27 Nov, 09:00: Order laces — Dana López.")


def test_a_colleague_in_front_is_asked_to_take_it(shop: Shop, maria: Person, jon: Person) -> None:
    meets_dana(maria)
    maria.types("/followup @jon dana order laces friday")
    maria.sees("Fri 27 Nov, 09:00: Order laces — Dana López.")
    maria.sees("I ask Jon Park to take it; until then it is yours.")
    shop.settles()
    jon.sees("Order laces", where="dm")


def test_a_colleague_in_front_is_remembered_through_a_question(shop: Shop, maria: Person) -> None:
    maria.types("/followup @jon rose order laces friday")
    maria.presses("Add Rose")
    maria.sees("I ask Jon Park to take it; until then it is yours.")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("call dana tomorrow at 11", "Tue 24 Nov, 11:00: Call — Dana López."),
        ("call dana about the boots friday", "Fri 27 Nov, 09:00: Call about the boots — Dana López."),
        ("Thank Dana for the cake tomorrow", "Tue 24 Nov, 09:00: Thank them for the cake — Dana López."),
        ("order wax for dana by friday", "Fri 27 Nov, 09:00: Order wax — Dana López."),
        ("order wax by friday", "I don't see whom “order wax by friday” is for. Type the name first"),
        ("the plumber friday", "I don't see whom “the plumber friday” is for."),
        ("dana and @jon order laces friday", "Fri 27 Nov, 09:00: Order laces — Dana López."),
        ("@nobody dana call friday", "I don't know a colleague “@nobody”."),
        ("@jon", "Type who, what and when"),
    ],
)
def test_the_verb_may_stand_first(shop: Shop, maria: Person, typed: str, answer: str) -> None:
    meets_dana(maria)
    maria.types(f"/followup {typed}")
    maria.sees(answer)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("", "/followup name what when"),
        ("help", "/followup name what when"),
        ("dana call yesterday", "is over already"),
        ("dana call on 30 feb", "There is no such date"),
        ("dana call every 1 minute", "“every 1 minute” is too often: a follow-up comes once a day at most."),
        ("dana call every hour", "Try “every day at 9am” or “in 20 minutes”."),
        ("dana call every 12 hours until friday", "is too often"),
        ("dana " + "x" * 1100 + " tomorrow", "please keep what is to be done under 1000"),
        ("mine", "Nothing open here."),
    ],
)
def test_what_cannot_be_set_is_a_sentence(shop: Shop, maria: Person, typed: str, answer: str) -> None:
    meets_dana(maria)
    maria.types(f"/followup {typed}")
    maria.sees(answer)
    assert shop.book(opened) == []


def test_markup_in_a_task_stays_text(shop: Shop, maria: Person) -> None:
    meets_dana(maria)
    maria.types("/followup dana tell <!channel> & *all* 🎉 tomorrow")
    maria.sees("Tell <!channel> &")


def test_the_button_of_a_card_opens_a_short_form(shop: Shop, maria: Person) -> None:
    meets_dana(maria)
    maria.types("/customer dana")
    maria.presses("Follow-up")
    maria.fills({"What is to be done?": "call about the boots", "When?": "tomorrow 11am"})
    maria.submits()
    maria.sees("Tue 24 Nov, 11:00: Call about the boots — Dana López.")


def test_a_message_becomes_a_follow_up(shop: Shop, maria: Person, jon: Person) -> None:
    meets_dana(maria)
    jon.types("Dana & @jon want to hear when the red ones are back", channel="random")
    maria.uses_message_shortcut("followup_message", maria.sees("the red ones are back"))
    maria.fills({"For whom?": "dana", "When?": "friday"})
    maria.submits()
    maria.sees(
        "Fri 27 Nov, 09:00: Dana & Jon Park want to hear when the red ones are back — Dana López.",
        where="ephemeral",
    )
    assert len(shop.book(opened)) == 1


def test_a_message_that_is_too_long_is_refused_and_not_cut(shop: Shop, maria: Person) -> None:
    maria.types("the red ones " * 100, channel="random")
    maria.uses_message_shortcut("followup_message", maria.sees("the red ones the red ones"))
    maria.sees("That message has 1299 characters; a follow-up holds 1000.")
    assert maria.modal() is None


def test_a_message_about_somebody_new_asks_first_and_loses_nothing(shop: Shop, maria: Person) -> None:
    maria.types("call Rose about the laces", channel="random")
    maria.uses_message_shortcut("followup_message", maria.sees("call Rose about the laces"))
    maria.fills({"For whom?": "rose", "When?": "not a time at all"})
    maria.submits()
    maria.sees("I did not quite understand “not a time at all” as a time.", where="modal")
    maria.fills({"When?": "friday 10am"})
    maria.submits()
    maria.presses("Add Rose")
    assert shop.book(opened) == [("Call Rose about the laces", "call", datetime(2026, 11, 27, 10, tzinfo=UTC))]


def test_a_colleague_who_did_not_set_it_cannot_drop_it(shop: Shop, maria: Person, jon: Person) -> None:
    meets_dana(maria)
    maria.types("/followup dana call tomorrow at 11")
    jon.types("/followup dana")
    jon.presses("Drop")
    jon.sees("Only whoever owns or set a follow-up, or a manager, can drop or change it.")
    assert len(shop.book(opened)) == 1


def many(session: BookSession, number: int) -> None:
    for n in range(number):
        due = datetime(2026, 11, 20, 9, tzinfo=UTC) + timedelta(hours=n)
        plan(session, Plan(1, "other", f"task {n:02}", "U0JON", due.replace(tzinfo=None), "UTC"), "U0JON", MONDAY)


def test_a_long_list_is_leafed_through_in_place(shop: Shop, maria: Person) -> None:
    meets_dana(maria)
    shop.book(many, 30)
    for typed in ("team", "overdue", "dana"):
        maria.types(f"/followup {typed}")
        first = maria.sees("1–12 of 30")
        seen = len(maria.all_seen("ephemeral"))
        assert "task 11" in first.text
        assert "task 12" not in first.text
        maria.presses("Show more", on=first)
        maria.presses("Show more", on=maria.sees("13–24 of 30"))
        last = maria.sees("25–30 of 30")
        assert "task 29" in last.text
        maria.presses("Back", on=last)
        maria.sees("13–24 of 30")
        assert len(maria.all_seen("ephemeral")) == seen


def test_a_list_that_grew_shorter_shows_its_last_page(shop: Shop, maria: Person) -> None:
    meets_dana(maria)
    shop.book(many, 13)
    maria.types("/followup team")
    page = maria.sees("1–12 of 13")
    maria.types("/followup dana")
    maria.presses("Done")
    maria.presses("Show more", on=page)
    maria.sees("task 12")


ROWS = re.findall(r"^\| `(/[^`]+)` \| (.+) \|$", (ROOT / "docs" / "followups.md").read_text(), re.MULTILINE)


def test_the_table_of_the_documents_is_true(shop: Shop, maria: Person) -> None:
    meets_dana(maria)
    assert len(ROWS) > 10
    for typed, answer in ROWS:
        maria.types(typed)
        assert answer in maria.all_seen("ephemeral")[0].text
