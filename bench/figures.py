"""One figure, and how many times of something are summed up."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A line of the final table: what was measured, how much it is, and how it compares."""

    what: str
    value: str
    compared: str = ""


def at(times: Sequence[float], percent: float) -> float:
    """Return a percentile of some seconds, in milliseconds."""
    ordered = sorted(times)
    return 1000 * ordered[min(int(len(ordered) * percent / 100), len(ordered) - 1)]


def spread(times: Sequence[float]) -> str:
    """Return “p50 1.2 ms, p99 3.4 ms”."""
    return f"p50 {at(times, 50):.2f} ms, p99 {at(times, 99):.2f} ms"


def times_as_much(a: float, b: float) -> str:
    """Return “×1.7”."""
    return f"×{a / b:.2f}" if b else ""
