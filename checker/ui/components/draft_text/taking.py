"""Which proposed facts are ticked or put away, and taking them over into the dossier."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from checker.legal_text.proposals import Proposal, accepted, is_open, says_the_same, versions
from checker.legal_text.versions import Matched, Standing, Versions
from checker.models.obligation import Obligation
from checker.models.problem import BadInputError
from checker.models.regulation import Regulation
from checker.models.rule import Section
from checker.models.rulebook import Rulebook
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
    version: Matched | None = None
    """Of a duty: which one of the dossier it is a version of."""


def offers(proposals: Sequence[Proposal], rulebook: Rulebook) -> tuple[list[Offer], Versions]:
    """Return the proposals, each with whether it may be taken over, and what became of duties.

    Comparing takes long where there are many duties, so it is done once for each dossier.
    """
    regulation = state.regulation()
    made, found = state.derived("offers", rulebook, lambda: _offers(proposals, regulation))
    return [_unless_typed(offer) for offer in made], found


def _offers(proposals: Sequence[Proposal], regulation: Regulation) -> tuple[list[Offer], Versions]:
    found = versions(regulation, proposals)
    duties = iter(found.matched)
    return [
        _offer(
            proposal, regulation, next(duties) if isinstance(proposal.value, Obligation) else None
        )
        for proposal in proposals
    ], found


def _unless_typed(offer: Offer) -> Offer:
    """Close an offer for a field in which something is typed that will not do."""
    if state.refused(offer.proposal.path) is None:
        return offer
    return replace(offer, is_open=False, is_same=False)


def _offer(proposal: Proposal, regulation: Regulation, version: Matched | None) -> Offer:
    facts = f"{proposal.path}|{proposal.value!r}|{proposal.passage}"
    name = hashlib.sha256(facts.encode(errors="replace")).hexdigest()[:12]
    if _may_be_taken(proposal, regulation, version):
        return Offer(name, proposal, is_open=True, version=version)
    same = isinstance(proposal.value, Obligation) or says_the_same(regulation, proposal)
    told = version is None or version.standing in (Standing.NEW, Standing.SAME)
    return Offer(name, proposal, is_open=False, is_same=same and told, version=version)


def _may_be_taken(proposal: Proposal, regulation: Regulation, version: Matched | None) -> bool:
    if version is None:
        return is_open(regulation, proposal)
    # A new duty is known to be none of the list, which "there are none" closes.
    return version.standing is Standing.NEW and regulation.obligations != ()


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
        changed = accepted(regulation, [proposal], compared=True)
    except (BadInputError, ValueError):
        return None
    return None if changed == regulation else changed


def sections_taken() -> list[Section]:
    """Return the sections of the form that facts were last put into."""
    return [Section(name) for name in state.look(TAKEN, [])]
