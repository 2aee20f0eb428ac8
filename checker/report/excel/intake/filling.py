"""What a dossier puts into the cells of the form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from checker.models.answer import Answer, Evidence
from checker.models.base import Language
from checker.models.estimate import Certainty, Estimate
from checker.models.facts import values_at
from checker.models.obligation import Obligation
from checker.models.regulation import Regulation
from checker.readers.intake import form
from checker.readers.intake.answers import VALUE
from checker.readers.intake.choices import ANSWERS_TO, DUTY_RULES, Choices
from checker.readers.intake.form import IDS, OWN_CODE, PARENT, RULE, Entry, Field, Table
from checker.report.excel.cells import FIRST_YEAR, Cell

Row = Mapping[str, Cell]
"""The cells of a row by key."""


@dataclass(frozen=True)
class Filling:
    """A regulation as it stands in a form."""

    regulation: Regulation
    choices: Choices
    language: Language

    def questions(self) -> Row:
        """Return the answers on the sheet with single questions."""
        row = {each.key: self._cell(self.regulation, each) for each in form.questions()}
        return {key: cell for key, cell in row.items() if cell is not None}

    def rows(self, table: Table) -> Iterator[Row]:
        """Yield the rows of a list."""
        for parent, code, item in self._items(table):
            row = {each.key: self._cell(item, each) for each in table.fields}
            row |= {key: said for key, said in ((PARENT, parent), (OWN_CODE, code)) if key in row}
            yield {key: cell for key, cell in row.items() if cell is not None}

    def _items(self, table: Table) -> Iterator[tuple[str | None, str, BaseModel]]:
        """Yield the items of a list, each with the code of its parent and its own.

        An item without an id gets a number: two items may well be one and the same object.
        """
        number = 0
        for parent, holder in self._holders(table):
            for item in _at(holder, table.steps) or ():
                number += 1
                yield parent, getattr(item, "id", f"h{number}"), item

    def _holders(self, table: Table) -> Iterator[tuple[str | None, BaseModel]]:
        if table.parent is None:
            yield None, self.regulation
            return
        for _, code, item in self._items(table.parent):
            yield code, item

    def answers(self) -> Mapping[str, Row]:
        """Return the answers about the regulation as a whole, by rule."""
        return {answer.rule: self._answer(answer) for answer in self.regulation.answers}

    def duty_answers(self) -> Iterator[Row]:
        """Yield the answers about each obligation."""
        for duty in self.regulation.obligations or ():
            yield from self._answers_of(duty)

    def _answers_of(self, duty: Obligation) -> Iterator[Row]:
        for answer in duty.answers:
            rule = self._label(DUTY_RULES, answer.rule)
            yield {PARENT: duty.id, RULE: rule, **self._answer(answer)}

    def _answer(self, answer: Answer) -> Row:
        evidence = answer.evidence or Evidence()
        known = answer.rule in self.choices.rules and answer.value is not None
        value = self._label(f"{ANSWERS_TO}{answer.rule}", answer.value) if known else answer.value
        row: dict[str, Cell] = {
            VALUE: value,
            "explanation": answer.explanation,
            "reference": evidence.reference,
            "quote": evidence.quote,
        }
        return {key: cell for key, cell in row.items() if cell is not None}

    def not_held(self) -> tuple[str, ...]:
        """Return the paths of what the dossier has and the form has no place for."""
        regulation = self.regulation
        has_text = regulation.text != Regulation().text
        others = [path for path in form.NOT_HELD if path != "text" and values_at(regulation, path)]
        return (*others, *(["text"] if has_text else []))

    def _cell(self, record: BaseModel, asked: Field) -> Cell:
        if not asked.steps:
            return None
        if asked.options == form.NONE:
            empty = _at(record, asked.steps) == ()
            return self._label(form.NONE, True) if empty else None
        value = _at(record, asked.steps)
        if asked.part:
            value = _part(value, asked.part)
        elif asked.member:
            value = _membership(record, asked)
        return self._as_cell(asked, value)

    def _as_cell(self, asked: Field, value: Any) -> Cell:
        if value is None:
            return None
        if asked.entry is Entry.NAMES:
            return "; ".join(value) or None
        if asked.entry is Entry.CHOICE and not asked.options.startswith(IDS):
            return self._label(asked.options, value)
        if isinstance(value, date) and value.year < FIRST_YEAR:
            return value.isoformat()  # Excel knows no such date
        if isinstance(value, Decimal | date):
            return value
        return str(value)

    def _label(self, options: str, value: Any) -> str:
        """Return how a choice is called; one that is not in the list stays as it is."""
        plain = value if isinstance(value, bool) else str(value)
        for option in self.choices.options(options):
            if option.value == plain:
                return option.words.get(self.language)
        return str(plain)


def _at(record: BaseModel, steps: tuple[str, ...]) -> Any:
    found: Any = record
    for step in steps:
        found = getattr(found, step)
    return found


def _part(estimate: Estimate | None, part: str) -> Any:
    """Return a part of a figure; nothing where it says no more than the middle does."""
    if estimate is None:
        return None
    value = getattr(estimate, part)
    if part in ("low", "high") and estimate.low == estimate.mid == estimate.high:
        return None
    if value is False or value is Certainty.UNKNOWN:
        return None
    return value


def _membership(record: BaseModel, asked: Field) -> bool | None:
    """Return whether a choice is in a set; "no" only where none of them is, and that is known."""
    chosen = _at(record, asked.steps)
    if chosen:
        return True if asked.member in {each.value for each in chosen} else None
    holder = _at(record, asked.steps[:-1])
    is_known = chosen == () != type(holder).model_fields[asked.steps[-1]].default
    return False if is_known else None
