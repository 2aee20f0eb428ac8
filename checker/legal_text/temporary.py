"""Whether a regulation is meant to last."""

import re

from checker.models.legal_text import LegalText

_TEMPORARY = re.compile(r"\b(?:[Tt]ijdelijke?|[Ee]xperiment(?!ee?l)[a-z]*|[Ii]nterimwet)\b")
_CITED = re.compile(r"(?:aangehaald als|iteertitel)\b:?\s*([^.;\n]{3,200})", re.IGNORECASE)
_CITED_BY = ("aangehaald als", "iteertitel")
_CHANGES = re.compile(r"\b(?:[Ww]ijzig|[Ii]ntrekking)")


def is_temporary(text: LegalText) -> bool:
    """Whether the title by which a regulation is cited says so; without one, its long title."""
    last = max(text.text.rfind(word) for word in _CITED_BY)
    cited = _CITED.match(text.text, last) if last >= 0 else None
    name = cited[1] if cited is not None else text.title or ""
    return _TEMPORARY.search(name) is not None and _CHANGES.search(name) is None
