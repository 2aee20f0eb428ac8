"""Drives the app without a browser."""

import logging
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Widget

from checker.content import say
from checker.models.regulation import Regulation
from checker.readers import dossier
from checker.ui.components.markup import plain
from checker.ui.state import Desk

# Outside a browser Streamlit warns at every widget that there is none.
logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").disabled = True

ROOT = Path(__file__).resolve().parents[2]
SAMPLE_FILES = sorted((ROOT / "sample_regulations").glob("*/dossier*.yaml"))


class App:
    """The app as a user sees it: by page, label and text."""

    def __init__(self, regulation: Regulation | None = None, language: str = "nl") -> None:
        self.test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
        desk = Desk(language=language)
        if regulation is not None:
            desk.regulation = desk.saved = regulation
        self.test.session_state["desk"] = desk
        self.test.run()

    @property
    def desk(self) -> Desk:
        return self.test.session_state["desk"]

    @property
    def regulation(self) -> Regulation:
        return self.desk.regulation

    def go(self, screen: str) -> "App":
        self.test.switch_page(f"checker/ui/screens/{screen}.py").run()
        return self

    @property
    def html(self) -> str:
        """Everything on the page that is our own markup."""
        return "\n".join(piece.value for piece in self.test.main.get("html"))

    @property
    def headings(self) -> list[str]:
        return re.findall(r"<h1>(.*?)</h1>", self.html)

    @property
    def widgets(self) -> list[Widget]:
        """What can be seen and operated outside the menu."""
        found = [node for node in self.test.main if isinstance(node, Widget)]
        return [node for node in found if "|pick|" not in str(node.key)]

    def find(self, kind: str, label: str, position: int = 0):
        """The widget of ``kind`` with ``label`` as it is shown."""
        wanted = (label, plain(label))
        found = [w for w in self.test.main.get(kind) if w.label in wanted]
        assert found, (
            f"no {kind} {label!r}; there are {[w.label for w in self.test.main.get(kind)]}"
        )
        return found[position]

    def labels(self, kind: str) -> list[str]:
        return [widget.label for widget in self.test.main.get(kind)]

    def part(self, code: str) -> "App":
        """Choose a part of the form by its code."""
        for group in self.test.main.get("button_group"):
            if _has(group, code):
                group.set_value(code).run()
                return self
        raise AssertionError(f"no part {code!r}")

    def type(self, label: str, text: str, position: int = 0) -> "App":
        kind = "text_input" if label in self.labels("text_input") else "text_area"
        self.find(kind, label, position).set_value(text).run()
        return self

    def press(self, label: str, position: int = 0) -> "App":
        self.find("button", label, position).click().run()
        return self

    def language(self, code: str) -> "App":
        self.test.sidebar.get("radio")[0].set_value(code).run()
        return self

    def assert_sound(self) -> None:
        """No fault, no traceback, and one main heading."""
        assert not self.test.exception
        assert say(self.desk.language, "ui/fault") not in self.html
        assert len(self.headings) == 1, self.headings


def _has(group, code: str) -> bool:
    try:
        group.format_func(code)
    except KeyError:
        return False
    return True


@pytest.fixture
def app() -> App:
    """An empty desk, in Dutch."""
    return App()


@pytest.fixture(scope="session")
def open_app():
    """Opens the app on a dossier."""
    return App


@pytest.fixture(scope="session")
def sample_files(samples) -> dict[str, Path]:
    return {f"{file.parent.name}/{file.stem}": file for file in samples}


@pytest.fixture(scope="session")
def largest(samples, rulebook) -> Regulation:
    """The sample with most in it."""
    file = max(samples, key=lambda path: path.stat().st_size)
    return dossier.read(file, rulebook)
