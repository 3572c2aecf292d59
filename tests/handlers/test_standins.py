"""`/regulars standin`: who sees to what is due while somebody is away."""

import pytest

from bot.playground.people import Person
from bot.store import staff
from tests.conftest import Shop


def test_a_stand_in_is_named_shown_and_taken_back(shop: Shop, maria: Person) -> None:
    maria.types("/regulars standin")
    maria.sees("Nobody stands in for you.", where="ephemeral")
    maria.types("/regulars standin @jon")
    maria.sees("Jon Park stands in for you.", where="ephemeral")
    assert shop.book(staff.get, "U0MARIA").stand_in == "U0JON"
    maria.types("/regulars standin")
    maria.sees("Jon Park stands in for you.", where="ephemeral")
    maria.types("/regulars standin off")
    maria.sees("Nobody stands in for you.", where="ephemeral")
    assert shop.book(staff.get, "U0MARIA").stand_in is None


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("jon", "Type who stands in for you as a mention"),
        ("🎉", "Type who stands in for you as a mention"),
        ("@jon @pat", "Type who stands in for you as a mention"),
        ("@maria", "You can't stand in for yourself."),
        ("@gil", "They can't stand in for you"),
        ("@sam", "They can't stand in for you"),
        ("@regulars", "They can't stand in for you"),
    ],
)
def test_who_cannot_stand_in_is_refused(shop: Shop, maria: Person, typed: str, sentence: str) -> None:
    maria.types(f"/regulars standin {typed}")
    maria.sees(sentence, where="ephemeral")
    assert shop.book(staff.get, "U0MARIA").stand_in is None
