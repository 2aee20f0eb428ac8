"""What the obligations cost so far: a line that stays in sight.

It comes from the one assessment of the dossier, which is made again only when it changed.
"""

from collections.abc import Iterable
from decimal import Decimal

import streamlit as st

from checker.content import cost_words, say
from checker.content.cost_words import euro
from checker.models.cost import Burden, Gap, ObligationCosts, Totals, by_field, known
from checker.models.regulation import Addressee
from checker.models.rulebook import Rulebook
from checker.models.wording import written
from checker.ui import state
from checker.ui.components import familiarisation
from checker.ui.components.markup import bullets, esc, fold, html

_DUTIES = ("obligations",)
_MOST_DETAILS = 12


def show(rulebook: Rulebook, *, with_obligation: bool) -> None:
    """Draw the totals, and below them what is missing and what is proposed.

    Args:
        rulebook: the rules and parameters.
        with_obligation: whether the obligation that is looked at gets totals of its own.
    """
    burden = state.assessment(rulebook).burden
    duties = state.regulation().obligations or ()
    if not duties:
        return
    index = state.selected(_DUTIES, len(duties)) if with_obligation else None
    with st.container(key="live-costs"):
        html(_totals(burden, index))
    _show_details(burden, index, rulebook)
    if with_obligation:
        familiarisation.show_line(burden.proposal, rulebook)


def _totals(burden: Burden, index: int | None) -> str:
    language = state.language()
    rows = []
    if index is not None:
        own = burden.by_obligation[index]
        rows.append((say(language, "costing/live/this"), _own_amounts(own, burden)))
    rows.append((say(language, "costing/live/all"), _all_amounts(burden)))
    cells = "".join(f"<div><dt>{esc(name)}</dt><dd>{text}</dd></div>" for name, text in rows)
    title = esc(say(language, "costing/live/title"))
    return f'<section class="live-costs" aria-label="{title}"><dl>{cells}</dl></section>'


def _own_amounts(own: ObligationCosts, burden: Burden) -> str:
    count = len(by_field(gaps_of(own.index, burden)))
    found = own.totals if own.lines or own.complete else None
    return _amounts(found, missing(count), complete=own.complete)


def _all_amounts(burden: Burden) -> str:
    language = state.language()
    doubtful, refused = len(burden.unverified), len(state.desk().refused)
    notes = [missing(len(by_field(burden.missing)))]
    if doubtful:
        key = "unverified_one" if doubtful == 1 else "unverified"
        notes.append(say(language, f"costing/live/{key}", count=doubtful))
    if refused:
        key = "refused_one" if refused == 1 else "refused"
        notes.append(say(language, f"costing/live/{key}", count=refused))
    if burden.tariffs.title is not None:  # only an own table has a title there
        notes.append(say(language, "costing/live/own_rates"))
    return _amounts(burden.totals, *notes, complete=burden.complete)


def missing(count: int) -> str:
    """Return how many inputs are missing, in words."""
    key = {0: "complete", 1: "missing"}.get(count, "missing_more")
    return say(state.language(), f"costing/live/{key}", count=count)


def _amounts(totals: Totals | None, *notes: str, complete: bool) -> str:
    language = state.language()
    if totals is None:
        told = [f"<span>{esc(say(language, 'costing/live/unknown'))}</span>"]
    else:
        told = [
            f"<strong>{esc(_in_words(totals, name, complete=complete))}</strong>"
            for name in ("one_off", "recurring")
        ]
    told += [f'<span class="state">{esc(note)}</span>' for note in notes]
    return " ".join(told)


def _in_words(totals: Totals, name: str, *, complete: bool) -> str:
    language = state.language()
    if known(getattr(totals, name).mid, complete=complete) is None:
        return say(language, f"costing/live/unknown_{name}")
    found = amount(totals, name, complete=complete)
    return say(language, f"costing/live/{name}", amount=found)


def amount(totals: Totals, name: str, *, complete: bool) -> str:
    """Return a middle amount; no zero for what is not known yet."""
    language = state.language()
    found: Decimal | None = known(getattr(totals, name).mid, complete=complete)
    return say(language, "burden_ui/unknown") if found is None else written(euro(found), language)


def _show_details(burden: Burden, index: int | None, rulebook: Rulebook) -> None:
    """Draw what is missing, of the obligation that is looked at or else of everything."""
    language, regulation = state.language(), state.regulation()
    gaps = burden.missing if index is None else gaps_of(index, burden)
    told = list(cost_words.gap_texts(gaps, regulation, language))
    if index is not None:
        told += [
            cost_words.remark_text(remark, regulation, rulebook, language)
            for remark in burden.remarks
            if remark.obligation == index
        ]
    if not told:
        return
    key = "details_all" if index is None else "details"
    summary = esc(say(language, f"costing/live/{key}", count=len(told)))
    html(fold(summary, bullets(_first(told)), "missing"))


def _first(told: list[str]) -> Iterable[str]:
    yield from told[:_MOST_DETAILS]
    if len(told) > _MOST_DETAILS:
        yield say(state.language(), "costing/live/more", count=len(told) - _MOST_DETAILS)


def gaps_of(index: int, burden: Burden) -> tuple[Gap, ...]:
    """Return what one obligation lacks: its own inputs, or else what all lack.

    A number of firms that is missing is told without an obligation.
    """
    own = tuple(gap for gap in burden.missing if gap.obligation == index)
    if own or burden.by_obligation[index].complete:
        return own
    return tuple(
        gap for gap in burden.missing if gap.obligation is None and gap.addressee is Addressee.FIRM
    )
