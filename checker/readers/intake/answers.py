"""Answers to the questions of rules, as they stand on a row of the form."""

from dataclasses import replace

from checker.models.problem import Problem
from checker.readers.intake.choices import ANSWERS_TO, ANY_DUTY_ANSWER, DUTY_RULES
from checker.readers.intake.form import DUTY_ANSWERS, IDS, PARENT, RULE, Entry, Field
from checker.readers.intake.grid import FormSheet, Line
from checker.readers.intake.records import Record, on_row, record_of
from checker.readers.intake.values import Reader

VALUE = "value"
_GROUNDS = (
    Field("explanation", "answer.explanation", Entry.LONG, ("explanation",)),
    Field("reference", "answer.evidence.reference", Entry.LONG, ("evidence", "reference")),
    Field("quote", "answer.evidence.quote", Entry.LONG, ("evidence", "quote")),
)
ANSWER_FIELDS = (Field(VALUE, "answer.value", Entry.CHOICE, (VALUE,)), *_GROUNDS)
"""Columns with the answer to a question; what can be chosen depends on the rule."""
DUTY_ANSWER_FIELDS = (
    Field(PARENT, "#obligations", Entry.CHOICE, options=f"{IDS}obligations", required=True),
    Field(RULE, f"#rule.{DUTY_ANSWERS}", Entry.CHOICE, (RULE,), options=DUTY_RULES, required=True),
    replace(ANSWER_FIELDS[0], options=ANY_DUTY_ANSWER),
    *_GROUNDS,
)
"""The same where each row also says which obligation and which question it is about."""


def answer_of(rule: str, sheet: FormSheet, line: Line, reader: Reader) -> Record:
    """Return the answer to ``rule`` that stands on a row."""
    value = replace(ANSWER_FIELDS[0], options=f"{ANSWERS_TO}{rule}")
    return record_of(on_row((value, *_GROUNDS), sheet, line), reader)


def duty_and_rule(sheet: FormSheet, line: Line, reader: Reader) -> tuple[Record, str, str]:
    """Return which obligation and which rule a row is about, "" for what it does not say."""
    record = record_of(on_row(DUTY_ANSWER_FIELDS[:2], sheet, line), reader)
    broken = {problem.path for problem in record.problems}
    duty, rule = record.codes.get(PARENT, ""), record.facts.get(RULE, "")
    for key, said in ((PARENT, duty), (RULE, rule)):
        if not said and sheet.address(line, key) not in broken:
            record.problems.append(missing(sheet, line, key))
    return record, duty, rule


def missing(sheet: FormSheet, line: Line, key: str) -> Problem:
    """Return that a cell must be filled in."""
    return sheet.problem(line, key, "form_missing_key")
