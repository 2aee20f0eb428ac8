"""Values in a message, written the Dutch and the English way."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from string import Formatter

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent

from checker.models.base import Language, Text
from checker.models.figure import Unit

_LOCALES: dict[Language, str] = {"nl": "nl_NL", "en": "en_GB"}
_SMALLEST_SHARE = Decimal("0.001")  # anything less would read as 0 %
_WHOLE_EUROS_FROM = 1000
_WHOLE_HOURS_FROM = 1000
_CENT = Decimal("0.01")
_EURO_PATTERNS: dict[Language, str] = {
    "nl": "¤\u00a0#,##0.00;¤\u00a0-#,##0.00",
    "en": "¤#,##0.00;-¤#,##0.00",
}
_NONE = Text(nl="geen", en="none")
_MORE = Text(nl="iets meer dan {}", en="slightly more than {}")
_LESS = Text(nl="iets minder dan {}", en="slightly less than {}")


@dataclass(frozen=True)
class Quantity:
    """A number with its unit."""

    value: Decimal
    unit: Unit
    bound: Decimal | None = None
    """A number that it is told beside: where both read the same, it says which is more."""


def fill(template: Text, values: Mapping[str, object]) -> Text:
    """Return ``template`` with its placeholders filled in, in both languages."""
    if "{" not in template.nl and "{" not in template.en:
        return template
    # Made of texts, so there is nothing to check.
    return Text.model_construct(
        nl=_filled(template, values, "nl"), en=_filled(template, values, "en")
    )


def _filled(template: Text, values: Mapping[str, object], language: Language) -> str:
    words = {name: written(value, language) for name, value in values.items()}
    return template.get(language).format_map(words)


def placeholders(text: str) -> frozenset[str]:
    """Return the names between braces in ``text``.

    Raises:
        ValueError: a brace is not closed, or there is more than a name between two.
    """
    parts = [part for part in Formatter().parse(text) if part[1] is not None]
    if any(spec or conversion for _, _, spec, conversion in parts):
        raise ValueError("more than a name between braces")
    return frozenset(name for _, name, _, _ in parts if name is not None)


def written(value: object, language: Language) -> str:
    """Return ``value`` as a reader of ``language`` writes it; numbers to one decimal, half up."""
    if isinstance(value, Quantity):
        return _beside_bound(value, language)
    if isinstance(value, Decimal | int):
        return _number(Decimal(value), language)
    if isinstance(value, date):
        return format_date(value, "long", locale=_LOCALES[language])
    if isinstance(value, Text):
        return value.get(language)
    if isinstance(value, tuple):
        return _list([written(part, language) for part in value]) or _NONE.get(language)
    return str(value)


def cut(text: str, length: int) -> str:
    """Return ``text`` with no more than ``length`` signs, ending after a whole word."""
    if len(text) <= length:
        return text
    kept = text[:length]
    whole = kept.rpartition(" ")[0] if " " in kept else kept[:-1]
    return whole.rstrip(" ,;:–-") + "…"


def _list(parts: list[str]) -> str:
    """Join with commas, or with semicolons where a part has a comma of its own."""
    return ("; " if any("," in part for part in parts) else ", ").join(parts)


def _beside_bound(quantity: Quantity, language: Language) -> str:
    told, bound = _quantity(quantity, language), quantity.bound
    if bound is None or quantity.value == bound:
        return told
    is_same = told == _quantity(Quantity(bound, quantity.unit), language)
    template = _MORE if quantity.value > bound else _LESS
    return template.get(language).format(told) if is_same else told


def _quantity(quantity: Quantity, language: Language) -> str:
    if quantity.unit is Unit.EURO:
        return _euro(quantity.value, language)
    if quantity.unit is Unit.EXACT:
        return format_decimal(quantity.value, "#,##0.####", locale=_LOCALES[language])
    if quantity.unit is Unit.HOURS:
        return _hours(quantity.value, language)
    if quantity.unit is not Unit.SHARE:
        return _number(quantity.value, language)
    if 0 < quantity.value < _SMALLEST_SHARE:
        return f"< {_percent(_SMALLEST_SHARE, language)}"
    return _percent(quantity.value, language)


def _euro(value: Decimal, language: Language) -> str:
    """Write euro: whole ones from a thousand on, to the cent below."""
    is_large = abs(value) >= _WHOLE_EUROS_FROM
    rounded = value.quantize(Decimal(1) if is_large else _CENT, rounding=ROUND_HALF_UP)
    pattern = (
        _EURO_PATTERNS[language].replace("0.00", "0") if is_large else _EURO_PATTERNS[language]
    )
    return format_currency(rounded if rounded else abs(rounded), "EUR", pattern,
                           locale=_LOCALES[language], currency_digits=False)  # fmt: skip


def _hours(value: Decimal, language: Language) -> str:
    """Write hours: whole ones from a thousand on, minutes still to be seen below one hour."""
    if 0 < value < _CENT:
        return f"< {format_decimal(_CENT, locale=_LOCALES[language])}"
    size = abs(value)
    places = "1" if size >= _WHOLE_HOURS_FROM else "0.1" if size >= 1 else "0.01"
    rounded = value.quantize(Decimal(places), rounding=ROUND_HALF_UP)
    return format_decimal(rounded, "#,##0.##", locale=_LOCALES[language])


@lru_cache(maxsize=10_000)
def _percent(share: Decimal, language: Language) -> str:
    percent = _half_up(share * 100) / 100
    return format_percent(percent, "0.#%", locale=_LOCALES[language], decimal_quantization=False)


@lru_cache(maxsize=10_000)
def _number(value: Decimal, language: Language) -> str:
    return format_decimal(_half_up(value), "#,##0.#", locale=_LOCALES[language])


def _half_up(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
