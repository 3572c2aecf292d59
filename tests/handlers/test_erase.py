"""Erase is real (RELIABILITY.md, rule 26): no row, no file and no message names the customer any more."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.playground.people import Person
from bot.store.database import BookSession
from bot.store.tables import Base
from tests.conftest import Shop
from tests.handlers.customers import Know, knows

__all__ = ["knows"]

NAME, TOLD = "Quilla Featherstone", "left heel came loose"


def rows_that_tell(session: BookSession) -> list[str]:
    """Return every row of every table in which her name, or something she told, still stands."""
    words = (*NAME.split(), TOLD, "quilla", "Zzquill")
    rows = [
        f"{table.name}: {dict(row)}"
        for table in Base.metadata.sorted_tables
        for row in session.execute(sa.select(table)).mappings()
    ]
    return [row for row in rows if any(word in row for word in words)]


@pytest.fixture
def known_everywhere(shop: Shop, knows: Know, maria: Person, jon: Person) -> None:
    """She came, was let down, is to be called and thanked, is told of in kudos, and waits in an errand."""
    knows(NAME, visits=3, note="Quilla collects postcards", phone="+351 912 345 678")
    maria.types("/visit quilla")
    jon.presses("Greeted by name", on=jon.sees("just came in", where="floor"))
    jon.types(f"/issue quilla {TOLD} again")
    jon.submits()
    jon.presses("Told them", on=jon.sees(TOLD, where="ephemeral"))
    jon.fills({f"What did you tell {NAME}?": "Quilla, it will be glued"})
    jon.submits()
    maria.types("/followup quilla call about Quilla's boots tomorrow at 3pm")
    maria.types("/promise quilla call by friday 4pm")
    maria.types("/thanks quilla for sending us Ana")
    maria.types("/kudos @jon glued the heel of Quilla")
    maria.presses("Add customer or values")
    maria.fills({"Which customer was it for?": "quilla"})
    maria.submits()
    maria.types("/customer quilla export")
    maria.types("/visit Zzquill")
    shop.turns_clock(days=2)


@pytest.mark.usefixtures("known_everywhere")
def test_no_row_names_her_after_an_erase(shop: Shop, pat: Person) -> None:
    assert len({line.split(":")[0] for line in shop.book(rows_that_tell)}) > 6
    erase(shop, pat)
    assert shop.book(rows_that_tell) == []


def erase(shop: Shop, pat: Person) -> None:
    pat.types("/customer quilla forget")
    pat.presses("Erase", on=pat.sees(f"Erase {NAME} everywhere?"))
    pat.sees("erased everywhere")
    shop.settles()


@pytest.mark.usefixtures("known_everywhere")
def test_no_byte_of_the_sqlite_files_names_her(shop: Shop, pat: Person) -> None:
    engine = shop.bot.book.engine
    if engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL writes over what was erased when it vacuums")
    path = Path(str(engine.url.database))
    assert any(NAME.encode() in file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
    erase(shop, pat)
    for file in path.parent.glob(f"{path.name}*"):
        assert NAME.encode() not in file.read_bytes(), f"{file.name} still names her"


@pytest.mark.usefixtures("known_everywhere")
def test_no_message_of_the_bot_names_her(shop: Shop, pat: Person, maria: Person, jon: Person) -> None:
    erase(shop, pat)
    for person in (pat, maria, jon):
        for where in ("floor", "dm", "kudos", "managers", "home"):
            person.does_not_see("Quilla", where=where)
