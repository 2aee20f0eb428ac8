"""What became of a figure in words: the same on the command line, in a workbook and on screen."""

from collections.abc import Iterator
from decimal import Decimal

from checker.content import has, say
from checker.content.messages import problem_message
from checker.models.base import Language
from checker.models.figure import Unit
from checker.models.problem import Problem
from checker.models.verification import (
    INPUTS,
    Calculation,
    Checked,
    CheckedCalculation,
    Hint,
    HintCode,
    Role,
    Rounding,
    Status,
    Verification,
)
from checker.models.wording import Quantity, written

_MOST_EXAMPLES = 3
_COUNTED = (Role.NUMBER, Role.SHARE, Role.FREQUENCY, Role.RESPONSES)
_EACH = (
    (Role.HOURS, Role.RATE, Role.SURCHARGE),
    (Role.EXTERNAL_HOURS, Role.EXTERNAL_RATE),
    (Role.TOTAL_HOURS, Role.RATE, Role.SURCHARGE),
    (Role.PURCHASES,),
    (Role.UNIT_COST,),
)
"""What is added before it is multiplied by the number, and in itself multiplied."""
_WHOLE = (Role.LABOUR_COST, Role.TOTAL_PURCHASES)
_BAD = (Status.DOES_NOT_FOLLOW, Status.CONTRADICTS_HOURS)


def number(value: Decimal | None, language: Language) -> str:
    """Return a figure as it is written, to at most four decimals; a dash for none."""
    return "–" if value is None else written(Quantity(value, Unit.EXACT), language)


def status(found: Status, language: Language) -> str:
    """Return an outcome in one or two words."""
    return say(language, f"verify/status/{found}")


def rounding_text(roundings: tuple[Rounding, ...], language: Language) -> str:
    """Return which roundings make a figure follow; nothing where none does."""
    return ", ".join(_rounding(rounding, language) for rounding in roundings)


def _rounding(rounding: Rounding, language: Language) -> str:
    return say(
        language,
        f"verify/rounding/{rounding.subject}",
        to=_to(rounding.places, language),
        way=say(language, f"verify/way/{rounding.way}"),
    )


def _to(places: int, language: Language) -> str:
    if places < 0:
        return say(language, "verify/to/tens", value=10**-places)
    names = {0: "whole", 1: "one"}
    return say(language, f"verify/to/{names.get(places, 'more')}", count=places)


def message(checked: Checked, calculation: Calculation, language: Language) -> str:
    """Return what became of a figure, in one or more sentences."""
    return " ".join([_first(checked, language), *hints(checked, calculation, language)])


def _first(checked: Checked, language: Language) -> str:
    if checked.unreadable is not None:
        broken = checked.unreadable
        problem = Problem(None, None, None, broken.cell, broken.code, {"value": broken.text})
        return problem_message(problem, language)
    if checked.status is Status.UNREADABLE:
        what = next((hint.text for hint in checked.hints if hint.code is HintCode.NO_INPUTS), "")
        return say(language, "verify/message/no_inputs", what=what)
    if checked.computed is None:
        return say(language, "verify/message/no_addends")
    key = f"verify/message/{checked.status}"
    if checked.status is Status.CONTRADICTS_HOURS and not checked.difference:
        key = f"{key}_alone"
    if not checked.factors and has(f"{key}_total"):
        key = f"{key}_total"
    return say(
        language,
        key,
        factors=factors(checked, language),
        rounding=rounding_text(checked.roundings, language),
        computed=number(checked.computed, language),
        published=number(checked.published, language),
        difference=_difference(checked.difference, language),
    )


def factors(checked: Checked, language: Language) -> str:
    """Return how a figure comes about: ``aantal × (tijd × tarief + aankopen)``."""
    names = {role: say(language, f"verify/role/{role}") for role in checked.factors}
    each = [
        " × ".join(names[role] for role in pair if role in names)
        for pair in _EACH
        if pair[0] in names
    ]
    counted = [name for role, name in names.items() if role in _COUNTED]
    if len(each) > 1 and (counted or Role.USUAL in names):
        each = [f"({' + '.join(each)})"]
    product = " × ".join([*counted, " + ".join(each)] if each else counted)
    whole = [product, *(name for role, name in names.items() if role in _WHOLE)]
    text = " + ".join(part for part in whole if part)
    if Role.USUAL not in names:
        return text
    return f"{f'({text})' if len(whole) > 1 else text} × {names[Role.USUAL]}"


def _difference(value: Decimal | None, language: Language) -> str:
    if value is None:
        return ""
    key = "verify/more" if value > 0 else "verify/less"
    return say(language, key, amount=number(abs(value), language))


def hints(checked: Checked, calculation: Calculation, language: Language) -> Iterator[str]:
    """Yield what else is worth knowing of a figure, each as a sentence."""
    for hint in checked.hints:
        if hint.code is not HintCode.NO_INPUTS:
            yield hint_text(hint, checked, calculation, language)


def hint_text(hint: Hint, checked: Checked, calculation: Calculation, language: Language) -> str:
    """Return one hint as a sentence."""
    key = f"verify/hint/{hint.code}"
    if hint.code is HintCode.SIGN and hint.rows:
        key = f"{key}_of"
    remaining = None
    if hint.amount is not None and checked.published is not None:
        remaining = checked.published - hint.amount
    return say(
        language,
        key,
        rows=say(language, _JOINED.get(hint.code, "verify/and")).join(
            row_name(row, calculation, language) for row in hint.rows
        ),
        amount=number(hint.amount, language),
        difference=_difference(remaining, language),
        text=hint.text,
    )


_JOINED = {HintCode.LEFT_OUT_ONE_OF: "verify/or"}


def row_name(row: int, calculation: Calculation, language: Language) -> str:
    """Return how a row of a calculation is called."""
    line = calculation.lines[row - 1]
    key = "verify/row_named" if line.name else "verify/row"
    return say(language, key, number=str(row), name=line.name, sheet_row=str(line.row))


def summary(verification: Verification, language: Language) -> str:
    """Return the outcome for the whole file, in one or two sentences."""
    figures = [f for f in verification.figures if f.status is not Status.UNREADABLE]
    unreadable = verification.count(Status.UNREADABLE)
    if not figures and not unreadable:
        return say(language, "verify/summary/nothing")
    bad, rounded = sum(map(verification.count, _BAD)), verification.count(Status.FOLLOWS_ROUNDED)
    key = "bad" if bad else "good_rounded" if rounded else "good"
    told = []
    if figures:
        values = {"count": len(figures), "bad": bad, "rounded": rounded}
        key = f"{key}_one" if len(figures) == 1 else key
        told.append(say(language, f"verify/summary/{key}", **values))
    if unreadable:
        told.append(say(language, "verify/summary/unreadable", count=unreadable))
    if any(_has_unchecked_rows(one) for one in verification.calculations):
        told.append(say(language, "verify/summary/rows_unchecked"))
    return " ".join(told)


def _has_unchecked_rows(one: CheckedCalculation) -> bool:
    """Whether a table has something to multiply, and nothing was."""
    calculation = one.calculation
    inputs = {column.role for column in calculation.with_role(*INPUTS)}
    unknown = [c for c in calculation.with_role(Role.OTHER, Role.AMOUNT) if c.title]
    return bool(inputs) and len(inputs) + len(unknown) > 1 and not one.rows


def assumed_text(calculation: Calculation, language: Language) -> str:
    """Return how ambiguous numbers were read; nothing where there are none."""
    if not calculation.assumed:
        return ""
    examples = [
        say(
            language, "verify/assumed_one",
            text=entry.text, cell=entry.cell, value=number(entry.value, language),
        )
        for entry in calculation.assumed[:_MOST_EXAMPLES]
    ]  # fmt: skip
    return say(language, "verify/assumed", examples="; ".join(examples))


def how_read(calculation: Calculation, language: Language) -> str:
    """Return what each column was taken for, and how ambiguous numbers were read."""
    columns = ", ".join(
        f"{column.title or column.letter} ({say(language, f'verify/role/{column.role}')})"
        for column in calculation.columns
        if column.role not in (Role.NAME, Role.SIZE, Role.OTHER)
    )
    unused = ", ".join(c.title for c in calculation.with_role(Role.OTHER) if c.title)
    told = [
        say(language, "verify/text/columns", columns=columns),
        say(language, "verify/text/unused", columns=unused) if unused else "",
        assumed_text(calculation, language),
    ]
    return " ".join(text for text in told if text)


def meaning(found: Status, language: Language) -> str:
    """Return what an outcome means, in a sentence."""
    return say(language, f"verify/meaning/{found}")
