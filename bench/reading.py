"""How long it takes to understand a time."""

import time
from contextlib import suppress
from datetime import UTC, datetime

from bench.figures import Figure, at, spread
from bot.domain.errors import Refusal
from bot.domain.when import understand

NOW = datetime(2026, 11, 23, 10, 2, tzinfo=UTC)
BUDGET = 20.0
"""Milliseconds at the 99th percentile that issue 3 allows."""

PHRASES = [
    ("call about the boots next tuesday at 3pm", "en-US"),
    ("in 20 minutes", "en-GB"),
    ("tomorrow 9am ring", "en-GB"),
    ("check the heel every other friday at noon", "en-US"),
    ("2026-12-01 14:30 fitting", "en-GB"),
    ("12/05 anniversary", "en-US"),
    ("end of the month, invoice", "en-GB"),
    ("3 working days after friday", "en-GB"),
    ("ask about her marathon", "en-GB"),
    ("“next friday” is her band, call monday", "en-GB"),
    ("llamar a Rosa el martes que viene a las tres", "es-ES"),
    ("nächsten Dienstag um 15 Uhr anrufen", "de-DE"),
    ("rappeler Claire jeudi prochain à 14h30", "fr-FR"),
    ("ligar na próxima terça às 15h", "pt-BR"),
    ("来週の火曜日の午後3時に電話", "ja-JP"),
    ("call " + "about the red boots " * 40 + "on friday", "en-GB"),
]


def measure(rounds: int) -> list[Figure]:
    """Return the time of understanding a phrase, in six languages and one long ramble."""
    times = []
    for _ in range(rounds):
        for text, locale in PHRASES:
            began = time.perf_counter()
            with suppress(Refusal):
                understand(text, now=NOW, zone="Europe/Lisbon", locale=locale)
            times.append(time.perf_counter() - began)
    share = at(times, 99) / BUDGET
    return [Figure("understanding a time", spread(times), f"{share:.0%} of the {BUDGET:.0f} ms it may take")]
