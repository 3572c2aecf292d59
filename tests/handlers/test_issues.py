"""Step 4 of the walk: what went wrong, in their words; who looks after it; and how it ends."""

import pytest
from sqlalchemy.orm import Session

from bot.playground.people import Person
from bot.store import customers as customer_book
from bot.store import followups, issues
from tests.conftest import Shop
from tests.handlers.customers import Know, knows

__all__ = ["knows"]

LABELS = {
    "story": "What happened, in their words?",
    "feels": "How do they feel?",
    "wants": "What do they want?",
    "step": "What do we do next?",
    "owner": "Who looks after it?",
    "by": "By when?",
    "who": "Who is it about?",
    "told": "What did you tell Dana López?",
    "new time": "By when, as you told them?",
    "verdict": "What do they say of it?",
    "said": "Their words",
    "if missed": "If they are not satisfied: what do we do next?",
}


def fills(person: Person, **fields: str) -> None:
    """Fill the open form in and submit it."""
    person.fills({LABELS[name.replace("_", " ")]: value for name, value in fields.items()})
    person.submits()


def logs(person: Person, typed: str, **fields: str) -> None:
    """Type `/issue …`, fill the form in and submit it."""
    person.types(f"/issue {typed}")
    person.sees(LABELS["story"], where="modal")
    fills(person, **{"story": typed.partition(" ")[2] or "heel came loose", **fields})
    person.sees("Written down for", where="ephemeral")


def resolves(person: Person, **fields: str) -> None:
    """Press Resolve, fill the form in and submit it."""
    person.presses("Resolve")
    person.sees(LABELS["verdict"], where="modal")
    fills(person, **{"verdict": "What they expected", **fields})


def open_issues(session: Session) -> list[str]:
    return [issue.story for issue in issues.open_issues(session)]  # type: ignore[arg-type]


def planned(session: Session) -> list[tuple[str, str, str | None]]:
    """Return what is to be done: kind, local time, owner; soonest first."""
    found = sorted(followups.open_all(session), key=lambda each: each.due_at)  # type: ignore[arg-type]
    return [(each.kind, f"{each.due_local:%d %b %H:%M}", each.owner) for each in found]


# ---- writing down


def test_the_walk(shop: Shop, knows: Know, maria: Person, jon: Person) -> None:
    knows("Dana López")
    jon.types("/issue dana lopes left heel came loose again")
    assert "left heel came loose again" in jon.sees(LABELS["story"], where="modal").text
    fills(
        jon,
        feels="Upset",
        wants="boots that last the winter",
        step="new heel, for free",
        by="friday 4pm",
    )
    card = jon.sees("Written down for Dana López.", where="ephemeral")
    for said in (
        "left heel came loose again",
        "They want: boots that last the winter",
        "worried: upset",
        "Next step: new heel, for free",
        "Owner: Jon Park",
        "Promised by: Fri 27 Nov, 16:00",
        "Thank-you note: Tue 24 Nov, 10:00",
    ):
        assert said in card.text, said
    maria.types("/visit dana lopes")
    maria.sees("Open issue: left heel came loose again (Jon Park, promised Friday)", where="floor")
    jon.presses("Resolve", on=card)
    fills(jon, verdict="More than they expected", said="like new!")
    done = jon.sees("Resolved for Dana López.", where="ephemeral")
    for said in (
        "Reassurance call: Wed 25 Nov, 10:00",
        "Coupon: Mon 30 Nov, 10:00",
        "Reminder before",
        "welcome back",
        "like new!",
    ):
        assert said in done.text, said
    shop.settles()
    maria.does_not_see("Open issue:", where="floor")
    shop.turns_clock(days=3)
    maria.types("/visit dana lopes")
    maria.sees("Welcome back! First visit since we put this right: left heel came loose again", where="floor")
    shop.turns_clock(days=1)
    maria.types("/visit dana lopes")
    assert "Welcome back" not in maria.sees("3rd visit", where="floor").text


def test_a_promise_at_the_end_of_the_command_is_taken_out_of_the_story(
    shop: Shop, knows: Know, jon: Person
) -> None:
    knows("Dana López")
    jon.types("/issue dana heel is loose by friday 4pm")
    assert "Fri 27 Nov, 16:00" in jon.sees(LABELS["story"], where="modal").text
    jon.submits()
    jon.sees("Promised by: Fri 27 Nov, 16:00", where="ephemeral")
    assert shop.book(open_issues) == ["heel is loose"]


def test_a_day_that_belongs_to_the_story_stays_in_it(shop: Shop, knows: Know, jon: Person) -> None:
    knows("Dana López")
    jon.types("/issue dana heel came loose on monday")
    jon.sees(LABELS["story"], where="modal")
    jon.submits()
    jon.sees("No time promised yet.", where="ephemeral")
    assert shop.book(open_issues) == ["heel came loose on monday"]


def test_a_colleague_who_gets_an_issue_hears_of_it_once_and_sees_what_becomes_of_it(
    shop: Shop, knows: Know, maria: Person, jon: Person
) -> None:
    knows("Dana López")
    logs(maria, "dana heel came loose", owner="Jon Park")
    maria.sees("I told Jon Park.", where="ephemeral")
    shop.settles()
    assert "Owner: Jon Park" in jon.sees("Maria Silva asks you to look after Dana López.", where="dm").text
    resolves(maria)
    shop.settles()
    jon.sees("Resolved: Dana López", where="dm")
    assert len(jon.all_seen("dm")) == 1


def test_a_new_owner_is_told_and_the_old_one_sees_that_it_is_not_theirs(
    shop: Shop, knows: Know, maria: Person, jon: Person, pat: Person
) -> None:
    knows("Dana López")
    logs(maria, "dana heel came loose", owner="Jon Park")
    shop.settles()
    maria.presses("Edit")
    fills(maria, story="both heels came loose", owner="Pat Reyes")
    shop.settles()
    pat.sees("both heels came loose", where="dm")
    jon.sees("Pat Reyes looks after this one now.", where="dm")
    jon.does_not_see("both heels", where="dm")


def test_several_danas_are_asked_about_and_the_form_keeps_the_story(shop: Shop, knows: Know, jon: Person) -> None:
    knows("Dana López")
    knows("Dana Petrova")
    jon.types("/issue dana heel came loose")
    jon.sees("Which Dana?", where="ephemeral")
    jon.presses("Dana Petrova")
    assert "heel came loose" in jon.sees("Issue: Dana Petrova", where="modal").text
    jon.submits()
    jon.sees("Written down for Dana Petrova.", where="ephemeral")


def test_somebody_new_is_added_and_the_form_keeps_the_story(shop: Shop, jon: Person) -> None:
    jon.types("/issue zzyzx heel came loose")
    jon.sees("I don't know a Zzyzx yet. Add them?")
    jon.presses("Add Zzyzx")
    assert "heel came loose" in jon.sees("Issue: Zzyzx", where="modal").text


def test_without_a_story_what_is_open_comes_first(shop: Shop, knows: Know, jon: Person) -> None:
    knows("Dana López")
    jon.types("/issue dana")
    jon.sees("Issue: Dana López", where="modal")
    jon.closes()
    logs(jon, "dana heel came loose")
    jon.types("/issue dana")
    jon.sees("Dana López has 1 open issue already. The same again, or something new?", where="ephemeral")
    jon.presses("New issue")
    fills(jon, story="the till charged twice")
    jon.types("/customer dana")
    jon.presses("Issue")
    found = jon.sees("has 2 open issues already", where="ephemeral")
    jon.presses("Open", on=found)
    jon.sees("No next step yet.", where="ephemeral")


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("story", "   ", "Write what happened, in their words"),
        ("by", "soonish", "“soonish” is not a time I can read"),
        ("by", "yesterday", "“yesterday” is over already"),
        ("by", "31 february", "There is no such date"),
        ("by", "every friday", "an issue is promised once"),
        ("by", "friday when the part arrives", "“when the part arrives” is more than a time"),
        ("by", "friday or saturday", "Sat 28 Nov, 19:00"),
        ("owner", "Gil Costa", "Only a member of this workspace can look after an issue"),
        ("owner", "Regulars", "Only a member of this workspace can look after an issue"),
    ],
)
def test_what_cannot_be_is_said_under_its_field(
    shop: Shop, knows: Know, jon: Person, field: str, typed: str, says: str
) -> None:
    knows("Dana López")
    jon.types("/issue dana heel came loose")
    jon.sees(LABELS["story"], where="modal")
    fills(jon, **{"story": "heel came loose", field: typed})
    jon.sees(says, where="modal")
    assert shop.book(open_issues) == []


@pytest.mark.parametrize(
    "story",
    [
        "<!channel> & <@U0PAT> *bold* `code`",
        "🥾💔",
        "靴のかかとが取れた",
        "كعب الحذاء",
        "{name} {0} %s",
        "x" * 2500,
    ],
)
def test_any_story_is_kept_word_for_word(shop: Shop, knows: Know, jon: Person, story: str) -> None:
    knows("Dana López")
    jon.types("/issue dana")
    jon.sees(LABELS["story"], where="modal")
    fills(jon, story=story)
    card = jon.sees("Written down for Dana López.", where="ephemeral")
    assert "@channel" not in card.text.replace("<!channel>", "")
    assert shop.book(open_issues) == [story]


def test_usage_is_shown_for_nothing_and_for_help(shop: Shop, jon: Person) -> None:
    for typed in ("/issue", "/issue help"):
        jon.types(typed)
        jon.sees("left heel came loose again")


def test_a_stranger_is_turned_away(shop: Shop, knows: Know, sam: Person) -> None:
    knows("Dana López")
    sam.types("/issue dana heel came loose", channel="leather-supplier")
    sam.sees("only for members of this workspace")


# ---- from a message


def test_a_message_becomes_an_issue(shop: Shop, knows: Know, maria: Person, jon: Person) -> None:
    knows("Dana López")
    maria.types("dana called & her heel is off again")
    jon.uses_message_shortcut("Log an issue from this", jon.sees("her heel is off again", where="floor"))
    assert "dana called & her heel is off again" in jon.sees("Who is it about?", where="modal").text
    fills(jon, story="her heel is off again", who="dana lopes", by="friday")
    jon.sees("Written down for Dana López.", where="ephemeral")


def test_an_unknown_name_in_the_form_is_added_and_nothing_typed_is_lost(
    shop: Shop, maria: Person, jon: Person
) -> None:
    maria.types("a lady called, her heel is off")
    jon.uses_message_shortcut("Log an issue from this", jon.sees("her heel is off", where="floor"))
    fills(jon, story="her heel is off", who="Rose Hart", feels="Furious", by="friday 4pm", step="call her")
    jon.sees("I don't know a Rose Hart yet. Add them?")
    jon.presses("Add Rose Hart")
    card = jon.sees("Written down for Rose Hart.", where="ephemeral")
    for said in ("her heel is off", "furious", "Promised by: Fri 27 Nov, 16:00", "Next step: call her"):
        assert said in card.text, said


# ---- keeping them told


def test_told_them_is_logged_and_cools_it_down(shop: Shop, knows: Know, maria: Person, jon: Person) -> None:
    knows("Dana López")
    logs(jon, "dana heel came loose", step="new heel", by="friday 4pm", feels="Furious")
    shop.turns_clock(days=2)
    jon.types("/issue list")
    assert "opened 2 days ago, not told since" in jon.sees(":fire: Dana López: heel", where="ephemeral").text
    jon.presses("Open")
    jon.presses("Told them")
    form = jon.sees(LABELS["told"], where="modal")
    assert "new heel" in form.text
    fills(jon, told="the part comes on Monday", new_time="monday noon")
    card = jon.sees("Noted that they were told.", where="ephemeral")
    assert "Wed 25 Nov, 10:02 Jon Park told them: the part comes on Monday" in card.text
    assert "Promised by: Mon 30 Nov, 12:00" in card.text
    jon.types("/issue list")
    jon.sees("Dana López: heel came loose", where="ephemeral")
    assert "last told a moment ago" in jon.sees("1 open issue", where="ephemeral").text


def test_a_changed_time_asks_whether_they_have_been_told(shop: Shop, knows: Know, jon: Person) -> None:
    knows("Dana López")
    logs(jon, "dana heel came loose", by="friday 4pm")
    jon.presses("Edit")
    fills(jon, story="heel came loose", by="monday noon")
    jon.sees("The promised time is a new one: have they been told?", where="ephemeral")


def test_an_issue_that_is_late_can_be_edited_without_a_new_time(shop: Shop, knows: Know, jon: Person) -> None:
    knows("Dana López")
    logs(jon, "dana heel came loose", by="tomorrow 4pm")
    shop.turns_clock(days=3)
    jon.types("/issue list")
    jon.sees("late", where="ephemeral")
    jon.presses("Open")
    jon.presses("Edit")
    fills(jon, story="both heels came loose")
    jon.sees("Promised by: Tue 24 Nov, 16:00 — that has passed", where="ephemeral")


def test_what_is_read_back_is_confirmed_by_the_customer(shop: Shop, knows: Know, jon: Person) -> None:
    knows("Dana López")
    logs(jon, "dana heel came loose", wants="new boots", step="a new heel", by="friday 4pm")
    jon.presses("Read back")
    speech = jon.sees("Did I get that right?", where="ephemeral")
    for said in ("So: heel came loose.", "You would like: new boots.", "What we do: a new heel.", "By Fri 27 Nov"):
        assert said in speech.text, said
    jon.presses("They confirmed")
    jon.sees("they confirmed the story to Jon Park", where="ephemeral")


def test_the_list_has_the_hottest_first(shop: Shop, knows: Know, jon: Person) -> None:
    for name in ("Ana Reis", "Dana López", "Rose Hart"):
        knows(name)
    jon.types("/issue list")
    jon.sees("No open issue.", where="ephemeral")
    logs(jon, "ana too tight", feels="Calm")
    logs(jon, "dana heel came loose", feels="Furious")
    logs(jon, "rose wrong size", feels="Upset")
    jon.types("/issue list")
    text = jon.sees("3 open issues, the hottest first", where="ephemeral").text
    assert text.index("Dana") < text.index("Rose") < text.index("Ana")


# ---- solving


def test_resolving_sets_the_recovery_going_and_reopening_calls_it_off(
    shop: Shop, knows: Know, jon: Person
) -> None:
    dana = knows("Dana López", person="U0MARIA")
    logs(jon, "dana heel came loose")
    thanks = ("note", "24 Nov 10:00", "U0JON")
    recovery = [
        ("call", "25 Nov 10:00", "U0MARIA"),
        ("gift", "30 Nov 10:00", "U0MARIA"),
        ("checkin", "22 Jan 10:00", "U0MARIA"),
    ]
    assert shop.book(planned) == [thanks]
    resolves(jon)
    jon.sees("Resolved for Dana López.", where="ephemeral")
    assert shop.book(planned) == [thanks, *recovery]
    jon.presses("Re-open")
    jon.sees("Open again for Dana López.", where="ephemeral")
    assert shop.book(planned) == [thanks]
    assert shop.book(customer_book.get, dana.id).welcome_back is None
    resolves(jon)
    jon.sees("Resolved for Dana López.", where="ephemeral")
    assert shop.book(planned) == [thanks, *recovery]


def test_fixed_on_the_spot_takes_one_tap(shop: Shop, knows: Know, jon: Person) -> None:
    knows("Dana López")
    logs(jon, "dana heel came loose")
    jon.presses("Fixed on the spot")
    jon.sees("Resolved on the spot by Jon Park, Mon 23 Nov, 10:02", where="ephemeral")
    assert shop.book(open_issues) == []


def test_missed_stays_open_and_asks_what_comes_next(shop: Shop, knows: Know, jon: Person) -> None:
    knows("Dana López")
    logs(jon, "dana heel came loose")
    jon.presses("Resolve")
    fills(jon, verdict="Not what they expected", said="still wobbly")
    jon.sees("They are not satisfied, so it stays open", where="modal")
    fills(jon, verdict="Not what they expected", if_missed="Jon redoes it for free")
    card = jon.sees("It stays open until Dana López is satisfied.", where="ephemeral")
    for said in ("They say: not what they expected — “still wobbly”", "Next step: Jon redoes it for free"):
        assert said in card.text, said
    assert shop.book(open_issues) == ["heel came loose"]
    assert [kind for kind, *_ in shop.book(planned)] == ["note"]


def test_resolving_twice_is_refused_and_creates_nothing_twice(
    shop: Shop, knows: Know, maria: Person, jon: Person
) -> None:
    knows("Dana López")
    logs(maria, "dana heel came loose")
    jon.types("/issue list")
    jon.presses("Open")
    mine = jon.sees("Owner: Maria Silva", where="ephemeral")
    maria.presses("Fixed on the spot")
    before = shop.book(planned)
    jon.presses("Fixed on the spot", on=mine)
    jon.sees("That issue is resolved already.")
    assert shop.book(planned) == before


def test_whoever_asked_for_no_contact_is_left_in_peace(shop: Shop, knows: Know, jon: Person) -> None:
    knows("Dana López", do_not_contact=True)
    logs(jon, "dana heel came loose")
    jon.presses("Fixed on the spot")
    jon.sees("Resolved for Dana López.", where="ephemeral")
    assert shop.book(planned) == []


def test_an_erased_customer_takes_the_issue_along(
    shop: Shop, knows: Know, maria: Person, jon: Person, pat: Person
) -> None:
    knows("Dana López")
    logs(maria, "dana heel came loose", owner="Jon Park")
    shop.settles()
    card = maria.sees("Written down for", where="ephemeral")
    pat.types("/customer dana forget")
    pat.presses("Erase")
    shop.settles()
    jon.does_not_see("Dana", where="dm")
    for label in ("Told them", "Resolve", "Read back", "Edit", "Fixed on the spot"):
        maria.presses(label, on=card)
        maria.sees("I can't find that issue any more")


def test_a_form_that_comes_twice_writes_one_issue(shop: Shop, knows: Know, jon: Person) -> None:
    knows("Dana López")
    shop.playground.faults.add("double_delivery", count=20)
    logs(jon, "dana heel came loose", by="friday")
    assert shop.book(open_issues) == ["heel came loose"]


def test_what_was_promised_with_an_issue_comes_back_in_time(shop: Shop, knows: Know, maria: Person) -> None:
    knows("Rose Tanner")
    maria.types("/issue rose tanner strap broke")
    maria.fills({"What do we do next?": "sew the strap", "By when?": "tomorrow 4pm"})
    maria.submits()
    shop.turns_clock(hours=30)
    maria.sees("Keep our word: sew the strap", where="dm")


def test_by_today_is_until_closing(shop: Shop, knows: Know, maria: Person) -> None:
    knows("Rose Tanner")
    maria.types("/issue rose tanner strap broke")
    maria.fills({"By when?": "today"})
    maria.submits()
    maria.sees("Mon 23 Nov, 19:00")


def test_by_friday_is_until_closing_on_friday(shop: Shop, knows: Know, maria: Person) -> None:
    knows("Rose Tanner")
    maria.types("/issue rose tanner strap broke by friday")
    maria.submits()
    maria.sees("Fri 27 Nov, 19:00")
    (word,) = [each for each in shop.book(followups.open_all) if each.promised]
    assert [f"{at:%a %H:%M}" for at in (word.wake_at, word.due_at)] == ["Fri 09:00", "Fri 19:00"]


def test_a_resolved_issue_asks_for_no_word_any_more(shop: Shop, knows: Know, maria: Person) -> None:
    knows("Rose Tanner")
    maria.types("/issue rose tanner strap broke")
    maria.fills({"By when?": "tomorrow 4pm"})
    maria.submits()
    maria.presses("Fixed on the spot")
    shop.turns_clock(hours=30)
    maria.does_not_see("Keep our word", where="dm")


def test_a_story_that_is_too_long_is_refused_and_not_cut(
    shop: Shop, knows: Know, jon: Person, maria: Person
) -> None:
    knows("Rose Tanner")
    jon.types(f"/issue rose tanner {'x' * 2501}")
    jon.sees("That is 2501 characters; please keep the story under 2500, and the rest in the next step.")
    assert jon.modal() is None
    jon.types(f"/issue rose tanner {'x' * 2500}")
    jon.submits()
    assert [len(story) for story in shop.book(open_issues)] == [2500]
    maria.types("her heel " * 400, channel="floor")
    jon.uses_message_shortcut("Log an issue from this", jon.sees("her heel her heel", where="floor"))
    jon.sees("That message has 3599 characters; a story holds 2500. Type /issue, a name and what matters.")
