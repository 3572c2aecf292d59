"""Every kind of block is drawn, and its elements tell the app what was pressed."""

import pytest
from playwright.sync_api import expect

from tests.playground.page.conftest import Browsing, SmallApp
from tests.playground.page.samples import BLOCKS, CHARTS, MOODS, button, plain

pytestmark = pytest.mark.browser


def test_every_kind_of_block_is_drawn(browsing: Browsing) -> None:
    for kind, (block, where, words) in BLOCKS.items():
        message = browsing.posts(kind, [block])
        expect(message.locator(where).first, kind).to_have_text(words)
        expect(message.locator(".unknown"), kind).to_have_count(0)


def test_charts_are_drawn_and_told_in_words(browsing: Browsing) -> None:
    for kind, chart in CHARTS.items():
        message = browsing.posts(kind, [{"type": "data_visualization", "title": "Visits", "chart": chart}])
        expect(message.get_by_role("img", name="Mon 12, Tue 18")).to_be_visible()


def test_a_data_table_is_turned_page_by_page(browsing: Browsing) -> None:
    message = browsing.posts("table", [BLOCKS["data_table"][0]])
    expect(message.get_by_role("rowheader")).to_have_text(["Ana", "Bo"])
    message.get_by_role("button", name="Next").click()
    expect(message.get_by_role("rowheader")).to_have_text(["Cy"])


def test_a_button_tells_the_app(browsing: Browsing, small_app: SmallApp) -> None:
    browsing.types("/visit dana")
    browsing.sees("Dana López").get_by_role("button", name="Greeted by name").click()
    browsing.waits_until(lambda: small_app.heard)
    assert [heard["actions"][0]["action_id"] for heard in small_app.heard] == ["greet"]


def test_a_confirmation_is_asked_first(browsing: Browsing, small_app: SmallApp) -> None:
    browsing.types("/visit dana")
    undo = browsing.sees("Dana López").get_by_role("button", name="Undo")
    undo.click()
    browsing.page.get_by_role("button", name="Keep it").click()
    undo.click()
    browsing.page.keyboard.press("Escape")
    expect(browsing.page.get_by_test_id("confirm")).to_have_count(0)
    assert small_app.heard == []
    undo.click()
    browsing.page.get_by_role("button", name="Undo it").click()
    browsing.waits_until(lambda: small_app.heard)
    assert [heard["actions"][0]["action_id"] for heard in small_app.heard] == ["undo"]


def test_every_choice_in_a_message_reaches_the_app(browsing: Browsing, small_app: SmallApp) -> None:
    page = browsing.page
    message = browsing.posts(
        "choices",
        [
            {
                "type": "actions",
                "elements": [
                    {"type": "static_select", "action_id": "mood", "placeholder": plain("Mood"), "options": MOODS},
                    {
                        "type": "external_select",
                        "action_id": "customer",
                        "placeholder": plain("Customer"),
                        "min_query_length": 2,
                    },
                    {"type": "overflow", "action_id": "more", "options": MOODS},
                    {"type": "checkboxes", "action_id": "boxes", "options": MOODS},
                    {"type": "datepicker", "action_id": "day", "placeholder": plain("Day")},
                ],
            }
        ],
    )
    message.get_by_role("combobox", name="Mood").press_sequentially("up")
    page.keyboard.press("Enter")
    message.get_by_role("combobox", name="Customer").press_sequentially("dana")
    page.get_by_role("option", name="Dana Smith").click()
    message.get_by_role("button", name="More options").click()
    page.get_by_role("menuitem", name="Calm").click()
    message.get_by_label("Furious").check()
    message.get_by_label("Day").fill("2026-12-01")
    message.get_by_label("Day").blur()
    browsing.waits_until(lambda: len(small_app.heard) == 5)
    chosen = {heard["actions"][0]["action_id"]: heard["actions"][0] for heard in small_app.heard}
    assert chosen["mood"]["selected_option"] == MOODS[1]
    assert chosen["customer"]["selected_option"]["value"] == "Smith"
    assert chosen["more"]["selected_option"] == MOODS[0]
    assert chosen["boxes"]["selected_options"] == [MOODS[2]]
    assert chosen["day"]["selected_date"] == "2026-12-01"


def test_a_changed_message_keeps_the_keyboard_where_it_was(browsing: Browsing) -> None:
    browsing.types("/visit dana")
    greet = browsing.sees("Dana López").get_by_role("button", name="Greeted by name")
    greet.focus()
    said = browsing.playground.workspace.channels["C0FLOOR"].messages[0]
    browsing.updates(said.ts, [*said.blocks, {"type": "context", "elements": [plain("Greeted by Jon")]}])
    browsing.sees("Greeted by Jon")
    expect(greet).to_be_focused()


def test_home_is_published_and_its_buttons_work(browsing: Browsing, small_app: SmallApp) -> None:
    browsing.page.locator("[data-place=app]").click()
    home = browsing.page.get_by_test_id("home")
    expect(home).to_contain_text("Your day")
    home.get_by_role("button", name="Reached").click()
    browsing.waits_until(lambda: small_app.heard)
    assert small_app.heard[0]["view"]["type"] == "home"


def test_a_button_whose_app_does_not_answer_says_so(browsing: Browsing) -> None:
    message = browsing.posts("hm", [{"type": "actions", "elements": [button("Broken", "greet")]}])
    browsing.playground.faults.add("lost_envelope")
    message.get_by_role("button", name="Broken").click()
    expect(message.get_by_role("button", name="Broken")).to_have_class("button failed")
