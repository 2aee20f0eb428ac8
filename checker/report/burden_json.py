"""Costs as plain values for ``--json``; the keys are stable, scripts rely on them.

Amounts are decimal strings in euro, hours decimal strings; recurring is per year. They are not
rounded, but for divisions that never end: those stop after twenty decimals.
"""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any

from checker.content import cost_words
from checker.models.base import Language
from checker.models.cost import (
    Burden,
    ClassCosts,
    Each,
    KeptApart,
    Line,
    ObligationCosts,
    Range,
    Ratio,
    Totals,
    Variable,
)
from checker.models.regulation import Regulation
from checker.models.rulebook import Rulebook

_DECIMALS = 20


def burden(
    costs: Burden, regulation: Regulation, rulebook: Rulebook, language: Language
) -> dict[str, Any]:
    """Return ``costs`` of ``regulation`` as JSON values."""
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
        **_totals(costs.totals),
        "first_year": _range(costs.first_year),
        "yearly_equivalent": _range(costs.yearly_equivalent),
        "by_size_class": [_class(item) for item in costs.by_size_class],
        "ratio": _ratio(costs.ratio),
        "ratio_10_49_to_250": _ratio(costs.ratio_extremes),
        "by_obligation": [_obligation(item, regulation) for item in costs.by_obligation],
        "by_kind": {
            str(kind or "unknown"): _totals(totals) for kind, totals in costs.by_kind.items()
        },
        "by_origin": {
            "eu": _totals(costs.by_origin.eu),
            "national": _totals(costs.by_origin.national),
            "unknown": _totals(costs.by_origin.unknown),
        },
        "by_year": [{"year": item.year, "amount": _range(item.amount)} for item in costs.by_year],
        "voluntary": _totals(costs.voluntary),
        "others": [
            {
                "addressee": item.addressee.value,
                "number": _range(item.number),
                "complete": item.complete,
                **_totals(item.totals),
            }
            for item in costs.others
        ],
        "kept_apart": [
            _kept_apart(item, regulation, rulebook, language) for item in costs.kept_apart
        ],
        "alternatives": [
            {
                "kind": item.kind,
                "description": item.description,
                "complete": item.complete,
                **_totals(item.totals),
            }
            for item in costs.alternatives
        ],
        "missing": [
            {
                "need": gap.need.value,
                "path": gap.path,
                "size_class": gap.size_class,
                "text": cost_words.gap_text(gap, regulation, language),
            }
            for gap in costs.missing
        ],
        "unverified": [
            {
                **_variable(item),
                "text": cost_words.variable_name(item, regulation, rulebook, language),
            }
            for item in costs.unverified
        ],
        "remarks": [
            {
                "code": remark.code.value,
                "path": remark.path,
                "text": cost_words.remark_text(remark, regulation, rulebook, language),
            }
            for remark in costs.remarks
        ],
        "proposal": costs.proposal
        and {
            "standard": costs.proposal.standard,
            "staff": costs.proposal.staff,
            "minutes": _decimal(costs.proposal.minutes),
            **_totals(costs.proposal.totals),
        },
    }


def _totals(totals: Totals | None) -> dict[str, Any]:
    if totals is None:
        return {"one_off": None, "recurring": None, "hours": None}
    return {
        "one_off": _range(totals.one_off),
        "recurring": _range(totals.recurring),
        "hours": {
            "one_off": _decimal(totals.hours_one_off.mid),
            "recurring": _decimal(totals.hours_recurring.mid),
        },
    }


def _range(value: Range | None) -> dict[str, str | None] | None:
    if value is None:
        return None
    return {"low": _decimal(value.low), "mid": _decimal(value.mid), "high": _decimal(value.high)}


def _decimal(value: Decimal | None) -> str | None:
    if value is None:
        return None
    with localcontext(prec=250):
        exponent = value.as_tuple().exponent
        if isinstance(exponent, int) and exponent < -_DECIMALS:
            value = value.quantize(Decimal(1).scaleb(-_DECIMALS), rounding=ROUND_HALF_UP)
        text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _each(value: Each) -> dict[str, str | None]:
    return {
        "one_off": _decimal(value.one_off),
        "recurring": _decimal(value.recurring),
        "hours_one_off": _decimal(value.hours_one_off),
        "hours_recurring": _decimal(value.hours_recurring),
    }


def _ratio(value: Ratio) -> dict[str, str | None]:
    return {"one_off": _decimal(value.one_off), "recurring": _decimal(value.recurring)}


def _class(item: ClassCosts) -> dict[str, Any]:
    return {
        "size_class": item.size_class.value,
        "firms": None if item.firms is None else _decimal(item.firms.mid),
        "persons": _decimal(item.persons),
        "affected": _decimal(item.affected),
        "complete": item.complete,
        **_totals(item.totals),
        "per_firm": _each(item.per_firm),
        "per_affected_firm": _each(item.per_affected),
        "per_person": _each(item.per_person),
    }


def _obligation(item: ObligationCosts, regulation: Regulation) -> dict[str, Any]:
    duty = (regulation.obligations or ())[item.index]
    return {
        "id": item.id,
        "article": duty.article,
        "description": duty.description,
        "effect": item.effect.value,
        "kind": item.kind,
        "counted": item.counted,
        "complete": item.complete,
        **_totals(item.totals),
        "lines": [_line(line) for line in item.lines],
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "activity": line.activity + 1,
        "size_class": line.size_class,
        "timing": line.timing.value,
        "effect": line.effect.value,
        "every_years": _decimal(line.inputs.every_years),
        "inputs": [_variable(variable) for variable in line.inputs.variables],
        **_totals(line.totals),
    }


def _variable(item: Variable) -> dict[str, Any]:
    return {
        "input": item.kind.value,
        "path": item.key,
        "low": _decimal(item.low),
        "mid": _decimal(item.mid),
        "high": _decimal(item.high),
        "provenance": item.provenance.value,
        "certainty": item.certainty.value,
        "source": item.source,
        "verified": item.verified,
        "illustrative": item.illustrative,
        "entered": _decimal(item.entered),
        "price_years": item.price_years and list(item.price_years),
    }


def _kept_apart(
    item: KeptApart, regulation: Regulation, rulebook: Rulebook, language: Language
) -> dict[str, Any]:
    entry = rulebook.parameters.cost_kind(item.kind)
    duty = (regulation.obligations or ())[item.obligation]
    return {
        "kind": item.kind.value,
        "obligation": duty.id,
        "activity": item.activity + 1,
        "one_off": _range(item.one_off),
        "recurring": _range(item.recurring),
        "reason": entry.reason.get(language),
    }
