"""Whom staff find in whole books of customers."""

import pytest

from tests.domain.names_books import BOOKS, read


@pytest.mark.parametrize("name", BOOKS)
def test_nobody_is_silently_taken_for_somebody_else_and_few_are_asked_in_vain(name: str) -> None:
    book = read(name)
    verdicts, told = book.verdicts()
    asked = verdicts.total()
    assert asked == len(book.look_ups) + len(book.commands) > 70
    assert verdicts["silent"] == 0, told
    assert verdicts["right"] >= 0.98 * asked, told
