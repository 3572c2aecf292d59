"""Where a name ends and the rest of the command begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.names import Ask, Found, Known, Match, Nobody, People, Suggest, find_at_start, prepare, several

BOOK = People(
    [
        prepare(Known(1, "Dana López", (), "+1 415 555 0142", "dana@example.com")),
        prepare(Known(2, "Dana Cole", (), "+1 415 555 4471")),
        prepare(Known(3, "Jon Smith")),
        prepare(Known(4, "Rose Whitfield")),
        prepare(Known(5, "María de la Cruz")),
        prepare(Known(6, "田中 太郎")),
        prepare(Known(7, "April May")),
        prepare(Known(8, "Mark Hill")),
        prepare(Known(9, "Marks & Spencer")),
        prepare(Known(10, "Kim Callaghan")),
        prepare(Known(11, "William O'Brien")),
        prepare(Known(12, "Room 007")),
        prepare(Known(13, "Ana")),
        prepare(Known(14, "Wang Xiaoming")),
        prepare(Known(15, "Jean-Pierre Dubois")),
    ]
)
DANAS = Ask((1, 2))


@pytest.mark.parametrize(
    ("text", "found", "name", "rest"),
    [
        (
            "dana lopes call about the boots next tuesday",
            Match(1),
            "dana lopes",
            "call about the boots next tuesday",
        ),
        ("dana left heel came loose again", DANAS, "dana", "left heel came loose again"),
        ("dana for sending us Ana", DANAS, "dana", "for sending us Ana"),
        ("dana call about the boots", DANAS, "dana", "call about the boots"),
        ("dana cole call about the boots", Match(2), "dana cole", "call about the boots"),
        ("dana", DANAS, "dana", ""),
        ("DANA LOPEZ CALL BACK", Match(1), "DANA LOPEZ", "CALL BACK"),
        ("dana's heel came loose", DANAS, "dana", "heel came loose"),
        ("rose’s heel", Match(4), "rose", "heel"),
        ("Dana Lopes: call", Match(1), "Dana Lopes", "call"),
        ("dana lopes - call", Match(1), "dana lopes", "call"),
        ("dana lopes, call", Match(1), "dana lopes", "call"),
        ("lopez, dana call", Match(1), "lopez, dana", "call"),
        ("“dana lopes” call", Match(1), "dana lopes", "call"),
        ('"jon" smith called', Match(3), "jon", "smith called"),
        ('"Somebody New" call', Nobody(), "Somebody New", "call"),
        ("maria de la cruz wants a table", Match(5), "maria de la cruz", "wants a table"),
        ("maria delacruz wants a table", Match(5), "maria delacruz", "wants a table"),
        ("bill o brien paid", Match(11), "bill o brien", "paid"),
        ("wang xiao ming called", Match(14), "wang xiao ming", "called"),
        ("jean pierre dubois called", Match(15), "jean pierre dubois", "called"),
        ("Mrs Whitfield asked for tea", Ask((4,)), "Mrs Whitfield", "asked for tea"),
        ("dana@example.com call", Match(1), "dana@example.com", "call"),
        ("+1 415 555 0142 call back", Match(1), "+1 415 555 0142", "call back"),
        ("0142 call back", Match(1), "0142", "call back"),
        ("dana 4471 call back", Match(2), "dana 4471", "call back"),
        ("dana 2000 dollars missing", DANAS, "dana", "2000 dollars missing"),
        ("田中さんに電話", Ask((6,)), "田中さん", "に電話"),
        ("田中太郎 電話", Match(6), "田中太郎", "電話"),
        ("april may come later", Match(7), "april may", "come later"),
        ("mark hill street delivery", Match(8), "mark hill", "street delivery"),
        ("kim call about it", Match(10), "kim", "call about it"),
        ("kim c called", Match(10), "kim c", "called"),
        ("kim calla gave up", Match(10), "kim calla", "gave up"),
        ("room 007 wants towels", Match(12), "room 007", "wants towels"),
        ("dana l. called", Match(1), "dana l", "called"),
        ("ana told me", Match(13), "ana", "told me"),
        ("call dana tomorrow", Nobody(), "call", "dana tomorrow"),
        ("Peter Fox broke a heel", Nobody(), "Peter", "Fox broke a heel"),
        ("Peter Foxtrot broke a heel", Nobody(), "Peter Foxtrot", "broke a heel"),
        ("peter broke a heel", Nobody(), "peter", "broke a heel"),
        ("Peter López called", Suggest((1,)), "Peter López", "called"),
        ("42 is the answer", Nobody(), "42", "is the answer"),
        ("Jon Baker lost a glove", Suggest((3,)), "Jon Baker", "lost a glove"),
        ("rose smith lost a glove", Suggest((4, 3)), "rose smith", "lost a glove"),
        ("Rose Smith lost a glove", Suggest((4, 3)), "Rose Smith", "lost a glove"),
        ("rose ??? call", Match(4), "rose", "??? call"),
        ("", Nobody(), "", ""),
        ("   ", Nobody(), "", ""),
        ("🎉 dana", Nobody(), "🎉", "dana"),
    ],
)
def test_the_name_at_the_start_and_the_rest(text: str, found: Found, name: str, rest: str) -> None:
    assert find_at_start(text, BOOK) == (found, name, rest)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "dana lopes, jon smith and rose",
            [(Match(1), "dana lopes"), (Match(3), "jon smith"), (Match(4), "rose")],
        ),
        ("dana + jon & zyx", [(DANAS, "dana"), (Match(3), "jon"), (Nobody(), "zyx")]),
        ("jon\nrose\n", [(Match(3), "jon"), (Match(4), "rose")]),
        ("“Rose” y jon", [(Match(4), "Rose"), (Match(3), "jon")]),
        ("lopez, dana", [(Match(1), "lopez, dana")]),
        ("marks & spencer", [(Match(9), "marks & spencer")]),
        ("rose, jon", [(Match(4), "rose"), (Match(3), "jon")]),
        ("dana cole", [(Match(2), "dana cole")]),
        ("cruz and maria", [(Match(5), "cruz"), (Match(5), "maria")]),
        ("", []),
        (" , & ", []),
    ],
)
def test_several_people_in_one_line(text: str, found: list[tuple[Found, str]]) -> None:
    assert several(text, BOOK) == found


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_command_is_taken_apart_and_loses_no_word(text: str, end: str) -> None:
    for typed in (text, f"dana lopes {text}", f"{text} {end}"):
        _, name, rest = find_at_start(typed, BOOK)
        assert name in typed
        assert rest in typed


@given(st.text(max_size=60))
def test_any_line_of_people_is_taken_apart(text: str) -> None:
    assert all(name and name in text for _, name in several(text, BOOK))
