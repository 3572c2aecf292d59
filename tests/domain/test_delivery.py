"""What becomes of a letter after each answer of Slack's: tables of plain values."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.delivery import (
    EVERYTHING,
    Answer,
    Letter,
    Next,
    Patience,
    Rest,
    Verdict,
    after_answer,
    after_failed_look,
    is_person,
    may_be_folded,
    may_look_later,
    outdated,
    repeats_blindly,
    too_late,
    wait_before,
    weight,
)

NOW = datetime(2026, 11, 23, 10, 2, tzinfo=UTC)
PATIENCE = Patience(tries=4, quiet=timedelta(seconds=20))
NEW = Letter(7, "T1", "followup:7", "followup.due", 7, "U1", "mark", promised_at=NOW)
STANDING = Letter(8, "T1", "visit:8", "visit.arrival", 8, "C1", "mark", channel="C1", ts="1.0", promised_at=NOW)


def seconds(n: float) -> timedelta:
    return timedelta(seconds=n)


@pytest.mark.parametrize(
    ("letter", "verdict", "then"),
    [
        (NEW, Verdict.SAID, Next("sent")),
        (NEW, Verdict.ALREADY, Next("sent")),
        (NEW, Verdict.DOUBTFUL, Next("pending", seconds(20), in_doubt=True)),
        (NEW, Verdict.FAILED, Next("pending", seconds(2))),
        (NEW, Verdict.UNCLEAR, Next("unclear", in_doubt=True)),
        (NEW, Verdict.NO_ADDRESS, Next("dead")),
        (NEW, Verdict.SETTINGS, Next("dead")),
        (NEW, Verdict.OUR_BUG, Next("dead")),
        (STANDING, Verdict.SAID, Next("sent")),
        (STANDING, Verdict.DOUBTFUL, Next("pending", seconds(2))),
        (STANDING, Verdict.GONE, Next("skipped")),
        (STANDING, Verdict.NO_ADDRESS, Next("dead")),
    ],
    ids=lambda value: value.key if isinstance(value, Letter) else str(getattr(value, "state", value)),
)
def test_what_becomes_of_a_letter(letter: Letter, verdict: Verdict, then: Next) -> None:
    assert after_answer(letter, Answer(verdict), PATIENCE) == then


@pytest.mark.parametrize(
    ("answer", "rest"),
    [
        (Answer(Verdict.LIMITED, retry_after=30, method="chat.postMessage"), Rest("C1", seconds(30))),
        (Answer(Verdict.LIMITED, retry_after=30, method="chat.update"), Rest(":chat.update", seconds(30))),
        (Answer(Verdict.LIMITED, retry_after=9, method="views.publish"), Rest(":views.publish", seconds(9))),
        (Answer(Verdict.LIMITED), Rest("C1", seconds(1))),
        (Answer(Verdict.NOT_APPLIED), Rest(EVERYTHING, PATIENCE.outage)),
        (Answer(Verdict.NO_WORKSPACE), Rest(EVERYTHING, PATIENCE.locked_out)),
    ],
    ids=lambda value: f"{value.verdict}-{value.method}" if isinstance(value, Answer) else "",
)
@pytest.mark.parametrize("tries", [0, 3, 1000])
def test_whoever_is_in_the_way_rests_and_the_letter_never_dies_of_it(
    answer: Answer, rest: Rest, tries: int
) -> None:
    letter = Letter(8, "T1", "visit:8", "visit.arrival", 8, "C1", "mark", tries=tries)
    assert after_answer(letter, answer, PATIENCE) == Next("pending", rest.span, counts=False, rest=rest)


@pytest.mark.parametrize(
    ("letter", "verdict", "state"),
    [
        (NEW, Verdict.FAILED, "dead"),
        (NEW, Verdict.DOUBTFUL, "unclear"),
        (STANDING, Verdict.DOUBTFUL, "dead"),
    ],
)
def test_after_the_last_try_a_manager_decides(letter: Letter, verdict: Verdict, state: str) -> None:
    last = Letter(**vars(letter) | {"tries": PATIENCE.tries - 1})
    assert after_answer(last, Answer(verdict), PATIENCE).state == state
    one_left = Letter(**vars(letter) | {"tries": PATIENCE.tries - 2})
    assert after_answer(one_left, Answer(verdict), PATIENCE).state == "pending"


def test_a_fault_of_ours_does_not_make_a_doubtful_letter_certain() -> None:
    doubtful = Letter(**vars(NEW) | {"in_doubt": True})
    assert after_answer(doubtful, Answer(Verdict.FAILED), PATIENCE).in_doubt


def test_waits_double_up_to_a_quarter_of_an_hour() -> None:
    assert [wait_before(n).total_seconds() for n in (0, 1, 2, 3, 9, 10, 99)] == [2, 4, 8, 16, 900, 900, 900]
    assert wait_before(1, seconds(20)) == seconds(40)


@pytest.mark.parametrize(
    ("verdict", "later"),
    [
        (Verdict.LIMITED, True),
        (Verdict.NOT_APPLIED, True),
        (Verdict.DOUBTFUL, True),
        (Verdict.NO_WORKSPACE, True),
        (Verdict.SETTINGS, False),
        (Verdict.NO_ADDRESS, False),
    ],
)
def test_a_look_that_failed_for_now_is_tried_again_before_anything_is_said(verdict: Verdict, later: bool) -> None:
    assert may_look_later(Answer(verdict)) is later


def test_a_failed_look_keeps_the_doubt_and_costs_no_try() -> None:
    then = after_failed_look(NEW, Answer(Verdict.LIMITED, retry_after=45), PATIENCE)
    assert then == Next("pending", seconds(45), in_doubt=True, counts=False)


@pytest.mark.parametrize(
    ("kind", "repeats"), [("followup.due", True), ("digest", True), ("kudos.story", False), ("kudos.dm", False)]
)
def test_a_reminder_is_rather_said_twice_and_kudos_rather_not(kind: str, repeats: bool) -> None:
    assert repeats_blindly(kind) is repeats


def test_a_message_may_lose_its_point() -> None:
    until = Letter(**vars(NEW) | {"not_after": NOW})
    assert not too_late(until, NOW - seconds(1))
    assert too_late(until, NOW)
    assert not too_late(NEW, NOW + timedelta(days=1000))


@pytest.mark.parametrize(("place", "person"), [("U1", True), ("W1", True), ("C1", False), ("D1", False)])
def test_people_and_channels_are_told_apart(place: str, person: bool) -> None:
    assert is_person(place) is person


@pytest.mark.parametrize(
    ("change", "folds"),
    [
        ({}, True),
        ({"kind": "digest"}, True),
        ({"to": "C1"}, False),
        ({"kind": "kudos.dm"}, False),
        ({"kind": "home"}, False),
        ({"kind": "away"}, False),
        ({"ts": "1.0"}, False),
        ({"in_doubt": True}, False),
    ],
    ids=str,
)
def test_what_may_be_folded(change: dict[str, object], folds: bool) -> None:
    assert may_be_folded(Letter(**vars(NEW) | change)) is folds


def test_promises_come_first_digests_last_and_only_the_latest_digest_counts() -> None:
    def letter(n: int, kind: str, minute: int) -> Letter:
        return Letter(n, "T1", f"k{n}", kind, n, "U1", "m", promised_at=NOW + timedelta(minutes=minute))

    letters = [
        letter(1, "digest", 0), letter(2, "thanks.due", 1), letter(3, "followup.due", 3),
        letter(4, "followup.due", 2), letter(5, "digest", 9), letter(6, "issue.owned", 4),
    ]  # fmt: skip
    assert [each.id for each in sorted(letters, key=weight)] == [4, 3, 6, 2, 1, 5]
    assert outdated(letters) == {1}
