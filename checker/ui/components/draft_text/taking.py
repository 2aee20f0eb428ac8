"""Which proposed facts are ticked or put away, and taking them over into the dossier."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.legal_text.proposals import Proposal, accepted, is_open
from checker.models.edit import value_at
from checker.models.problem import BadInputError
from checker.models.regulation import Regulation
from checker.models.rule import Section
from checker.ui import state
from checker.ui.components.draft_text.fact_words import section_of, title_of
from checker.ui.components.draft_text.sayings import words

_TICKED, _AWAY, TAKEN = "text:ticked", "text:away", "text:taken"


@dataclass(frozen=True)
class Offer:
    """A proposal with how it stands to the dossier."""

    id: str
    proposal: Proposal
    is_open: bool
    is_same: bool = False
    """Whether the dossier says the same already."""


def offers(proposals: Iterable[Proposal], regulation: Regulation) -> list[Offer]:
    """Return the proposals, each with whether it may be taken over."""
    return [_offer(proposal, regulation) for proposal in proposals]


def _offer(proposal: Proposal, regulation: Regulation) -> Offer:
    facts = f"{proposal.path}|{proposal.value!r}|{proposal.passage}"
    name = hashlib.sha256(facts.encode(errors="replace")).hexdigest()[:12]
    typed = state.refused(proposal.path) is not None
    if is_open(regulation, proposal) and not typed:
        return Offer(name, proposal, is_open=True)
    same = proposal.appends or value_at(regulation, proposal.path) == proposal.value
    return Offer(name, proposal, is_open=False, is_same=same and not typed)


def ticked() -> frozenset[str]:
    """Return the ids of the proposals that are ticked."""
    return frozenset(state.look(_TICKED, ()))


def put_away() -> frozenset[str]:
    """Return the ids of the proposals that were refused."""
    return frozenset(state.look(_AWAY, ()))


@state.callback
def tick(name: str, key: str) -> None:
    """Tick a proposal, or take its tick away."""
    chosen = ticked() | {name} if state.widget_value(key) else ticked() - {name}
    state.turn(_TICKED, chosen)


@state.callback
def tick_all(names: Iterable[str], on: bool) -> None:
    """Tick all these proposals, or none of them."""
    state.show(_TICKED, ticked() | set(names) if on else ticked() - set(names))


@state.callback
def put_ticked_away(names: Iterable[str]) -> None:
    """Put proposals away: they are not offered again in this visit."""
    gone = frozenset(names)
    state.turn(_AWAY, put_away() | gone)
    state.show(_TICKED, ticked() - gone)
    state.turn(TAKEN, [])
    state.notify(words("facts/put_away_done", count=len(gone)))


@state.callback
def bring_back() -> None:
    """Offer again what was put away."""
    state.show(_AWAY, frozenset())


@state.callback
def take(chosen: Sequence[Proposal]) -> None:
    """Put proposals into the dossier, and say what became of them."""
    before = changed = state.regulation()
    done: list[Proposal] = []
    left: list[Proposal] = []
    for proposal in chosen:
        new = _with(changed, proposal)
        (left if new is None else done).append(proposal)
        changed = changed if new is None else new
    if changed != before:
        state.restructure(changed)
    state.show(_TICKED, frozenset())
    state.turn(TAKEN, list(dict.fromkeys(section_of(p.path).value for p in done)))
    if done:
        state.notify(words("facts/taken", count=len(done)))
    if left:
        names = tuple(title_of(proposal) for proposal in left)
        state.notify(words("facts/left", names=names))


def _with(regulation: Regulation, proposal: Proposal) -> Regulation | None:
    """Return the dossier with one more fact; None where it will not do, or is there already."""
    try:
        changed = accepted(regulation, [proposal])
    except (BadInputError, ValueError):
        return None
    return None if changed == regulation else changed


def sections_taken() -> list[Section]:
    """Return the sections of the form that facts were last put into."""
    return [Section(name) for name in state.look(TAKEN, [])]
