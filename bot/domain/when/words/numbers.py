"""Numbers in words, up to 59: enough for hours, minutes and days of the month."""

SPANISH = (
    *("uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece"),
    *("catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno"),
    *("veintidós", "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho"),
    "veintinueve",
)
FRENCH = (
    *("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize"),
    *("quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
)
GERMAN = (
    *("eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"),
    *("dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"),
)
PORTUGUESE = (
    *("um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze", "treze"),
    *("catorze", "quinze", "dezesseis", "dezessete", "dezoito", "dezenove"),
)


def counted(words: tuple[str, ...], tens: dict[int, str], joined: str) -> dict[str, str]:
    """Return every number as its digits: those listed, and ``tens`` with the ones ``joined`` to them."""
    low = {word: str(n) for n, word in enumerate(words, 1)}
    high = {
        joined.format(tens=ten, one=words[one - 1]): str(n + one)
        for n, ten in tens.items()
        for one in range(1, 10)
    }
    return {**low, **{ten: str(n) for n, ten in tens.items()}, **high}


SPANISH_NUMBERS = {
    **counted(SPANISH, {30: "treinta", 40: "cuarenta", 50: "cincuenta"}, "{tens} y {one}"),
    **{"cero": "0", "un": "1", "una": "1", "veintiún": "21", "veintiuna": "21", "treinta y un": "31"},
}
FRENCH_NUMBERS = {
    **counted(FRENCH, {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante"}, "{tens}-{one}"),
    **counted(FRENCH, {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante"}, "{tens} {one}"),
    **{f"{ten} et {one}": n for ten, n in {"vingt": "21", "trente": "31"}.items() for one in ("un", "une")},
    **{
        "zéro": "0",
        "une": "1",
        "vingt-et-un": "21",
        "vingt-et-une": "21",
        "soixante": "60",
        "quatre-vingt-dix": "90",
    },
}
GERMAN_TENS = {20: "zwanzig", 30: "dreißig", 40: "vierzig", 50: "fünfzig"}
GERMAN_NUMBERS = {
    **counted(("ein", *GERMAN[1:]), GERMAN_TENS, "{one}und{tens}"),
    **{
        "eins": "1",
        "eine": "1",
        "einer": "1",
        "einem": "1",
        "einen": "1",
        "null": "0",
        "zwo": "2",
        "sechzig": "60",
    },
    **{"dreissig": "30", "fuenf": "5", "zwoelf": "12", "fuenfzehn": "15", "neunzig": "90"},
}
PORTUGUESE_NUMBERS = {
    **counted(PORTUGUESE, {20: "vinte", 30: "trinta", 40: "quarenta", 50: "cinquenta"}, "{tens} e {one}"),
    **{
        "zero": "0",
        "uma": "1",
        "duas": "2",
        "quatorze": "14",
        "dezasseis": "16",
        "dezassete": "17",
        "dezanove": "19",
    },
    **{"vinte e uma": "21", "vinte e duas": "22", "noventa": "90"},
}


def german_ordinals() -> dict[str, str]:
    """Return the days of the month in words as they stand in a date: “dritten” is 3, “einunddreißigsten” 31."""
    words = {int(n): word for word, n in counted(("ein", *GERMAN[1:]), GERMAN_TENS, "{one}und{tens}").items()}
    regular = {n: f"{words[n]}{'ten' if n < 20 else 'sten'}" for n in range(1, 32)}
    said = {**regular, 1: "ersten", 3: "dritten", 7: "siebten", 8: "achten"}
    return {word: str(n) for n, word in said.items()} | {"siebenten": "7", "dreissigsten": "30"}
