"""The box to type into, the people switcher, the clock, the tour, faults, and the two widths."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.playground.page.conftest import Browsing, SmallApp

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def tour() -> list[dict[str, Any]]:
    return [
        {
            "n": 1,
            "title": "Dana comes in",
            "person": "U0JON",
            "channel": "C0FLOOR",
            "types": "/visit dana lopes",
            "look": "The floor hears it.",
        },
        {
            "n": 2,
            "title": "Greeted",
            "look": "By name.",
            "actions": [{"as": "maria", "in": "floor", "presses": "Greeted by name"}, {"clock": "next"}],
        },
        {
            "n": 3,
            "title": "A form",
            "look": "Story first.",
            "actions": [
                {"as": "pat", "types": "/form"},
                {
                    "fills": {
                        "What happened?": "Heel",
                        "How do they feel?": "Upset",
                        "By when?": "2026-11-27",
                        "Done": "Calm",
                    },
                    "submits": True,
                },
            ],
        },
        {"n": 4, "title": "Impossible", "look": "Nothing.", "actions": [{"as": "zzyzx", "presses": "No"}]},
    ]


def test_commands_are_completed_by_keyboard(browsing: Browsing) -> None:
    page, box = browsing.page, browsing.box
    box.press_sequentially("/")
    expect(page.locator("#completions").get_by_role("option")).to_have_count(3)
    box.press("ArrowDown")
    box.press("ArrowDown")
    pointed = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    expect(pointed).to_contain_text("/followup")
    box.press("Tab")
    expect(box).to_have_value("/followup ")
    expect(page.locator("#usage")).to_contain_text("NAME what when")
    box.fill("/vi")
    box.press("Enter")
    expect(box).to_have_value("/visit ")
    box.press_sequentially("dana")
    box.press("Enter")
    browsing.sees("Noted: dana")
    expect(box).to_have_value("")


def test_people_are_completed_after_an_at_sign(browsing: Browsing) -> None:
    browsing.box.press_sequentially("thanks @jo")
    browsing.box.press("Enter")
    expect(browsing.box).to_have_value("thanks @jon ")
    browsing.box.press("Enter")
    expect(browsing.sees("thanks").locator(".mention")).to_have_text("@Jon Park")


def test_only_maria_sees_what_is_for_her(browsing: Browsing) -> None:
    browsing.types("/visit dana")
    expect(browsing.sees("Noted: dana")).to_contain_text("Only visible to you")
    browsing.page.get_by_role("button", name="Jon").click()
    browsing.sees("Dana López just came in")
    expect(browsing.page.locator("#messages, #live").get_by_text("Noted: dana")).to_have_count(0)


def test_the_answer_to_a_command_is_scrolled_to(browsing: Browsing) -> None:
    for n in range(12):
        browsing.playground.person("jon").types(f"morning {n}\n" + "and so on\n" * 6, channel="C0FLOOR")
    browsing.sees("morning 11")
    browsing.page.locator("#messages").evaluate("node => { node.scrollTop = 0 }")
    browsing.types("/visit dana")
    expect(browsing.page.locator("#messages").get_by_text("Noted: dana")).to_be_in_viewport()


def test_unread_marks_come_and_go(browsing: Browsing) -> None:
    browsing.page.locator("[data-place=C0KUDOS]").click()
    browsing.types("hello all")
    browsing.sees("hello all")  # so the playground knows which conversation is open
    browsing.playground.person("jon").types("morning")
    floor = browsing.page.locator("[data-place=C0FLOOR]")
    expect(floor).to_contain_text("1 unread")
    floor.click()
    expect(floor).not_to_contain_text("unread")


def test_a_direct_message_shows_at_whom_it_waits_for(browsing: Browsing) -> None:
    page, jon = browsing.page, browsing.page.locator("[data-place=be-U0JON]")
    browsing.writes_to("U0JON", "Call Dana")
    expect(jon).to_contain_text("1 waiting")
    jon.click()
    page.locator("[data-place=app]").click()
    browsing.sees("Call Dana")
    page.get_by_role("button", name="Maria").click()
    expect(jon).not_to_contain_text("waiting")


def test_a_reaction_is_added_and_taken_back(browsing: Browsing) -> None:
    message = browsing.posts("well done")
    message.hover()
    message.get_by_role("button", name="Add reaction").click()
    browsing.page.get_by_role("menuitem", name="tada").click()
    pill = message.get_by_role("button", name="tada: 1, Maria Silva")
    expect(pill).to_have_attribute("aria-pressed", "true")
    pill.click()
    expect(pill).to_have_count(0)


def test_a_message_shortcut_carries_the_message(browsing: Browsing, small_app: SmallApp) -> None:
    message = browsing.posts("stayed after closing")
    message.hover()
    message.get_by_role("button", name="More actions").click()
    browsing.page.get_by_role("menuitem", name="Caught doing something right").click()
    browsing.waits_until(lambda: small_app.heard)
    assert [heard["message"]["text"] for heard in small_app.heard] == ["stayed after closing"]


def test_new_messages_are_read_out(browsing: Browsing) -> None:
    browsing.posts("*Dana* came in")
    expect(browsing.page.locator("#live")).to_have_text("Regulars: Dana came in")


def test_an_unknown_command_is_answered_in_its_place(browsing: Browsing) -> None:
    browsing.types("/nope")
    expect(browsing.page.get_by_test_id("notice")).to_contain_text("/nope")


def test_the_clock_is_turned(browsing: Browsing) -> None:
    expect(browsing.page.get_by_test_id("clock")).to_contain_text("Tue 24 Nov, 09:00")
    browsing.posts("from the old day")
    browsing.page.get_by_role("button", name="+1 hour").click()
    expect(browsing.page.get_by_test_id("clock")).to_contain_text("Tue 24 Nov, 10:00")
    expect(browsing.page.locator(".day")).to_have_text("Today")
    browsing.page.get_by_role("button", name="Tomorrow 8:30").click()
    expect(browsing.page.locator(".day")).to_have_text("Yesterday")


def test_the_tour_does_each_step_where_one_can_watch(browsing: Browsing, small_app: SmallApp) -> None:
    page, play = browsing.page, browsing.page.get_by_test_id("tour-play")
    play.click()
    expect(play).to_have_text("Do it again")
    expect(page.locator("[data-user=U0JON][aria-pressed=true]")).to_be_visible()
    browsing.sees("Noted: dana lopes")
    page.get_by_role("button", name="Next step").click()
    play.click()
    expect(play).to_have_text("Do it again")
    page.get_by_role("button", name="Next step").click()
    play.click()
    expect(play).to_have_text("Do it again")
    assert [heard["user"]["id"] for heard in small_app.heard] == ["U0MARIA", "U0PAT"]
    assert small_app.heard[1]["view"]["state"]["values"]["day"]["day"]["selected_date"] == "2026-11-27"
    page.get_by_role("button", name="Next step").click()
    play.click()
    expect(page.get_by_role("alert")).to_have_text("There is no zzyzx here.")
    assert "step=4" in page.url


def test_the_address_leads_back_to_the_same_place(browsing: Browsing) -> None:
    browsing.page.get_by_role("button", name="Pat").click()
    browsing.page.locator("[data-place=C0MANAGERS]").click()
    browsing.page.reload()
    expect(browsing.page.locator("#place-title")).to_have_text("#managers")
    expect(browsing.page.locator("[data-user=U0PAT]")).to_have_attribute("aria-pressed", "true")
    browsing.opens("u=U0NOBODY&c=C0NOWHERE")
    browsing.page.reload()
    expect(browsing.page.locator("#place-title")).to_have_text("#floor")


def test_slack_is_made_to_misbehave_from_the_page(browsing: Browsing) -> None:
    page = browsing.page
    page.get_by_text("Make Slack misbehave").click()
    page.get_by_label("What goes wrong").select_option(label="Server error")
    page.get_by_label("On which call").select_option("chat.postMessage")
    page.get_by_role("button", name="Do it", exact=True).click()
    expect(page.locator(".fault-state")).to_contain_text("Server error, chat.postMessage: 1 more")
    page.get_by_role("button", name="Behave again").click()
    expect(page.locator(".fault-state")).not_to_contain_text("Server error")


@pytest.mark.parametrize("browsing", [PHONE], indirect=True)
def test_on_a_phone_nothing_is_cut_off(browsing: Browsing) -> None:
    page = browsing.page
    browsing.types("/visit dana")
    browsing.sees("Dana López just came in")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= PHONE["width"]
    page.get_by_role("button", name="You are Maria").click()
    page.locator("[data-place=C0KUDOS]").click()
    expect(page.locator("#place-title")).to_have_text("#kudos")
    expect(page.locator("#sidebar")).not_to_be_visible()
    page.locator("#tour-handle").click()
    expect(page.get_by_test_id("tour-play")).to_be_in_viewport()
    page.get_by_test_id("tour-play").click()
    expect(page.locator("#tour-now")).to_have_text("Step 1 of 4: The floor hears it.")
    browsing.sees("Noted: dana lopes")
