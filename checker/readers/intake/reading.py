"""A filled-in intake form as the source of a dossier: all that is wrong in it is found at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from checker.models.problem import BadInputError, Path, Problem
from checker.models.regulation import SCHEMA_VERSION
from checker.models.rulebook import Rulebook
from checker.readers import table
from checker.readers.intake import form, marks
from checker.readers.intake.answers import (
    ANSWER_FIELDS,
    DUTY_ANSWER_FIELDS,
    VALUE,
    answer_of,
    duty_and_rule,
    missing,
)
from checker.readers.intake.choices import Choices
from checker.readers.intake.form import PARENT, Table
from checker.readers.intake.grid import FormSheet, Line, find_mark, read_sheet
from checker.readers.intake.records import Asked, Record, below, on_row, put, record_of
from checker.readers.intake.source import FormSource
from checker.readers.intake.values import Reader

_QUIET = frozenset({form.GUIDE, form.EXAMPLE, form.LISTS})
_BY_ROW = frozenset({form.REGULATION, form.ANSWERS})


def source(data: bytes, name: str, rulebook: Rulebook) -> FormSource:
    """Read a form that somebody filled in.

    Args:
        data: the workbook.
        name: of the file, for messages.
        rulebook: the rules whose questions it answers.

    Returns:
        What it says; its mistakes are told when a regulation is made of it.

    Raises:
        BadInputError: it is no workbook, or a form of a later version.
    """
    reading = _Reading(name, Choices(rulebook))
    reading.take_sheets(table.read(data, name))
    reading.take_questions()
    for each in form.tables():
        reading.take_table(each)
    reading.take_answers()
    reading.take_duty_answers()
    return FormSource(name, reading.data, {}, tuple(reading.problems), reading.cells)


@dataclass
class _Placed:
    """A row that has its place in the dossier."""

    path: Path
    facts: dict[str, Any]


@dataclass
class _Reading:
    """A form while it is read."""

    name: str
    choices: Choices
    data: dict[str, Any] = field(default_factory=lambda: {"schema_version": SCHEMA_VERSION})
    cells: dict[Path, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    sheets: dict[str, FormSheet] = field(default_factory=dict)
    placed: dict[str, dict[str, _Placed]] = field(default_factory=dict)
    """Rows by sheet and code, for those that belong to them."""
    none: dict[str, str] = field(default_factory=dict)
    """Lists of which somebody says that there are none, with the cell that says so."""

    def take_sheets(self, sheets: tuple[table.Sheet, ...]) -> None:
        """Find out which sheet is which."""
        known = _columns()
        for sheet in sheets:
            found = find_mark(sheet)
            mark = found[2] if found else None
            if mark is not None and mark.version > marks.VERSION:
                raise BadInputError([Problem(self.name, None, None, "", "form_newer", {})])
            if mark is not None and mark.sheet in _QUIET:
                continue
            if mark is None or mark.sheet not in known:
                self.problems.append(table.problem(sheet, None, "form_unknown_sheet"))
                continue
            read = read_sheet(sheet, known[mark.sheet], by_row=mark.sheet in _BY_ROW)
            self._add_sheet(mark.sheet, read)

    def _add_sheet(self, path: str, read: FormSheet) -> None:
        if path not in self.sheets:
            self.sheets[path] = read
            self.problems += read.problems
        elif any(line.cells for line in read.lines):
            other = self.sheets[path].sheet.name
            told = table.problem(read.sheet, None, "form_sheet_twice", value=other)
            self.problems.append(told)

    def reader(self, sheet: FormSheet) -> Reader:
        """Return what reads the cells of ``sheet``."""
        return Reader(sheet.mark.language, self.choices)

    def take_questions(self) -> None:
        """Take what is asked once of the regulation."""
        sheet = self.sheets.get(form.REGULATION)
        if sheet is None:
            return
        asked = list(self._asked_once(sheet))
        facts = [each for each in asked if each[0].options != form.NONE]
        record = record_of(facts, self.reader(sheet))
        self.problems += record.problems
        self.data |= record.facts
        self.cells |= record.cells
        for each in asked:
            if each[0].options == form.NONE:
                self._take_none(each)

    def _asked_once(self, sheet: FormSheet) -> Iterator[Asked]:
        """Yield each question with its row; its answer stands in the one column for answers."""
        asked = {each.key: each for each in form.questions()}
        seen: set[str] = set()
        for line in sheet.lines:
            if line.name in seen or line.name not in asked:
                code = "form_question_twice" if line.name in seen else "form_unknown_row"
                if line.cells:
                    self.problems.append(sheet.problem(line, VALUE, code))
                continue
            seen.add(line.name)
            yield replace(asked[line.name], key=VALUE), sheet, line

    def _take_none(self, asked: Asked) -> None:
        what, sheet, line = asked
        record = record_of([asked], self.reader(sheet))
        self.problems += record.problems
        if record.facts:
            self.none[".".join(what.steps)] = sheet.address(line, VALUE)

    def take_table(self, asked: Table) -> None:
        """Take the rows of one list."""
        sheet = self.sheets.get(asked.path)
        if asked.path in self.none:
            self._take_emptiness(asked, sheet)
        for line in sheet.lines if sheet else ():
            assert sheet is not None
            record = record_of(on_row(asked.fields, sheet, line), self.reader(sheet))
            self.problems += record.problems
            self._place(asked, record, sheet, line)

    def _take_emptiness(self, asked: Table, sheet: FormSheet | None) -> None:
        if sheet is None or not sheet.lines:
            put(self.data, asked.steps, [])
            return
        where, values = self.none[asked.path], {"value": sheet.sheet.name}
        self.problems.append(Problem(self.name, None, None, where, "form_none_and_some", values))

    def _place(self, asked: Table, record: Record, sheet: FormSheet, line: Line) -> None:
        """Put a row where it belongs: in a list of the dossier, or of another row."""
        above = _Placed((), self.data)
        if asked.parent is not None:
            found = self._parent(asked, record, sheet, line)
            if found is None:
                return
            above = found
        items = _list_at(above.facts, asked.steps)
        path: Path = (*above.path, *asked.steps, len(items))
        items.append(record.facts)
        self.cells |= below(path, record.cells)
        self.cells[path] = sheet.address(line, asked.fields[0].key)
        code = record.facts.get("id") or record.codes.get(form.OWN_CODE)
        if code is not None:
            known = self.placed.setdefault(asked.path, {})
            if code in known and "id" not in record.facts:
                told = sheet.problem(line, form.OWN_CODE, "duplicate_id", value=code)
                self.problems.append(told)
            known.setdefault(code, _Placed(path, record.facts))

    def _parent(self, asked: Table, record: Record, sheet: FormSheet, line: Line) -> _Placed | None:
        """Return the row that a row belongs to, or tell why there is none."""
        assert asked.parent is not None
        code = record.codes.get(PARENT)
        if code is None:
            where = sheet.address(line, PARENT)
            if where not in {problem.path for problem in record.problems}:
                self.problems.append(missing(sheet, line, PARENT))
            return None
        return self._row(asked.parent.path, code, sheet, line)

    def _row(self, path: str, code: str, sheet: FormSheet, line: Line) -> _Placed | None:
        found = self.placed.get(path, {}).get(code)
        if found is None:
            values = {"value": code, "other": self._title(path)}
            self.problems.append(sheet.problem(line, PARENT, "form_unknown_parent", **values))
        return found

    def _title(self, path: str) -> str:
        """Return how the sheet of a list is called in this workbook."""
        sheet = self.sheets.get(path)
        return sheet.sheet.name if sheet else path

    def take_answers(self) -> None:
        """Take the answers about the regulation as a whole."""
        sheet = self.sheets.get(form.ANSWERS)
        asked = {rule.id for rule in self.choices.asked}
        answers: dict[str, Any] = {}
        for line in sheet.lines if sheet else ():
            assert sheet is not None
            if not line.cells:
                continue
            if line.name in answers or line.name not in asked:
                twice = line.name in answers
                code = "form_question_twice" if twice else "form_unknown_question"
                told = sheet.problem(line, VALUE, code, value=line.name)
                self.problems.append(told)
                continue
            answers[line.name] = self._answer(line.name, ("answers",), sheet, line)
        if answers:
            self.data["answers"] = answers

    def take_duty_answers(self) -> None:
        """Take the answers about each obligation."""
        sheet = self.sheets.get(form.DUTY_ANSWERS)
        for line in sheet.lines if sheet else ():
            assert sheet is not None
            record, duty, rule = duty_and_rule(sheet, line, self.reader(sheet))
            self.problems += record.problems
            found = self._row("obligations", duty, sheet, line) if duty else None
            if found is None or not rule:
                continue
            answers = found.facts.setdefault("answers", {})
            if rule in answers:
                values = {"value": f"{duty}, {rule}"}
                self.problems.append(sheet.problem(line, form.RULE, "duplicate_id", **values))
                continue
            answers[rule] = self._answer(rule, (*found.path, "answers"), sheet, line)

    def _answer(self, rule: str, holder: Path, sheet: FormSheet, line: Line) -> dict[str, Any]:
        record = answer_of(rule, sheet, line, self.reader(sheet))
        self.problems += record.problems
        self.cells |= below((*holder, rule), record.cells)
        self.cells[(*holder, rule)] = sheet.address(line, VALUE)
        return record.facts


def _columns() -> Mapping[str, tuple[str, ...]]:
    """Return the keys of the columns of every sheet that asks something."""
    return {
        **{asked.path: tuple(f.key for f in asked.fields) for asked in form.tables()},
        form.REGULATION: (VALUE,),
        form.ANSWERS: tuple(f.key for f in ANSWER_FIELDS),
        form.DUTY_ANSWERS: tuple(f.key for f in DUTY_ANSWER_FIELDS),
    }


def _list_at(facts: dict[str, Any], steps: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return the list at ``steps``, which comes into being with its first item."""
    for step in steps[:-1]:
        facts = facts.setdefault(step, {})
    found: list[dict[str, Any]] = facts.setdefault(steps[-1], [])
    return found
