"""Forms: filled in by label, checked, refused, pushed, updated, closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from bot.playground import Person, Playground
from tests.playground.desk_app import DeskApp

Start = Callable[..., Playground]


@pytest.fixture
def app() -> DeskApp:
    return DeskApp()


@pytest.fixture
def maria(start: Start, app: DeskApp) -> Person:
    maria = start(app.register).person("maria")
    maria.types("/issue")
    return maria


def test_every_kind_of_field_can_be_filled_in(maria: Person, app: DeskApp) -> None:
    maria.fills(
        {
            "What": "heel came loose",
            "Feeling": "Cross",
            "Owner": "Jon Park",
            "Customer": "dana",
            "Tags": ["Heel"],
            "By": date(2026, 12, 1),
            "When": datetime(2026, 12, 1, 15, tzinfo=UTC),
            "Pairs": 2,
            "Mail": "dana@example.com",
        }
    )
    assert maria.submits().ok
    maria.sees("Saved: heel came loose", where="dm")
    assert maria.modal() is None
    values = app.submitted[0]
    assert values["Feeling"]["selected_option"]["value"] == "cross"
    assert values["Owner"]["selected_user"] == "U0JON"
    assert values["Customer"]["selected_option"]["text"]["text"] == "Dana López"
    assert [each["value"] for each in values["Tags"]["selected_options"]] == ["heel"]
    assert values["By"]["selected_date"] == "2026-12-01"
    assert values["At"]["selected_time"] == "09:00"
    assert values["When"]["selected_date_time"] == 1796137200
    assert values["Pairs"]["value"] == "2"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"Feeling": "Calm"}, "Please complete this required field."),
        ({"What": "x" * 21, "Feeling": "Calm"}, "Please enter 20 characters or fewer."),
        ({"What": "heel", "Feeling": "Calm", "Pairs": "1.5"}, "Please enter a whole number."),
        ({"What": "heel", "Feeling": "Calm", "Mail": "dana"}, "Please enter a valid email address."),
    ],
)
def test_slack_checks_a_form_before_the_app_sees_it(
    maria: Person, app: DeskApp, fields: dict[str, str], sentence: str
) -> None:
    maria.fills(dict(fields))
    assert maria.submits().error == "invalid_fields"
    maria.sees(sentence, where="modal")
    assert app.submitted == []


def test_the_apps_own_errors_stand_in_the_form_until_it_is_right(maria: Person) -> None:
    maria.fills({"What": "bad", "Feeling": "Calm"})
    maria.submits()
    maria.sees("Say it kindly.", where="modal")
    maria.fills({"What": "fine"})
    maria.submits()
    maria.sees("Saved: fine")
    maria.does_not_see("Say it kindly.")


def test_errors_under_fields_that_do_not_exist_are_a_complaint(maria: Person) -> None:
    maria.fills({"What": "wrong field", "Feeling": "Calm"})
    maria.submits()
    maria.sees("We had some trouble connecting", where="notice")
    assert "errors for ['Nowhere']" in maria.host.desk.complaints[0]


def test_a_form_is_updated_keeps_what_was_typed_and_takes_another_on_top(maria: Person) -> None:
    maria.fills({"What": "again", "Feeling": "Calm"})
    maria.submits()
    maria.sees("Once more", where="modal")
    view = maria.modal()
    assert view
    assert view["state"]["values"]["What"]["it"]["value"] == "again"
    maria.presses("More")
    maria.sees("More", where="modal")
    view = maria.modal()
    assert view
    assert view["previous_view_id"] == view["root_view_id"]
    maria.submits()
    assert maria.modal() is None


def test_closing_is_told_to_the_app(maria: Person) -> None:
    maria.closes()
    maria.sees("Closed, cleared=False")
    maria.types("/issue")
    maria.closes(cleared=True)
    maria.sees("Closed, cleared=True")


def test_what_is_behind_a_form_cannot_be_pressed(maria: Person) -> None:
    maria.types("/ask")
    with pytest.raises(AssertionError, match="finds no button 'Greet'"):
        maria.presses("Greet", within=0.1)


def test_a_choice_that_is_not_offered_cannot_be_made(maria: Person) -> None:
    with pytest.raises(AssertionError, match="'Furious' is not offered, only \\['Calm', 'Cross'\\]"):
        maria.picks("Feeling", "Furious")
