"""How the outcome came about: receipt, what was left out and why, and the bounds of the score.

Each part writes itself from a row on and returns the first row after it.
"""

from collections.abc import Callable, Iterable, Iterator

from checker.content.messages import caveats, reason_text
from checker.models.finding import Finding
from checker.models.rule import Criterion
from checker.models.rulebook import Constant
from checker.report.excel.book import Book, Sheet
from checker.report.excel.cells import Cell
from checker.report.excel.table import put_headings
from checker.report.excel.view import View

_WIDTHS = (30, 52, 20, 52)
_LAST = len(_WIDTHS) - 1


def write(book: Book, view: View) -> None:
    """Add the sheet."""
    sheet = book.sheet("account", _WIDTHS, landscape=False)
    title = f"{view.say('sheet/account')}: {view.heading}"
    sheet.set_height(0, 30, sheet.put_across(0, 0, _LAST, title, "title"))
    sheet.freeze(1)
    row = 1
    for part in (_disclaimer, _receipt, _not_assessed, _not_due, _not_applicable, _constants):
        row = part(sheet, view, row) + 1


def _section(sheet: Sheet, row: int, key: str) -> int:
    sheet.put_across(row, 0, _LAST, sheet.book.say(f"account/{key}"), "section")
    sheet.set_height(row, 21)
    return row + 1


def _sentence(sheet: Sheet, row: int, text: str, style: str = "plain") -> int:
    sheet.set_height(row, sheet.put_across(row, 0, _LAST, text, style))
    return row + 1


def _disclaimer(sheet: Sheet, view: View, row: int) -> int:
    row = _section(sheet, row, "disclaimer")
    for text in (
        view.text(view.assessment.disclaimer),
        *caveats(view.assessment, view.language),
    ):
        row = _sentence(sheet, row, text)
    return _sentence(sheet, row, view.say("account/scope"))


def _receipt(sheet: Sheet, view: View, row: int) -> int:
    receipt = view.assessment.receipt
    phase = view.assessment.regulation.identity.phase
    facts: dict[str, Cell] = {
        "software_version": receipt.software_version,
        "ruleset_version": receipt.ruleset_version,
        "ruleset_hash": receipt.ruleset_hash,
        "parameters_edition": receipt.parameters_edition,
        "schema_version": str(receipt.schema_version),
        "input_hash": receipt.input_hash,
        "assessed_on": receipt.assessed_on,
        "reference_date": receipt.reference_date,
        "phase": view.choice(phase) if phase else view.say("cell/unknown"),
        "language": view.say("account/language_name"),
        "rules_run": len(view.assessment.findings),
        "sources_used": len(view.sources),
    }
    row = _section(sheet, row, "receipt")
    row = _sentence(sheet, row, view.say("account/receipt_note"), "note")
    for key, value in facts.items():
        label = view.say(f"account/{key}")
        style = "code" if key.endswith("_hash") else "count" if isinstance(value, int) else "text"
        sheet.put(row, 0, label, "label")
        height = sheet.put_across(row, 1, _LAST, value, style)
        sheet.set_height(row, height, sheet.column_height(label, 0, "label"))
        row += 1
    return row


def _not_assessed(sheet: Sheet, view: View, row: int) -> int:
    return _findings(
        sheet,
        row,
        "not_assessed",
        view.not_assessed,
        ("rule", "title", "severity", "reason"),
        lambda f: (view.choice(f.severity), reason_text(f, view.language)),
    )


def _not_due(sheet: Sheet, view: View, row: int) -> int:
    return _findings(
        sheet,
        row,
        "not_due",
        view.not_due,
        ("rule", "title", "due_from", "reason"),
        lambda f: (view.choice(view.rules[f.rule].due_from), reason_text(f, view.language)),
    )


def _not_applicable(sheet: Sheet, view: View, row: int) -> int:
    def rest(finding: Finding) -> tuple[str, str]:
        reason = reason_text(finding, view.language)
        parts = (reason, finding.explanation)
        return view.choice(finding.severity), "\n".join(part for part in parts if part)

    headings = ("rule", "title", "severity", "phase_reason")
    return _findings(sheet, row, "not_applicable", view.not_applicable, headings, rest)


def _findings(
    sheet: Sheet,
    row: int,
    key: str,
    findings: Iterable[Finding],
    headings: tuple[str, ...],
    rest: Callable[[Finding], tuple[str, str]],
) -> int:
    """Write rule and title of ``findings``, and what ``rest`` gives for the last two columns."""
    row = _section(sheet, row, key)
    rows = [(f.rule, f.title.get(sheet.book.language), *rest(f)) for f in findings]
    if not rows:
        return _sentence(sheet, row, sheet.book.say(f"account/empty_{key}"))
    put_headings(sheet, row, headings)
    for values in rows:
        row += 1
        sheet.put_row(row, values)
    return row + 1


def _constants(sheet: Sheet, view: View, row: int) -> int:
    row = _section(sheet, row, "constants")
    row = _sentence(sheet, row, view.say("account/constants_note"), "note")
    put_headings(sheet, row, ("constant", "constant_reason", "value", "standing"))
    for name, constant, style in _all_constants(view):
        row += 1
        standing = view.say("account/official" if constant.official else "account/own")
        values = (name, view.text(constant.reason), constant.value, standing)
        sheet.put_row(row, values, ("label", "text", style, "text"))
    return row + 1


def _all_constants(view: View) -> Iterator[tuple[str, Constant, str]]:
    """Every number of the scoring with its name and the style it is written in."""
    scoring = view.rulebook.scoring
    for grade in scoring.verdicts:
        yield view.say("constant/grade", label=grade.label), grade.from_score, "general"
    for name in type(scoring.caps).model_fields:
        yield view.say(f"constant/cap_{name}"), getattr(scoring.caps, name), "general"
    frameworks = {framework.id: framework.title for framework in view.rulebook.frameworks}
    for share in scoring.group_shares:
        criterion = view.choice(Criterion(share.criterion))
        framework = frameworks.get(share.group)
        key = "constant/group_framework" if framework else "constant/group_text"
        yield view.say(key, criterion=criterion, framework=framework), share.share, "share"
    limits = scoring.withholding
    yield view.say("constant/overall_completeness"), limits.overall_completeness, "share"
    yield view.say("constant/criterion_completeness"), limits.criterion_completeness, "share"
    yield view.say("constant/workable_low"), limits.workable_low, "general"
    yield view.say("constant/changes_shown"), scoring.changes_shown, "general"
