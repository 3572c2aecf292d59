"""One bot on one SQLite file: the lock that keeps a second one off (issue 3, “delivery under fault”)."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from sqlalchemy.engine import Engine

from bot.store.database import NoDatabase


@contextmanager
def alone(engine: Engine) -> Iterator[None]:
    """Keep every other bot off this SQLite file while the block lasts; raise `NoDatabase` when one is there.

    The lock lies beside the file and ends with the process, however that ends. PostgreSQL needs none: there
    several bots may work at once.
    """
    if engine.dialect.name != "sqlite":
        yield
        return
    path = Path(f"{engine.url.database}.lock")
    with path.open("a+") as lock:
        if not _take(lock):
            raise NoDatabase(
                f"Another Regulars is already at work on {engine.url.database} (process {_holder(path)}). Stop it "
                "first; to run two at once, use PostgreSQL."
            )
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def _holder(path: Path) -> str:
    return path.read_text().strip() or "unknown"


def _take(lock: TextIO) -> bool:
    """Try to lock a file without waiting."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
