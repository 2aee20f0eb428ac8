"""Makes the pictures of the guide from the running app: ``python -m docs.make_pictures``.

Starts the app on a free port, opens a sample, and writes ``docs/images/``. Needs Chromium
(``$CHROMIUM`` names another) and what ``requirements-dev.txt`` lists.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
NAMES = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
SAMPLE = "06"
SAMPLE_WITH_TEXT = "11"
WIDTH, HEIGHT = 1366, 1180


def main() -> int:
    """Write the pictures; 2 where there is no browser."""
    chromium = find_chromium()
    if chromium is None:
        print("No Chromium found; set CHROMIUM to its path.", file=sys.stderr)
        return 2
    IMAGES.mkdir(exist_ok=True)
    with app() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, locale="nl-NL")
        page.goto(address)
        text(page)
        scorecard(page)
        form(page)
        costs(page)
        checked_sums(page)
        browser.close()
    return 0


def text(page: Page) -> None:
    """The text of a draft with its findings."""
    choose(page, "Voorbeeld", SAMPLE_WITH_TEXT)
    page.get_by_role("button", name="Openen", exact=True).click()
    page.get_by_role("heading", level=1, name="Scorekaart").wait_for()
    go(page, "Tekst van het concept")
    save(page, "tekst.png")
    go(page, "Start")


def scorecard(page: Page) -> None:
    """The scorecard of a sample: verdict, criteria and what would help."""
    choose(page, "Voorbeeld", SAMPLE)
    page.get_by_role("button", name="Openen", exact=True).click()
    page.get_by_role("heading", level=1, name="Scorekaart").wait_for()
    # The sentence that the sample was opened is shown once; it is no part of the picture.
    go(page, "Rapport")
    go(page, "Scorekaart")
    save(page, "scorekaart.png")


def form(page: Page) -> None:
    """The form: an obligation with the costs of one activity."""
    go(page, "Verplichtingen")
    for part in ("Handelingen", "Tijd en kosten"):
        page.get_by_role("radio", name=part).click()
        settle(page)
    save(page, "formulier.png")


def costs(page: Page) -> None:
    """The costs by size class, in charts with their table."""
    go(page, "Regeldruk")
    page.get_by_role("radio", name="Per grootteklasse").click()
    settle(page)
    save(page, "regeldruk.png")


def checked_sums(page: Page) -> None:
    """A table of somebody else with wrong sums in it."""
    go(page, "Narekenen")
    page.get_by_role("button", name="Voorbeeld narekenen").click()
    settle(page)
    save(page, "narekenen.png")


def go(page: Page, name: str) -> None:
    """Open a page from the menu."""
    page.get_by_test_id("stSidebar").get_by_role("link", name=name, exact=True).click()
    page.wait_for_function("name => document.title.startsWith(name)", arg=name)
    settle(page)


def choose(page: Page, name: str, option: str) -> None:
    """Choose from a list."""
    page.get_by_role("combobox", name=name).click()
    page.get_by_role("option", name=option).first.click()
    settle(page)


def settle(page: Page) -> None:
    """Wait until the page is drawn."""
    page.wait_for_timeout(800)


def save(page: Page, name: str) -> None:
    """Write what is on the screen."""
    page.mouse.move(WIDTH - 5, HEIGHT - 5)
    settle(page)
    page.screenshot(path=IMAGES / name)
    print(IMAGES / name)


def find_chromium() -> str | None:
    """Return the path of a Chromium, or None where there is none."""
    return next((path for name in NAMES if name and (path := shutil.which(name))), None)


@contextmanager
def app() -> Iterator[str]:
    """Run the app with our own rules and give its address; the browser tests use it too."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    environment = {k: v for k, v in os.environ.items() if k != "MKB_TOETS_RULES"}
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
        cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        await_answer(f"http://localhost:{port}/_stcore/health", server)
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(10)


def await_answer(url: str, server: subprocess.Popen[bytes], seconds: float = 30) -> None:
    """Wait until the app answers at ``url``.

    Raises:
        RuntimeError: it stopped by itself.
        OSError: it does not answer in time.
    """
    deadline = time.monotonic() + seconds
    while True:
        if server.poll() is not None:
            raise RuntimeError("the app stopped by itself")
        try:
            with urlopen(url, timeout=2):
                return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


if __name__ == "__main__":
    sys.exit(main())
