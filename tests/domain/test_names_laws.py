"""What holds for every name, however it is typed and whoever else is in the book."""

import unicodedata
from dataclasses import replace

from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.domain.names import Ask, Known, Match, Nobody, People, Suggest, find, find_at_start, prepare, several
from bot.domain.names.known import whole_key
from bot.domain.names.spelling import words
from tests.domain.names_books import BOOKS, read

READ = {name: read(name) for name in BOOKS}
TYPED = [(name, line.partition(" => ")[0]) for name, book in READ.items() for line in book.look_ups]
EVERYBODY = [(name, person.known) for name, book in READ.items() for person in book.people]


def _accented(text: str) -> str:
    # An accent that no language writes on these letters, so that nobody's own spelling is typed by chance.
    return "".join(
        unicodedata.normalize("NFC", f"{char}\u0323") if "a" <= char.lower() <= "z" else char for char in text
    )


def _is_plain(text: str) -> bool:
    """Capitals and full stops of “DC” say that they are initials; every other name may be typed in any case."""
    return text.isascii() and max((len(each.latin) for each in words(text).tokens), default=0) > 3


@given(
    st.sampled_from([each for each in TYPED if _is_plain(each[1]) and "@" not in each[1]]),
    st.sampled_from([str.upper, str.title, str.lower, _accented, "  {}".format, "{}\u200b\t".format]),
)
def test_case_accents_and_spaces_do_not_change_the_decision(asked: tuple[str, str], spell: type[str]) -> None:
    people, typed = READ[asked[0]].people, asked[1]
    assert find(spell(typed), people) == find(typed.lower(), people)


@given(st.sampled_from(EVERYBODY))
def test_the_full_name_of_one_person_is_that_person(bearer: tuple[str, Known]) -> None:
    people, known = READ[bearer[0]].people, bearer[1]
    namesakes = [other.id for other in people if whole_key(known.name) in other.wholes]
    alone = len(namesakes) == 1
    assert find(known.name, people) == (Match(known.id) if alone else Ask(tuple(namesakes)))


def _is_called(typed: str, known: Known) -> bool:
    names = {each.latin for name in (known.name, *known.also) for each in words(name).tokens}
    return whole_key(typed) == whole_key(known.name) or {each.latin for each in words(typed).tokens} <= names


@given(st.sampled_from(TYPED), st.sampled_from(EVERYBODY))
def test_a_new_customer_never_turns_a_question_into_somebody_else(
    asked: tuple[str, str], new: tuple[str, Known]
) -> None:
    """Unless the new one is called exactly so."""
    people, typed = READ[asked[0]].people, asked[1]
    added = Known(10_000, new[1].name, new[1].also)
    assume(not _is_called(typed, added))
    before = find(typed, people)
    after = find(typed, People([*people, prepare(added)]))
    if isinstance(after, Match):
        assert after == before or (after.id == added.id and isinstance(before, Nobody | Suggest))


def _tables(people: People) -> dict[str, dict[object, set[object]]]:
    tables = {name: table for name, table in vars(people).items() if isinstance(table, dict)}
    return {name: {key: set(table[key]) for key in table} for name, table in tables.items()}


@given(st.lists(st.tuples(st.integers(1, 8), st.sampled_from([known for _, known in EVERYBODY])), max_size=20))
def test_a_renewed_index_is_the_one_that_would_be_built(changes: list[tuple[int, Known]]) -> None:
    people = [prepare(replace(known, id=number)) for number, known in changes]
    half = len(people) // 2
    before = People({person.id: person for person in people[:half]}.values())
    tables = _tables(before)
    after = before.renewed(people[half:])
    afresh = People({person.id: person for person in people}.values())
    assert list(after) == list(afresh)
    assert _tables(after) == _tables(afresh)
    assert _tables(before) == tables


@given(st.text(max_size=90))
@example("d 'e")
@example("ー っ ゃ")
@example("ｶﾞ" * 40)
@example("d. d. d.")
def test_any_text_is_decided_taken_apart_and_can_be_a_customer(text: str) -> None:
    book = READ[BOOKS[0]].people
    find(text, book)
    find_at_start(text, book)
    several(text, book)
    find(text, [*book, prepare(Known(10_000, text, (text,), text, text, text))])
