"""A dossier proposed from a text, with the place of every fact written above it."""

from collections.abc import Iterator

from checker.assess import TextAssessment
from checker.checks.text_check import place_label
from checker.content import say
from checker.content.fields import words
from checker.legal_text.proposals import Proposal, propose
from checker.models.base import Language
from checker.models.wording import cut
from checker.readers.dossier import to_yaml

_QUOTE = 100


def text(result: TextAssessment, language: Language) -> str:
    """Return the proposed dossier as YAML; comments say from which words each fact was read."""
    # A name or title may hold a line break, which would end the comment.
    lines = (f"# {' '.join(line.split())}" for line in _comments(result, language))
    return "\n".join((*lines, to_yaml(result.regulation)))


def _comments(result: TextAssessment, language: Language) -> Iterator[str]:
    yield say(language, "reading/draft_head", name=result.regulation.text.name or "")
    for proposal in propose(result.reading):
        yield _comment(proposal, language)


def _comment(proposal: Proposal, language: Language) -> str:
    field = words(".".join(str(step) for step in proposal.path), "label", language)
    place = proposal.passage and place_label(proposal.passage)
    if proposal.passage is None:
        place = say(language, "reading/whole_text")
    quote = cut(proposal.quote or str(proposal.value), _QUOTE)
    return say(language, "reading/draft_fact", field=field, place=place or "", quote=quote)
