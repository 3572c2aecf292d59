"""The index of names that is kept in memory is the one that the rows give, whoever changed them."""

import pytest

from bot.domain.errors import Refusal
from bot.domain.names import Ask, Found, Match, Nobody, find
from bot.store import customers
from bot.store.database import Book, BookSession
from tests.store.conftest import NOW, Desk


@pytest.fixture
def process(desk: Desk) -> Desk:
    """Another process over the same database, with a memory of its own."""
    return Desk(Book(desk.book.engine))


def looks_up(desk: Desk, name: str) -> Found:
    found: Found = desk.does(lambda session: find(name, customers.people(session)))
    return found


def adds(desk: Desk, name: str) -> int:
    number: int = desk.does(customers.add, name, "U1", NOW).id
    return number


def test_who_is_added_changed_and_erased_is_found_accordingly_by_every_process(desk: Desk, process: Desk) -> None:
    dana, rose = adds(desk, "Dana López"), adds(desk, "Rose Whitfield")
    assert looks_up(process, "dana") == Match(dana)
    cole = adds(desk, "Dana Cole")
    assert looks_up(desk, "dana") == looks_up(process, "dana") == Ask((dana, cole))
    desk.does(customers.change, dana, name="Diana López", also=("Didi",), say="DAI-ana")
    assert looks_up(desk, "dana") == looks_up(process, "dana") == Match(cole)
    assert looks_up(desk, "didi") == looks_up(process, "daiana lopez") == Match(dana)
    process.does(customers.erase, dana, NOW)
    assert looks_up(desk, "didi") == looks_up(process, "didi") == Nobody()
    assert looks_up(desk, "whitfield") == looks_up(process, "whitfield") == Match(rose)


def test_a_name_whose_transaction_failed_is_not_kept(desk: Desk) -> None:
    class Failed(Refusal):
        """It failed."""

    def fails(session: BookSession) -> None:
        assert find("dana", customers.people(session)) == Nobody()
        customers.add(session, "Dana López", "U1", NOW)
        assert isinstance(find("dana", customers.people(session)), Match)
        raise Failed

    looks_up(desk, "dana")
    with pytest.raises(Failed):
        desk.does(fails)
    assert looks_up(desk, "dana") == Nobody()
    assert isinstance(adds(desk, "Rose Whitfield"), int)
    assert looks_up(desk, "dana") == Nobody()
