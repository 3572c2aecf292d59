"""Amounts of money as people type them at a till: “240”, “€1.200,50”, “240 kr”; kept in hundredths.

An amount has at most two decimals, so “1.200” and “1,200” are both twelve hundred, whoever types them. What could
mean two things is refused, with what to type.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.errors import Refusal
from bot.domain.workspaces import Workspace

MOST = 10**9
"""Whoever spends more than this does not spend it at the till."""

LONGEST = 20
"""More digits than this need not be read to know that they are too many."""


class NotAnAmount(Refusal):
    """“{typed}” is not an amount I can read. Type it like 240, 1,200.50 or 1.200,50."""


class NothingSpent(Refusal):
    """“{typed}” is nothing spent. Type what they paid, like 240, or leave it out."""


class TooMuch(Refusal):
    """“{typed}” is more than a till takes. Type what they paid, like 240."""


class OtherCurrency(Refusal):
    """“{typed}” is not in {currency}, in which amounts are noted here. Type it in {currency}, like {example}."""


class NoSuchCurrency(Refusal):
    """“{typed}” is not a currency I know. Type its three letters, like EUR, GBP or USD."""


@dataclass(frozen=True)
class Currency:
    """How a currency is written, its own way first; ``large`` is a large first purchase, in whole units."""

    signs: tuple[str, ...]
    large: int
    before: bool = True
    parts: int = 100


CURRENCIES: Mapping[str, Currency] = {
    "EUR": Currency(("€", "euros", "euro"), 200),
    "USD": Currency(("$", "us$", "dollars"), 200),
    "GBP": Currency(("£", "pounds"), 200),
    "CHF": Currency(("chf", "fr.", "sfr.", "fr"), 200, before=False),
    "CAD": Currency(("$", "c$", "ca$"), 250),
    "AUD": Currency(("$", "a$", "au$"), 300),
    "NZD": Currency(("$", "nz$"), 300),
    "SGD": Currency(("$", "s$"), 250),
    "HKD": Currency(("$", "hk$"), 1500),
    "MXN": Currency(("$", "mx$"), 4000),
    "ARS": Currency(("$", "ar$"), 250_000),
    "CLP": Currency(("$",), 200_000),
    "COP": Currency(("$",), 800_000),
    "BRL": Currency(("R$",), 1000),
    "SEK": Currency(("kr", "kr."), 2000, before=False),
    "NOK": Currency(("kr", "kr."), 2000, before=False),
    "DKK": Currency(("kr", "kr."), 1500, before=False),
    "ISK": Currency(("kr", "kr."), 30_000, before=False),
    "PLN": Currency(("zł", "zl"), 800, before=False),
    "CZK": Currency(("Kč", "kc"), 5000, before=False),
    "HUF": Currency(("Ft",), 80_000, before=False),
    "RON": Currency(("lei", "leu"), 1000, before=False),
    "TRY": Currency(("₺", "tl"), 8000),
    "UAH": Currency(("₴", "грн"), 8000, before=False),
    "JPY": Currency(("¥", "円", "yen"), 30_000),
    "CNY": Currency(("¥", "元", "rmb"), 1500),
    "KRW": Currency(("₩", "원"), 300_000),
    "INR": Currency(("₹", "rs", "rs."), 15_000),
    "ILS": Currency(("₪", "nis"), 800),
    "THB": Currency(("฿",), 7000),
    "ZAR": Currency(("R",), 4000),
    "AED": Currency(("aed", "dh"), 800, before=False),
    "SAR": Currency(("sar",), 800, before=False),
    "KWD": Currency(("kwd",), 60, before=False, parts=1000),
    "BHD": Currency(("bhd",), 80, before=False, parts=1000),
    "TND": Currency(("tnd",), 600, before=False, parts=1000),
}
"""Code → how it is written. One that is missing is no obstacle: without a currency, amounts are plain numbers."""

_EURO = "AD AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC ME MT NL PT SI SK SM VA XK"
_COUNTRIES: Mapping[str, str] = dict.fromkeys(_EURO.split(), "EUR") | {
    "US": "USD", "GB": "GBP", "CH": "CHF", "LI": "CHF", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD",
    "HK": "HKD", "MX": "MXN", "AR": "ARS", "CL": "CLP", "CO": "COP", "BR": "BRL", "SE": "SEK", "NO": "NOK",
    "DK": "DKK", "IS": "ISK", "PL": "PLN", "CZ": "CZK", "HU": "HUF", "RO": "RON", "TR": "TRY", "UA": "UAH",
    "JP": "JPY", "CN": "CNY", "KR": "KRW", "IN": "INR", "IL": "ILS", "TH": "THB", "ZA": "ZAR", "AE": "AED",
    "SA": "SAR", "KW": "KWD", "BH": "BHD", "TN": "TND",
}  # fmt: skip


def of(workspace: Workspace) -> str:
    """Return the code of the currency in which a workspace's amounts are; empty when nobody said."""
    own = str(workspace.settings.get("currency") or "")
    return own or _COUNTRIES.get(str(workspace.settings.get("country") or ""), "")


def read_currency(typed: str) -> str:
    """Return the code of a currency typed as its letters or a sign of its own; empty stays empty."""
    wanted = typed.strip().casefold()
    found = [code for code in CURRENCIES if wanted in _names(code)]
    if wanted and len(found) != 1:
        raise NoSuchCurrency(typed=typed.strip(), field="currency")
    return found[0] if wanted else ""


def _names(code: str) -> set[str]:
    return {code.casefold(), *(unicodedata.normalize("NFKC", sign).casefold() for sign in CURRENCIES[code].signs)}


_SIGNS = sorted({name for code in CURRENCIES for name in _names(code)}, key=len, reverse=True)
_SIGN = "|".join(map(re.escape, _SIGNS))
_NUMBER = r"\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?|\d[\d.,]*\d|\d"
_AMOUNT = re.compile(
    rf"(?P<sign>{_SIGN})?\s*(?P<minus>[-−])?\s*(?P<number>{_NUMBER})(?:[.,][-–—])?\s*(?P<after>{_SIGN})?"
)


def read(typed: str, currency: str, field: str | None = None) -> int:
    """Return an amount in hundredths; raise `NotAnAmount`, `NothingSpent`, `TooMuch` or `OtherCurrency`.

    Digits and signs of any script are understood. ``currency`` is the workspace's; when it is empty, any sign is.
    """
    said = " ".join(typed.split())
    found = _AMOUNT.fullmatch(_folded(said))
    if not found or (found["sign"] and found["after"]):
        raise NotAnAmount(typed=said[:60], field=field)
    sign = found["sign"] or found["after"]
    if sign and currency and sign not in _names(currency):
        raise OtherCurrency(typed=said[:60], currency=currency, example=say(24_000, currency), field=field)
    hundredths = _hundredths(found["number"], currency)
    if hundredths is None:
        raise NotAnAmount(typed=said[:60], field=field)
    if found["minus"] or not hundredths:
        raise NothingSpent(typed=said[:60], field=field)
    if hundredths > MOST:
        raise TooMuch(typed=said[:60], field=field)
    return hundredths


def _folded(typed: str) -> str:
    """Return a text in small letters and plain digits; what NFKC would make two digits of one stays as it is."""
    return "".join(_plain(each) for each in typed).casefold()


def _plain(character: str) -> str:
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    folded = unicodedata.normalize("NFKC", character)
    return character if any(each.isdecimal() for each in folded) else folded


def has_sign(typed: str) -> bool:
    """Say whether a text is an amount with the sign of a currency, which no name and no size has."""
    found = _AMOUNT.fullmatch(_folded(" ".join(typed.split())))
    return bool(found and (found["sign"] or found["after"]))


def _hundredths(number: str, currency: str) -> int | None:
    """Return the hundredths of a number as typed; None when its points and commas make no sense."""
    number = re.sub(r"[ '’]", "", number)
    decimal = re.fullmatch(r"(.+)([.,])(\d{1,2})", number)
    if decimal and decimal[2] not in decimal[1]:
        whole, part = _whole(decimal[1]), decimal[3].ljust(2, "0")
    elif len(re.findall(r"[.,]", number)) == 1 and _has_thousand_parts(currency):
        return None  # 1.500 of a dinar is one and a half, or fifteen hundred
    else:
        whole, part = _whole(number), "0"
    return None if whole is None else whole * 100 + int(part)


def _has_thousand_parts(currency: str) -> bool:
    return currency in CURRENCIES and CURRENCIES[currency].parts > 100


_GROUPED = re.compile(r"[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*|[1-9]\d?(?:,\d{2})+,\d{3}")
"""Groups of three; or, above the first three, of two, as India has them."""


def _whole(number: str) -> int | None:
    if number.isdecimal() or _GROUPED.fullmatch(number):
        return int(re.sub(r"[.,]", "", number)[:LONGEST])
    return None


def say(hundredths: int, currency: str) -> str:
    """Return an amount as it is written: “€1,200.50”, “240 kr”, and without a currency the number alone."""
    whole, rest = divmod(hundredths, 100)
    # Where a comma and three digits might be thousandths, nothing is grouped, so that it can be read back.
    number = (f"{whole}" if _has_thousand_parts(currency) else f"{whole:,}") + (f".{rest:02}" if rest else "")
    known = CURRENCIES.get(currency)
    if known is None:
        return f"{number} {currency}".strip()
    sign = known.signs[0] if not known.signs[0].islower() or known.signs[0] == "kr" else currency
    return f"{sign}{number}" if known.before else f"{number} {sign}"
