"""Reading without the garbage collector: afterwards it runs as it did before."""

import gc
from collections.abc import Iterator
from threading import Event, Thread

import pytest

from checker.legal_text import reading
from checker.legal_text import uncollected as uncollected_module
from checker.legal_text.reading import read, read_stored
from checker.legal_text.uncollected import uncollected
from checker.models.legal_text import Block


@pytest.fixture(params=[True, False], ids=["running", "not running"])
def running(request: pytest.FixtureRequest) -> Iterator[bool]:
    before = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if before else gc.disable)()


def test_within_it_does_not_run_and_after_it_is_as_before(running: bool) -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled() is running


def test_after_an_error_it_is_as_before(running: bool) -> None:
    with pytest.raises(ValueError, match="stuk"), uncollected():
        raise ValueError("stuk")
    assert gc.isenabled() is running


def test_a_reading_leaves_it_as_it_was(running: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    read([Block("Artikel 1"), Block("De werkgever meldt dit.")])
    assert gc.isenabled() is running

    def fail(text: object) -> None:
        assert not gc.isenabled()
        raise RuntimeError("stuk")

    monkeypatch.setattr(reading, "recognise", fail)
    with pytest.raises(RuntimeError, match="stuk"):
        read_stored("Artikel 1\nEen tekst die niemand eerder las.")
    assert gc.isenabled() is running


def test_of_two_threads_neither_leaves_it_off(
    running: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second comes in between the looking and the switching off of the first, or waits."""
    asked, go_on = Event(), Event()

    class Slow:
        enable, disable = staticmethod(gc.enable), staticmethod(gc.disable)

        @staticmethod
        def isenabled() -> bool:
            found = gc.isenabled()
            asked.set()
            go_on.wait(0.2)
            return found

    def second() -> None:
        with uncollected():
            pass

    other = Thread(target=second)
    with uncollected():
        monkeypatch.setattr(uncollected_module, "gc", Slow)
        other.start()
        asked.wait(0.2)
    go_on.set()
    other.join()
    assert gc.isenabled() is running


def test_it_stays_off_until_the_last_thread_leaves() -> None:
    inside, leave = Event(), Event()

    def second() -> None:
        with uncollected():
            inside.set()
            leave.wait(5)

    other = Thread(target=second)
    with uncollected():
        other.start()
        inside.wait(5)
    assert not gc.isenabled()
    leave.set()
    other.join()
    assert gc.isenabled()
