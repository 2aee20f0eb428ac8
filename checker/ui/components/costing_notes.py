"""What stands beneath a field of the calculation: which value counts, and what does not."""

from collections.abc import Callable
from decimal import localcontext

from checker.burden.formula import EXACT
from checker.burden.prices import Prices, choose_set
from checker.content import cost_words, say
from checker.models.cost import Provenance, Remark, RemarkCode
from checker.models.obligation import Activity, PurchaseKind
from checker.models.parameters import StandardActivity, TariffSet
from checker.models.problem import Path, path_text
from checker.models.regulation import OwnTariffSet
from checker.ui import library, state
from checker.ui.components.markup import first_capital, html, paragraph
from checker.ui.components.plausibility import questions
from checker.ui.components.words import choice_label


def show(path: Path) -> None:
    """Say beneath the field at ``path`` what counts there, where that does not speak for itself."""
    if told := sentences(path):
        html(*(paragraph(sentence, "field-note") for sentence in told))


def sentences(path: Path) -> tuple[str, ...]:
    """Return what is to be said beneath the field at ``path``."""
    tell = _NOTES.get(str(path[-1]))
    told = tell(path) if tell is not None else ()
    return (*(sentence for sentence in told if sentence), *questions(path), *_remarks(path))


def set_name(chosen: TariffSet | OwnTariffSet) -> str:
    """Return how a tariff set is called: whose it is, edition, price level, verified or not."""
    language = state.language()
    if isinstance(chosen, OwnTariffSet):
        title, last = chosen.organisation or chosen.id, say(language, "costing/own")
    else:
        title = chosen.title.get(language)
        last = "" if chosen.verified else say(language, "costing/unverified")
    told = [title]
    if chosen.edition and chosen.edition not in title:
        told.append(say(language, "costing/edition", edition=chosen.edition))
    if chosen.price_level is not None:
        year = str(int(chosen.price_level))
        told.append(say(language, "costing/price_level", year=year))
    return ", ".join(part for part in (*told, last) if part)


def _remarks(path: Path) -> tuple[str, ...]:
    """Return what the calculation remarks about the field at ``path``, without saying where."""
    if path[-1] not in _REMARKED:
        return ()
    return tuple(
        _without_place(remark)
        for remark in state.assessment(library.rulebook()).burden.remarks
        if remark.code in _AT_FIELD and _field(remark) == path_text(path)
    )


def _without_place(remark: Remark) -> str:
    regulation, language = state.regulation(), state.language()
    where = cost_words.place_name(remark.path, regulation, language)
    told = cost_words.remark_text(remark, regulation, library.rulebook(), language)
    return first_capital(told.removeprefix(f"{where}: "))


def _field(remark: Remark) -> str:
    """Return the field that a remark is about; one about an activity belongs with its cause."""
    cause = _AT_FIELD[remark.code]
    return f"{remark.path}.{cause}" if cause else remark.path


def _minutes(path: Path) -> tuple[str, ...]:
    holder = state.value(path[:-1])
    if not isinstance(holder, Activity) or holder.standard is None:
        return ()
    language = state.language()
    standard = library.rulebook().parameters.activity(holder.standard)
    if standard is None:
        return ()
    if holder.complexity is None:
        key = "costing/minutes/choose" if holder.minutes is None else "costing/minutes/own"
        return (say(language, key),)
    key = "costing/minutes/standard" if holder.minutes is None else "costing/minutes/replaced"
    return (say(language, key, minutes=standard.minutes.of(holder.complexity)),)


def _standard(path: Path) -> tuple[str, ...]:
    standard = library.rulebook().parameters.activity(state.value(path) or "")
    return _origin(standard) if standard is not None else ()


def _origin(standard: StandardActivity) -> tuple[str, ...]:
    language = state.language()
    note = standard.note.get(language) if standard.note is not None else ""
    unread = "" if standard.verified else say(language, "costing/value_unverified")
    return note, unread


def _staff(path: Path) -> tuple[str, ...]:
    category: str | None = state.value(path)
    language, holder = state.language(), state.value(path[:-1])
    if category is None:
        return ()
    if holder.tariff is not None:
        return (say(language, "costing/rate/own"),)
    regulation, parameters = state.regulation(), library.rulebook().parameters
    day = regulation.identity.reference_date or state.today()
    with localcontext(EXACT):
        rate = Prices(regulation.costing, parameters, day).tariff(category)
    if rate is None:
        return (say(language, "costing/rate/none"),)
    amount = cost_words.variable_value(rate, language)
    counts = say(language, "costing/rate/counts", amount=amount)
    if rate.provenance is Provenance.OWN_TARIFFS:
        return (f"{counts} {say(language, 'costing/value_own')}",)
    unread = "" if rate.verified else say(language, "costing/value_unverified")
    return (f"{counts} {unread}".strip(),)


def _tariff_set(_: Path) -> tuple[str, ...]:
    language, regulation = state.language(), state.regulation()
    day = regulation.identity.reference_date or state.today()
    chosen = choose_set(regulation.costing, library.rulebook().parameters, day)
    counts = say(language, "costing/set_counts", set=set_name(chosen))
    note = chosen.note if isinstance(chosen, TariffSet) else None
    return counts, note.get(language) if note is not None else ""


def _price_level(path: Path) -> tuple[str, ...]:
    if path[0] != "costing" or len(path) > len(("costing", "price_level")):
        return ()
    costs = state.assessment(library.rulebook()).burden
    return (say(state.language(), "costing/year_counts", year=str(costs.tariffs.year)),)


def _purchase_kind(path: Path) -> tuple[str, ...]:
    chosen: PurchaseKind = state.value(path)
    kind = library.rulebook().parameters.cost_kind(chosen)
    if kind.counted:
        return ()
    language = state.language()
    reason = kind.reason.get(language)
    return (say(language, "costing/kept_apart", kind=choice_label(chosen), reason=reason),)


_AT_FIELD = {
    RemarkCode.OVERLAP_TOO_LARGE: "",
    RemarkCode.OVERLAP_WITHOUT_SIZE: "",
    RemarkCode.FREQUENCY_ZERO: "times_per_year",
    RemarkCode.FIRMS_UNUSED: "events_per_year",
    RemarkCode.RESIDUAL_TOO_HIGH: "residual_value",
    RemarkCode.STAFF_WITHOUT_TIME: "staff",
    RemarkCode.SUSPECT_COST: "description",
}
"""Remarks that are repeated at a field: its name where the remark names the activity only."""
_REMARKED = {"firms", *_AT_FIELD.values()}

_NOTES: dict[str, Callable[[Path], tuple[str, ...]]] = {
    "minutes": _minutes,
    "standard": _standard,
    "staff": _staff,
    "tariff_set": _tariff_set,
    "price_level": _price_level,
    "purchase_kind": _purchase_kind,
}
"""By name of the field."""
