"""Words by which a language is known: one of them in a text, and it may be in that language."""

import re

MARKS = {
    "es": r"\b(?:manana|hoy|lunes|martes|miercoles|jueves|viernes|sabado|domingo|proxim[oa]|semana|enero|marzo"
    r"|mayo|junio|julio|septiembre|octubre|noviembre|diciembre|minutos|el \d)",
    "pt": r"\b(?:amanha|hoje|segunda|terca|quarta|quinta|sexta|sabado|domingo|proxim[oa]|semana|dia \d+|janeiro"
    r"|fevereiro|marco|maio|junho|julho|setembro|outubro|novembro|dezembro|minutos)\b",
    "fr": r"\b(?:demain|aujourd'hui|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|prochaine?|semaine|soir"
    r"|matin|midi|janvier|fevrier|mars|avril|juin|juillet|septembre|octobre|novembre|decembre|jours|le \d)",
    "de": r"\b(?:morgen|ubermorgen|heute|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|nachsten?|woche|tagen?"
    r"|stunden?|uhr|januar|februar|marz|juni|juli|oktober|dezember|am \d)",
    "ja": r"[月火水木金土日]曜|明日|明後日|今日|今夜|[来今]週|来月|毎[日週月]|午[前後]|\d[日月]",
}
KNOWN = {language: re.compile(pattern) for language, pattern in MARKS.items()}


def marked(text: str) -> frozenset[str]:
    """Return the languages (two letters) that a text in the grammar's spelling may be in."""
    return frozenset(language for language, pattern in KNOWN.items() if pattern.search(text))
