"""Slack's markup becomes nodes, never HTML."""

import pytest
from playwright.sync_api import expect

from tests.playground.page.conftest import Browsing

pytestmark = pytest.mark.browser

SAID = [
    # what is sent, what is read, and the nodes it becomes
    ("*bold* _it_ ~gone~ `x`", "bold it gone x", ["strong", "em", "del", "code"]),
    ("2*3*4 and snake_case_name", "2*3*4 and snake_case_name", []),
    ("*_both_*", "both", ["strong", "em"]),
    ("a * b * c", "a * b * c", []),
    ("unclosed *bold", "unclosed *bold", []),
    ("<https://example.com/a?b=1&amp;c=2|the boots>", "the boots", ["a"]),
    ("see https://example.com/x.", "see https://example.com/x.", ["a"]),
    ("<javascript:alert(1)|press>", "<javascript:alert(1)|press>", []),
    ("<@U0JON> and <!here>", "@Jon Park and @here", ["span", "span"]),
    ("<#C0KUDOS>", "#kudos", ["a"]),
    (":tada: :no_such_one: 🎈", "🎉 :no_such_one: 🎈", ["span"]),
    ("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>", []),
    ("<script>alert(1)</script>", "<script>alert(1)</script>", []),
    ("*<img src=x onerror=alert(1)>*", "<img src=x onerror=alert(1)>", ["strong"]),
    ("```\n<b>*not bold*</b>\n```", "<b>*not bold*</b>", ["pre", "code"]),
    ("&gt; quoted *words*", "quoted words", ["blockquote", "strong"]),
    ("Tom &amp; Jerry &amp;lt;", "Tom & Jerry &lt;", []),
    ("<!date^1795593600^{date_short_pretty} at {time}|some day>", "tomorrow at 08:00", ["time"]),
    ("<!date^1795593600^{date_long}|x>", "Wednesday 25 November 2026", ["time"]),
]


def test_mrkdwn_becomes_nodes(browsing: Browsing) -> None:
    for sent, read, tags in SAID:
        words = browsing.posts(sent).locator(".message-text")
        expect(words, sent).to_have_text(read)
        found = words.locator("*").evaluate_all("nodes => nodes.map(node => node.tagName.toLowerCase())")
        assert found == tags, sent


HOSTILE = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"


def test_no_text_anywhere_becomes_html(browsing: Browsing) -> None:
    plain = {"type": "plain_text", "text": HOSTILE}
    message = browsing.posts(
        HOSTILE,
        [
            {"type": "header", "text": plain},
            {"type": "section", "text": {"type": "mrkdwn", "text": HOSTILE}, "fields": [plain]},
            {"type": "markdown", "text": f"# {HOSTILE}\n\n- {HOSTILE}\n\n[x](javascript:alert(1)) **{HOSTILE}**"},
            {
                "type": "rich_text",
                "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": HOSTILE}]}],
            },
            {
                "type": "table",
                "rows": [[{"type": "raw_text", "text": HOSTILE}], [{"type": "raw_text", "text": HOSTILE}]],
            },
            {
                "type": "actions",
                "elements": [
                    {"type": "button", "text": {"type": "plain_text", "text": HOSTILE[:75]}, "action_id": "a"}
                ],
            },
        ],
    )
    expect(message.locator("img, script, a[href^='javascript']")).to_have_count(0)
    assert message.inner_text().count("<script>") >= 7
    assert "owned" not in browsing.page.title()


def test_what_a_person_types_stays_as_typed(browsing: Browsing) -> None:
    browsing.types("<b>hello</b> & <@nobody>")
    expect(browsing.sees("hello").locator(".message-text")).to_have_text("<b>hello</b> & <@nobody>")


def test_a_link_to_a_message_opens_it_here(browsing: Browsing) -> None:
    ts = browsing.posts("the promise").get_attribute("data-ts") or ""
    link = f"https://corner-shoes.slack.com/archives/C0FLOOR/p{ts.replace('.', '')}"
    browsing.posts(f"<{link}|look here>").get_by_role("link").click()
    expect(browsing.page.locator("#place-title")).to_have_text("#floor")
    expect(browsing.page.locator(f"li[data-ts='{ts}']")).to_have_class("message changed")
