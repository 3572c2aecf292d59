"""Every phrase of the corpus files: the moment, the rule and the rest must all be right.

A line is “text => MM-DD HH:MM | rest | rule”. `<` before a moment allows any time up to it; `ask`, `refused`
and `none` stand for a question, a refusal and no time; a comma separates answers that are equally right.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.when import Asked, NoTime, TimeRefused, understand
from tests.domain.when.corpus import Case, cases


def answer(case: Case) -> tuple[str, str, str]:
    try:
        found = understand(case.text, now=case.now, zone=case.zone, locale=case.locale)
    except TimeRefused:
        return "refused", "", ""
    if isinstance(found, Asked):
        return "ask", "", ""
    if isinstance(found, NoTime):
        assert found.rest == case.text
        return "none", "", ""
    local = found.when.astimezone(ZoneInfo(case.zone))
    return f"{local:%Y-%m-%d %H:%M}", found.rest, found.rrule or ""


def fits(moment: str, want: str, now: datetime) -> bool:
    if want in {"ask", "refused", "none"}:
        return moment == want
    limit = want.removeprefix("<")
    full = limit if len(limit) > len("MM-DD HH:MM") else f"{now.year}-{limit}"
    if want.startswith("<"):
        return f"{now:%Y-%m-%d %H:%M}" < moment <= full
    return moment == full


ALL = list(cases())


def test_the_corpus_is_large() -> None:
    assert len(ALL) >= 600
    assert {case.locale[:2] for case in ALL} >= {"en", "es", "fr", "de", "pt", "ja"}


@pytest.mark.parametrize("case", ALL, ids=str)
def test_phrase(case: Case) -> None:
    moments, *others = (part.strip() for part in f"{case.want} ".split(" | "))
    moment, rest, rule = answer(case)
    right = [want for want in moments.split(",") if fits(moment, want, case.now)]
    assert right, f"{moment} instead of {moments}"
    if moment[0].isdigit():
        assert [rest, rule] == [*others, "", ""][:2]
