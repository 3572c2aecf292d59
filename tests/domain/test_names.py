"""What staff type, and whom it finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import Refusal
from bot.domain.names import (
    Ask,
    Found,
    Known,
    Match,
    NameIsEmoji,
    NameMissing,
    NameTooLong,
    NameWithoutLetters,
    Nobody,
    People,
    Suggest,
    clean_name,
    duplicates,
    find,
    initials,
    last_four,
    prepare,
)
from bot.domain.names.kana import spoken
from tests.domain.names_corpus import customers, judged, look_ups, people


def book(*names: str) -> People:
    """Customers numbered from 1."""
    return People(prepare(Known(number, name)) for number, name in enumerate(names, 1))


DANAS = book("Dana López", "Dana Cole", "Dana Kim", "Rose Whitfield")


@pytest.mark.parametrize("held_out", [False, True], ids=["tuned", "held out"])
def test_the_corpus_is_decided_rightly_and_hardly_ever_silently_wrong(held_out: bool) -> None:
    verdicts = judged([(asked, find(asked.query, people())) for asked in look_ups(held_out=held_out)])
    asked = sum(map(len, verdicts.values()))
    assert asked >= 100
    assert len(verdicts["right"]) >= 0.96 * asked, verdicts["wrong"]
    assert len(verdicts["silent"]) < 0.01 * asked, verdicts["silent"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dana lopes", Match(1)),
        ("dana", Ask((1, 2, 3))),
        ("zzyzx", Nobody()),
        ("peter lopez", Suggest((1,))),
        ("Mrs López", Ask((1,))),
        ("rose", Match(4)),
        ("DC", Match(2)),
        ("dc", Ask((2,))),
        ("d", Nobody()),
        ("", Nobody()),
        ("🎉", Nobody()),
        ("'", Nobody()),
        ("\u0301", Nobody()),
        ("de la", Nobody()),
        ("x" * 80, Nobody()),
        ("a b c d e f g h i j k l m n", Nobody()),
    ],
)
def test_a_name_is_a_match_a_question_a_suggestion_or_nobody(typed: str, found: Found) -> None:
    assert find(typed, DANAS) == found
    assert find(typed, list(DANAS)) == found


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("Dana López", "ＤＡＮＡ　ＬＯＰＥＺ"),
        ("Dana López", "dana\u200b lo\u0301pez"),
        ("Dana López", "\u202edana lopez\u202c"),
        ("Dana López", "dana lopez’s"),
        ("Dana López", "<mailto:x@example.com|dana lopez>"),
        ("李娜", "李娜"),
        ("王 小明", "王小明"),
        ("김민준", "Min-jun Kim"),
        ("Wang Xiaoming", "wang xiao ming"),
        ("Mrs Gruber", "mrs gruber"),
        ("Dr", "dr"),
        ("007", "007"),
        ("1234567", "1234567"),
        ("D", "d"),
        ("X Æ A-12", "x ae a 12"),
        ("Nur", "nur"),
        ("?!", "?!"),
    ],
)
def test_width_marks_scripts_and_odd_names_do_not_matter(stored: str, typed: str) -> None:
    assert find(typed, book(stored, "Rose Whitfield")) == Match(1)


@pytest.mark.parametrize(
    ("stored", "typed", "found"),
    [
        (("Maria Rossi", "Mario Rossi"), "maria rossi", Match(1)),
        (("Maria Rossi",), "mario rossi", Suggest((1,))),
        (("Paul Rossi",), "paula rossi", Suggest((1,))),
        (("Gerhard Rossi",), "gerhardt rossi", Match(1)),
        (("Daniel Rossi",), "daniele rossi", Suggest((1,))),
        (("Theodore Rossi",), "theodor rossi", Match(1)),
        (("Michael Rossi",), "micheal rossi", Match(1)),
        (("Mervin Rossi",), "marvin rossi", Suggest((1,))),
        (("Dana Rossi",), "dana rosso", Match(1)),
        (("John Smith", "John Smith Jr."), "john smith", Match(1)),
        (("John Smith", "Jon Smith"), "jon smith", Match(2)),
        (("Ann Lee", "ann LEE"), "ann lee", Ask((1, 2))),
        (("William Hall", "Bill Green"), "bill", Ask((2, 1))),
        (("Robert Hall",), "bill hall", Suggest((1,))),
        (("Dana L.",), "dana lopez", Match(1)),
        (("Dana",), "dana lopez", Suggest((1,))),
        (("田中 太郎", "高橋 太郎"), "高橋", Match(2)),
        (("Мария Петрова", "Mariya Petrova"), "Мария Петрова", Match(1)),
        (("Mr Patel", "Mrs Patel"), "ms patel", Ask((1, 2))),
        (("Katie Moss",), "kate moss", Match(1)),
        (("Tom", "Dick", "Harry"), "one two three four five six tom", Nobody()),
    ],
)
def test_near_names_are_told_apart_or_asked_about(stored: tuple[str, ...], typed: str, found: Found) -> None:
    assert find(typed, book(*stored)) == found


REACHABLE = People(
    [
        prepare(Known(1, "Dana López", (), "+1 (415) 555-0142", "Dana@Example.com")),
        prepare(Known(2, "Dana Cole", (), "+1 415 555 4471")),
        prepare(Known(3, "Jürgen Maier", (), "0171 2345678", "family@example.com")),
        prepare(Known(4, "Anke Maier", ("Annie",), "+49 171 2345678", "family@example.com")),
        prepare(Known(5, "Rose", (), "911")),
    ]
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dana@example.com", Match(1)),
        ("<mailto:dana@example.com|dana@example.com>", Match(1)),
        ("family@example.com", Ask((3, 4))),
        ("nobody@example.com", Nobody()),
        ("+1 415 555 0142", Match(1)),
        ("555-0142", Match(1)),
        ("+49 (0)171 2345678", Ask((3, 4))),
        ("0142", Match(1)),
        ("5678", Ask((3, 4))),
        ("9999", Nobody()),
        ("dana 4471", Match(2)),
        ("4471 dana", Match(2)),
        ("jürgen 5678", Match(3)),
        ("dana 5678", Ask((1, 2))),
        ("rose 4471", Ask((5,))),
        ("dana 415 555 4471", Match(2)),
        ("annie maier", Match(4)),
        ("911", Nobody()),
    ],
)
def test_exact_keys_come_first(typed: str, found: Found) -> None:
    assert find(typed, REACHABLE) == found


def test_at_most_five_are_asked_about() -> None:
    many = book(*[f"Dana {letter}mith" for letter in "ABCDEFGHIJ"])
    assert isinstance(asked := find("dana", many), Ask)
    assert len(asked.ids) == 5


def test_a_very_common_name_stays_quick_and_asks() -> None:
    many = book(*[f"Dana Maria {number:03}" for number in range(300)])
    assert isinstance(find("dana maria", many), Ask)
    assert find("dana maria 250", many) == Match(251)


def test_people_are_a_sequence() -> None:
    assert [person.id for person in DANAS[1:3]] == [2, 3]
    assert DANAS[0].id == 1
    assert len(DANAS) == 4
    assert People.of(DANAS) is DANAS


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  Dana \t López\n", "Dana López"),
        ("Dana\u200b\u202eLópez\x00", "DanaLópez"),
        ("Ｄａｎａ", "Dana"),
        ("Dana 🎉", "Dana 🎉"),
        ("007", "007"),
        ("田中", "田中"),
        ("x" * 80, "x" * 80),
    ],
)
def test_a_name_is_stored_as_typed_without_what_cannot_be_seen(typed: str, stored: str) -> None:
    assert clean_name(typed) == stored


@pytest.mark.parametrize(
    ("typed", "refusal", "says"),
    [
        ("", NameMissing, "A name is needed"),
        (" \u200b\x07 ", NameMissing, "A name is needed"),
        ("x" * 81, NameTooLong, "81 characters"),
        ("🎉👩‍👩‍👧", NameIsEmoji, "emoji only"),
        ("?!", NameWithoutLetters, "“?!” has no letter or digit"),
    ],
)
def test_a_name_that_could_not_be_found_again_is_refused(typed: str, refusal: type[Refusal], says: str) -> None:
    with pytest.raises(refusal, match=says.replace("?", r"\?")) as refused:
        clean_name(typed)
    assert refused.value.field == "name"


@pytest.mark.parametrize(
    ("name", "phone", "email", "found"),
    [
        ("Somebody Else", None, "DANA@example.com", (1,)),
        ("Somebody Else", "415 555 4471", None, (2,)),
        ("Somebody Else", None, None, ()),
        ("dana lopes", None, None, (1,)),
        ("lopez, dana", None, None, (1,)),
        ("Dana", None, None, ()),
        ("rose", None, None, (5,)),
        ("Dana Kole", "0171 2345678", "dana@example.com", (1, 3, 4, 2)),
    ],
)
def test_who_may_be_in_the_book_already(
    name: str, phone: str | None, email: str | None, found: tuple[int, ...]
) -> None:
    assert duplicates(name, phone, email, REACHABLE) == found


def test_keys_of_a_customer() -> None:
    assert initials("Dr. Ludwig van Beethoven") == "lb"
    assert last_four("+1 415 555 0142") == "0142"
    assert last_four("911") is None


@given(st.text(max_size=90))
def test_any_text_gets_a_decision(text: str) -> None:
    assert isinstance(find(text, people()), Match | Ask | Suggest | Nobody)


@given(st.sampled_from(customers()), st.sampled_from([str, str.upper, str.lower, str.title]))
def test_everybody_is_found_by_the_full_name_in_any_case(known: Known, spell: type[str]) -> None:
    found = find(spell(known.name), people())
    assert found == Match(known.id) or (isinstance(found, Ask) and known.id in found.ids)


@given(st.text(min_size=1, max_size=80))
def test_everybody_who_can_be_stored_is_found(text: str) -> None:
    try:
        name = clean_name(text)
    except Refusal:
        return
    found = find(name, People([*DANAS, prepare(Known(99, name))]))
    assert found == Match(99) or (isinstance(found, Ask) and 99 in found.ids)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("たなか", "tanaka"),
        ("ちょう", "chou"),
        ("ティナ", "tina"),
        ("ウォルフ", "worufu"),
        ("はっとり", "hattori"),
    ],
)
def test_kana_are_read_as_spoken(written: str, said: str) -> None:
    assert spoken(written) == said
