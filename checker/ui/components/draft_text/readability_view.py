"""How the regulation and its note read: measures, what they mean, and what is usual."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from checker.content import say
from checker.content.messages import share
from checker.models.text_facts import Readability
from checker.models.text_reading import TextReading
from checker.models.wording import written
from checker.ui import state
from checker.ui.components.draft_text.percentile_lines import percentile_lines
from checker.ui.components.draft_text.sayings import words
from checker.ui.components.markup import bullets, esc, html, paragraph
from checker.ui.components.tables import table


@dataclass(frozen=True)
class _Measure:
    """One line of the table."""

    name: str
    value: Callable[[Readability], float | None]
    is_share: bool = False


_MEASURES = (
    _Measure("sentences", lambda found: found.sentences),
    _Measure("words", lambda found: found.words),
    _Measure("words_per_sentence", lambda found: found.words_per_sentence),
    _Measure("over_25", lambda found: found.over_25, is_share=True),
    _Measure("over_40", lambda found: found.over_40, is_share=True),
    _Measure("over_60", lambda found: found.over_60, is_share=True),
    _Measure("flesch_douma", lambda found: found.flesch_douma),
    _Measure("brouwer", lambda found: found.brouwer),
    _Measure("uncommon", lambda found: found.uncommon, is_share=True),
    _Measure("passive", lambda found: found.passive_without_actor, is_share=True),
)


def show(reading: TextReading) -> None:
    """Draw the measures, and where they stand in the statute book."""
    body, note = reading.readability, reading.note_readability
    if body is None and note is None:
        html(paragraph(words("readability/nothing"), "empty"))
        return
    columns = [words(f"readability/{name}") for name in ("measure", "body", "note", "meaning")]
    rows = [
        (
            words(f"readability/measures/{measure.name}/label"),
            _figure(measure, body),
            _figure(measure, note),
            words(f"readability/measures/{measure.name}/meaning"),
        )
        for measure in _MEASURES
    ]
    html(
        paragraph(words("readability/intro"), "help"),
        table(words("readability/caption"), columns, rows, figures=slice(1, 3)),
    )
    instrument = state.regulation().identity.instrument or reading.recognised.instrument
    if lines := percentile_lines(reading, instrument):
        html(
            f"<h2>{esc(words('readability/statute_book'))}</h2>",
            bullets(lines),
            paragraph(words("readability/statute_book_note"), "help"),
        )


def _figure(measure: _Measure, found: Readability | None) -> str:
    if found is None:
        return "–"
    value = measure.value(found)
    if value is None:
        return say(state.language(), "reading/unknown")
    number = Decimal(str(value))
    return written(share(number) if measure.is_share else number, state.language())
