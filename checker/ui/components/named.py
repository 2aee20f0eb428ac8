"""Fields that name something: what there is to choose, and how it is called."""

from collections.abc import Callable
from decimal import Decimal

from checker.burden.prices import choose_set, known_categories
from checker.content import cost_words, say
from checker.content.cost_words import euro
from checker.models.parameters import StandardActivity, TariffSet
from checker.models.problem import Path
from checker.models.regulation import Addressee, OwnTariffSet
from checker.ui import library, state
from checker.ui.components import costing_notes
from checker.ui.components.words import item_label

Options = dict[str, str]
"""What can be chosen: id and label."""


def options(path: Path) -> Options | None:
    """Return what the field at ``path`` can name, or None where it is free text."""
    find = _FIELDS.get(str(path[-1]))
    return find(path) if find is not None else None


def _rules(_: Path) -> Options:
    language = state.language()
    return {rule.id: f"{rule.id} · {rule.title.get(language)}" for rule in library.rulebook().rules}


def _staff(_: Path) -> Options:
    """Every staff category with the hourly rate that counts, as it was published."""
    rulebook, regulation, language = library.rulebook(), state.regulation(), state.language()
    parameters = rulebook.parameters
    day = regulation.identity.reference_date or state.today()
    chosen = choose_set(regulation.costing, parameters, day)
    found: Options = {}
    for category in known_categories(regulation.costing, parameters):
        name = cost_words.staff_name(category, regulation, rulebook, language)
        amount = _amount(chosen, category)
        if amount is None:
            found[category] = say(language, "costing/staff_without_rate", name=name)
        else:
            key = _staff_key(chosen)
            found[category] = say(language, key, name=name, amount=euro(amount))
    return found


def _staff_key(chosen: TariffSet | OwnTariffSet) -> str:
    """Return the words for a category with its rate, by who answers for the rate."""
    if isinstance(chosen, OwnTariffSet):
        return "costing/staff_own"
    return "costing/staff" if chosen.verified else "costing/staff_unverified"


def _amount(chosen: TariffSet | OwnTariffSet, category: str) -> Decimal | None:
    if isinstance(chosen, TariffSet):
        return chosen.amount(category)
    return next((t.amount for t in chosen.tariffs if t.category == category), None)


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
