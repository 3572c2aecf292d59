"""The phrases of the corpus files, each with where and when it was typed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml


@dataclass(frozen=True)
class Case:
    text: str
    want: str
    now: datetime
    zone: str
    locale: str

    def __str__(self) -> str:
        return f"{self.locale} {self.text}"


def cases() -> Iterator[Case]:
    for path in sorted(Path(__file__).parent.glob("corpus_*.yml")):
        for part in yaml.safe_load_all(path.read_text("utf-8")):
            now = datetime.fromisoformat(part["now"]).replace(tzinfo=ZoneInfo(part["zone"]))
            for line in part["phrases"].splitlines():
                text, want = line.split(" => ")
                yield Case(text, want, now, part["zone"], part["locale"])
