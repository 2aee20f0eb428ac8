"""Costs as plain values for ``--json``; the keys are stable, scripts rely on them.

How amounts are written stands in :mod:`checker.report.amounts_json`.
"""

from typing import Any

from checker.content import cost_words
from checker.models.base import Language
from checker.models.cost import (
    AlternativeCosts,
    Burden,
    ClassCosts,
    KeptApart,
    Line,
    ObligationCosts,
    OtherCosts,
    Variable,
)
from checker.models.regulation import Regulation
from checker.models.rulebook import Rulebook
from checker.report import amounts_json, personas_json, uncertainty_json
from checker.report.amounts_json import decimal, each, span, totals

Values = dict[str, Any]


def burden(costs: Burden, regulation: Regulation, rulebook: Rulebook, language: Language) -> Values:
    """Return ``costs`` of ``regulation`` as JSON values."""

    def name(variable: Variable) -> str:
        return cost_words.variable_name(variable, regulation, rulebook, language)

    return {
        **_basis(costs),
        **_overall(costs),
        **_parts(costs, regulation),
        **_outside(costs, regulation, rulebook, language),
        "alternatives": [_alternative(item, costs) for item in costs.alternatives],
        "uncertainty": uncertainty_json.of(costs, name),
        "personas": personas_json.of(costs, rulebook.parameters.personas, regulation, language),
        **_notes(costs, regulation, rulebook, language),
        "unverified": [{**amounts_json.variable(v), "text": name(v)} for v in costs.unverified],
        "proposal": _proposal(costs),
    }


def _basis(costs: Burden) -> Values:
    chosen = costs.tariffs
    return {
        "tariffs": {
            "set": chosen.set_id,
            "edition": chosen.edition,
            "price_level": chosen.price_level,
            "verified": chosen.verified,
            "prices_of": chosen.year,
        },
        "parameters_edition": costs.edition,
        "complete": costs.complete,
        "rests_on_unverified": costs.is_doubtful(costs.counted_lines),
    }


def _overall(costs: Burden) -> Values:
    return {
        **totals(costs.totals, complete=costs.complete),
        "first_year": span(costs.first_year, complete=costs.complete),
        "yearly_equivalent": span(costs.yearly_equivalent, complete=costs.complete),
        "ratio": amounts_json.ratio(costs.ratio),
        "ratio_10_49_to_250": amounts_json.ratio(costs.ratio_extremes),
    }


def _parts(costs: Burden, regulation: Regulation) -> Values:
    origin, complete = costs.by_origin, costs.complete
    return {
        "by_size_class": [_class(item, costs) for item in costs.by_size_class],
        "by_obligation": [_obligation(item, costs, regulation) for item in costs.by_obligation],
        "by_kind": {
            str(kind or "unknown"): totals(own, complete=costs.kind_is_complete(kind))
            for kind, own in costs.by_kind.items()
        },
        "by_origin": {
            "eu": totals(origin.eu, complete=complete),
            "national": totals(origin.national, complete=complete),
            "unknown": totals(origin.unknown, complete=complete),
        },
        "by_year": [
            {"year": item.year, "amount": span(item.amount, complete=complete)}
            for item in costs.by_year
        ],
    }


def _class(item: ClassCosts, costs: Burden) -> Values:
    complete = item.complete
    return {
        "size_class": item.size_class.value,
        "firms": None if item.firms is None else decimal(item.firms.mid),
        "persons": decimal(item.persons),
        "affected": decimal(item.affected),
        "complete": complete,
        "rests_on_unverified": costs.class_is_doubtful(item.size_class),
        **totals(item.totals, complete=complete),
        "per_firm": each(item.per_firm, complete=complete),
        "per_affected_firm": each(item.per_affected, complete=complete),
        "hardest_hit": each(item.hardest_hit, complete=complete),
        "per_person": each(item.per_person, complete=complete),
    }


def _obligation(item: ObligationCosts, costs: Burden, regulation: Regulation) -> Values:
    duty = (regulation.obligations or ())[item.index]
    return {
        "id": item.id,
        "article": duty.article,
        "description": duty.description,
        "effect": item.effect.value,
        "kind": item.kind,
        "counted": item.counted,
        "complete": item.complete,
        "rests_on_unverified": costs.is_doubtful(item.lines),
        **totals(item.totals, complete=item.complete),
        "lines": [_line(line) for line in item.lines],
    }


def _line(line: Line) -> Values:
    return {
        "activity": line.activity + 1,
        "size_class": line.size_class,
        "timing": line.timing.value,
        "effect": line.effect.value,
        "every_years": decimal(line.inputs.every_years),
        "inputs": [amounts_json.variable(variable) for variable in line.inputs.variables],
        **totals(line.totals, complete=True),
    }


def _outside(
    costs: Burden, regulation: Regulation, rulebook: Rulebook, language: Language
) -> Values:
    """What no total of firms holds: voluntary, others than firms, and no regeldrukkosten."""
    return {
        "voluntary": totals(costs.voluntary, complete=costs.voluntary_is_complete()),
        "others": [_other(item, costs) for item in costs.others],
        "kept_apart": [
            _kept_apart(item, costs, regulation, rulebook, language) for item in costs.kept_apart
        ],
    }


def _other(item: OtherCosts, costs: Burden) -> Values:
    return {
        "addressee": item.addressee.value,
        "number": span(item.number),
        "complete": item.complete,
        "rests_on_unverified": costs.is_doubtful(costs.lines_of(item.addressee)),
        **totals(item.totals, complete=item.complete),
        "voluntary": totals(item.voluntary, complete=costs.voluntary_is_complete(item.addressee)),
    }


def _kept_apart(
    item: KeptApart, costs: Burden, regulation: Regulation, rulebook: Rulebook, language: Language
) -> Values:
    entry = rulebook.parameters.cost_kind(item.kind)
    duty = (regulation.obligations or ())[item.obligation]
    return {
        "kind": item.kind.value,
        "obligation": duty.id,
        "activity": item.activity + 1,
        "addressee": item.addressee.value,
        "one_off": span(item.one_off),
        "recurring": span(item.recurring),
        "rests_on_unverified": costs.is_doubtful(item.lines),
        "reason": entry.reason.get(language),
    }


def _alternative(item: AlternativeCosts, costs: Burden) -> Values:
    return {
        "kind": item.kind,
        "description": item.description,
        "complete": item.complete,
        "rests_on_unverified": costs.is_doubtful(item.lines),
        **totals(item.totals, complete=item.complete),
        "voluntary": totals(item.voluntary, complete=item.complete),
    }


def _notes(costs: Burden, regulation: Regulation, rulebook: Rulebook, language: Language) -> Values:
    return {
        "missing": [
            {
                "need": gap.need.value,
                "path": gap.path,
                "size_class": gap.size_class,
                "addressee": gap.addressee.value,
                "counted": gap.counted,
                "text": cost_words.gap_text(gap, regulation, language),
            }
            for gap in costs.missing
        ],
        "remarks": [
            {
                "code": remark.code.value,
                "path": remark.path,
                "text": cost_words.remark_text(remark, regulation, rulebook, language),
            }
            for remark in costs.remarks
        ],
    }


def _proposal(costs: Burden) -> Values | None:
    proposal = costs.proposal
    if proposal is None:
        return None
    return {
        "standard": proposal.standard,
        "staff": proposal.staff,
        "minutes": decimal(proposal.minutes),
        **totals(proposal.totals, complete=costs.complete),
    }
