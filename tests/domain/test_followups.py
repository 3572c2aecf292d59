"""What a follow-up is: its kind and words, whom it would pester, and how it counts."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.followups import FollowUp, TextTooLong, clean_text, kind_of
from bot.domain.typed import Task, cool_down, mentioned, pesters, task, with_names
from bot.domain.when import Understood
from bot.domain.workspaces import Workspace

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
CALL = FollowUp(
    1,
    7,
    "Dana",
    "call",
    "Call",
    "open",
    "U1",
    "U1",
    NOON - timedelta(days=3),
    NOON,
    NOON.replace(tzinfo=None),
    "UTC",
)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("call about the boots", "call"),
        ("Ring her back", "call"),
        ("recall the boots", "other"),
        ("write a thank-you card", "note"),
        ("send a coupon and call", "gift"),
        ("call about the coupon", "call"),
        ("see how the heel holds", "checkin"),
        ("check-in", "checkin"),
        ("order laces", "other"),
        ("", "other"),
        ("anrufen wegen der Stiefel", "call"),
        ("📞", "other"),
    ],
)
def test_the_first_word_that_says_a_kind_decides(typed: str, kind: str) -> None:
    assert kind_of(typed) == kind


@pytest.mark.parametrize(
    ("typed", "kind", "text"),
    [
        ("  call   about\nboots, ", "call", "Call about boots"),
        ("", "call", "Call"),
        ("—", "note", "Write a thank-you note"),
        ("ñandú", "other", "Ñandú"),
        ("靴について電話する", "call", "靴について電話する"),
    ],
)
def test_a_text_is_tidied_and_never_empty(typed: str, kind: str, text: str) -> None:
    assert clean_text(typed, kind) == text


def test_a_text_has_a_limit() -> None:
    with pytest.raises(TextTooLong, match="That is 1001 characters"):
        clean_text("x" * 1001)


def test_a_task_is_for_the_one_colleague_it_mentions() -> None:
    assert task("<@U0JON|jon> call her", "UTC") == Task("Call her", "call", "UTC", for_user="U0JON")
    assert task("<@U1> and <@U2> call her", "UTC").for_user is None
    assert mentioned("<@U1> <@U1|x> <#C1>") == ["U1"]
    assert with_names("ask <@U1|x> and <@U2>", {"U1": "Jon"}) == "ask Jon and a colleague"


@pytest.mark.parametrize(
    ("words", "as_typed"),
    [("tomorrow at 3pm", True), ("15:30", True), ("in 20 minutes", True), ("friday", False), ("in 3 days", False)],
)
def test_an_hour_that_was_typed_is_kept_in_mind(words: str, as_typed: bool) -> None:
    time = Understood(NOON, NOON.replace(tzinfo=None), "UTC", None, "", words)
    assert task("call", "UTC").at(time).as_typed is as_typed


def test_a_task_survives_waiting_for_an_answer() -> None:
    waiting = Task("Call", "call", "UTC", NOON.replace(tzinfo=None), "FREQ=DAILY", True, True, "U1")
    assert Task.from_json(waiting.to_json()) == waiting


@pytest.mark.parametrize(
    ("kind", "promised", "asks"),
    [("call", False, True), ("checkin", False, True), ("note", False, False), ("gift", False, False),
     ("other", False, False), ("call", True, False)],
)  # fmt: skip
def test_only_a_second_request_for_their_time_pesters(kind: str, promised: bool, asks: bool) -> None:
    assert (pesters(Task("x", kind, "UTC", promised=promised), [CALL]) == CALL) is asks
    assert pesters(Task("x", kind, "UTC", promised=promised), []) is None


def test_the_cool_down_is_a_setting() -> None:
    assert cool_down(Workspace("T1")) == timedelta(days=3)
    assert cool_down(Workspace("T1", settings={"cool_down_days": 0})) == timedelta()
