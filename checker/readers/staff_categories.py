"""Staff categories by the names that tables give them."""

import re
import unicodedata
from dataclasses import dataclass

from checker.models.parameters import Parameters

_CODE = re.compile(r"^(?:isco|cat|categorie|category)?\s*\d+[a-z]?\s+", re.IGNORECASE)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_LONGEST_ID = 60


@dataclass(frozen=True)
class Match:
    """A category that a name stands for."""

    category: str
    exact: bool
    """By its own name, not by one of the other words for it."""


class Categories:
    """The categories of the parameters, to be found by name."""

    def __init__(self, parameters: Parameters) -> None:
        """Take the ids, titles and other words of all categories."""
        self._found: dict[str, Match] = {}
        entries = parameters.tariffs.categories
        for entry in entries:
            for name in (entry.id, entry.title.nl, entry.title.en):
                self._found.setdefault(plain(name), Match(entry.id, exact=True))
        for entry in entries:
            for word in entry.words:
                self._found.setdefault(plain(word), Match(entry.id, exact=False))
        self.ids = frozenset(entry.id for entry in entries)

    def find(self, name: str) -> Match | None:
        """Return the category that a person would take ``name`` for, or None."""
        outside, inside = _BRACKETS.sub(" ", name), _BRACKETS.findall(name)
        readings = [name, outside, *inside, *re.split(r"[/:]", outside)]
        for reading in readings:
            for words in (plain(reading), _CODE.sub("", plain(reading))):
                if words in self._found:
                    return self._found[words]
        return None


def plain(text: str) -> str:
    """Return ``text`` in lower case, without accents and signs."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = (sign if sign.isalnum() else " " for sign in letters if not unicodedata.combining(sign))
    return " ".join("".join(kept).split())


def own_id(name: str) -> str:
    """Return an identifier for a category or table of somebody's own: the same for each reading."""
    letters = re.sub(r"[^a-z0-9]+", "_", plain(name)).strip("_")
    return letters[:_LONGEST_ID].strip("_") or "eigen"
