"""Playbooks: read, written, and turned into plans."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendars import Workplace, parse_hours
from bot.domain.errors import Refusal
from bot.domain.playbooks import (
    DEFAULTS,
    EVENTS,
    OWNERS,
    BadFile,
    Coupon,
    Delay,
    Occasion,
    Step,
    format_delay,
    format_step,
    from_json,
    from_yaml,
    in_words,
    read_step,
    steps_for,
    to_json,
    to_yaml,
    visit_event,
)
from bot.domain.playbooks.planning import due_local
from bot.domain.playbooks.words import WrongStep, read_delay

MONDAY = datetime(2026, 11, 23, 10, 2, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 27, 17, 30, tzinfo=UTC)
SHOP = Workplace("Europe/Lisbon", parse_hours("Mon-Fri 9-19"), "PT")


# ---- how people write them


@pytest.mark.parametrize(
    ("typed", "delay"),
    [
        ("2 working days at 10:00", Delay(2, "working days", time(10))),
        ("2 Working  Days at 10", Delay(2, "working days", time(10))),
        ("1 working day", Delay(1, "working days")),
        ("3 business days", Delay(3, "working days")),
        ("7 days at 6pm", Delay(7, "days", time(18))),
        ("7 days, at 12am", Delay(7, "days", time(0))),
        ("1 week", Delay(7, "days")),
        ("4 hours", Delay(4, "hours")),
        ("in 4 hours", Delay(4, "hours")),
        ("at once", Delay(0, "hours")),
        ("same day at 18:00", Delay(0, "days", time(18))),
        ("0 days", Delay(0, "days")),
    ],
)
def test_delays_are_read(typed: str, delay: Delay) -> None:
    assert read_delay(typed) == delay


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soonish",
        "2",
        "two days",
        "-2 days",
        "2 working hours",
        "2 hours at 10:00",
        "2 working weeks",
        "367 days",
        "53 weeks",
        "2 days at 24:00",
        "2 days at 10:60",
        "2 days at 13pm",
        "2 days at",
        "2 days 10:00",
        "٢ days ago",
    ],
)
def test_what_is_no_delay_is_refused(typed: str) -> None:
    with pytest.raises(WrongStep):
        read_delay(typed)


_times = st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59))
_delays = st.builds(Delay, st.integers(0, 366), st.sampled_from(["days", "working days"]), _times).filter(
    lambda delay: delay.amount or delay.unit == "days"
) | st.builds(Delay, st.integers(0, 366), st.just("hours"))


@given(_delays)
def test_a_delay_is_read_back_as_it_was_written(delay: Delay) -> None:
    assert read_delay(format_delay(delay)) == delay


@given(st.text(max_size=40))
def test_any_text_is_a_delay_or_a_sentence(typed: str) -> None:
    try:
        read = read_delay(typed)
    except Refusal:
        return
    assert read_delay(format_delay(read)) == read


GOOD = {"after": "2 days", "do": "call", "who": "their person", "text": "Call {name} about: {story}"}


@pytest.mark.parametrize(
    ("change", "field", "says"),
    [
        ({"after": ""}, "after", "is no delay"),
        ({"do": "dance"}, "do", "Write one of: call, thank-you note"),
        ({"do": ""}, "do", "is nothing I can remind of"),
        ({"who": "the boss"}, "who", "Write one of: their person, whoever was there, opener, me, queue"),
        ({"text": "  "}, "text", "Write what is to be done, like “Call {name}"),
        ({"text": "x" * 301}, "text", "301 characters"),
        ({"text": "Call {nmae}"}, "text", "I don't know {nmae} when an issue is opened. Use {name}, {story}."),
        ({"text": "Call {}"}, "text", "I don't know {} when"),
        ({"text": "Call {name.__class__}"}, "text", "I don't know {name.__class__}"),
        ({"text": "Call {name!r}"}, "text", "I don't know {name!r}"),
        ({"text": "Call {name"}, "text", "Write fields like {name}, with both braces"),
        ({"text": "Send {code}"}, "text", "I don't know {code}"),
        ({"coupon": "10 %"}, "coupon", "Only a gift has a coupon"),
        ({"do": "gift", "coupon": "10 %", "valid": "for ever"}, "valid", "is no time a coupon can be valid"),
        ({"do": "gift", "coupon": "x" * 81}, "coupon", "81 characters"),
        ({"do": "gift", "coupon": "10 %", "valid": "0 days"}, "valid", "is no time a coupon can be valid"),
    ],
)
def test_a_wrong_step_says_what_to_write_under_its_field(change: dict[str, str], field: str, says: str) -> None:
    with pytest.raises(WrongStep) as caught:
        read_step("issue.opened", GOOD | change)
    assert says in str(caught.value)
    assert caught.value.field == field


def test_a_form_names_its_fields_by_place() -> None:
    with pytest.raises(WrongStep) as caught:
        read_step("issue.opened", GOOD | {"after": "never"}, "{}.2")
    assert caught.value.field == "after.2"


# ---- the defaults


@pytest.mark.parametrize(
    ("event", "does"),
    [
        ("issue.opened", ["1 working day at 10:00 · thank-you note · opener"]),  # P7
        ("issue.resolved", ["2 working days at 10:00 · call", "7 days at 10:00 · gift"]),  # P31, P32
        ("visit.first", ["1 working day at 10:00 · thank-you note · whoever was there"]),  # P78
        ("visit.second", []),
        ("visit.third", ["1 working day at 10:00 · thank-you note · their person"]),  # P78
        ("purchase.large", ["2 working days at 10:00 · call"]),  # P31
        ("referral", ["1 day at 10:00 · thank-you note"]),  # P122: within 48 hours
    ],
)
def test_the_defaults_are_the_practices(event: str, does: list[str]) -> None:
    lines = [in_words(step) for step in DEFAULTS[event]]
    assert len(lines) == len(does)
    assert all(line.startswith(start) for line, start in zip(lines, does, strict=True))


@pytest.mark.parametrize("event", EVENTS)
def test_every_event_has_a_default_that_can_be_read_back(event: str) -> None:
    assert tuple(read_step(event, format_step(step)) for step in DEFAULTS[event]) == DEFAULTS[event]


def test_settings_hold_what_was_changed_and_nothing_breaks_on_what_they_cannot_mean() -> None:
    changed = {"praise": (Step(Delay(1), "call", "me", "Call {name}"),)}
    assert from_json(to_json(changed)) == {**DEFAULTS, **changed}
    assert from_json(None) == DEFAULTS
    assert from_json({"no.such": [{}], "praise": [{"after": "?"}]}) == {**DEFAULTS, "praise": ()}


# ---- what comes of them


def occasion(event: str = "issue.resolved", about: str = "7:0", **more: object) -> Occasion:
    facts = {"story": "heel", "friend": "Ana", "days": "41", "what": "boots", "words": "lovely"}
    known = {"person": "U0PERSON", "opener": "U0OPENER", "there": "U0THERE", "facts": facts} | more
    return Occasion(event, about, 12, "Dana López", "U0BY", **known)  # type: ignore[arg-type]


def test_a_resolved_issue_has_a_call_a_coupon_and_a_reminder_before_it_ends() -> None:
    plans = steps_for(DEFAULTS, occasion(issue_id=7), MONDAY, SHOP)
    assert [(plan.kind, f"{plan.due_local:%a %d %b %H:%M}", plan.cause) for plan in plans] == [
        ("call", "Wed 25 Nov 10:00", "issue.resolved:7:0:1"),
        ("gift", "Mon 30 Nov 10:00", "issue.resolved:7:0:2"),
        ("checkin", "Fri 22 Jan 10:00", "issue.resolved:7:0:2:reminder"),
    ]
    call, gift, reminder = plans
    assert call.text == "Is everything right now? Ask Dana López about: heel"
    assert gift.text == "Send Dana López a coupon: 10 % off the next visit, code DANA-12702, until 29 Jan 2027"
    assert reminder.text == (
        "Remind Dana López of the coupon DANA-12702 (10 % off the next visit): it ends 29 Jan 2027"
    )
    assert {plan.issue_id for plan in plans} == {7}


@pytest.mark.parametrize("event", EVENTS)
def test_no_default_leaves_a_field_unfilled(event: str) -> None:
    for plan in steps_for(DEFAULTS, occasion(event), MONDAY, SHOP):
        assert not set("{}…") & set(plan.text), plan.text


@pytest.mark.parametrize(
    ("after", "now", "due"),
    [
        (Delay(2, "working days", time(10)), MONDAY, "Wed 25 Nov 10:00"),
        (Delay(2, "working days", time(10)), FRIDAY, "Wed 02 Dec 10:00"),  # Tue 1 Dec is a holiday
        (Delay(1, "working days"), FRIDAY, "Mon 30 Nov 10:00"),
        (Delay(7, "days", time(9, 30)), FRIDAY, "Fri 04 Dec 09:30"),
        (Delay(4, "hours"), FRIDAY, "Fri 27 Nov 21:30"),
        (Delay(0, "hours"), MONDAY, "Mon 23 Nov 10:02"),
        (Delay(0, "days", time(18)), MONDAY, "Mon 23 Nov 18:00"),
        (Delay(0, "days", time(9)), MONDAY, "Mon 23 Nov 10:02"),  # never before now
        (Delay(0, "working days", time(9)), datetime(2026, 11, 28, 12, tzinfo=UTC), "Mon 30 Nov 09:00"),
    ],
)
def test_when_a_delay_ends(after: Delay, now: datetime, due: str) -> None:
    assert f"{due_local(after, now, SHOP):%a %d %b %H:%M}" == due


@pytest.mark.parametrize(
    ("event", "now", "due"),
    [
        ("referral", MONDAY, "Tue 24 Nov 10:00"),
        ("referral", FRIDAY, "Fri 27 Nov 17:30"),  # Saturday is closed, and on Monday the 48 hours are over (P122)
        ("referral", FRIDAY + timedelta(days=1), "Sun 29 Nov 10:00"),  # asked after on Monday at 9:00, in time
        ("birthday", FRIDAY, "Fri 27 Nov 17:30"),
        ("praise", FRIDAY, "Mon 30 Nov 10:00"),
    ],
)
def test_a_referral_is_thanked_within_two_days_whatever_is_closed(event: str, now: datetime, due: str) -> None:
    (plan,) = steps_for(DEFAULTS, occasion(event), now, SHOP)
    assert f"{plan.due_local:%a %d %b %H:%M}" == due


def test_what_managers_put_later_than_two_days_stays_there() -> None:
    late = {"referral": (Step(Delay(3, "days", time(10)), "note", "me", "Thank {name}"),)}
    (plan,) = steps_for(late, occasion("referral"), FRIDAY, SHOP)
    assert f"{plan.due_local:%a %d %b %H:%M}" == "Mon 30 Nov 10:00"


@pytest.mark.parametrize(
    ("rule", "owner", "without"),
    [
        ("their person", "U0PERSON", "U0BY"),
        ("whoever was there", "U0THERE", "U0BY"),
        ("opener", "U0OPENER", "U0BY"),
        ("me", "U0BY", "U0BY"),
        ("queue", None, None),
    ],
)
def test_whose_a_follow_up_is(rule: str, owner: str | None, without: str | None) -> None:
    assert rule in OWNERS
    assert occasion().owner(rule) == owner
    nobody = occasion(person=None, there=None, opener=None)
    assert nobody.owner(rule) == without
    assert replace(nobody, by="").owner(rule) is None


def test_a_fact_is_never_read_as_a_template() -> None:
    books = {"issue.opened": (Step(Delay(), "note", "me", "{name}: {story}"),)}
    tricky = Occasion("issue.opened", "1", 1, "{story} {name}", "U", facts={"story": "{name} {0} %s {{}}"})
    assert steps_for(books, tricky, MONDAY, SHOP)[0].text == "{story} {name}: {name} {0} %s {{}}"


def test_a_short_coupon_has_no_reminder_and_any_name_has_a_code() -> None:
    step = Step(Delay(0, "days"), "gift", "queue", "Give {code}", Coupon("a coffee", 7))
    plans = steps_for({"praise": (step,)}, Occasion("praise", "3", 5, "花子", "U"), MONDAY, SHOP)
    assert [plan.text for plan in plans] == ["Give BACK-5K31"]
    assert plans[0].details == {"coupon": "a coffee", "code": "BACK-5K31", "expires": "30 Nov 2026"}


@pytest.mark.parametrize(
    ("number", "days", "event"),
    [
        (1, 20, "visit.first"),
        (2, 20, "visit.second"),
        (3, 20, "visit.third"),
        (4, 20, None),
        (0, 20, None),
        (1, 13, None),
        (1, 14, "visit.first"),
        (1, None, None),
    ],
)
def test_the_first_three_visits_are_events_once_the_book_is_not_new(
    number: int, days: int | None, event: str | None
) -> None:
    set_up = None if days is None else datetime(2026, 12, 31 - days, tzinfo=UTC)
    assert visit_event(number, set_up, datetime(2026, 12, 31, tzinfo=UTC)) == event


# ---- the file


def test_a_file_is_read_back_as_it_was_written() -> None:
    assert from_yaml(to_yaml(DEFAULTS)) == DEFAULTS
    gift = Step(Delay(1, "days", time(8, 5)), "gift", "queue", "Ü: “{words}” # no: 1", Coupon("- 5 € -", 9))
    own = {**DEFAULTS, "praise": (gift,), "birthday": ()}
    assert from_yaml(to_yaml(own)) == own


def test_a_file_explains_itself() -> None:
    said = to_yaml(DEFAULTS)
    for line in (
        "# when an issue is resolved: {name}, {story}",
        "issue.resolved:",
        "- after: 2 working days at 10:00",
        "  do: call",
        "  who: their person",
        "  valid: 60 days",
        "visit.second: []",
    ):
        assert line in said.splitlines(), line


def test_an_event_left_out_keeps_its_default() -> None:
    assert from_yaml("") == DEFAULTS
    assert from_yaml("praise: []") == {**DEFAULTS, "praise": ()}
    assert from_yaml("praise:\n") == {**DEFAULTS, "praise": ()}


STEP = "- {after: 2 days, do: call, who: me, text: Call}"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("issue.opend: []", 1, "I don't know the event “issue.opend”. The events are issue.opened"),
        ("praise: []\n\npraise: []", 3, "stands here a second time"),
        ("praise: call them", 1, "as a list"),
        ("praise:\n- call them", 2, "a step has after, do, who, text"),
        ("praise:\n- after: 2 days\n  do: call\n  who: me", 2, "lacks “text”"),
        ("praise:\n- after: 2 days\n  do: call\n  who: me\n  text: Call {nam}", 5, "I don't know {nam}"),
        ("praise:\n- after: soon\n  do: call\n  who: me\n  text: Call", 2, "“soon” is no delay"),
        ("praise:\n- after: 2 days\n  do: call\n  who: me\n  text: Call\n  when: 3", 6, "“when” is not expected"),
        ("praise:\n- after: 2 days\n  do: [call]\n  who: me\n  text: Call", 3, "one line of text"),
        (f"praise:\n{chr(10).join([STEP] * 5)}", 6, "4 steps at most"),
        ("praise: [", 1, "not YAML"),
        ("praise:\n\t- x", 2, "not YAML"),
        ("- praise", 1, "write events"),
        ("praise: \x00", 1, "not YAML"),
        ("[" * 5000, 1, "not YAML"),
        ("x" * 100_001, 1, "longer than"),
    ],
)
def test_what_is_wrong_in_a_file_is_said_with_its_line(text: str, line: int, says: str) -> None:
    with pytest.raises(BadFile) as caught:
        from_yaml(text)
    assert str(caught.value).startswith(f"Line {line}: ")
    assert says in str(caught.value)


@given(st.text(max_size=200))
def test_any_text_is_a_file_or_a_sentence(text: str) -> None:
    try:
        read = from_yaml(text)
    except BadFile:
        return
    assert read.keys() == EVENTS.keys()


# ---- the page


PAGE = (Path(__file__).parents[2] / "docs" / "playbooks.md").read_text(encoding="utf-8")


def test_the_page_shows_the_file_and_every_word_of_it() -> None:
    assert PAGE.split("```yaml\n")[1].split("```")[0] == to_yaml(DEFAULTS)
    rows = [line.split(" | ")[0].strip("| `") for line in PAGE.splitlines() if line.startswith("| `")]
    assert [row for row in rows if row in EVENTS] == list(EVENTS)
    assert [row for row in rows if row in OWNERS] == list(OWNERS)


def test_every_delay_on_the_page_can_be_written() -> None:
    row = next(line for line in PAGE.splitlines() if line.startswith("| `after`"))
    for written in row.split(" | ")[2].strip(" |").split(" · "):
        assert format_delay(read_delay(written.strip("`"))) == written.strip("`")
