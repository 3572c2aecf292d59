"""How long `regulars run` takes to be there, and how much memory it holds."""

import os
import subprocess
import sys
import time
from pathlib import Path

from bench.figures import Figure, at, times_as_much
from bench.shop import Shop


def measure(shop: Shop, rounds: int) -> list[Figure]:
    """Start the real command a few times; time it until Slack sees it connected, and weigh it after that."""
    settings = {
        "SLACK_BOT_TOKEN": shop.playground.bot_token,
        "SLACK_APP_TOKEN": shop.playground.app_token,
        "SLACK_API_URL": shop.playground.api_url,
        "DATABASE_URL": shop.url,
    }
    runs = [_run({**os.environ, **settings}, shop) for _ in range(rounds)]  # noqa: TID251 - a child needs ours
    times, sizes = [run[0] for run in runs], [run[1] for run in runs]
    bare = [_bare() for _ in range(rounds)]
    compared = f"{times_as_much(at(times, 50), at(bare, 50))} of importing Bolt"
    return [
        Figure("regulars run until connected", f"{at(times, 50):.0f} ms", compared),
        Figure("memory of regulars run", f"{max(sizes):.0f} MB"),
    ]


def _run(environment: dict[str, str], shop: Shop) -> tuple[float, float]:
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "run"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        shop.playground.call(shop.playground.wait_for_app(30))
        spent = time.perf_counter() - began
        time.sleep(0.5)
        size = _resident(process.pid)
        process.terminate()
        process.wait()
    return spent, size


def _bare() -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import slack_bolt.async_app"], check=True)
    return time.perf_counter() - began


def _resident(pid: int) -> float:
    """Return the megabytes a process holds in memory, as Linux says."""
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024
