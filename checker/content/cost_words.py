"""Inputs, gaps and remarks of a calculation in words: the same everywhere they are shown."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from checker.content import fields, say
from checker.models.base import Language
from checker.models.cost import (
    MONEY,
    SHARES,
    Gap,
    InputKind,
    KeptApart,
    Provenance,
    Remark,
    Variable,
    by_field,
)
from checker.models.figure import Unit
from checker.models.obligation import Activity, Complexity, Obligation, PurchaseKind
from checker.models.regulation import Overlap, Regulation
from checker.models.rulebook import Rulebook
from checker.models.size_class import SizeClass
from checker.models.wording import Quantity, cut, written

_STEP = re.compile(r"([a-z_]+)(?:\[(\d+)\])?|([0-9+-]+)")
_LONGEST = 60


def euro(value: Decimal) -> Quantity:
    """Return an amount to be written as such."""
    return Quantity(value, Unit.EURO)


def hours(value: Decimal) -> Quantity:
    """Return hours to be written as such."""
    return Quantity(value, Unit.HOURS)


def change_text(value: Decimal, language: Language) -> str:
    """Return a difference in euro, with its sign also where it is more."""
    if value <= 0:
        return written(euro(value), language)
    return written(euro(-value), language).replace("-", "+")


def gap_texts(gaps: Iterable[Gap], regulation: Regulation, language: Language) -> Iterator[str]:
    """Yield what is missing, each once; the same in several size classes is one sentence."""
    found = by_field(gaps).items()
    # The same field can lack for the total and for what is voluntary, for firms and for others.
    yield from dict.fromkeys(_gap_sentence(gap, own, regulation, language) for gap, own in found)


def gap_text(gap: Gap, regulation: Regulation, language: Language) -> str:
    """Return what is missing and where, as a sentence."""
    sizes = () if gap.size_class is None else (gap.size_class,)
    return _gap_sentence(gap, sizes, regulation, language)


def _gap_sentence(
    gap: Gap, sizes: tuple[SizeClass, ...], regulation: Regulation, language: Language
) -> str:
    where = place_name(gap.path, regulation, language)
    # A place that names its class says it already; and what lacks everywhere needs no list.
    named = [size.value for size in sizes if size.value not in gap.path.split(".")]
    if named and len(named) < len(SizeClass):
        where = f"{where} ({', '.join(named)})"
    return say(language, f"burden/gap/{gap.need}", where=where, value=gap.value)


def remark_text(
    remark: Remark, regulation: Regulation, rulebook: Rulebook, language: Language
) -> str:
    """Return an assumption or hint as a sentence."""
    values: dict[str, Any] = {"where": place_name(remark.path, regulation, language)}
    values |= dict(remark.values)
    if "kind" in values:
        kind = PurchaseKind(values["kind"])
        values["kind"] = say(language, f"choices/PurchaseKind/{kind}")
        values["reason"] = rulebook.parameters.cost_kind(kind).reason.get(language)
    if "size_class" in values:
        values["size_class"] = size_name(SizeClass(values["size_class"]), language)
    if "persons" in values:
        values["persons"] = Decimal(values["persons"])
    return say(language, f"burden/remark/{remark.code}", **values)


def variable_name(
    variable: Variable, regulation: Regulation, rulebook: Rulebook, language: Language
) -> str:
    """Return how an input is called, with what it belongs to."""
    head, _, rest = variable.key.partition(":")
    if head == "tariff":
        return say(language, "burden/tariff_of", category=staff_name(
            rest.rpartition(".")[2], regulation, rulebook, language))  # fmt: skip
    if head == "persons":
        return say(language, "burden/persons_of", size=size_name(SizeClass(rest), language))
    if head == "price_index":
        start, _, end = rest.partition(".")
        return say(language, "burden/prices_of", start=start, end=end)
    if head == "standard":
        name, _, complexity = rest.rpartition(".")
        standard = rulebook.parameters.activity(name)
        title = standard.title.get(language) if standard else name
        level = say(language, f"choices/Complexity/{Complexity(complexity)}").lower()
        return say(language, "burden/standard_of", activity=title, complexity=level)
    return place_name(variable.key, regulation, language)


def input_name(kind: InputKind, language: Language) -> str:
    """Return what an input is, without where it stands."""
    name = say(language, f"burden/input/{kind}")
    return name[:1].upper() + name[1:]


def variable_value(variable: Variable, language: Language) -> str:
    """Return the middle value with its unit, and what it was before it was converted."""
    value = written(_quantity(variable, variable.mid), language)
    before = conversion_text(variable, language)
    return f"{value} ({before})" if before else value


def conversion_text(variable: Variable, language: Language) -> str:
    """Return what the middle value was before it was converted; nothing where it was not."""
    if variable.entered is None or variable.price_years is None:
        return ""
    start, end = variable.price_years
    before = written(_quantity(variable, variable.entered), language)
    return say(language, "burden/converted", before=before, start=str(start), end=str(end))


def _quantity(variable: Variable, value: Decimal) -> Quantity:
    """Return ``value`` of an input with its unit."""
    if variable.kind in MONEY:
        return Quantity(value, Unit.EURO)
    return Quantity(value, Unit.SHARE if variable.kind in SHARES else Unit.EXACT)


def unverified_text(
    variable: Variable, regulation: Regulation, rulebook: Rulebook, language: Language
) -> str:
    """Return an input that is not verified or illustrative, with its value and source."""
    return say(
        language,
        "burden/illustrative" if variable.illustrative else "burden/unverified",
        name=variable_name(variable, regulation, rulebook, language),
        value=variable_value(variable, language),
        source=source_text(variable, rulebook, language),
    )


def staff_name(
    category: str, regulation: Regulation, rulebook: Rulebook, language: Language
) -> str:
    """Return how a staff category is called; in an own table by the name it has there."""
    for tariffs in regulation.costing.own_tariffs:
        for tariff in tariffs.tariffs:
            if tariff.category == category and tariff.name:
                return tariff.name
    for entry in rulebook.parameters.tariffs.categories:
        if entry.id == category:
            return entry.title.get(language)
    return category


def source_text(variable: Variable, rulebook: Rulebook, language: Language) -> str:
    """Return where the value of an input comes from, or that nobody says so."""
    if variable.provenance is Provenance.PARAMETER and variable.source in rulebook.sources:
        return rulebook.sources[variable.source].title.get(language)
    return variable.source or say(language, "burden/no_source")


def size_name(size: SizeClass, language: Language) -> str:
    """Return how a size class is called."""
    return say(language, f"choices/SizeClass/{size.value}")


def obligation_name(duty: Obligation, *, whole: bool = False) -> str:
    """Return how an obligation is called: its article and what it asks, cut short.

    Args:
        duty: the obligation.
        whole: leave the name as long as it is.
    """
    text = _cut(duty.description or "", whole)
    return f"{duty.label}: {text}" if text else duty.label


def activity_name(
    activity: Activity, index: int, language: Language, *, whole: bool = False
) -> str:
    """Return how an activity is called: what is done, or its number."""
    if activity.description:
        return _cut(activity.description, whole)
    if activity.kind.value != "regular":
        return say(language, f"choices/ActivityKind/{activity.kind}")
    return say(language, "burden/activity_number", number=index + 1)


def _cut(text: str, whole: bool) -> str:
    return text if whole else cut(text, _LONGEST)


def payer_name(item: KeptApart, regulation: Regulation, language: Language) -> str:
    """Return who pays what is kept apart, and for what."""
    path = f"obligations[{item.obligation + 1}].activities[{item.activity + 1}]"
    who = say(language, f"choices/Addressee/{item.addressee}")
    return f"{who} · {place_name(path, regulation, language)}"


def place_name(path: str, regulation: Regulation, language: Language) -> str:
    """Return a place in the dossier in words: ``art. 4 · Laswerk invoeren · Minuten per keer``."""
    parts: list[str] = []
    names: list[str] = []
    holder: Any = regulation
    steps = list(_STEP.finditer(path))
    for match in steps:
        name, position, key = match.groups()
        if key is not None:
            parts.append(size_name(SizeClass(key), language))
            continue
        names.append(name)
        holder = getattr(holder, name, None)
        if position is not None and isinstance(holder, tuple) and int(position) <= len(holder):
            holder = holder[int(position) - 1]
            parts.append(_item_name(holder, int(position), regulation, language))
        elif match is steps[-1]:
            parts.append(_field_name(names, language))
    return " · ".join(parts)


def _item_name(item: Any, number: int, regulation: Regulation, language: Language) -> str:
    if isinstance(item, Overlap):
        groups = {group.id: group.name or group.id for group in regulation.target_groups}
        size = "" if item.size_class is None else f", {size_name(item.size_class, language)}"
        return cut(groups.get(item.group or "", str(number)), _LONGEST) + size
    if isinstance(item, Obligation):
        return cut(item.label, _LONGEST)
    if isinstance(item, Activity):
        return activity_name(item, number - 1, language)
    text = getattr(item, "name", None) or getattr(item, "description", None) or str(number)
    return cut(str(text), _LONGEST)


def _field_name(names: list[str], language: Language) -> str:
    return fields.words(".".join(names), "label", language) or names[-1]
