"""An organisation's own tariff tables in the dossier: read, filled in, changed and deleted.

They are whoever's they are: nobody of this program held them against a source, and that is said
wherever they are shown.
"""

import streamlit as st

from checker.burden.prices import choose_set
from checker.content import cost_words, say
from checker.content.cost_words import euro
from checker.models import edit
from checker.models.parameters import Parameters
from checker.models.problem import Path, path_text
from checker.models.regulation import Costing, OwnTariff, OwnTariffSet, Regulation
from checker.models.rulebook import Rulebook
from checker.models.wording import cut, written
from checker.ui import numbers, state
from checker.ui.components import choosing, costing_notes, costing_references
from checker.ui.components.fields import show_fields, write
from checker.ui.components.items import heading
from checker.ui.components.markup import definition, esc, html, paragraph
from checker.ui.components.refusals import show_refusal
from checker.ui.components.tables import mark, table
from checker.ui.components.words import label

PLACE: Path = ("costing", "own_tariffs")
_CHOSEN = "own_tariffs"
_PART = "own_tariffs.part"
_ABOUT = ("organisation", "edition", "price_level", "imported_on", "source")
_LONGEST_ID = 60
_LONGEST_NAME = 60


def show(rulebook: Rulebook) -> None:
    """Draw the tables of the dossier: one at a time, to look at or to change."""
    heading(PLACE, 2)
    tables: tuple[OwnTariffSet, ...] = state.value(PLACE)
    if not tables:
        html(paragraph(_say("none"), "empty"))
        return
    options = {own.id: costing_notes.set_name(own) for own in tables}
    chosen = next(iter(options))
    if len(options) > 1:
        chosen = choosing.pick(_CHOSEN, _say("choose", count=len(options)), options)
    index = list(options).index(chosen)
    with st.container(border=True, key=state.widget_key("own-tariffs", chosen)):
        html(
            f"<h3>{esc(cut(tables[index].organisation or chosen, _LONGEST_NAME))}</h3>",
            paragraph(_standing(tables[index], rulebook.parameters)),
        )
        parts = {"look": _say("look"), "change": _say("change")}
        if choosing.choose(_PART, say(state.language(), "ui/form/parts"), parts) == "look":
            html(about(tables[index]), rates_table(tables[index], rulebook))
        else:
            _show_form(index, rulebook)
        _show_delete(index, rulebook)


def _say(key: str, **values: object) -> str:
    return say(state.language(), f"costing/own_table/{key}", **values)


def _standing(own: OwnTariffSet, parameters: Parameters) -> str:
    """Return whether it is the table that counts now, and what to do where it is not."""
    regulation = state.regulation()
    day = regulation.identity.reference_date or state.today()
    counts = choose_set(regulation.costing, parameters, day) == own
    return _say("counts" if counts else "counts_not", field=label(("costing", "tariff_set")))


# --- what a table says ----------------------------------------------------------------------------


def about(own: OwnTariffSet) -> str:
    """Return whose the table is, of when, and that nobody here held it against a source."""
    language = state.language()
    level = None if own.price_level is None else str(int(own.price_level))
    facts = {
        "organisation": own.organisation,
        "edition": own.edition,
        "price_level": level,
        "imported_on": own.imported_on and written(own.imported_on, language),
        "source": own.source,
    }
    rows = [
        (label((*PLACE, name)), esc(text) if text else esc(_say("not_given")))
        for name, text in facts.items()
        if text or name != "imported_on"
    ]
    return definition([*rows, (_say("state"), mark(_say("unverified")))])


def rates_table(own: OwnTariffSet, rulebook: Rulebook) -> str:
    """Return the rates as they stand in the table, and as what category each counts."""
    known = {entry.id: entry for entry in rulebook.parameters.tariffs.categories}
    language = state.language()
    rows = []
    for tariff in own.tariffs:
        entry = known.get(tariff.category)
        counts_as = entry.title.get(language) if entry else _say("own_category")
        amount = (
            _say("no_amount") if tariff.amount is None else written(euro(tariff.amount), language)
        )
        name = tariff.name or (entry.title.get(language) if entry else tariff.category)
        rows.append((name, amount, counts_as))
    columns = [_say("name"), label((*PLACE, "tariffs", "amount")), _say("counts_as")]
    return table(_say("caption"), columns, rows, figures=slice(1, 2))


# --- changing it ----------------------------------------------------------------------------------


def _show_form(index: int, rulebook: Rulebook) -> None:
    """Draw the fields of the table: whose it is, and its amounts two by two."""
    show_fields((*PLACE, index), OwnTariffSet, _ABOUT)
    html(f"<h4>{esc(label((*PLACE, 'tariffs', 'amount')))}</h4>")
    tariffs: tuple[OwnTariff, ...] = state.value((*PLACE, index, "tariffs"))
    columns = st.columns(2, gap="medium")
    for position, tariff in enumerate(tariffs):
        with columns[position % 2]:
            _show_amount((*PLACE, index, "tariffs", position, "amount"), tariff, rulebook)


def _show_amount(path: Path, tariff: OwnTariff, rulebook: Rulebook) -> None:
    language, refused = state.language(), state.refused(path)
    key = state.widget_key(path_text(path))
    name = cost_words.staff_name(tariff.category, state.regulation(), rulebook, language)
    st.text_input(
        cut(tariff.name or name, _LONGEST_NAME),
        value=(
            numbers.shown(tariff.amount, language)
            if refused is None
            else numbers.translated(refused.raw, refused.language, language)
        ),
        key=key,
        on_change=write,
        args=(key, path, lambda typed: numbers.parse(typed, language)),
    )
    show_refusal(path)


def show_begin(rulebook: Rulebook) -> None:
    """Draw the button for a table that is filled in by hand."""
    if st.button(
        _say("begin"), key=state.widget_key("own-tariffs", "begin"), icon=":material/add:"
    ):
        categories = rulebook.parameters.tariffs.categories
        blank = OwnTariffSet(
            id=_say("begin_id"),
            imported_on=state.today(),
            tariffs=tuple(OwnTariff(category=entry.id) for entry in categories),
        )
        state.restructure(with_tables(state.regulation(), (blank,), rulebook.parameters))
        state.turn(_CHOSEN, state.value(PLACE)[-1].id)
        state.turn(_PART, "change")
        state.notify(_say("begun"))
        st.rerun()


def take_over(tables: tuple[OwnTariffSet, ...], rulebook: Rulebook) -> None:
    """Put tables in the dossier, dated today, and choose the last one."""
    dated = tuple(own.model_copy(update={"imported_on": state.today()}) for own in tables)
    state.restructure(with_tables(state.regulation(), dated, rulebook.parameters))
    state.turn(_CHOSEN, state.value(PLACE)[-1].id)
    state.turn(_PART, "look")
    state.notify(_say("taken_over"))


def with_tables(
    regulation: Regulation, tables: tuple[OwnTariffSet, ...], parameters: Parameters
) -> Regulation:
    """Return ``regulation`` with more own tables, of which the last is chosen."""
    sets = list(regulation.costing.own_tariffs)
    taken = {own.id for own in sets} | {official.id for official in parameters.tariffs.sets}
    for own in tables:
        free = _free(own.id, taken)
        taken.add(free)
        sets.append(own.model_copy(update={"id": free}))
    regulation = edit.with_value(regulation, PLACE, tuple(sets))
    return edit.with_value(regulation, ("costing", "tariff_set"), sets[-1].id)


def _free(wanted: str, taken: set[str]) -> str:
    """Return ``wanted``, with a number behind it where somebody else has it."""
    number, free = 2, wanted
    while free in taken:
        free, number = f"{wanted[:_LONGEST_ID]}-{number}", number + 1
    return free


# --- deleting it ----------------------------------------------------------------------------------


def _show_delete(index: int, rulebook: Rulebook) -> None:
    """Draw the button, and before it what would be emptied because nothing else has it."""
    regulation, language = state.regulation(), state.language()
    orphans = _only_here(regulation.costing, index, rulebook.parameters)
    places = tuple(costing_references.naming_staff(regulation, orphans))
    if places:
        names = tuple(
            cost_words.place_name(path_text(place), regulation, language) for place in places
        )
        html(paragraph(_say("emptied", places=names), "help"))
    if st.button(
        _say("delete"), key=state.widget_key("own-tariffs", "delete"), icon=":material/delete:"
    ):
        name = costing_notes.set_name(regulation.costing.own_tariffs[index])
        state.restructure(
            without_table(regulation, index, rulebook.parameters), PLACE, _moved(index, regulation)
        )
        state.notify(say(language, "ui/list/deleted", name=name.rstrip(".")))
        st.rerun()


def _moved(index: int, regulation: Regulation) -> dict[int, int | None]:
    """Return where each table goes when one is deleted."""
    after = range(index + 1, len(regulation.costing.own_tariffs))
    return {index: None, **{position: position - 1 for position in after}}


def without_table(regulation: Regulation, index: int, parameters: Parameters) -> Regulation:
    """Return ``regulation`` without an own table, and without anything that names it.

    A staff category that no other table has can no longer be named by an activity either.
    """
    orphans = _only_here(regulation.costing, index, parameters)
    for place in tuple(costing_references.naming_staff(regulation, orphans)):
        regulation = edit.with_value(regulation, place, None)
    return costing_references.removed(regulation, PLACE, index)


def _only_here(costing: Costing, index: int, parameters: Parameters) -> frozenset[str]:
    """Return the categories that only one own table has."""
    known = {entry.id for entry in parameters.tariffs.categories}
    for position, own in enumerate(costing.own_tariffs):
        if position != index:
            known |= {tariff.category for tariff in own.tariffs}
    return frozenset(t.category for t in costing.own_tariffs[index].tariffs) - known
