"""The form leaves no field out and shows none twice."""

from collections import Counter

from checker.content import has
from checker.models.edit import key_fact, model_at
from checker.models.facts import FactKind, facts_of, find_fact
from checker.models.regulation import Regulation
from checker.models.rule import Section
from checker.ui import navigation
from checker.ui.components.fields import _WIDGETS
from checker.ui.layout import FOLLOWS, HIDDEN, REFERENCES, SECTIONS, parts_of


def leaves(path: str):
    """Every field and list below ``path``, groups opened up."""
    fact = find_fact(path)
    if fact.kind is FactKind.GROUP:
        for below in facts_of(fact.model):
            yield from leaves(f"{path}.{below.name}")
    else:
        yield path


def all_models(model=Regulation):
    """The models of all lists in the dossier."""
    for fact in facts_of(model):
        if fact.kind is FactKind.ITEMS:
            yield fact.model
        if fact.model is not None:
            yield from all_models(fact.model)


def test_every_field_of_the_regulation_is_in_one_part_of_one_section():
    shown = Counter(
        leaf
        for parts in SECTIONS.values()
        for part in parts
        for fact in part.facts
        for leaf in leaves(fact)
    )
    wanted = {
        leaf
        for fact in facts_of(Regulation)
        if fact.name not in HIDDEN
        for leaf in leaves(fact.name)
    }
    assert set(shown) == wanted
    assert set(shown.values()) == {1}


def test_every_field_of_an_item_is_in_one_part():
    for model in set(all_models()):
        key = key_fact(model)
        wanted = {f.name for f in facts_of(model)} - HIDDEN - ({key.name} if key else set())
        shown = Counter(name for part in parts_of(model) for name in part.facts)
        shown.pop(key.name if key else "", None)
        assert set(shown) == wanted, model
        assert set(shown.values()) == {1}, model


def test_every_kind_of_field_has_a_widget():
    lists = {FactKind.GROUP, FactKind.ITEMS, FactKind.ANSWERS}
    assert set(FactKind) - lists == set(_WIDGETS)


def test_every_section_is_a_page_with_words():
    pages = {screen.name for screens in navigation.GROUPS.values() for screen in screens}
    assert set(Section) <= pages
    assert all(navigation.file_of(name).is_file() for name in pages)
    for section, parts in SECTIONS.items():
        assert has(f"ui/section/{section}")
        assert all(has(f"ui/parts/{section}/{part.name}") for part in parts)
    for model in set(all_models()):
        parts = parts_of(model)
        if len(parts) > 1 and key_fact(model) is None:
            assert all(has(f"ui/parts/{model.__name__}/{part.name}") for part in parts)


def test_the_pages_of_the_form_stand_in_the_order_of_the_work():
    assert [screen.name for screen in navigation.GROUPS["form"]] == list(Section)
    assert list(SECTIONS) == list(Section)


def test_what_a_field_follows_is_a_field_beside_it():
    models = {*all_models(), *(model_at((f.name,)) for f in facts_of(Regulation) if f.model)}
    for name, (other, _) in FOLLOWS.items():
        assert any({name, other} <= set(model.model_fields) for model in models) or any(
            {name, other} <= {f.name for f in facts_of(below.model)}
            for model in models
            for below in facts_of(model)
            if below.kind is FactKind.GROUP
        ), name


def test_references_point_at_lists():
    for (owner, name), target in REFERENCES.items():
        assert find_fact(target).kind is FactKind.ITEMS
        places = (f"{prefix}{owner}" for prefix in ("", "enforcement.", "obligations."))
        holder = next(path for path in places if find_fact(path))
        assert find_fact(f"{holder}.{name}").kind is FactKind.LABELS
