"""The first sheet: how the form works, what its sheets are for, and what does not fit in it."""

from collections.abc import Sequence

from checker.content import fields as field_words
from checker.content import say
from checker.models.base import Language
from checker.readers.intake import form
from checker.report.excel.book import Book, Sheet
from checker.report.excel.intake import words
from checker.report.excel.intake.cells import ALWAYS, MARK_WIDTH, put_mark

_WIDTHS = (MARK_WIDTH, 28, 76, 16)
_LAST = len(_WIDTHS) - 1
_STEPS, _RULES = 5, 4


def write(
    book: Book, sheets: Sequence[str], not_held: Sequence[str], title: str | None,
    language: Language,
) -> None:  # fmt: skip
    """Add the sheet.

    Args:
        book: to add it to.
        sheets: paths of the sheets of the form, in their order.
        not_held: paths of what the dossier has that fills it, and the form has no place for.
        title: of the regulation that fills the form; None for an empty form.
        language: of the form.
    """
    guide = _Guide(book, language)
    guide.put("", say(language, "intake/title"), "title")
    guide.say("intro")
    if title is not None:
        guide.say("filled", title=title)
    guide.part("steps", [])
    for number in range(1, _STEPS + 1):
        guide.put("", f"{number}. {say(language, f'intake/guide/step_{number}')}")
    guide.legend()
    guide.part("rules", [f"rule_{number}" for number in range(1, _RULES + 1)])
    guide.table(sheets)
    guide.part("not_held", ["not_held_about"])
    for path in form.NOT_HELD:
        guide.put(field_words.words(path, "label", language),
                  field_words.words(path, "help", language))  # fmt: skip
    guide.say("not_held_order")
    if not_held:
        names = tuple(field_words.words(path, "label", language) for path in not_held)
        guide.say("not_held_here", "outcome_partial", names=names)
    put_mark(guide.sheet, language, form.GUIDE)


class _Guide:
    """The sheet, written from top to bottom."""

    def __init__(self, book: Book, language: Language) -> None:
        self.language = language
        name = words.sheet_name(form.GUIDE, language)
        self.sheet: Sheet = book.sheet_named(name, _WIDTHS, landscape=False)
        self._row = 1

    def put(self, name: str, text: str, style: str = "plain") -> None:
        """Write a line over all columns, or with a name before it."""
        if name:
            self.sheet.put_row(self._row, [None, name, text], ["plain", "label", "text"])
        else:
            height = self.sheet.put_across(self._row, 1, _LAST, text, style)
            self.sheet.set_height(self._row, height)
        self._row += 1

    def say(self, key: str, style: str = "plain", **values: object) -> None:
        """Write a sentence of the guide."""
        self.put("", say(self.language, f"intake/guide/{key}", **values), style)

    def part(self, title: str, keys: Sequence[str]) -> None:
        """Write a heading with sentences below it."""
        self._row += 1
        self.say(title, "section")
        for key in keys:
            self.say(key)

    def legend(self) -> None:
        """Show what the cells look like."""
        self.part("legend", [])
        for key, style in (("input", "form_text"), ("header", "header"), ("note", "hint")):
            text = say(self.language, f"intake/guide/legend_{key}")
            height = self.sheet.put_across(self._row, 1, _LAST, text, style)
            self.sheet.set_height(self._row, height)
            self._row += 1
        self.say("legend_list")

    def table(self, sheets: Sequence[str]) -> None:
        """List the sheets with what is filled in there, and when."""
        self.part("sheets", [])
        heads = [say(self.language, f"intake/head/{key}") for key in ("sheet", "what", "when")]
        self.sheet.put_row(self._row, [None, *heads], ["plain", "header", "header", "header"])
        for path in sheets:
            self._row += 1
            when = "always" if path in ALWAYS else "relevant"
            texts = (
                words.sheet_name(path, self.language),
                words.sheet_about(path, self.language),
                "" if path == form.EXAMPLE else say(self.language, f"intake/when/{when}"),
            )
            styles = ["plain", "label", "text", "text"]
            self.sheet.put_row(self._row, [None, *texts], styles)
        self._row += 1
