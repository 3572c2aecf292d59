"""Modals: every input, what was wrong under its field, pushed views, and the keyboard."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.playground.page.conftest import Browsing, SmallApp
from tests.playground.page.samples import MOODS

pytestmark = pytest.mark.browser


def save(browsing: Browsing) -> None:
    browsing.form.get_by_role("button", name="Save").click()


def wrong(browsing: Browsing) -> dict[str, str]:
    """Return the sentences under the fields, by label."""
    fields = browsing.form.locator("[data-label].invalid")
    return {
        str(each.get_attribute("data-label")): each.locator("[data-error]").inner_text() for each in fields.all()
    }


def test_every_input_reaches_the_app(browsing: Browsing, small_app: SmallApp) -> None:
    page, form = browsing.page, browsing.opens_form()
    form.get_by_label("What happened?").fill("The heel came loose")
    form.get_by_label("How do they feel?").press_sequentially("fur")
    page.keyboard.press("Enter")
    form.get_by_label("Who owns it?").fill("maria")
    page.get_by_role("option", name="Maria Silva").click()
    form.get_by_role("combobox", name="Customer").press_sequentially("dana")
    page.get_by_role("option", name="Dana López").click()
    form.get_by_role("combobox", name="Tags").press_sequentially("ca")
    page.keyboard.press("Enter")
    page.get_by_role("option", name="Upset").click()
    page.keyboard.press("Escape")
    form.get_by_label("By when?").fill("2026-11-27")
    form.get_by_label("At what time?").fill("15:00")
    form.get_by_label("Exactly").fill("2026-12-01T15:30")
    form.get_by_role("radiogroup").get_by_label("Calm").check()
    form.get_by_role("group", name="Done").get_by_label("Upset").check()
    form.get_by_label("E-mail").fill("dana@example.com")
    form.get_by_label("Worth").fill("120")
    form.get_by_label("Site").fill("https://example.com")
    save(browsing)
    expect(browsing.form).to_have_count(0)
    values: dict[str, Any] = small_app.heard[0]["view"]["state"]["values"]
    assert {block: piece[block].get(key) for block, key in KEYS.items() for piece in [values[block]]} == {
        "story": "The heel came loose",
        "mood": MOODS[2],
        "owner": "U0MARIA",
        "tags": [MOODS[0], MOODS[1]],
        "day": "2026-11-27",
        "hour": "15:00",
        "moment": 1796139000,
        "how": MOODS[0],
        "done": [MOODS[1]],
        "mail": "dana@example.com",
        "worth": "120",
        "site": "https://example.com",
    }
    assert values["customer"]["customer"]["selected_option"]["value"] == "López"


KEYS = {
    "story": "value",
    "mood": "selected_option",
    "owner": "selected_user",
    "tags": "selected_options",
    "day": "selected_date",
    "hour": "selected_time",
    "moment": "selected_date_time",
    "how": "selected_option",
    "done": "selected_options",
    "mail": "value",
    "worth": "value",
    "site": "value",
}


def test_what_is_missing_or_odd_is_said_before_sending(browsing: Browsing, small_app: SmallApp) -> None:
    form = browsing.opens_form()
    form.get_by_label("E-mail").fill("dana")
    form.get_by_label("Worth").fill("1.5")
    form.get_by_label("Site").fill("shop")
    save(browsing)
    assert wrong(browsing) == {
        "What happened?": "Please complete this required field.",
        "How do they feel?": "Please complete this required field.",
        "E-mail": "Please enter a valid email address.",
        "Worth": "Please enter a whole number.",
        "Site": "Please enter a valid URL, with https:// in front.",
    }
    expect(form.get_by_label("What happened?")).to_be_focused()
    assert small_app.heard == []


def test_the_apps_errors_stand_under_their_fields_and_nothing_is_lost(browsing: Browsing) -> None:
    form = browsing.opens_form()
    form.get_by_label("What happened?").fill("Jon is to blame")
    form.get_by_label("How do they feel?").fill("Calm")
    browsing.page.get_by_role("option", name="Calm").click()
    save(browsing)
    expect(form.locator(".invalid [data-error]")).to_have_text("Say what happened, not whose fault it was.")
    story = form.get_by_label("What happened?")
    expect(story).to_be_focused()
    expect(story).to_have_attribute("aria-invalid", "true")
    expect(story).to_have_value("Jon is to blame")
    story.fill("The heel came loose")
    save(browsing)
    expect(browsing.form).to_have_count(0)


def test_an_updated_form_keeps_what_was_typed(browsing: Browsing) -> None:
    form = browsing.opens_form()
    form.get_by_label("What happened?").fill("half a story")
    form.get_by_role("button", name="Add a row").click()
    expect(form.get_by_label("One more")).to_be_visible()
    expect(form.get_by_label("What happened?")).to_have_value("half a story")


def test_a_pushed_view_lies_on_top_and_back_leads_down(browsing: Browsing) -> None:
    form = browsing.opens_form()
    form.get_by_label("What happened?").fill("half a story")
    form.get_by_role("button", name="Push").click()
    expect(form.get_by_role("heading", name="On top")).to_be_visible()
    expect(form.get_by_label("What happened?")).to_have_value("")
    form.get_by_role("button", name="Back").click()
    expect(form.get_by_role("heading", name="Log an issue")).to_be_visible()
    expect(form.get_by_label("What happened?")).to_have_value("half a story")


def test_the_keyboard_stays_inside_and_escape_closes(browsing: Browsing) -> None:
    form = browsing.opens_form()
    expect(form.get_by_label("What happened?")).to_be_focused()
    for _ in range(40):
        browsing.page.keyboard.press("Tab")
        assert browsing.page.evaluate("() => document.activeElement.closest('body, #modal').id || 'browser'") in {
            "modal",
            "browser",
        }
    form.get_by_label("How do they feel?").click()
    browsing.page.keyboard.press("Escape")
    expect(browsing.form).to_be_visible()
    browsing.page.keyboard.press("Escape")
    expect(browsing.form).to_have_count(0)
    expect(browsing.box).to_be_focused()


def test_a_global_shortcut_opens_the_form(browsing: Browsing) -> None:
    browsing.page.get_by_role("button", name="Shortcuts").click()
    browsing.page.get_by_role("menuitem", name="Log a visit").click()
    expect(browsing.form.get_by_role("heading", name="Log an issue")).to_be_visible()


def test_the_open_form_is_there_again_after_a_reload(browsing: Browsing) -> None:
    browsing.opens_form()
    browsing.page.reload()
    expect(browsing.form.get_by_label("Who owns it?")).to_have_value("Jon Park")
