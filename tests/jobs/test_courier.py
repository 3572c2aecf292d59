"""The courier at work: what people read when Slack is slow, full, strange or away."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.domain.delivery import Letter
from bot.jobs.timetable import Timetable
from bot.services.letters import Delete, File, Home, Rendered, Skip
from bot.store import claims, outbox
from bot.store.database import Book, BookSession
from bot.views.blocks import md, message, section
from tests.jobs.conftest import EAGER, PostOffice


def texts(office: PostOffice, kind: str = "post") -> list[str]:
    return [row["text"] for row in office.playground.ledger.posts(kind)]


def channel_texts(office: PostOffice, channel: str) -> list[str]:
    return [each.text for each in office.playground.workspace.channels[channel].messages]


FAULTS = [
    "rate_limited", "server_error", "server_error_after", "error", "error_after", "cut_before", "cut_after",
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("to", ["C0FLOOR", "U0MARIA"])
def test_a_letter_is_said_once_whatever_slack_answers_first(office: PostOffice, fault: str, to: str) -> None:
    courier = office.hires()
    office.promises("note:0", to)
    office.works(courier)
    office.playground.faults.add(fault, "chat.postMessage")
    office.promises(to=to)
    office.works(courier)
    office.passes(courier)
    assert len(office.said()) == 1
    assert office.row()["state"] == "sent"


@pytest.mark.parametrize("fault", FAULTS)
def test_a_look_that_fails_is_tried_again_before_anything_is_said(office: PostOffice, fault: str) -> None:
    courier = office.hires()
    office.playground.faults.add("cut_after", "chat.postMessage")
    office.playground.faults.add(fault, "conversations.history", count=3)
    office.promises()
    office.works(courier)
    office.passes(courier)
    assert len(office.said()) == 1
    assert office.row()["state"] == "sent"


def test_a_rate_limit_is_no_failure_and_holds_up_one_channel_only(office: PostOffice) -> None:
    courier = office.hires()
    office.playground.faults.add("rate_limited", "chat.postMessage", count=20, seconds=30)
    office.promises("limited", "C0FLOOR")
    office.works(courier)
    office.playground.faults.clear()
    office.promises("behind it", "C0FLOOR")
    office.promises("elsewhere", "C0KUDOS")
    office.turns(seconds=29)
    office.works(courier)
    assert texts(office) == ["elsewhere has 0 changes"]
    office.playground.faults.add("rate_limited", "chat.postMessage", count=20, seconds=30)
    for _ in range(20):
        office.turns(seconds=31)
        office.works(courier)
    assert office.row("limited")["tries"] == 0
    office.playground.faults.clear()
    office.passes(courier)
    assert sorted(texts(office)) == ["behind it has 0 changes", "elsewhere has 0 changes", "limited has 0 changes"]


def test_an_hour_without_slack_kills_nothing(office: PostOffice) -> None:
    courier = office.hires(patience=EAGER)
    office.works(courier)
    office.promises("before")
    office.works(courier)
    address = courier.slack.client.base_url
    courier.slack.client.base_url = "http://127.0.0.1:9/api/"
    office.promises()
    office.works(courier)
    for _ in range(60):
        office.turns(minutes=1)
        office.works(courier)
    assert (office.row()["state"], office.row()["tries"]) == ("pending", 0)
    courier.slack.client.base_url = address
    office.passes(courier, 1)
    assert len(office.said()) == 1


@pytest.mark.parametrize("error", ["invalid_auth", "token_revoked", "account_inactive"])
def test_a_token_that_is_refused_stops_the_workspace_and_loses_nothing(office: PostOffice, error: str) -> None:
    courier = office.hires()
    office.playground.faults.add("error", "chat.postMessage", count=1, error=error)
    office.promises("note:1", "C0FLOOR")
    office.works(courier)
    office.promises("note:2", "C0KUDOS")
    office.works(courier)
    assert texts(office) == []
    office.passes(courier)
    assert len(texts(office)) == 2


@pytest.mark.parametrize(
    ("error", "state"),
    [("is_archived", "dead"), ("missing_scope", "dead"), ("a_code_from_next_year", "sent")],
)
def test_what_cannot_be_said_is_put_aside_for_a_manager(office: PostOffice, error: str, state: str) -> None:
    courier = office.hires()
    office.playground.faults.add("error", "chat.postMessage", error=error)
    office.promises()
    office.works(courier)
    office.passes(courier)
    assert office.row()["state"] == state
    if state == "dead":
        assert office.row()["trouble"] == error
        (trouble,) = office.book.run("T0REGULARS", outbox.troubled)[0]
        office.book.run("T0REGULARS", outbox.decide, trouble.id, again=True, now=office.shop_clock.now())
        office.works(courier)
    assert len(office.said()) == 1


def test_a_poisoned_letter_is_put_aside_and_stops_nobody(office: PostOffice) -> None:
    def poison(session: BookSession, letter: Letter, now: datetime) -> Rendered:
        raise ZeroDivisionError

    office.renders("poison", poison)
    courier = office.hires()
    office.promises("poisoned", kind="poison")
    office.promises("behind it")
    office.works(courier)
    office.passes(courier, 12)
    assert (office.row("poisoned")["state"], office.row("poisoned")["tries"]) == ("dead", EAGER.tries)
    assert texts(office) == ["behind it has 0 changes"]


def test_blocks_that_slack_refuses_are_said_in_plain_text(office: PostOffice) -> None:
    def strange(session: BookSession, letter: Letter, now: datetime) -> Rendered:
        return message({"type": "hologram"}, section(md("in blocks")), text=md("in plain words"))

    office.renders("strange", strange)
    courier = office.hires()
    office.promises(kind="strange")
    office.works(courier)
    (post,) = office.playground.ledger.posts()
    assert (post["text"], post["blocks"]) == ("in plain words", [])
    office.book.run("T0REGULARS", outbox.refresh, "note:1", office.shop_clock.now())
    office.works(courier)
    assert texts(office, "update") == ["in plain words"]


def test_what_is_no_longer_wanted_is_not_said(office: PostOffice) -> None:
    office.renders("unwanted", lambda _session, _letter, _now: Skip("taken back"))
    courier = office.hires()
    office.promises("unwanted", kind="unwanted")
    office.promises("late", "C0KUDOS", not_after=office.shop_clock.now() + timedelta(minutes=5))
    office.shop_clock.turn(timedelta(minutes=5))
    office.works(courier)
    assert texts(office) == []
    assert [(office.row(key)["state"], office.row(key)["trouble"]) for key in ("unwanted", "late")] == [
        ("skipped", "taken back"),
        ("skipped", "too late"),
    ]


def test_customer_data_does_not_go_into_a_shared_channel(office: PostOffice) -> None:
    courier = office.hires()
    office.promises(to="C0SHARED")
    office.works(courier)
    assert texts(office) == []
    assert (office.row()["state"], office.row()["trouble"]) == ("dead", "channel_is_shared")


# ---- changing what was said


@pytest.mark.parametrize("fault", [None, *FAULTS])
def test_an_update_arrives_in_its_last_state(office: PostOffice, fault: str | None) -> None:
    courier = office.hires()
    office.promises()
    office.works(courier)
    for n in range(3):
        if fault and n < 2:
            office.playground.faults.add(fault, "chat.update")
        office.book.run("T0REGULARS", outbox.refresh, "note:1", office.shop_clock.now())
        office.works(courier)
    office.passes(courier)
    assert channel_texts(office, "C0FLOOR") == ["note:1 has 3 changes"]
    assert office.row()["state"] == "sent"


def test_a_message_somebody_deleted_is_left_alone(office: PostOffice) -> None:
    courier = office.hires()
    office.promises()
    office.works(courier)
    (post,) = office.said()
    office.call(courier.slack.delete(post["channel"], post["ts"]))
    office.book.run("T0REGULARS", outbox.refresh, "note:1", office.shop_clock.now())
    office.works(courier)
    assert (office.row()["state"], office.book.run("T0REGULARS", outbox.troubled)[0]) == ("sent", [])


def test_a_message_is_taken_away(office: PostOffice) -> None:
    courier = office.hires()
    office.promises()
    office.works(courier)
    office.renders("note", lambda _session, _letter, _now: Delete())
    office.book.run("T0REGULARS", outbox.refresh, "note:1", office.shop_clock.now())
    office.works(courier)
    assert channel_texts(office, "C0FLOOR") == []


def test_a_home_is_shown_and_shown_anew(office: PostOffice) -> None:
    def home(session: BookSession, letter: Letter, now: datetime) -> Rendered:
        return Home({"type": "home", "blocks": [section(md("{n} things", n=letter.wanted))]})

    office.renders("home", home)
    courier = office.hires()
    office.promises("home:U0MARIA", "U0MARIA", kind="home")
    office.works(courier)
    office.playground.faults.add("cut_after", "views.publish")
    office.book.run("T0REGULARS", outbox.refresh, "home:%", office.shop_clock.now())
    office.works(courier)
    office.passes(courier)
    shown: Any = office.playground.workspace.homes["U0MARIA"].body
    assert shown["blocks"][0]["text"]["text"] == "1 things"


@pytest.mark.parametrize("said_before", [True, False])
def test_a_file_reaches_somebody_without_the_scope_to_open_their_messages(
    office: PostOffice, said_before: bool
) -> None:
    office.renders("file", lambda _session, _letter, _now: File("dana.json", b"{}", "Everything about Dana."))
    courier = office.hires()
    office.playground.faults.add("error", "conversations.open", count=9, error="missing_scope")
    if said_before:
        office.promises("note:0", "U0PAT")
    office.promises("export", "U0PAT", kind="file")
    office.works(courier)
    assert office.row("export")["state"] == "sent"
    assert len(office.playground.desk.files) == 1


# ---- when one cannot look


BLIND = frozenset({"commands", "chat:write", "users:read", "chat:write.public"})


@pytest.mark.parametrize("scopes", [BLIND], ids=["without history"])
@pytest.mark.parametrize(
    ("kind", "said", "state"), [("followup.due", 2, "sent"), ("digest", 2, "sent"), ("kudos.story", 1, "unclear")]
)
def test_without_the_scope_a_reminder_may_be_a_repeat_and_kudos_stay_unclear(
    office: PostOffice, kind: str, said: int, state: str
) -> None:
    office.playground.faults.add("cut_after", "chat.postMessage")
    courier = office.hires()
    office.promises(kind=kind)
    office.works(courier)
    office.passes(courier)
    assert [("may be a repeat" in text) for text in texts(office)] == [False, True][:said]
    assert office.row()["state"] == state


@pytest.mark.parametrize("scopes", [BLIND | {"im:history"}], ids=["im:history only"])
def test_direct_messages_are_looked_into_without_the_scope_to_open_them(office: PostOffice) -> None:
    """The manifest asks for im:history and not for im:write: the channel is known from what was said before."""
    courier = office.hires()
    office.promises("note:0", "U0MARIA")
    office.works(courier)
    office.playground.faults.add("cut_after", "chat.postMessage")
    office.promises(to="U0MARIA")
    office.works(courier)
    office.passes(courier)
    assert len(office.said()) == 1
    assert "repeat" not in "".join(texts(office))


# ---- overload and shutdown


def test_a_channel_that_hangs_holds_up_nobody_else(office: PostOffice) -> None:
    courier = office.hires()
    office.playground.faults.add("latency", "chat.postMessage", seconds=5)
    office.promises("slow", "C0FLOOR")

    async def meanwhile() -> None:
        await courier.step()
        await asyncio.to_thread(office.promises, "quick", "C0KUDOS")
        while not office.playground.ledger.posts():
            await courier.step()

    office.call(meanwhile())
    assert texts(office) == ["quick has 0 changes"]


def test_at_the_end_what_is_under_way_arrives(office: PostOffice) -> None:
    courier = office.hires()
    office.playground.faults.add("latency", "chat.postMessage", seconds=0.25)
    office.promises()

    async def stop() -> None:
        await courier.step()
        await courier.finish(5)

    office.call(stop())
    assert len(office.said()) == 1
    assert office.row()["state"] == "sent"


def test_at_the_end_what_was_not_begun_is_given_back_and_what_hangs_stays_in_doubt(office: PostOffice) -> None:
    courier = office.hires()
    office.playground.faults.add("latency", "chat.postMessage", count=1, seconds=5)
    office.playground.faults.add("latency", "conversations.info", count=2, seconds=5)
    office.promises("hanging", "U0MARIA")
    office.promises("not begun", "C0KUDOS")

    async def stop() -> None:
        await courier.step()
        await courier.finish(0.1)

    office.call(stop())
    assert (office.row("hanging")["state"], office.row("not begun")["state"]) == ("sending", "pending")
    heir = office.hires()
    office.works(heir)
    assert len(office.said("not begun")) == 1
    office.passes(heir)
    assert len(office.said("hanging")) == 1


def test_what_is_taken_while_the_bot_is_told_to_stop_is_not_left_behind(office: PostOffice) -> None:
    """The claim waits for somebody else's transaction; meanwhile SIGTERM comes, and Slack is slow."""
    courier = office.hires()
    office.playground.faults.add("latency", "chat.postMessage", seconds=1)
    office.promises()

    async def stop_while_claiming() -> None:
        timetable = Timetable({"courier": courier.step}, every=60, finish=(courier.finish,))
        with claims_held_up(office.book):
            timetable.start()
            await asyncio.sleep(0.2)
            stopping = asyncio.create_task(timetable.stop())
            await asyncio.sleep(0.2)
        await stopping

    office.call(stop_while_claiming())
    assert office.row()["state"] in ("sent", "pending")
    office.works(office.hires())
    assert len(office.said()) == 1


@contextmanager
def claims_held_up(book: Book) -> Iterator[None]:
    """Keep what a claim needs: SQLite's write lock, PostgreSQL's advisory one."""
    with book.engine.connect() as other, other.begin():
        if book.engine.dialect.name == "postgresql":
            other.execute(sa.select(sa.func.pg_advisory_xact_lock(claims.LOCK)))
        else:
            other.execute(sa.text("UPDATE workspaces SET name = name"))
        yield


# ---- while I was away


def sleeps(office: PostOffice, **span: float) -> None:
    """Let the bot be off for a while."""
    office.turns(**span)


def test_after_an_absence_everybody_gets_one_message(office: PostOffice) -> None:
    office.works(office.hires())  # it was alive
    now = office.shop_clock.now()
    for n in range(3):
        office.promises(f"followup:{n}", "U0MARIA", kind="followup.due", at=now + timedelta(minutes=n))
    office.promises("digest:mon", "U0PAT", kind="digest")
    office.promises("digest:tue", "U0PAT", kind="digest")
    office.promises("kudos:1", "U0MARIA", kind="kudos.story")
    office.promises("visit:1", "C0FLOOR", not_after=now + timedelta(minutes=15))
    sleeps(office, hours=3)
    courier = office.hires()
    office.works(courier)
    assert texts(office) == []  # the clock's other jobs come first
    office.turns(seconds=4)
    office.works(courier)
    maria, pat = channel_texts(office, "D0MARIA"), channel_texts(office, "D0PAT")
    assert len(maria) == 2
    (fold,) = [text for text in maria if text.startswith("*While I was away*, 3 things")]
    assert all(f"followup:{n} has" in fold for n in range(3))
    assert pat == ["digest:tue has 0 changes"]
    assert channel_texts(office, "C0FLOOR") == []


def test_what_was_folded_still_changes(office: PostOffice) -> None:
    office.works(office.hires())
    for n in range(2):
        office.promises(f"followup:{n}", "U0MARIA", kind="followup.due")
    sleeps(office, hours=3)
    courier = office.hires()
    office.works(courier)
    office.turns(seconds=4)
    office.works(courier)
    office.book.run("T0REGULARS", outbox.refresh, "followup:1", office.shop_clock.now())
    office.works(courier)
    (fold,) = channel_texts(office, "D0MARIA")
    assert "followup:1 has 1 changes" in fold


@pytest.mark.parametrize(("absence", "pushes"), [(timedelta(minutes=29), 3), (timedelta(minutes=31), 1)])
def test_a_short_pause_is_no_absence(office: PostOffice, absence: timedelta, pushes: int) -> None:
    office.works(office.hires())
    for n in range(3):
        office.promises(f"followup:{n}", "U0MARIA", kind="followup.due")
    sleeps(office, seconds=absence.total_seconds())
    courier = office.hires()
    office.works(courier)
    office.turns(seconds=4)
    office.works(courier)
    assert len(channel_texts(office, "D0MARIA")) == pushes


def test_turning_the_shops_clock_is_no_absence(office: PostOffice) -> None:
    courier = office.hires()
    office.works(courier)
    for n in range(2):
        office.promises(f"followup:{n}", "U0MARIA", kind="followup.due")
    office.shop_clock.turn(timedelta(hours=9))
    office.works(courier)
    assert len(channel_texts(office, "D0MARIA")) == 2
