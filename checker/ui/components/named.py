"""Fields that name something: what there is to choose, and how it is called."""

from collections.abc import Callable
from decimal import localcontext

from checker.burden.formula import EXACT
from checker.burden.prices import Prices, choose_set, known_categories
from checker.content import cost_words, say
from checker.models.cost import Provenance, Variable
from checker.models.parameters import StandardActivity, TariffSet
from checker.models.problem import Path
from checker.models.regulation import Addressee, OwnTariffSet
from checker.ui import library, state
from checker.ui.components import costing_notes
from checker.ui.components.words import item_label, unfilled

Options = dict[str, str]
"""What can be chosen: id and label."""


def options(path: Path) -> Options | None:
    """Return what the field at ``path`` can name, or None where it is free text."""
    find = _FIELDS.get(str(path[-1]))
    return find(path) if find is not None else None


def default(path: Path) -> str:
    """Return the words for a field that names nothing."""
    tell = _DEFAULTS.get(str(path[-1]))
    return unfilled() if tell is None else tell(path)


def _rules(_: Path) -> Options:
    language = state.language()
    return {rule.id: f"{rule.id} · {rule.title.get(language)}" for rule in library.rulebook().rules}


def _staff(_: Path) -> Options:
    """Every staff category with the hourly rate that counts."""
    rulebook, regulation, language = library.rulebook(), state.regulation(), state.language()
    parameters = rulebook.parameters
    day = regulation.identity.reference_date or state.today()
    prices = Prices(regulation.costing, parameters, day)
    found: Options = {}
    for category in known_categories(regulation.costing, parameters):
        name = cost_words.staff_name(category, regulation, rulebook, language)
        with localcontext(EXACT):
            rate = prices.tariff(category)
        found[category] = _with_rate(name, rate)
    return found


def _with_rate(name: str, rate: Variable | None) -> str:
    """Return a category with what an hour counts for, what was published, and who says so."""
    language = state.language()
    if rate is None:
        return say(language, "costing/staff_without_rate", name=name)
    amount: object = cost_words.euro(rate.mid)
    if rate.entered is not None and rate.price_years is not None:
        before, year = cost_words.euro(rate.entered), str(rate.price_years[0])
        amount = say(language, "costing/rate_before", amount=amount, before=before, year=year)
    told = [say(language, "costing/staff", name=name, amount=amount)]
    if rate.provenance is Provenance.OWN_TARIFFS:
        told.append(say(language, "costing/rate_own"))
    elif not rate.verified:
        told.append(say(language, "costing/unverified"))
    return ", ".join(told)


def _standards(_: Path) -> Options:
    activities = library.rulebook().parameters.activities
    return {activity.id: _standard_label(activity) for activity in activities}


def _standard_label(activity: StandardActivity) -> str:
    language, minutes = state.language(), activity.minutes
    return say(
        language,
        "costing/standard_foreign" if activity.foreign else "costing/standard",
        name=activity.title,
        easy=minutes.easy,
        medium=minutes.medium,
        complex=minutes.complex,
    )


def _tariff_sets(_: Path) -> Options:
    sets: tuple[TariffSet | OwnTariffSet, ...] = (
        *state.regulation().costing.own_tariffs,
        *library.rulebook().parameters.tariffs.sets,
    )
    found: Options = {}
    for tariffs in sets:
        found.setdefault(tariffs.id, costing_notes.set_name(tariffs))
    return found


def _default_tariff_set(_: Path) -> str:
    """Return what counts where no table of hourly rates is chosen."""
    regulation, parameters = state.regulation(), library.rulebook().parameters
    day = regulation.identity.reference_date or state.today()
    unchosen = regulation.costing.model_copy(update={"tariff_set": None})
    name = costing_notes.set_name(choose_set(unchosen, parameters, day))
    return say(state.language(), "costing/set_default", set=name)


def _groups(path: Path) -> Options:
    """Every target group but the one that the field is in."""
    own = path[1] if path[0] == "target_groups" else None
    groups = enumerate(state.regulation().target_groups)
    return {
        group.id: item_label(group)
        for index, group in groups
        if index != own and group.addressee is Addressee.FIRM
    }


_FIELDS: dict[str, Callable[[Path], Options]] = {
    "rule": _rules,
    "staff": _staff,
    "standard": _standards,
    "tariff_set": _tariff_sets,
    "group": _groups,
}
"""Fields by name; no two fields of a regulation with the same name mean different things."""
_DEFAULTS: dict[str, Callable[[Path], str]] = {"tariff_set": _default_tariff_set}
"""What counts in a field that names nothing, by name of the field."""
