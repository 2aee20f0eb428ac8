"""What the page about the text says."""

from checker.content import say
from checker.ui import state


def words(key: str, /, **values: object) -> str:
    """Return the text ``text_ui/<key>`` in the language of the session."""
    return say(state.language(), f"text_ui/{key}", **values)
