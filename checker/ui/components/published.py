"""Published numbers of firms as estimates, and whether an estimate still is such a number."""

from functools import lru_cache

from checker.content import say
from checker.models.base import LANGUAGES, Language
from checker.models.estimate import Certainty, Estimate
from checker.models.parameters import FirmNumber, FirmNumbers
from checker.models.rulebook import Rulebook
from checker.ui import library


def estimate(
    row: FirmNumber, entry: FirmNumbers, rulebook: Rulebook, language: Language
) -> Estimate:
    """Return a published number without a range, with its source in words."""
    told = _source(row, entry, rulebook, language)
    figures = {"mid": row.firms, "certainty": Certainty.SOURCED, "source": told}
    return Estimate.model_validate(figures)


def is_from_us(found: Estimate | None) -> bool:
    """Whether the source of an estimate is one that this program filled in with the number."""
    if found is None or found.certainty is not Certainty.SOURCED or not found.source:
        return False
    rulebook = library.rulebook()
    return found.source in _sources(rulebook.content_hash)


@lru_cache(maxsize=2)
def _sources(_: str) -> frozenset[str]:
    """Return the sources of all published numbers in both languages; by hash of the rules."""
    rulebook = library.rulebook()
    return frozenset(
        _source(row, entry, rulebook, language)
        for entry in rulebook.parameters.firms
        for row in entry.counts
        for language in LANGUAGES
    )


def _source(row: FirmNumber, entry: FirmNumbers, rulebook: Rulebook, language: Language) -> str:
    key = "estimate_source_derived" if row.derived else "estimate_source"
    source = rulebook.sources[row.source or entry.source].title.get(language)
    title = entry.title.get(language)
    return say(language, f"costing/firms/{key}", source=source, title=title, period=entry.period)
