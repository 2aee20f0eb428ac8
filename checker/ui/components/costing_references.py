"""Items that others name: the places where they do, and what becomes of those without them."""

from collections.abc import Collection, Iterator

from checker.models import edit
from checker.models.problem import Path
from checker.models.regulation import Regulation

_DUTIES, _GROUPS = ("obligations",), ("target_groups",)


def naming(regulation: Regulation, path: Path, item_id: str) -> tuple[Path, ...]:
    """Return the places of the lists that name an item, and hold for all without a name in them.

    Args:
        regulation: the dossier.
        path: the list that the item is in.
        item_id: the item.
    """
    if path == _DUTIES:
        return edit.references_to(regulation, "obligations", item_id)
    if path != _GROUPS:
        return ()  # what an alternative would ask is named by nothing else
    places = (
        (*duties, index, "target_groups")
        for duties in _duty_lists(regulation)
        for index in range(len(edit.value_at(regulation, duties)))
    )
    return tuple(place for place in places if item_id in edit.value_at(regulation, place))


def removed(regulation: Regulation, path: Path, index: int) -> Regulation:
    """Return ``regulation`` without one item, and without anything that names it."""
    item = edit.value_at(regulation, path)[index]
    item_id: str | None = getattr(item, "id", None)
    if item_id is None:
        return edit.removed(regulation, path, index)
    places = (*naming(regulation, path, item_id), *_serving(regulation, path, item_id))
    for place in places:
        kept = tuple(name for name in edit.value_at(regulation, place) if name != item_id)
        regulation = edit.with_value(regulation, place, kept)
    for place in _single(regulation, path, item_id):
        regulation = edit.with_value(regulation, place, None)
    return _without_item(regulation, path, index)


def naming_staff(regulation: Regulation, categories: Collection[str]) -> Iterator[Path]:
    """Yield the fields of activities, and of their exceptions, that name one of ``categories``."""
    for duties in _duty_lists(regulation):
        for index, duty in enumerate(edit.value_at(regulation, duties)):
            for number, activity in enumerate(duty.activities):
                place: Path = (*duties, index, "activities", number)
                if activity.staff in categories:
                    yield (*place, "staff")
                for override in activity.overrides:
                    if override.staff in categories:
                        yield (*place, "overrides", override.size_class.value, "staff")


def _without_item(regulation: Regulation, path: Path, index: int) -> Regulation:
    """Return ``regulation`` without one item; a list that may be unknown is so when it is empty."""
    items = edit.value_at(regulation, path)
    rest = (*items[:index], *items[index + 1 :])
    owner = edit.model_at(path[:-1]) if path[:-1] else Regulation
    may_be_unknown = owner.model_fields[str(path[-1])].default is None
    return edit.with_value(regulation, path, None if may_be_unknown and not rest else rest)


def _serving(regulation: Regulation, path: Path, item_id: str) -> Iterator[Path]:
    """Yield the activities, in the same list of obligations, that serve an obligation as well."""
    if path[-1] != "obligations":
        return
    for index, duty in enumerate(edit.value_at(regulation, path)):
        for number, activity in enumerate(duty.activities):
            if item_id in activity.serves:
                yield (*path, index, "activities", number, "serves")


def _single(regulation: Regulation, path: Path, item_id: str) -> Iterator[Path]:
    """Yield the fields that hold one name."""
    if path == ("costing", "own_tariffs") and regulation.costing.tariff_set == item_id:
        yield ("costing", "tariff_set")
    for index, group in enumerate(regulation.target_groups if path == _GROUPS else ()):
        for number, overlap in enumerate(group.overlaps):
            if overlap.group == item_id:
                yield ("target_groups", index, "overlaps", number, "group")


def _duty_lists(regulation: Regulation) -> Iterator[Path]:
    """Yield the lists of obligations: of the proposal, and of its alternatives."""
    if regulation.obligations:
        yield _DUTIES
    for index, alternative in enumerate(regulation.purpose.alternatives or ()):
        if alternative.obligations:
            yield ("purpose", "alternatives", index, "obligations")
