"""The doors: who is let in, what happens once, and that everybody who waits gets a sentence."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

from bot.domain.errors import Refusal
from bot.handlers.doors import Ask, Say
from bot.playground import payloads
from bot.playground.delivery import Answer
from bot.playground.model import Message as SlackMessage
from bot.playground.people import Person
from bot.store.database import BookSession
from bot.views.blocks import actions, button, field_, form, md, message, section, text_input
from tests.conftest import Shop
from tests.handlers.customers import Know, knows

__all__ = ["knows"]

OUTSIDE = "only for members of this workspace"
OLD = "older version of Regulars"
AGAIN = "Please do it once more"
AWAY = "Slack does not answer me just now"


class NotToday(Refusal):
    """Not today."""


async def refuse(ask: Ask) -> Say:
    raise NotToday


def sends(shop: Shop, kind: str, payload: dict[str, Any]) -> Answer:
    """Let Slack deliver a payload as it stands."""
    return shop.playground.call(shop.playground.desk.delivery.deliver(kind, payload))


def typed(shop: Shop, person: Person, text: str, **other: Any) -> dict[str, Any]:
    """Return the payload of a command, with something in it changed."""
    desk = shop.playground.desk
    channel = desk.workspace.channels["C0FLOOR"]
    url = desk.base_url + desk.response_urls.give(person.user_id, channel.id, None, desk.workspace.now())
    return payloads.command(desk, person.user, channel, "/visit", text, url) | other


def count(shop: Shop, table: str) -> int:
    def rows(session: BookSession) -> int:
        return int(session.scalar(sa.text(f"SELECT count(*) FROM {table}")) or 0)  # noqa: S608 - names of ours

    found: int = shop.book(rows)
    return found


# ---- who is let in


def test_a_command_of_another_workspace_is_refused(shop: Shop, maria: Person) -> None:
    answer = sends(shop, "slash_commands", typed(shop, maria, "Dana", team_id="T0OTHER"))
    assert OUTSIDE in str(answer.payload)
    assert count(shop, "inbox") == 0


def test_a_press_of_another_workspace_is_refused(knows: Know, shop: Shop, maria: Person) -> None:
    knows("Dana López")
    maria.types("/visit dana")
    shop.playground.desk.workspace.team = replace(shop.playground.desk.workspace.team, id="T0OTHER")
    maria.presses("Undo", on=maria.sees("just came in", where="floor"))
    maria.sees(OUTSIDE)
    maria.does_not_see("Taken back")


def test_an_event_of_another_workspace_is_nothing_to_us(shop: Shop, maria: Person) -> None:
    shop.playground.desk.workspace.team = replace(shop.playground.desk.workspace.team, id="T0OTHER")
    assert maria.opens_home().ok
    shop.settles()
    assert maria.all_seen("home") == []


def test_a_guest_learns_nothing(knows: Know, shop: Shop) -> None:
    knows("Dana López")
    gil = shop.playground.person("gil")
    gil.types("/visit dana", channel="random")
    gil.sees(OUTSIDE)
    gil.uses_shortcut("Log a visit")
    gil.sees(OUTSIDE, where="modal")
    gil.does_not_see("López")


def test_somebody_slack_does_not_know_is_refused(shop: Shop, maria: Person) -> None:
    answer = sends(shop, "slash_commands", typed(shop, maria, "Dana", user_id="U0NOBODY"))
    assert "Slack knows nobody of that name" in str(answer.payload)


def test_in_a_shared_channel_the_answer_is_private(knows: Know, maria: Person, sam: Person) -> None:
    knows("Dana López")
    maria.types("/customer dana", channel="leather-supplier")
    maria.sees("Dana López", where="ephemeral")
    sam.does_not_see("Dana", within=0.2)


def test_while_slack_is_away_those_we_met_before_go_on(knows: Know, shop: Shop, maria: Person) -> None:
    knows("Dana López")
    shop.turns_clock(hours=13)  # Slack's word on Maria is not fresh any more
    shop.playground.faults.add("cut_before", "users.info")
    maria.types("/visit dana")
    maria.sees("Visit logged: 1st.")


def test_whoever_we_never_met_waits_for_slack(bare_shop: Shop) -> None:
    maria = bare_shop.playground.person("maria")
    bare_shop.playground.faults.add("server_error", "users.info")
    maria.types("/visit Dana")
    maria.sees(AWAY)


# ---- once


def test_a_form_submitted_twice_counts_once(knows: Know, shop: Shop, maria: Person) -> None:
    knows("Dana López")
    maria.uses_shortcut("Log a visit")
    maria.fills({"Who came in?": "dana lopez"})
    shop.playground.faults.add("double_delivery", "interactive")
    maria.submits()
    maria.sees("Visit logged: 1st.")
    shop.settles()
    assert count(shop, "visits") == 1
    maria.does_not_see("already in", within=0.3)


def test_a_command_delivered_twice_opens_one_form(shop: Shop, maria: Person) -> None:
    shop.playground.faults.add("double_delivery", "slash_commands")
    maria.types("/kudos")
    maria.does_not_see(AGAIN, within=0.3)
    assert maria.modal()
    assert len(shop.playground.desk.workspace.modals[maria.user_id]) == 1


def test_a_form_refused_keeps_what_was_typed_and_goes_through_when_put_right(
    knows: Know, shop: Shop, maria: Person
) -> None:
    knows("Dana López")
    maria.uses_shortcut("Log a visit")
    maria.fills({"Who came in?": "🎉"})
    maria.submits()
    maria.sees("name", where="modal")
    maria.fills({"Who came in?": "dana"})
    maria.submits()
    maria.sees("Visit logged: 1st.")


# ---- a window that does not open


def test_a_command_that_took_too_long_says_so(shop: Shop, maria: Person) -> None:
    shop.playground.desk.triggers.seconds = 0
    maria.types("/kudos")
    maria.sees(AGAIN, where="ephemeral")


def test_a_shortcut_that_took_too_long_says_so_in_direct_messages(shop: Shop, maria: Person) -> None:
    shop.playground.desk.triggers.seconds = 0
    assert maria.uses_shortcut("Log a visit").ok
    maria.sees(AGAIN, where="dm")


def test_a_button_of_home_that_took_too_long_says_so_in_direct_messages(shop: Shop, maria: Person) -> None:
    maria.opens_home()
    shop.settles()
    shop.playground.desk.triggers.seconds = 0
    assert maria.presses("Log a visit", on="home").ok
    maria.sees(AGAIN, where="dm")


@pytest.mark.parametrize("fault", ["cut_before", "server_error", "rate_limited"])
def test_when_slack_is_away_a_command_says_so(shop: Shop, maria: Person, fault: str) -> None:
    shop.playground.faults.add(fault, "views.open")
    maria.types("/kudos")
    maria.sees(AWAY, where="ephemeral")


def test_a_slow_slack_does_not_cost_the_answer(shop: Shop, maria: Person) -> None:
    shop.playground.faults.add("latency", "views.open", seconds=4)
    assert maria.types("/kudos").ok
    maria.sees(AWAY, where="ephemeral")


def test_a_window_slack_refuses_is_our_fault_and_in_the_log(
    shop: Shop, maria: Person, caplog: pytest.LogCaptureFixture
) -> None:
    shop.playground.faults.add("error", "views.open", error="invalid_arguments")
    maria.types("/kudos")
    maria.sees("Slack did not take the window", where="ephemeral")
    assert "window_refused method=views.open error=invalid_arguments" in caplog.text


def test_a_fourth_window_takes_the_place_of_the_third(shop: Shop, maria: Person) -> None:
    async def deeper(ask: Ask) -> Say:
        depth = ask.number + 1
        return form("a.form", f"Window {depth}", [actions(button("Deeper", "a.deeper", depth))])

    shop.bot.doors.shortcuts["log_visit"] = shop.bot.doors.buttons["a.deeper"] = deeper
    maria.uses_shortcut("Log a visit")
    for depth in range(2, 6):
        maria.presses("Deeper")
        maria.sees(f"Window {depth}", where="modal")
    assert len(shop.playground.desk.workspace.modals[maria.user_id]) == 3


# ---- forms


def an_empty_form(callback: str) -> Any:
    async def handler(ask: Ask) -> Say:
        return form(callback, "A form", [section(md("Nothing to fill in"))], carry="7")

    return handler


def test_a_refusal_of_a_form_without_fields_stands_in_its_place(shop: Shop, maria: Person) -> None:
    shop.bot.doors.shortcuts["log_visit"] = an_empty_form("a.form")
    shop.bot.doors.forms["a.form"] = refuse
    maria.uses_shortcut("Log a visit")
    maria.submits()
    maria.sees("Not today.", where="modal")


def test_a_form_after_a_form_still_carries_its_id(shop: Shop, maria: Person) -> None:
    async def told(ask: Ask) -> Say:
        return message(section(md("Carried {value}", value=ask.value)))

    shop.bot.doors.shortcuts["log_visit"] = an_empty_form("a.form")
    shop.bot.doors.forms["a.form"] = an_empty_form("another.form")
    shop.bot.doors.forms["another.form"] = told
    maria.uses_shortcut("Log a visit")
    maria.submits()
    maria.submits()
    maria.sees("Carried 7", where="modal")


def test_a_refusal_without_a_field_stands_under_the_first(shop: Shop, maria: Person) -> None:
    async def ask_two(ask: Ask) -> Say:
        return form("a.form", "A form", [field_(name, name, text_input(name)) for name in ("one", "two")])

    shop.bot.doors.shortcuts["log_visit"] = ask_two
    shop.bot.doors.forms["a.form"] = refuse
    maria.uses_shortcut("Log a visit")
    answer = maria.submits()
    assert answer.payload == {"errors": {"one": "Not today."}}


# ---- what nobody knows any more


def test_a_form_of_an_older_version_gets_a_sentence(shop: Shop, maria: Person) -> None:
    shop.bot.doors.shortcuts["log_visit"] = an_empty_form("gone.form")
    maria.uses_shortcut("Log a visit")
    maria.submits()
    maria.sees(OLD, where="modal")


def test_a_button_of_an_older_version_gets_a_sentence(knows: Know, shop: Shop, maria: Person) -> None:
    knows("Dana López")
    maria.types("/visit dana")
    del shop.bot.doors.buttons["visit.undo"]
    maria.presses("Undo", on=maria.sees("just came in", where="floor"))
    maria.sees(OLD, where="ephemeral")


def test_a_shortcut_of_an_older_version_gets_a_sentence(shop: Shop, maria: Person) -> None:
    shop.bot.doors.shortcuts.clear()
    maria.uses_shortcut("Log a visit")
    maria.sees(OLD, where="modal")


def test_a_command_of_an_older_version_gets_a_sentence(shop: Shop, maria: Person) -> None:
    del shop.bot.doors.commands["visit"]
    maria.types("/visit dana")
    maria.sees(OLD, where="ephemeral")


def test_a_link_needs_no_answer(shop: Shop, maria: Person) -> None:
    desk = shop.playground.desk
    maria.types("/visit Dana")
    seen = maria.sees("Add them?").place
    link = {"type": "button", "action_id": "a.link", "block_id": "b", "url": "https://example.com"}
    assert isinstance(seen, SlackMessage)
    assert sends(shop, "interactive", payloads.message_action(desk, maria.user, seen, link, "")).ok
    maria.does_not_see(OLD, within=0.2)


# ---- App Home, events


def test_a_refusal_on_home_opens_a_window(shop: Shop, maria: Person) -> None:
    maria.opens_home()
    shop.settles()
    shop.bot.doors.buttons["home.visit"] = refuse
    maria.presses("Log a visit", on="home")
    maria.sees("Not today.", where="modal")


@pytest.mark.parametrize("who", [{}, {"user": None}, {"user": ""}, {"user": {}}])
def test_an_event_that_nobody_did_is_taken_and_forgotten(shop: Shop, who: dict[str, Any]) -> None:
    assert shop.playground.sends_event({"type": "app_home_opened", "tab": "home", **who}).ok


# ---- the book is away


@contextmanager
def without(shop: Shop, table: str) -> Iterator[None]:
    """Take a table away for a while, so that every statement on it fails as on a broken database."""
    rename(shop, table, "elsewhere")
    try:
        yield
    finally:
        rename(shop, "elsewhere", table)


def rename(shop: Shop, old: str, new: str) -> None:
    def statement(session: BookSession) -> None:
        session.execute(sa.text(f"ALTER TABLE {old} RENAME TO {new}"))

    shop.book(statement)


def test_when_the_book_is_away_nothing_is_half_done_and_the_person_hears(
    knows: Know, shop: Shop, maria: Person, caplog: pytest.LogCaptureFixture
) -> None:
    knows("Dana López")
    with without(shop, "visits"):
        maria.types("/visit dana")
        apology = maria.sees("Sorry, that went wrong on my side, and nothing was saved.", where="ephemeral")
    assert (count(shop, "inbox"), count(shop, "outbox"), count(shop, "visits")) == (0, 0, 0)
    [reference] = re.findall(r"\b[0-9a-f]{8}\b", apology.text.splitlines()[0])
    assert f"request_failed reference={reference}" in caplog.text
    maria.types("/visit dana")
    maria.sees("Visit logged: 1st.")


def test_when_the_book_is_away_a_form_stays_open_with_the_sentence(knows: Know, shop: Shop, maria: Person) -> None:
    knows("Dana López")
    maria.uses_shortcut("Log a visit")
    maria.fills({"Who came in?": "dana"})
    with without(shop, "visits"):
        maria.submits()
        maria.sees("nothing was saved", where="modal")
    maria.submits()
    maria.sees("Visit logged: 1st.")


def test_an_event_that_failed_comes_again(shop: Shop, maria: Person) -> None:
    opened = shop.bot.doors.events["app_home_opened"]
    failed: list[str] = []
    shop.playground.desk.sockets.ack_seconds = 1

    async def fails_once(ask: Ask) -> Say:
        if not failed:
            failed.append(ask.key)
            raise RuntimeError("the disk is full")
        return await opened(ask)

    shop.bot.doors.events["app_home_opened"] = fails_once
    assert maria.opens_home().ok
    shop.settles()
    assert maria.all_seen("home")
