"""Building blocks: escaping by type, cutting without breaking, reading a form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.views.blocks import Filled, Mrkdwn, cut, escape, md, mention, message, people, section, shorten

HOSTILE = ["<!channel>", "<@U1>", "<https://evil.example|click>", "a & b", "&lt;", "<!here|x>"]


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_typed_becomes_markup(typed: str) -> None:
    assert "<" not in escape(typed)
    assert ">" not in escape(typed)


@given(st.text())
def test_only_our_own_angle_brackets_survive(typed: str) -> None:
    shown = md("{user} said {what}", user=mention("U0JON"), what=typed)
    assert shown.count("<") == 1
    assert shown.startswith("<@U0JON> said ")


@given(st.text(max_size=400), st.integers(10, 200))
def test_cutting_keeps_the_limit_and_whole_entities(typed: str, limit: int) -> None:
    shown = cut(escape(typed), limit)
    assert len(shown) <= limit
    assert "&" not in shown or all(part.split(";")[0] in ("amp", "lt", "gt") for part in shown.split("&")[1:])


def test_a_mention_is_not_cut_in_half() -> None:
    assert cut(Mrkdwn("hello <@U0MARIA> there"), 14) == "hello …"


@pytest.mark.parametrize(
    ("users", "shown"),
    [
        (("U1",), "<@U1>"),
        (("U1", "U2"), "<@U1> and <@U2>"),
        (("U1", "U2", "U3"), "<@U1>, <@U2> and <@U3>"),
    ],
)
def test_people_are_listed_as_people_speak(users: tuple[str, ...], shown: str) -> None:
    assert people(users) == shown


def test_a_long_text_is_cut_with_an_ellipsis() -> None:
    assert shorten("abcdef", 4) == "abc…"


def test_a_message_is_read_aloud_whole() -> None:
    assert message(section(md("one")), section(md("two"))).text == "one\ntwo"


def test_a_form_is_read_by_the_names_of_its_fields() -> None:
    states: dict[str, dict[str, dict[str, object]]] = {
        "name": {"name": {"type": "plain_text_input", "value": " Dana "}},
        "empty": {"empty": {"type": "plain_text_input", "value": None}},
        "who": {"who": {"type": "users_select", "selected_user": "U1"}},
        "what": {"what": {"type": "static_select", "selected_option": {"value": "call"}}},
        "tags": {"tags": {"type": "checkboxes", "selected_options": [{"value": "a"}, {"value": "b"}]}},
        "no answer": {"no answer": {}},
        "staff": {"staff": {"type": "multi_users_select", "selected_users": ["U1", "U2"]}},
    }
    filled = Filled.from_view({"state": {"values": states}})
    assert (filled.text("name"), filled.text("empty"), filled.text("who")) == ("Dana", "", "U1")
    assert (filled.text("what"), filled.many("tags"), filled.many("staff")) == ("call", ["a", "b"], ["U1", "U2"])
    assert (filled.text("no answer"), filled.text("unknown"), filled.many("unknown")) == ("", "", [])
