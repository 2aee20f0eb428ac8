"""The dossier itself, for the program: with it the report can be opened again without loss."""

from checker.models.regulation import Regulation
from checker.readers import dossier
from checker.readers.stored_dossier import parts_of
from checker.report.excel.book import Book
from checker.report.excel.table import put_headings
from checker.report.excel.view import View

_WIDTHS = (9, 24, 60, 60)
_LAST_PRINTED = 2
"""Column before the content, of which a printed page would show no more than shreds."""
_HEADINGS = ("part_number", "part_checksum", "part_length", "part_text")
_NOTES = ("how", "not_read", "do_not_change")
_LINE = 16  # height of rows that nobody reads


def write(book: Book, view: View) -> None:
    """Add the sheet, guarded against changes by accident."""
    regulation = view.assessment.regulation
    kept = regulation if view.with_names else without_names(regulation)
    mark, parts = parts_of(dossier.to_line(kept))
    sheet = book.sheet("dossier", _WIDTHS, landscape=False)
    title = f"{view.say('sheet/dossier')}: {view.heading}"
    sheet.set_height(0, 30, sheet.put_across(0, 0, _LAST_PRINTED, title, "title"))
    row = 0
    for row, note in enumerate(_notes(regulation, kept), start=1):
        text = view.say(f"dossier/{note}")
        sheet.set_height(row, sheet.put_across(row, 0, _LAST_PRINTED, text, "plain"))
    row += 1
    sheet.set_height(row, sheet.put_across(row, 0, _LAST_PRINTED, str(mark), "code"), _LINE)
    put_headings(sheet, row + 1, _HEADINGS)
    sheet.freeze(row + 2)
    for place, part in enumerate(parts, start=row + 2):
        sheet.put(place, 0, part.number, "integer")
        sheet.put(place, 1, part.checksum, "part")
        sheet.put(place, 2, len(part.text), "count")
        sheet.put(place, 3, part.text, "part")
        sheet.set_height(place, _LINE)
    sheet.print_only(row + 1 + len(parts), _LAST_PRINTED)
    sheet.lock()


def has_names(regulation: Regulation) -> bool:
    """Whether somebody on the panel is named."""
    return any(participant.name for participant in regulation.panel.participants)


def without_names(regulation: Regulation) -> Regulation:
    """Return the dossier without the names of people on the panel."""
    if not has_names(regulation):
        return regulation
    people = tuple(p.model_copy(update={"name": None}) for p in regulation.panel.participants)
    panel = regulation.panel.model_copy(update={"participants": people})
    return regulation.model_copy(update={"panel": panel})


def _notes(regulation: Regulation, kept: Regulation) -> tuple[str, ...]:
    """Return what must be said above: also whether names are in it, or were left out."""
    if not has_names(regulation):
        return _NOTES
    return (*_NOTES, "names" if has_names(kept) else "names_left_out")
