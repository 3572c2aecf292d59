"""Promised, claimed, noted: each letter once, whoever dies on the way."""

import re
import threading
from collections import Counter
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.domain.delivery import AWAY, EVERYTHING, Letter, Next, Patience, Rest
from bot.store import claims, outbox
from bot.store.database import Book, BookSession
from bot.store.tables import OutboxRow
from tests.store.conftest import EAGER, NOW, Desk, later


def test_a_promise_under_a_known_key_changes_nothing(desk: Desk) -> None:
    assert desk.promises("visit:1")
    assert not desk.promises("visit:1", to="C9")
    assert [letter.to for letter in desk.claims()] == ["C1"]


def test_only_what_is_due_is_claimed(desk: Desk) -> None:
    desk.promises("now", "C1")
    desk.promises("later", "C2", at=later(minutes=5))
    assert desk.keys() == ["now"]
    assert desk.keys(now=later(minutes=5), real=NOW) == ["later"]


def test_one_letter_for_each_place_oldest_first(desk: Desk) -> None:
    desk.promises("a2", "C1", at=later(seconds=-1))
    desk.promises("a1", "C1", at=later(seconds=-2))
    desk.promises("b1", "C2")
    first, second = desk.claims()
    assert (first.key, second.key) == ("a1", "b1")
    assert desk.keys() == []  # both places are busy
    desk.says(first)
    assert desk.keys() == ["a2"]


def test_a_busy_workspace_does_not_starve_another(book: Book) -> None:
    busy, quiet = Desk(book, "T1"), Desk(book, "T2")
    for n in range(30):
        busy.promises(f"busy:{n}", f"U{n}", at=later(minutes=-30))
    quiet.promises("quiet:1", "C1")
    quiet.promises("quiet:2", "C2")
    assert Counter(letter.workspace for letter in busy.claims(limit=4)) == {"T1": 2, "T2": 2}


def test_a_burst_and_then_one_a_second(desk: Desk) -> None:
    pace = Patience(burst=3, pace=timedelta(seconds=1))
    for n in range(10):
        desk.promises(f"n:{n}")
    said = []
    for tenth in range(40):
        for letter in desk.claims(real=later(seconds=tenth / 10), patience=pace):
            desk.says(letter)
            said.append(tenth / 10)
    assert said == [0.0, 0.1, 0.2, 1.0, 2.0, 3.0]


def test_the_shops_clock_turned_by_hours_ends_no_lease_and_no_rest(desk: Desk) -> None:
    desk.promises("flying", "C1")
    desk.promises("resting", "C2")
    desk.does(claims.rest, Rest("C2", timedelta(seconds=30)), NOW)
    assert desk.keys() == ["flying"]
    assert desk.keys(now=later(hours=9), real=later(seconds=1)) == []


def test_what_a_dead_sender_had_is_taken_over_in_doubt(desk: Desk) -> None:
    desk.promises("visit:1")
    (dead,) = desk.claims()
    assert not dead.in_doubt
    assert desk.keys(real=later(seconds=59)) == []
    (heir,) = desk.claims(real=later(seconds=60))
    assert heir.in_doubt
    assert heir.begun_at == dead.begun_at == NOW
    assert not desk.says(dead)  # its report comes too late
    assert desk.state("visit:1") == "sending"
    assert desk.says(heir)
    assert desk.state("visit:1") == "sent"


def test_a_claim_is_known_to_be_lost(desk: Desk) -> None:
    desk.promises("visit:1")
    (mine,) = desk.claims()
    assert desk.does(outbox.still_mine, mine, later(seconds=59))
    assert not desk.does(outbox.still_mine, mine, later(seconds=60))
    desk.claims(real=later(seconds=60))
    assert not desk.does(outbox.still_mine, mine, later(seconds=59))


def test_an_update_that_is_taken_over_needs_no_look(desk: Desk) -> None:
    desk.promises("visit:1")
    desk.says(desk.claims()[0])
    desk.does(outbox.refresh, "visit:1", NOW)
    desk.claims()
    (heir,) = desk.claims(real=later(seconds=60))
    assert heir.is_update
    assert not heir.in_doubt


@pytest.mark.parametrize("moment", ["before the claim", "while it is said", "after it was said"])
def test_a_change_is_shown_whenever_it_comes(desk: Desk, moment: str) -> None:
    desk.promises("visit:1")
    if moment == "before the claim":
        desk.does(outbox.refresh, "visit:1", NOW)
    (letter,) = desk.claims()
    if moment == "while it is said":
        desk.does(outbox.refresh, "visit:1", NOW)
    desk.says(letter, "5.0")
    if moment == "after it was said":
        desk.does(outbox.refresh, "visit:1", NOW)
    updates = desk.claims()
    assert [update.ts for update in updates] == ([] if moment == "before the claim" else ["5.0"])
    for update in updates:
        desk.says(update, "5.0")
    assert desk.claims() == []


def test_a_change_during_an_update_makes_another_update(desk: Desk) -> None:
    desk.promises("visit:1")
    desk.says(desk.claims()[0])
    for _ in range(3):
        desk.does(outbox.refresh, "visit:1", NOW)
    (update,) = desk.claims()
    desk.does(outbox.refresh, "visit:1", NOW)
    desk.says(update)
    (again,) = desk.claims()
    desk.says(again)
    assert desk.claims() == []


@pytest.mark.parametrize(
    ("pattern", "changed"),
    [
        ("home:%", {"home:U1", "home:U2"}),
        ("home:U1", {"home:U1"}),
        ("hom", set()),
        ("HOME:%", set()),
        ("h_me:%", set()),
        ("visit:1%", {"visit:1", "visit:12"}),
    ],
)
def test_a_pattern_is_the_beginning_of_a_key_and_nothing_else(desk: Desk, pattern: str, changed: set[str]) -> None:
    for n, key in enumerate(("home:U1", "home:U2", "homes", "visit:1", "visit:12", "visit:2")):
        desk.promises(key, f"C{n}")
    for letter in desk.claims():
        desk.says(letter)
    desk.does(outbox.refresh, pattern, NOW)
    assert set(desk.keys()) == changed


def test_refreshing_another_workspaces_message_does_nothing(book: Book) -> None:
    mine, theirs = Desk(book, "T1"), Desk(book, "T2")
    theirs.promises("visit:1")
    theirs.says(theirs.claims()[0])
    mine.does(outbox.refresh, "visit:%", NOW)
    assert mine.claims() == []


def test_a_dead_update_is_tried_again_when_there_is_something_new_to_show(desk: Desk) -> None:
    desk.promises("home:U1")
    desk.says(desk.claims()[0])
    desk.does(outbox.refresh, "home:U1", NOW)
    desk.does(outbox.put_back, desk.claims()[0], Next("dead"), "invalid_blocks", NOW)
    assert desk.claims() == []
    desk.does(outbox.refresh, "home:U1", NOW)
    assert [letter.tries for letter in desk.claims()] == [0]


def test_a_pause_costs_no_try_and_a_failure_costs_one(desk: Desk) -> None:
    desk.promises("visit:1")
    for counts, tries in ((False, 0), (True, 1), (False, 1), (True, 2)):
        desk.does(outbox.put_back, desk.claims()[0], Next("pending", counts=counts), "why", NOW)
        assert desk.look("visit:1")["tries"] == tries


@pytest.mark.parametrize(
    ("what", "free"),
    [
        ("C1", ["other", "update"]),
        (EVERYTHING, []),
        (":chat.update", ["other", "same"]),
        ("C9", ["other", "same"]),
    ],
)
def test_what_rests_is_left_alone_and_nothing_else(desk: Desk, what: str, free: list[str]) -> None:
    desk.promises("update", "C3")
    desk.says(desk.claims()[0])
    desk.does(outbox.refresh, "update", NOW)
    desk.promises("same", "C1")
    desk.promises("other", "C2")
    desk.does(claims.rest, Rest(what, timedelta(seconds=30)), NOW)
    expected = sorted({*free, *(["update"] if what == "C9" else [])})
    assert sorted(desk.keys(real=later(seconds=29))) == expected
    rest = sorted({"same", "other", "update"} - set(expected))
    assert sorted(desk.keys(real=later(seconds=31))) == rest


def test_what_was_not_begun_at_shutdown_is_free_at_once_and_without_doubt(desk: Desk) -> None:
    desk.promises("visit:1")
    desk.does(outbox.release, desk.claims()[0])
    (letter,) = desk.claims()
    assert not letter.in_doubt


@pytest.mark.parametrize(("again", "state"), [(True, "pending"), (False, "skipped")])
@pytest.mark.parametrize("trouble", ["dead", "unclear"])
def test_a_manager_decides_about_trouble(desk: Desk, trouble: str, again: bool, state: str) -> None:
    desk.promises("visit:1")
    (letter,) = desk.claims()
    desk.does(outbox.put_back, letter, Next(trouble), "is_archived", NOW)
    assert desk.claims(now=later(days=9)) == []
    (found,) = desk.does(outbox.troubled)
    assert (found.state, found.why, found.to) == (trouble, "is_archived", "C1")
    assert desk.does(outbox.decide, found.id, again=again, now=NOW)
    assert desk.state("visit:1") == state
    assert not desk.does(outbox.decide, found.id, again=again, now=NOW)


def test_trouble_of_another_workspace_is_none_of_ours(book: Book) -> None:
    mine, theirs = Desk(book, "T1"), Desk(book, "T2")
    theirs.promises("visit:1")
    (letter,) = theirs.claims()
    theirs.does(outbox.put_back, letter, Next("dead"), "is_archived", NOW)
    assert mine.does(outbox.troubled) == []
    assert not mine.does(outbox.decide, letter.id, again=True, now=NOW)


def test_the_age_of_the_oldest_due_letter(desk: Desk) -> None:
    assert desk.does(outbox.oldest_due, NOW) == timedelta()
    desk.promises("visit:1", at=later(minutes=-7))
    desk.promises("visit:2", at=later(minutes=7))
    assert desk.does(outbox.oldest_due, NOW) == timedelta(minutes=7)


def test_folded_letters_are_told_once_and_their_changes_reach_the_fold(desk: Desk) -> None:
    for n in (1, 2):
        desk.promises(f"followup:{n}:due", "U1", kind="followup.due")
    desk.does(lambda s: outbox.fold(s, outbox.waiting_for(s, "U1", NOW), "away:U1", NOW))
    (fold,) = desk.claims()
    assert fold.kind == AWAY
    desk.says(fold, "3.0")
    assert desk.claims() == []
    desk.does(outbox.refresh, "followup:2:%", NOW)
    assert [(update.id, update.ts) for update in desk.claims()] == [(fold.id, "3.0")]


@pytest.mark.parametrize("changes", [0, 2])
def test_erasing_deletes_what_stands_and_waits_for_what_is_just_being_said(desk: Desk, changes: int) -> None:
    for key, to in (("standing", "C1"), ("flying", "C2"), ("waiting", "C3")):
        desk.promises(key, to)
        for _ in range(changes):  # it changed before it was said at all
            desk.does(outbox.refresh, key, NOW)
        if key != "waiting":
            (letter,) = desk.claims()
        if key == "standing":
            desk.says(letter, "1.0")
    desk.does(outbox.forget, OutboxRow.key.in_(["standing", "flying", "waiting"]), NOW)
    (delete,) = desk.claims()
    assert (delete.kind, delete.ts, delete.about) == ("erase", "1.0", 0)
    assert desk.says(letter, "2.0")
    (delete,) = desk.claims()
    assert (delete.kind, delete.ts) == ("erase", "2.0")

    def keys(session: BookSession) -> list[str]:
        return list(session.scalars(sa.select(OutboxRow.key)))

    assert all(key.startswith("erase:") for key in desk.does(keys))


# ---- two at the same instant


def race(book: Book, rounds: int, rivals: int = 4) -> list[Letter]:
    """Let several claim at once, again and again; return everything that was taken."""
    taken: list[Letter] = []
    together = threading.Barrier(rivals)

    def rival() -> None:
        for _ in range(rounds):
            together.wait()
            taken.extend(book.run("", claims.claim, NOW, NOW, EAGER, 3)[0])

    threads = [threading.Thread(target=rival) for _ in range(rivals)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken


def test_claims_at_the_same_instant_take_nothing_twice_and_one_for_each_place(desk: Desk) -> None:
    for n in range(60):
        desk.promises(f"n:{n}", f"C{n % 5}")
    taken = race(desk.book, 5)
    assert len({letter.id for letter in taken}) == len(taken)
    assert Counter(letter.to for letter in taken) == {f"C{n}": 1 for n in range(5)}


@pytest.mark.parametrize("protected", [True, False])
def test_a_claim_waits_for_a_claim_or_two_would_speak_in_one_place(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, protected: bool
) -> None:
    if desk.book.engine.dialect.name == "sqlite":
        pytest.skip("SQLite's write lock lets one claim at a time by itself")
    if not protected:
        monkeypatch.setattr(claims, "_one_at_a_time", lambda _session: None)
    desk.promises("second", "C1")
    rival: Future[list[str]]
    with ThreadPoolExecutor() as threads:

        def slowly(session: BookSession) -> list[Letter]:
            """Claim, and before that is committed, have somebody promise an older letter and claim too."""
            nonlocal rival
            mine = claims.claim(session, NOW, NOW, EAGER, 10)
            threads.submit(desk.promises, "first", "C1", later(minutes=-1)).result()
            rival = threads.submit(desk.keys)
            wait([rival], timeout=0.3)
            return mine

        mine = desk.does(slowly)
        assert [letter.key for letter in mine] == ["second"]
        assert rival.result() == ([] if protected else ["first"])


# ---- the same over a hundred thousand rows


def fill(book: Book, rows: int, state: str) -> None:
    """Add rows that are not due: told long ago, or wanted far ahead, for forty people."""
    when = NOW - timedelta(days=20) if state == "sent" else NOW + timedelta(days=3650)
    same = {"workspace": "T1", "kind": "old", "state": state, "try_at": when, "promised_at": when, "mark": "m"}
    many = [same | {"key": f"{state}:{n}", "about": n, "to": f"U{n % 40}"} for n in range(rows)]
    with book.engine.begin() as connection:
        connection.execute(sa.insert(OutboxRow), many)
        connection.exec_driver_sql("ANALYZE")


@pytest.mark.parametrize("state", ["sent", "pending"])
def test_a_claim_reads_no_more_rows_over_many_than_over_few(desk: Desk, state: str) -> None:
    fill(desk.book, 20_000, state)
    desk.promises("due", "C1")
    assert desk.keys() == ["due"]
    plan = explain(desk.book)
    scans = [line.strip() for line in plan.splitlines() if re.search(r"(Seq Scan on|SCAN) outbox\w*( |$)", line)]
    assert [scan for scan in scans if "USING INDEX" not in scan] == [], plan


def explain(book: Book) -> str:
    """Return the plan of the claim's question, one step a line."""

    def ask(session: BookSession) -> str:
        dialect = session.get_bind().dialect
        facts = {"now": NOW, "real": NOW, "hurry": NOW, "limit": 10}
        question = claims._choice(dialect.name == "sqlite").params(**facts)
        text = str(question.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
        prefix = "EXPLAIN QUERY PLAN " if dialect.name == "sqlite" else "EXPLAIN "
        rows = session.connection().exec_driver_sql(prefix + text.replace("%", "%%"))
        return "\n".join(str(row[-1]) for row in rows) + "\n"

    return book.run("", ask)[0]


def test_letters_are_plain_values(desk: Desk) -> None:
    desk.promises("visit:1", not_after=later(hours=1))
    (letter,) = desk.claims()
    assert replace(letter, mark="", owner="") == Letter(
        letter.id, "T1", "visit:1", "note", 1, "C1", "", promised_at=NOW, begun_at=NOW, not_after=later(hours=1)
    )
