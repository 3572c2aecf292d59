"""The tour in a real Chromium, from first to last step, as a newcomer takes it; its pictures are the README's.

`make pictures` (the option `--pictures`) writes them to docs/pictures.
"""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from bot.clock import StoppedClock
from bot.playground import demo
from bot.playground.server import Playground
from bot.playground.tour import TOUR
from tests.chromium import running_chromium
from tests.conftest import MONDAY, ROOT

pytestmark = pytest.mark.browser

SHOWN = (
    ("Dana López (say DAY-nah) just came in. 14th visit", "Open issue: heel came loose", "Ask about: Running her"),
    ("Greeted by @Jon Park and @Maria Silva",),
    ("Which Dana?", "New customer “Dana”", "Zzyzx just came in. First visit."),
    ("Resolved for Dana López", "Reassurance call: Wed 25 Nov", "A loud welcome back at the next visit"),
    ("Call about the boots",),
    ("slipping",),
    ("Caught doing something right: @Maria Silva", "stayed after closing to fix Dana's heel"),
    ("Friday, 4 December", "Regulars slipping away", "stayed after closing"),
    ("They are erased everywhere",),
)
"""What the page shows after each step."""


@pytest.fixture(scope="module")
def playground() -> Iterator[Playground]:
    """The demo as `regulars demo` opens it, on a Monday morning."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    stack = AsyncExitStack()
    try:
        opened, _ = asyncio.run_coroutine_threadsafe(demo.begin(stack, clock=StoppedClock(MONDAY)), loop).result(
            30
        )
        yield opened
    finally:
        asyncio.run_coroutine_threadsafe(stack.aclose(), loop).result(30)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


def test_the_tour_shows_what_it_says_from_first_to_last_step(
    playground: Playground, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    pictures = ROOT / "docs" / "pictures" if request.config.getoption("--pictures") else tmp_path
    pictures.mkdir(exist_ok=True)
    with running_chromium() as browser:
        page = browser.new_page(viewport=ViewportSize(width=1280, height=800), reduced_motion="reduce")
        page.goto(playground.base_url)
        for number, expected in enumerate(SHOWN, 1):
            _take(page, number)
            for text in expected:
                expect(page.locator("#main").get_by_text(text).last).to_be_visible(timeout=20_000)
            page.screenshot(path=pictures / f"{number}.png")
        expect(page.get_by_text("That was the walk.")).to_be_visible()
    assert len(SHOWN) == len(TOUR)
    assert playground.desk.complaints == []


def _take(page: Page, number: int) -> None:
    """Open a step, press its button, and wait until it is done; what went wrong stands in the step."""
    step = page.locator(f"[data-step='{number}']")
    step.locator(".step-title").click()
    step.get_by_test_id("tour-play").click()
    expect(step.locator(".trouble").or_(step.get_by_role("button", name="Do it again"))).to_be_visible(
        timeout=30_000
    )
    assert step.locator(".trouble").count() == 0, step.inner_text()


def test_on_a_phone_the_page_fits_and_a_command_can_be_typed(playground: Playground) -> None:
    with running_chromium() as browser:
        page = browser.new_page(viewport=ViewportSize(width=390, height=844), reduced_motion="reduce")
        page.goto(playground.base_url)
        page.get_by_role("textbox").first.fill("/regulars help")
        page.keyboard.press("Enter")
        expect(page.get_by_text("What you can type").last).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
