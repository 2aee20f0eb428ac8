"""One server and one browser for all browser tests, and a user who drives them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    sync_playwright,
)
from playwright.sync_api import TimeoutError as NoAnswerError

from docs.make_pictures import app, find_chromium


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, where there is one."""
    found = find_chromium()
    if found is None:
        pytest.skip("no Chromium found; set CHROMIUM to its path, or install the chromium package")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the app runs."""
    with app() as where:
        yield where


# Counts how often the app finished a run, so that a test can wait for the run a click causes; and
# notes when a run last began or ended, since one click can cause several, with a gap between.
_COUNT_RUNS = """
window.finishedRuns = 0;
window.lastTurn = 0;
new MutationObserver(changes => {
  window.lastTurn = performance.now();
  for (const change of changes) {
    if (change.target.dataset.testScriptState === 'notRunning') window.finishedRuns += 1;
  }
}).observe(document, {
  subtree: true, attributes: true, attributeFilter: ['data-test-script-state'],
});
"""


class User:
    """Somebody with the app in front of them."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.strangers: list[str] = []
        self.complaints: list[str] = []
        self.dialogs: list[str] = []
        context.add_init_script(_COUNT_RUNS)
        self.page: Page = context.new_page()
        context.on("request", self._watch)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._agree)

    def _watch(self, request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:", "about:")):
            self.strangers.append(request.url)

    def _agree(self, dialog) -> None:
        self.dialogs.append(dialog.type)
        dialog.accept()

    def visit(self, path: str = "") -> "User":
        self.page.goto(f"{self.address}/{path}")
        self.settle()
        return self

    @contextmanager
    def answered(self) -> Iterator[None]:
        """Wait for the run that what is done inside causes; not everything causes one."""
        before = self.page.evaluate("window.finishedRuns")
        yield
        with suppress(NoAnswerError):
            self.page.wait_for_function(
                "before => window.finishedRuns > before", arg=before, timeout=2_500
            )
        self.settle()

    def settle(self) -> None:
        """Wait until the page is drawn and nothing runs."""
        self.page.get_by_role("heading", level=1).first.wait_for(timeout=30_000)
        self.page.wait_for_function(
            """() => document.querySelector('[data-testid="stApp"]')
                 ?.dataset.testScriptState === 'notRunning'
                 && performance.now() - window.lastTurn > 150
                 && !document.querySelector('[data-stale="true"]')""",
            timeout=30_000,
        )

    @property
    def title(self) -> str:
        return self.page.get_by_role("heading", level=1).inner_text()

    def arrive(self, name: str) -> "User":
        """Wait until the app itself has gone to another page."""
        self.page.get_by_role("heading", level=1, name=name, exact=True).wait_for()
        self.settle()
        return self

    def go(self, name: str) -> "User":
        self.page.get_by_test_id("stSidebar").get_by_role("link", name=name, exact=True).click()
        self.page.wait_for_function("name => document.title.startsWith(name)", arg=name)
        self.settle()
        return self

    def press(self, name: str) -> "User":
        with self.answered():
            self.page.get_by_role("button", name=name, exact=True).first.click()
        return self

    def part(self, name: str) -> "User":
        with self.answered():
            self.page.get_by_role("radio", name=re.compile(f"^{re.escape(name)}")).first.click()
        return self

    def field(self, name: str) -> Locator:
        return self.page.get_by_role("textbox", name=name, exact=True)

    def type(self, name: str, text: str) -> "User":
        with self.answered():
            self.field(name).fill(text)
            self.field(name).press("Tab")
        return self

    def choose(self, name: str, option: str) -> "User":
        self.settle()  # a list that opens while the page is drawn closes again
        box = self.page.get_by_role("combobox", name=name).first
        box.click()
        wanted = self.page.get_by_role("option", name=option).first
        self.page.wait_for_timeout(500)
        if not wanted.is_visible():  # a list beyond the edge of a small screen opens by key
            box.press("ArrowDown")
        with self.answered():
            wanted.click()
        return self

    def tick(self, name: str) -> "User":
        with self.answered():
            self.page.get_by_text(name, exact=True).first.click()
        return self

    def open_sample(self, name: str = "") -> "User":
        self.visit()
        if name:
            self.choose("Voorbeeld", name)
        self.press("Openen")
        self.page.get_by_role("heading", level=1, name="Scorekaart").wait_for()
        self.settle()
        return self

    def download(self, name: str, folder: Path) -> Path:
        with self.page.expect_download() as caught:
            self.page.get_by_role("button", name=name).click()
        target = folder / caught.value.suggested_filename
        caught.value.save_as(target)
        self.settle()
        return target


@pytest.fixture
def user(browser: Browser, address: str) -> Iterator[User]:
    """A user at a laptop. Afterwards: no request left the machine, and no script complained."""
    yield from _someone(browser, address, 1366, 850)


@pytest.fixture
def phone_user(browser: Browser, address: str) -> Iterator[User]:
    """A user at a screen 400 pixels wide."""
    yield from _someone(browser, address, 400, 850)


def _someone(browser: Browser, address: str, width: int, height: int) -> Iterator[User]:
    context = browser.new_context(viewport={"width": width, "height": height}, locale="nl-NL")
    context.set_default_timeout(15_000)
    user = User(context, address)
    yield user
    context.close()
    assert user.strangers == [], "something was fetched from elsewhere"
    assert user.complaints == []
