"""A real Chromium for the tests that look at the page; where none is found they say so and are skipped."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


def find_chromium() -> str | None:
    """Return the path of a Chromium: REGULARS_CHROMIUM, or the first one on the PATH."""
    named = os.environ.get("REGULARS_CHROMIUM")  # noqa: TID251 - the tests' own setting, not the bot's
    return named or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """Run a headless Chromium; skip the test with a sentence where there is none."""
    path = find_chromium()
    if path is None and os.environ.get("REGULARS_BROWSER_REQUIRED"):  # noqa: TID251 - set by .ci/run
        pytest.fail("No Chromium is installed here, and the browser tests must run.")
    if path is None:
        pytest.skip("No Chromium is installed here; set REGULARS_CHROMIUM to the path of one.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()
