"""A first sentence for a call: in the customer's mood, with the good news there is, and never the same twice."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.customers import Card, Customer, IssueLine
from bot.domain.followups import FollowUp
from bot.domain.openers import OPENERS, Mood, News, milestone, mood, next_variant, opener

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
DANA = Customer(7, "Dana López", added_at=NOON - timedelta(days=500))
HEEL = IssueLine(3, "Heel", "U1", NOON, None)
GLAD = News(better=True, birthday_in=0, friend="Kim", praised=True, mark="50 visits", bought="boots")


def call(**facts: object) -> FollowUp:
    values = {"issue_id": None, "promised": False, "cause": None} | facts
    local = NOON.replace(tzinfo=None)
    return FollowUp(1, 7, "Dana", "call", "Call", "open", "U1", "U1", NOON, NOON, local, "UTC", **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("task", "card", "news", "feeling"),
    [
        (call(issue_id=3), Card(DANA, issues=(HEEL,)), GLAD, Mood.UPSET),  # what went wrong comes first
        (call(issue_id=3), Card(DANA), GLAD, Mood.DELIGHTED),
        (call(issue_id=3), Card(DANA), News(birthday_in=0), Mood.RECOVERED),
        (call(promised=True), Card(DANA), GLAD, Mood.WAITING),
        (call(cause="purchase.large:11:1"), Card(DANA), GLAD, Mood.BOUGHT),
        (call(), Card(DANA), GLAD, Mood.CELEBRATING),
        (call(), Card(DANA), News(birthday_in=2), Mood.LOOKING_FORWARD),
        (call(), Card(DANA), News(birthday_in=4), Mood.WARM),
        (call(), Card(DANA), News(friend="Kim", praised=True, mark="50 visits"), Mood.GRATEFUL),
        (call(), Card(DANA), News(praised=True, mark="50 visits"), Mood.PRAISED),
        (call(), Card(DANA), News(mark="50 visits"), Mood.MILESTONE),
        (call(), Card(DANA), News(), Mood.WARM),
    ],
)
def test_the_mood_to_begin_in(task: FollowUp, card: Card, news: News, feeling: Mood) -> None:
    assert mood(task, card, news) is feeling


@pytest.mark.parametrize("feeling", Mood)
def test_three_openers_for_each_mood(feeling: Mood) -> None:
    said = {opener(feeling, n, "Dana {friend}", "Maria Silva", GLAD) for n in range(3)}
    assert len(said) == 3
    assert all("Dana {friend}" in each and "Maria" in each and "Silva" not in each for each in said)
    assert all("{name}" in each and "{me}" in each for each in OPENERS[feeling])


@pytest.mark.parametrize(
    ("feeling", "news", "said"),
    [
        (Mood.GRATEFUL, News(friend="Kim"), "You sent us Kim: thank you, that means a lot to us."),
        (Mood.BOUGHT, News(bought="boots"), "I only want to hear how you get on with the boots."),
        (Mood.BOUGHT, News(bought="a red belt"), "I only want to hear how you get on with the red belt."),
        (Mood.BOUGHT, News(), "I only want to hear how you get on with what you bought."),
        (Mood.MILESTONE, News(mark="a year"), "Thank you for a year with us; we noticed it gladly."),
    ],
)
def test_the_good_news_is_in_it(feeling: Mood, news: News, said: str) -> None:
    assert opener(feeling, 0, "Dana", "Maria Silva", news).endswith(said)


def test_never_the_same_twice_running() -> None:
    assert [next_variant(last) for last in (None, 0, 1, 2)] == [0, 1, 2, 0]
    assert (
        opener(Mood.WARM, 4, "Dana", "Maria Silva", News())
        == "Hello Dana, Maria here. I was thinking of you; how are you?"
    )


@pytest.mark.parametrize(
    ("visits", "last_here", "known_for", "mark"),
    [
        (10, 3, 100, "ten visits"),
        (50, 3, 100, "50 visits"),
        (10, 20, 100, None),  # that was weeks ago
        (11, 3, 100, None),
        (3, 3, 100, None),
        (4, 3, 365, "a year"),
        (4, 3, 371, "a year"),
        (4, 3, 372 + 7, None),
        (4, 3, 2 * 365 + 1, "two years"),
        (4, 3, 12 * 365 + 3, "12 years"),
        (4, 3, 0, None),
    ],
)
def test_milestones(visits: int, last_here: int, known_for: int, mark: str | None) -> None:
    dana = Customer(7, "Dana", added_at=NOON - timedelta(days=known_for))
    assert milestone(Card(dana, visits=visits, last_visit=NOON - timedelta(days=last_here)), NOON) == mark
    assert milestone(Card(Customer(7, "Dana")), NOON) is None
