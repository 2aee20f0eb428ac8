"""Amounts, hours and inputs as plain values: how every part of the JSON of costs writes them.

Amounts are decimal strings in euro, hours decimal strings; recurring is per year. They are not
rounded, but for divisions that never end: those stop after twenty decimals. What is not known is
null, and so is the zero of a calculation that lacks inputs.
"""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any

from checker.models.cost import Each, Range, Ratio, Totals, Variable, known

_DECIMALS = 20
_PRECISION = 250


def decimal(value: Decimal | None) -> str | None:
    """Return ``value`` in digits, without exponent and without zeros at its end."""
    if value is None:
        return None
    with localcontext(prec=_PRECISION):
        exponent = value.as_tuple().exponent
        if isinstance(exponent, int) and exponent < -_DECIMALS:
            value = value.quantize(Decimal(1).scaleb(-_DECIMALS), rounding=ROUND_HALF_UP)
        text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def divided(value: Decimal | None, by: Decimal) -> str | None:
    """Return ``value / by``."""
    if value is None:
        return None
    with localcontext(prec=_PRECISION):
        return decimal(value / by)


def span(value: Range | None, *, complete: bool = True) -> dict[str, str | None] | None:
    """Return lowest, middle and highest amount."""
    amount = known(value, complete=complete)
    if amount is None:
        return None
    return {"low": decimal(amount.low), "mid": decimal(amount.mid), "high": decimal(amount.high)}


def totals(value: Totals | None, *, complete: bool) -> dict[str, Any]:
    """Return euro and hours, once and every year."""
    if value is None:
        return {"one_off": None, "recurring": None, "hours": None}
    return {
        "one_off": span(value.one_off, complete=complete),
        "recurring": span(value.recurring, complete=complete),
        "hours": {
            "one_off": decimal(known(value.hours_one_off.mid, complete=complete)),
            "recurring": decimal(known(value.hours_recurring.mid, complete=complete)),
        },
    }


def each(value: Each, *, complete: bool) -> dict[str, str | None]:
    """Return amounts per firm or per person."""
    return {
        "one_off": decimal(known(value.one_off, complete=complete)),
        "recurring": decimal(known(value.recurring, complete=complete)),
        "hours_one_off": decimal(known(value.hours_one_off, complete=complete)),
        "hours_recurring": decimal(known(value.hours_recurring, complete=complete)),
    }


def ratio(value: Ratio) -> dict[str, str | None]:
    """Return how many times more the small pay."""
    return {"one_off": decimal(value.one_off), "recurring": decimal(value.recurring)}


def variable(item: Variable) -> dict[str, Any]:
    """Return an input with where it comes from."""
    return {
        "input": item.kind.value,
        "path": item.key,
        "low": decimal(item.low),
        "mid": decimal(item.mid),
        "high": decimal(item.high),
        "provenance": item.provenance.value,
        "certainty": item.certainty.value,
        "source": item.source,
        "verified": item.verified,
        "illustrative": item.illustrative,
        "entered": decimal(item.entered),
        "price_years": item.price_years and list(item.price_years),
    }
