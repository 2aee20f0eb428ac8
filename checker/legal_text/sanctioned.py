"""Which articles and leden the sanction provisions of a text point at."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from checker.legal_text.places import Places
from checker.models.text_facts import Fact, Passage, Reference, ReferenceTarget

_WHOLE = re.compile(
    r"\b(?:[Oo]vertreding|strijd|nakom\w*|nalev\w*|handhaving|overtreedt|overtreden)\b[^.;]{0,120}?"
    r"\b(?:(?:bij of krachtens |krachtens |bij |in |van )?(?:deze|dit) (?:wet|rijkswet|besluit"
    r"|regeling|verordening|reglement)\b"
    r"[^.;]{0,40}?(?:bepaalde|gesteld|gegeven|vastgesteld|verplichtingen|voorschriften|regels"
    r"|verboden)"
    r"|(?:het )?bepaalde (?:bij|in|krachtens|bij of krachtens) (?:deze|dit) (?:wet|rijkswet|besluit"
    r"|regeling|verordening|reglement)\b"
    r"|(?:voorschriften|bepalingen|verplichtingen|regels|verboden),? (?:gesteld "
    r"|vastgesteld )?(?:bij of krachtens |in |van |krachtens |bij )"
    r"(?:deze|dit) (?:wet|rijkswet|besluit|regeling|verordening|reglement)\b)"
)


@dataclass(frozen=True, slots=True)
class SanctionedPlaces:
    """The places on whose breach the text sets a sanction."""

    everything: bool = False
    articles: frozenset[str] = frozenset()
    """Articles pointed at as a whole."""
    leden: frozenset[tuple[str, str]] = frozenset()
    """Article and lid."""

    def holds(self, at: Passage) -> bool:
        """Whether a breach of what stands at ``at`` is sanctioned."""
        if self.everything or at.article in self.articles:
            return True
        return at.article is not None and (at.article, at.lid or "") in self.leden


def sanctioned_places(
    places: Places, sanctions: Sequence[Fact], references: Sequence[Reference]
) -> SanctionedPlaces:
    """Return what the sanction provisions point at, the lists under them included.

    Args:
        places: of the text.
        sanctions: its sanction provisions.
        references: all references in the text, in order.
    """
    starts = [reference.at.start for reference in references]
    articles: set[str] = set()
    leden: set[tuple[str, str]] = set()
    everything = False
    for sanction in sanctions:
        start, end = sanction.at.start, sanction.at.end
        if places.text[end - 1] == ":":
            end = start + len(places.lid_words(places.index(start)))
        everything = everything or _WHOLE.search(places.text, start, end) is not None
        position = bisect_left(starts, start)
        while position < len(references) and starts[position] < end:
            reference = references[position]
            position += 1
            if reference.target is ReferenceTarget.OTHER_ACT or reference.article is None:
                continue
            if reference.lid is None:
                articles.add(reference.article)
            else:
                leden.add((reference.article, reference.lid))
    own = {(sanction.at.article, sanction.at.lid or "") for sanction in sanctions}
    leden -= {pair for pair in leden if pair in own and len(own) > 1}
    return SanctionedPlaces(everything, frozenset(articles), frozenset(leden))
