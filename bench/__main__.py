"""Measure everything, with a line for what is under way and a table at the end."""

import argparse
from collections.abc import Callable
from itertools import chain

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from bench import commands, delivery, reading, scans, starting
from bench.figures import Figure
from bench.shop import open_shop
from tests.databases import Databases

SIZES = (10_000, 100_000, 1_000_000)
KINDS = ("sqlite", "postgresql")

Part = tuple[str, Callable[[], list[Figure]]]


def parts(databases: Databases, quick: bool) -> list[Part]:
    """Return what is measured, in order."""
    rounds, sizes = (100, SIZES[:2]) if quick else (400, SIZES)

    def in_shop(kind: str, part: str) -> list[Figure]:
        with databases.fresh(kind) as url, open_shop(url) as shop:
            found = {
                "commands": lambda: commands.measure(shop, rounds),
                "delivery": lambda: delivery.measure(shop, 5 * rounds),
                "starting": lambda: starting.measure(shop, 3 if quick else 7),
            }[part]()
        return [Figure(f"{each.what} ({kind})", each.value, each.compared) for each in found]

    return [
        ("understanding times", lambda: reading.measure(rounds)),
        *((f"commands, {kind}", lambda k=kind: in_shop(k, "commands")) for kind in KINDS),
        *((f"delivery, {kind}", lambda k=kind: in_shop(k, "delivery")) for kind in KINDS),
        ("starting", lambda: in_shop("sqlite", "starting")),
        *((f"scans, {kind}", lambda k=kind: scans.measure(databases, k, sizes)) for kind in KINDS),
    ]  # fmt: skip


def main() -> None:
    """Run all parts and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, no million rows")
    parser.add_argument("--only", default="", help="only parts whose name contains this")
    asked = parser.parse_args()
    console = Console()
    with Databases.start() as databases, Progress(console=console, transient=True) as progress:
        chosen = [part for part in parts(databases, asked.quick) if asked.only in part[0]]
        task = progress.add_task("measuring", total=len(chosen))
        results = []
        for name, run in chosen:
            progress.update(task, description=name)
            results.append(run())
            progress.advance(task)
    console.print(table(list(chain.from_iterable(results))))


def table(figures: list[Figure]) -> Table:
    """Return the final table."""
    shown = Table(title="Regulars, measured")
    shown.add_column("what")
    shown.add_column("figure", justify="right")
    shown.add_column("in proportion")
    for figure in figures:
        shown.add_row(figure.what, figure.value, figure.compared)
    return shown


if __name__ == "__main__":
    main()
