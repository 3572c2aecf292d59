"""Amounts as people type them at a till; whatever could mean two things is refused with what to type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import money
from bot.domain.errors import Refusal
from bot.domain.money import NoSuchCurrency, NotAnAmount, NothingSpent, OtherCurrency, TooMuch
from bot.domain.workspaces import Workspace


@pytest.mark.parametrize(
    ("typed", "currency", "hundredths"),
    [
        ("240", "EUR", 24_000),
        ("240", "", 24_000),
        ("€240", "EUR", 24_000),
        ("240€", "EUR", 24_000),
        ("240 €", "EUR", 24_000),
        ("EUR 240", "EUR", 24_000),
        ("240eur", "EUR", 24_000),
        ("240 Euro", "EUR", 24_000),
        ("£240", "GBP", 24_000),
        ("£240", "", 24_000),
        ("240 kr", "SEK", 24_000),
        ("240 kr.", "DKK", 24_000),
        ("240,- kr", "NOK", 24_000),
        ("240.-", "CHF", 24_000),
        ("240.–", "CHF", 24_000),
        ("$19.99", "USD", 1_999),
        ("US$ 19.99", "USD", 1_999),
        ("19,9", "EUR", 1_990),
        ("1,200.50", "EUR", 120_050),
        ("1.200,50", "EUR", 120_050),
        ("1,200", "USD", 120_000),
        ("1.200", "EUR", 120_000),
        ("1 200,50", "EUR", 120_050),
        ("1\u00a0200", "EUR", 120_000),
        ("1\u202f200,50 €", "EUR", 120_050),
        ("1'200.50", "CHF", 120_050),
        ("1’200", "CHF", 120_000),
        ("1,234,567", "USD", 123_456_700),
        ("1.234.567,8", "EUR", 123_456_780),
        ("1,20,000", "INR", 12_000_000),
        ("12,34,567.50", "INR", 123_456_750),
        ("¥24000", "JPY", 2_400_000),
        ("24000円", "JPY", 2_400_000),
        ("２４０", "EUR", 24_000),
        ("￥２４，０００", "JPY", 2_400_000),
        ("٢٤٠", "EUR", 24_000),
        ("0.50", "EUR", 50),
        ("R$ 240", "BRL", 24_000),
        ("240 zł", "PLN", 24_000),
        ("007", "EUR", 700),
    ],
)
def test_an_amount_is_read(typed: str, currency: str, hundredths: int) -> None:
    assert money.read(typed, currency) == hundredths


@pytest.mark.parametrize(
    ("typed", "currency", "refusal"),
    [
        ("", "EUR", NotAnAmount),
        ("a lot", "EUR", NotAnAmount),
        ("2 hours", "EUR", NotAnAmount),
        ("240 boots", "EUR", NotAnAmount),
        ("240 60", "EUR", NotAnAmount),
        ("12,34.56", "EUR", NotAnAmount),
        ("1.200.50", "EUR", NotAnAmount),
        ("1,200,50", "EUR", NotAnAmount),
        ("1.2345", "EUR", NotAnAmount),
        ("0.500", "EUR", NotAnAmount),
        ("1.500", "KWD", NotAnAmount),  # a dinar has a thousand parts: a thousand and a half, or one and a half?
        ("24k", "EUR", NotAnAmount),
        ("€", "EUR", NotAnAmount),
        ("€240€", "EUR", NotAnAmount),
        ("240.", "EUR", NotAnAmount),
        ("½", "EUR", NotAnAmount),
        ("10²", "EUR", NotAnAmount),
        ("<!channel>", "EUR", NotAnAmount),
        ("0", "EUR", NothingSpent),
        ("0.00", "EUR", NothingSpent),
        ("-240", "EUR", NothingSpent),
        ("€-5", "EUR", NothingSpent),
        ("99999999999", "EUR", TooMuch),
        ("9" * 400, "EUR", TooMuch),
        ("$240", "EUR", OtherCurrency),
        ("240 kr", "EUR", OtherCurrency),
        ("USD 240", "EUR", OtherCurrency),
    ],
)
def test_what_is_not_clearly_an_amount_is_refused(typed: str, currency: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal) as caught:
        money.read(typed, currency)
    assert "{" not in str(caught.value)
    assert "240" in str(caught.value) or "30" in str(caught.value)


@pytest.mark.parametrize(
    ("hundredths", "currency", "said"),
    [
        (24_000, "EUR", "€240"),
        (120_050, "GBP", "£1,200.50"),
        (24_000, "SEK", "240 kr"),
        (2_400_000, "JPY", "¥24,000"),
        (24_000, "KWD", "240 KWD"),
        (100_000, "KWD", "1000 KWD"),
        (24_050, "", "240.50"),
        (5, "EUR", "€0.05"),
    ],
)
def test_an_amount_is_said(hundredths: int, currency: str, said: str) -> None:
    assert money.say(hundredths, currency) == said


@given(st.integers(1, 10**9), st.sampled_from(["", *money.CURRENCIES]))
def test_what_is_said_is_read_back(hundredths: int, currency: str) -> None:
    assert money.read(money.say(hundredths, currency), currency) == hundredths


@given(st.text(max_size=30) | st.from_regex(r"[€$£]? ?-?[0-9.,' ]{1,15} ?(kr|€)?", fullmatch=True))
def test_any_text_is_an_amount_or_a_sentence(typed: str) -> None:
    try:
        read = money.read(typed, "EUR")
    except Refusal:
        return
    assert read > 0


@pytest.mark.parametrize(
    ("settings", "currency"),
    [
        ({}, ""),
        ({"country": "PT"}, "EUR"),
        ({"country": "GB"}, "GBP"),
        ({"country": "GB", "currency": "USD"}, "USD"),
        ({"country": "AQ"}, ""),
    ],
)
def test_the_currency_is_that_of_the_country_unless_set(settings: dict[str, str], currency: str) -> None:
    assert money.of(Workspace("T1", settings=settings)) == currency


@pytest.mark.parametrize(
    ("typed", "code"), [("eur", "EUR"), (" € ", "EUR"), ("£", "GBP"), ("", ""), ("chf", "CHF")]
)
def test_a_currency_is_read(typed: str, code: str) -> None:
    assert money.read_currency(typed) == code


@pytest.mark.parametrize("typed", ["$", "kr", "doubloons", "<!channel>", "XXX"])
def test_a_sign_of_several_currencies_or_of_none_is_refused(typed: str) -> None:
    with pytest.raises(NoSuchCurrency):
        money.read_currency(typed)
