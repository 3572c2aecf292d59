"""However it is typed and wherever the time stands in the text, it is never another moment."""

import unicodedata
from collections.abc import Callable
from functools import cache

import pytest

from bot.domain.when import Asked, NoTime, TimeRefused, Understood, understand
from tests.domain.when.corpus import Case, cases

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
Reading = Understood | Asked | NoTime | None


def read(text: str, case: Case) -> Reading:
    try:
        return understand(text, now=case.now, zone=case.zone, locale=case.locale)
    except TimeRefused:
        return None


@cache
def understood() -> tuple[tuple[Case, Understood], ...]:
    read_all = ((case, read(case.text, case)) for case in cases())
    return tuple((case, found) for case, found in read_all if isinstance(found, Understood))


def same(found: Reading, first: Understood) -> bool:
    return isinstance(found, Understood) and (found.when, found.rrule) == (first.when, first.rrule)


def without_accents(text: str) -> str:
    """Kana keep their marks: か and が are different letters."""
    plain = {letter: unicodedata.normalize("NFD", letter)[0] for letter in text}
    return "".join(plain[letter] if plain[letter].isascii() else letter for letter in text)


def full_width(text: str) -> str:
    return text.translate(FULL_WIDTH)


@pytest.mark.parametrize("typed", [without_accents, full_width])
def test_accents_and_wide_digits_make_no_difference(typed: Callable[[str], str]) -> None:
    assert [case.text for case, first in understood() if not same(read(typed(case.text), case), first)] == []


@pytest.mark.parametrize("typed", [str.upper, str.lower])
def test_capitals_never_make_it_another_moment(typed: Callable[[str], str]) -> None:
    other = [
        case.text
        for case, first in understood()
        if not same(again := read(typed(case.text), case), first) and not isinstance(again, Asked)
    ]
    assert other == []


@pytest.mark.parametrize("order", ["{time} {rest}", "{time}: {rest}", "{rest} {time}", "{rest}, {time}"])
def test_the_time_may_stand_at_the_start_or_at_the_end(order: str) -> None:
    other = []
    for case, first in understood():
        moved = read(order.format(time=first.words, rest=first.rest), case) if first.rest else first
        if isinstance(moved, Understood | None) and not same(moved, first):
            other.append(case.text)
    assert other == []
