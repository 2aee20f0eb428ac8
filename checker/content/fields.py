"""How fields are called: fields of the same sort share their words."""

from checker.content import has, say
from checker.models.base import Language

_SHARED = {"purpose.alternatives.obligations.": "obligations."}
"""What an alternative would ask of firms is described in the words of the proposal."""


def words(path: str, which: str, language: Language) -> str:
    """Return the ``label``, ``help`` or ``example`` of the field at a dotted path; "" for none."""
    key = f"fields/{key_of(path)}/{which}"
    return say(language, key) if has(key) else ""


def key_of(path: str) -> str:
    """Return the dotted path under which the words of a field stand."""
    for prefix, shared in _SHARED.items():
        if path.startswith(prefix):
            return shared + path.removeprefix(prefix)
    return path
