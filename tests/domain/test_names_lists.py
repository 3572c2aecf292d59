"""A command for several customers: whose names those are, where the text begins, and when to ask."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.names import Ask, Known, Match, Nobody, People, Reading, Someone, prepare, readings

DANA, CUSP, ROSE, JON, MARKS, PUB, MARK, ANA, GASSET, TANAKA, SUZUKI = range(1, 12)
BOOK = People(
    [
        prepare(Known(DANA, "Dana López", (), "+1 415 555 0142", "dana@example.com")),
        prepare(Known(ROSE, "Rose Tanner")),
        prepare(Known(JON, "Jon Silva")),
        prepare(Known(MARKS, "Marks & Spencer")),
        prepare(Known(MARK, "Mark Hill")),
        prepare(Known(ANA, "Ana Beltrán")),
        prepare(Known(GASSET, "Ortega y Gasset")),
        prepare(Known(TANAKA, "田中 直美")),
        prepare(Known(SUZUKI, "鈴木 一郎")),
    ]
)
COUPLE = 20
WITH_COUPLE = People([*BOOK, prepare(Known(COUPLE, "Dana and Rose Lopes"))])
ONLY_COUPLE = People([prepare(Known(COUPLE, "Dana and Rose Lopes")), prepare(Known(JON, "Jon Silva"))])
WITH_PUB = People([*BOOK, prepare(Known(PUB, "Rose and Crown"))])
TWO_DANAS = People([*BOOK, prepare(Known(CUSP, "Dana Cusp"))])


def said(found: tuple[Reading, ...]) -> list[tuple[list[object], str]]:
    return [([_short(each) for each in reading.who], reading.rest) for reading in found]


def _short(each: Someone) -> object:
    if isinstance(each.found, Match):
        return each.found.id
    return each.found.ids if isinstance(each.found, Ask) else f"new {each.words}"


@pytest.mark.parametrize(
    ("text", "who", "rest"),
    [
        ("dana and rose call about the fair friday", [DANA, ROSE], "call about the fair friday"),
        ("dana & rose call about the fair", [DANA, ROSE], "call about the fair"),
        ("dana&rose call", [DANA, ROSE], "call"),
        ("dana + rose: call", [DANA, ROSE], "call"),
        ("Dana and Rose call", [DANA, ROSE], "call"),
        ("dana, rose and jon silva call friday", [DANA, ROSE, JON], "call friday"),
        ("dana, rose, and jon silva call friday", [DANA, ROSE, JON], "call friday"),
        ("dana, rose, jon, call friday", [DANA, ROSE, JON], "call friday"),
        ("Dana López, Rose Tanner and Jon Silva tomorrow", [DANA, ROSE, JON], "tomorrow"),
        ("dana y rose llamar mañana", [DANA, ROSE], "llamar mañana"),
        ("dana et rose appeler demain", [DANA, ROSE], "appeler demain"),
        ("dana und rose anrufen morgen", [DANA, ROSE], "anrufen morgen"),
        ("dana e rose ligar amanhã", [DANA, ROSE], "ligar amanhã"),
        ("“dana lopes” and “rose” order laces", [DANA, ROSE], "order laces"),
        ("dana@example.com and rose call", [DANA, ROSE], "call"),
        ("+1 415 555 0142 and rose call", [DANA, ROSE], "call"),
        ("dana and jon silva boots", [DANA, JON], "boots"),
        ("田中さんと鈴木さんに電話", [(TANAKA,), (SUZUKI,)], "に電話"),
        ("dana and zoe, rose call", [DANA, "new zoe", ROSE], "call"),
        ("dana, peter fox and rose call", [DANA, "new peter fox", ROSE], "call"),
        ("dana and Zoe call about the fair", [DANA, "new Zoe"], "call about the fair"),
        ("dana and rose", [DANA, ROSE], ""),
        # one customer, and a text
        ("dana call and ask about the fair friday", [DANA], "call and ask about the fair friday"),
        ("dana call about laces, wax and polish", [DANA], "call about laces, wax and polish"),
        ("dana, call about the fair", [DANA], "call about the fair"),
        ("dana and everyone else friday", [DANA], "and everyone else friday"),
        ("Tomorrow call dana", [], "Tomorrow call dana"),
        ("every 5 minutes dana call", [], "every 5 minutes dana call"),
        ("dana and <!channel> call friday", [DANA], "and <!channel> call friday"),
        ("the plumber friday", [], "the plumber friday"),
        ("dana and her sister on friday", [DANA], "and her sister on friday"),
        ("dana and ask about rose friday", [DANA], "and ask about rose friday"),
        ("dana call rose and jon", [DANA], "call rose and jon"),
        ("dana friday and saturday", [DANA], "friday and saturday"),
        ("dana order rose and crown", [DANA], "order rose and crown"),
        # names that hold such a word themselves
        ("marks & spencer call", [MARKS], "call"),
        ("marks and spencer call", [MARKS], "call"),
        ("ortega y gasset call", [GASSET], "call"),
        ("lopez, dana call", [DANA], "call"),
        ("dana and dana call", [DANA], "call"),
        # the verb first
        ("call dana tomorrow", [DANA], "call tomorrow"),
        ("Call Dana tomorrow", [DANA], "Call tomorrow"),
        ("call back dana friday", [DANA], "call back friday"),
        ("check in with dana friday", [DANA], "check in friday"),
        ("call dana and ask about the fair friday", [DANA], "call and ask about the fair friday"),
        ("call dana and rose about the fair", [DANA, ROSE], "call about the fair"),
        ("llamar a dana mañana", [DANA], "llamar mañana"),
        ("rappeler dana demain", [DANA], "rappeler demain"),
        ("call zoe tomorrow", ["new zoe"], "call tomorrow"),
        ("thank dana for the cake", [DANA], "thank them for the cake"),
        ("send dana and rose the coupon friday", [DANA, ROSE], "send them the coupon friday"),
        ("fix dana's heel friday", [DANA], "fix their heel friday"),
        ("write to dana on monday", [DANA], "write on monday"),
        ("order wax for dana by friday", [DANA], "order wax by friday"),
        ("order wax by friday", [], "order wax by friday"),
        ("dana y 3 pares viernes", [DANA], "y 3 pares viernes"),
        ("call the plumber tomorrow", [], "call the plumber tomorrow"),
        # nobody known
        ("zoe order laces", ["new zoe"], "order laces"),
        ("", [], ""),
    ],
)
def test_it_is_clear_who_is_meant(text: str, who: list[object], rest: str) -> None:
    assert said(readings(text, BOOK)) == [(who, rest)]


@pytest.mark.parametrize(
    ("text", "book", "expected"),
    [
        ("dana and rose call", ONLY_COUPLE, [([COUPLE], "call")]),
        ("dana & rose call", ONLY_COUPLE, [([COUPLE], "call")]),
        ("dana and rose lopes call", WITH_COUPLE, [([COUPLE], "call")]),
        ("dana and rose call", WITH_COUPLE, [([DANA, ROSE], "call"), ([COUPLE], "call")]),
        ("rose and crown call", WITH_PUB, [([PUB], "call")]),
        (
            "rose and crown call",
            BOOK,
            [([ROSE, "new crown"], "call"), ([ROSE], "and crown call"), (["new rose and crown"], "call")],
        ),
        (
            "dana and mark the boots as sold",
            BOOK,
            [([DANA, MARK], "the boots as sold"), ([DANA], "and mark the boots as sold")],
        ),
        (
            "dana, roses for her friday",
            BOOK,
            [([DANA, ROSE], "for her friday"), ([DANA], "roses for her friday")],
        ),
        (
            "dana and rose's boots friday",
            BOOK,
            [([DANA, ROSE], "boots friday"), ([DANA], "and rose's boots friday")],
        ),
        (
            "dana and zoe call",
            BOOK,
            [([DANA, "new zoe"], "call"), ([DANA], "and zoe call"), (["new dana and zoe"], "call")],
        ),
        ("dana and rose call", TWO_DANAS, [([(DANA, CUSP), ROSE], "call")]),
        ("dana, rose and jon call", WITH_COUPLE,
         [([DANA, ROSE, JON], "call"), ([COUPLE, JON], "call")]),
    ],
)  # fmt: skip
def test_what_may_be_meant_in_two_ways_is_two_readings(
    text: str, book: People, expected: list[tuple[list[object], str]]
) -> None:
    assert said(readings(text, book)) == expected


@given(st.text(max_size=80), st.sampled_from(["", "dana and ", "dana, rose & ", "call "]))
def test_any_command_has_a_reading_and_loses_nothing(text: str, start: str) -> None:
    for reading in readings(start + text, BOOK):
        assert all(each.words in start + text or each.words for each in reading.who)
    assert readings(start + text, BOOK)


@given(st.lists(st.sampled_from(["dana", "rose", "jon silva", "zoe", "mark hill"]), min_size=1, max_size=12))
def test_a_list_of_names_is_that_many_people(names: list[str]) -> None:
    (first, *_) = readings(f"{', '.join(names)}: call", BOOK)
    known = {each.found.id for each in first.who if isinstance(each.found, Match)}
    expected = {"dana": DANA, "rose": ROSE, "jon silva": JON, "mark hill": MARK}
    assert known == {expected[name] for name in names if name in expected}
    assert any(isinstance(each.found, Nobody) for each in first.who) == ("zoe" in names)
