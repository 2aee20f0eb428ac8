"""Values in a message, written the Dutch and the English way."""

import re
from collections.abc import Iterator, Mapping
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
_MOST_NESTED = 2
"""A name stands in the text, or in the words for more than one of such a name, but no deeper."""
_PLAIN = re.compile(r"\{[^{}]*\}")
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
    return Text.made_of(nl=_filled(template, values, "nl"), en=_filled(template, values, "en"))


def _filled(template: Text, values: Mapping[str, object], language: Language) -> str:
    return put_in(template.get(language), values, language)


def put_in(text: str, values: Mapping[str, object], language: Language) -> str:
    """Return ``text`` with its placeholders filled in.

    ``{count}`` is the value itself; ``{count:plaats|plaatsen}`` the word that goes with one, or
    with any other number, in which names may stand: ``{of:de enige plicht|{count} van {of}}``.
    """
    return text.format_map(_Words(values, language))


class _Words(dict[str, "_Word"]):
    """Values in words, each written when a text asks for it: most texts use one or two."""

    def __init__(self, values: Mapping[str, object], language: Language) -> None:
        super().__init__()
        self._values, self._language = values, language

    def __missing__(self, name: str) -> "_Word":
        return _Word(self._values[name], self._language)


class _Word(str):
    """A value in words, which knows whether a noun beside it is singular."""

    __slots__ = ("is_one",)
    is_one: bool

    def __new__(cls, value: object, language: Language) -> "_Word":
        """Write ``value`` the way of ``language``."""
        word = super().__new__(cls, written(value, language))
        number = value.value if isinstance(value, Quantity) else value
        word.is_one = isinstance(number, Decimal | int) and number == 1
        return word

    def __format__(self, forms: str) -> str:
        """Return the value, or of two ``forms`` the one that goes with it."""
        if not forms:
            return str(self)
        one, _, more = forms.partition("|")
        return one if self.is_one else more


def placeholders(text: str) -> frozenset[str]:
    """Return the names between braces in ``text``.

    Raises:
        ValueError: a brace is not closed, or there is more between two than a name, or a name with
            a word for one and a word for more.
    """
    return frozenset(_names(text, _MOST_NESTED))


def _names(text: str, nested: int) -> Iterator[str]:
    for _, name, spec, conversion in Formatter().parse(text):
        if name is None:
            continue
        one, _, more = (spec or "").partition("|")
        unsound = spec and ("{" in one or _PLAIN.sub("", spec).count("|") != 1)
        if conversion or unsound or not nested:
            raise ValueError("more than a name between braces")
        yield name
        yield from _names(more, nested - 1)


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


_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet would take ``text`` for a formula if it were typed into a cell."""
    return text.startswith(_STARTS_FORMULA)
