"""The MKB-toets with entrepreneurs: what was said, and what was done with it.

Who was there is told by sector and size. Names stay in the dossier.
"""

from collections.abc import Iterator

from checker.models.regulation import Panel, Remark
from checker.models.wording import written
from checker.report.excel.book import Book
from checker.report.excel.table import Column, write_table
from checker.report.excel.view import View


def write(book: Book, view: View) -> None:
    """Add the sheet; below the remarks who took part."""
    gap = view.say("cell/unknown")
    columns = (
        Column[Remark]("panel_remark", 60, lambda r: r.text or gap),
        Column[Remark]("rule", 12, lambda r: r.rule or ""),
        Column[Remark]("follow_up", 20, lambda r: view.choice(r.follow_up) if r.follow_up else gap),
        Column[Remark]("response", 60, lambda r: r.response or gap),
        Column[Remark]("place_in_note", 28, lambda r: r.place_in_note or gap),
    )
    panel = view.assessment.regulation.panel
    sheet = write_table(book, "panel", columns, panel.remarks or (), 1)
    row = len(panel.remarks or ()) + 2
    for text in _about(panel, view):
        sheet.set_height(row, sheet.put_across(row, 0, len(columns) - 1, text, "note"))
        row += 1


def _about(panel: Panel, view: View) -> Iterator[str]:
    if panel.held is None:
        yield view.say("panel/unknown")
    elif not panel.held:
        yield view.say("panel/not_held", reason=panel.reason_not_held or view.say("cell/unknown"))
    else:
        day = panel.date and written(panel.date, view.language)
        yield view.say("panel/held", day=day or view.say("cell/unknown"))
    for number, person in enumerate(panel.participants, start=1):
        sizes = view.size(person.size_class) if person.size_class else view.say("cell/unknown")
        kind = "entrepreneur" if person.entrepreneur else "participant"
        sector = person.sector or view.say("cell/unknown")
        yield view.say(f"panel/{kind}", number=number, sector=sector, size=sizes)
