"""Step 4 of the walk: what went wrong, in their words; who looks after it; and how it ends."""

from datetime import UTC, datetime

import pytest
from bot.playground.people import Person
from bot.store import customers, issues
from tests.conftest import Shop

DANA = "Dana López"


@pytest.fixture
def dana(shop: Shop) -> int:
    """Dana, a customer since August."""
    at = datetime(2026, 8, 3, 9, tzinfo=UTC)
    added = shop.book(lambda session: customers.add(session, DANA, "U0MARIA", at).id)
    assert isinstance(added, int)
    return added


def write_down(person: Person, typed: str, **fields: str) -> None:
    """Type `/issue …`, fill the form in and submit it."""
    person.types(f"/issue {typed}")
    person.sees("What happened, in their words?", where="modal")
    labels = {
        "feels": "How do they feel?",
        "wants": "What do they want?",
        "step": "What do we do next?",
        "owner": "Who looks after it?",
        "by": "By when?",
    }
    person.fills({labels[name]: value for name, value in fields.items()})
    person.submits()


def test_the_walk(shop: Shop, dana: int, maria: Person, jon: Person) -> None:
    jon.types("/issue dana left heel came loose again")
    form = jon.sees("What happened, in their words?", where="modal")
    assert "left heel came loose again" in form.text
    jon.fills(
        {
            "How do they feel?": "Upset",
            "What do they want?": "boots that last the winter",
            "What do we do next?": "new heel, for free",
            "By when?": "friday 4pm",
        }
    )
    jon.submits()
    card = jon.sees("Written down for Dana López.")
    for said in (
        "left heel came loose again",
        "They want: boots that last the winter",
        "worried: upset",
        "Next step: new heel, for free",
        "Owner: Jon Park",
        "Promised by: Fri 27 Nov, 16:00",
    ):
        assert said in card.text, said
    maria.types("/customer dana")
    maria.sees("Open issue: left heel came loose again (Jon Park, promised Friday)")


def test_a_promise_at_the_end_of_the_command_is_taken_out_of_the_story(
    shop: Shop, dana: int, jon: Person
) -> None:
    jon.types("/issue dana heel is loose by friday 4pm")
    assert "Fri 27 Nov, 16:00" in jon.sees("What happened, in their words?", where="modal").text
    jon.submits()
    card = jon.sees("Promised by: Fri 27 Nov, 16:00")
    assert "heel is loose\n" in card.text
