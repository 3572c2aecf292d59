"""What stands after `/visit` besides names: what they spent, and who sent them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import purchases
from bot.domain.errors import Refusal
from bot.domain.money import OtherCurrency
from bot.domain.purchases import HowMuch, LongPurchase, Said, Spent
from bot.domain.referrals import WhoSentThem
from bot.domain.workspaces import Workspace


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("dana lopes", Said("dana lopes")),
        ("dana lopes, jon smith", Said("dana lopes, jon smith")),
        ("dana spent 240", Said("dana", Spent(24_000))),
        ("dana lopes spent €1.200,50", Said("dana lopes", Spent(120_050))),
        ("dana, spent 1,200.50 on boots", Said("dana", Spent(120_050, "boots"))),
        ("Dana Spent 240 today", Said("Dana", Spent(24_000))),
        ("dana paid 240 for boots for her mother", Said("dana", Spent(24_000, "boots for her mother"))),
        ("dana bought boots for 240", Said("dana", Spent(24_000, "boots"))),
        ("dana bought boots for her mother for €240", Said("dana", Spent(24_000, "boots for her mother"))),
        ("dana bought 2 pairs of boots for 240", Said("dana", Spent(24_000, "2 pairs of boots"))),
        ("dana bought boots €240", Said("dana", Spent(24_000, "boots"))),
        ("dana bought boots 240 €", Said("dana", Spent(24_000, "boots"))),
        ("dana bought for 240", Said("dana", Spent(24_000))),
        ("dana €240", Said("dana", Spent(24_000))),
        ("dana lopes 240 € on boots", Said("dana lopes", Spent(24_000, "boots"))),
        ("kim sent by rose", Said("kim", sent_by="rose")),
        ("kim was sent by rose tanner", Said("kim", sent_by="rose tanner")),
        ("kim referred by rose", Said("kim", sent_by="rose")),
        ("kim recommended to us by rose", Said("kim", sent_by="rose")),
        ("kim sent by rose spent 240 on boots", Said("kim", Spent(24_000, "boots"), "rose")),
        ("kim bought boots for 240, sent by rose", Said("kim", Spent(24_000, "boots"), "rose")),
        ("dana 240", Said("dana 240")),  # a name or an amount: asked about, never guessed
        ("dana 5678", Said("dana 5678")),
        ("田中 直美 spent 24000", Said("田中 直美", Spent(2_400_000))),
        ("spent 240", Said("", Spent(24_000))),
        ("", Said("")),
    ],
)
def test_what_was_said_is_parted(typed: str, said: Said) -> None:
    assert purchases.read_visit(typed, "EUR") == said


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("dana spent", HowMuch),
        ("dana spent a lot", HowMuch),
        ("dana spent 2 hours here", HowMuch),
        ("dana spent 240 boots", HowMuch),
        ("dana bought boots", HowMuch),
        ("dana bought boots 42", HowMuch),  # a price, or a size?
        ("dana bought boots for her mother", HowMuch),
        ("dana spent 240 paid 60", HowMuch),
        ("dana spent 240 on " + "x" * 201, LongPurchase),
        ("dana spent $240", OtherCurrency),
        ("dana spent 0", Refusal),
        ("dana spent -5", Refusal),
        ("kim sent by", WhoSentThem),
        ("kim sent by rose sent by ana", WhoSentThem),
        ("kim sent by spent 240", WhoSentThem),
    ],
)
def test_what_is_not_clear_is_refused_with_what_to_type(typed: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal) as caught:
        purchases.read_visit(typed, "EUR")
    assert "{" not in str(caught.value)


@pytest.mark.parametrize(
    ("names", "tail"),
    [
        ("dana 240", ("dana", "240")),
        ("rose tanner 1,200.50", ("rose tanner", "1,200.50")),
        ("dana 5678", ("dana", "5678")),
        ("dana", None),
        ("240", None),
        ("+351 912 345 678", None),
        ("dana €240", None),
        ("dana 1.2345", None),
        ("dana 0", None),
        ("room 12 smith", None),
    ],
)
def test_a_bare_number_at_the_end_is_noticed(names: str, tail: tuple[str, str] | None) -> None:
    assert purchases.bare_number(names, "EUR") == tail


@given(st.text(max_size=60))
def test_any_text_is_parted_or_refused(typed: str) -> None:
    try:
        said = purchases.read_visit(typed, "EUR")
    except Refusal:
        return
    assert said.spent is None or said.spent.amount > 0


@pytest.mark.parametrize(
    ("settings", "large"),
    [
        ({"country": "PT"}, 20_000),
        ({"country": "JP"}, 3_000_000),
        ({}, 20_000),
        ({"country": "PT", "large_purchase": 50_000}, 50_000),
        ({"large_purchase": 0}, None),  # nothing is large
    ],
)
def test_what_is_large_is_a_setting(settings: dict[str, object], large: int | None) -> None:
    assert purchases.large_from(Workspace("T1", settings=settings)) == large


@pytest.mark.parametrize(
    ("spent", "visit", "bought_before", "large"),
    [
        (20_000, 1, False, True),
        (19_999, 1, False, False),
        (90_000, 3, False, True),  # looked around twice, then bought
        (90_000, 4, False, False),  # a regular has bought before, though nobody noted it
        (90_000, 2, True, False),
    ],
)
def test_what_a_large_first_purchase_is(spent: int, visit: int, bought_before: bool, large: bool) -> None:
    shop = Workspace("T1", settings={"country": "PT"})
    assert purchases.is_large_first(spent, visit, bought_before, shop) is large
    assert not purchases.is_large_first(
        spent, visit, bought_before, Workspace("T1", settings={"large_purchase": 0})
    )
