"""Inputs of the calculation: their value, how sure it is, and where it comes from."""

from collections.abc import Iterable

from checker.content import cost_words, say
from checker.models.cost import InputKind, Line, Provenance, Variable
from checker.ui.components.burden.view import View
from checker.ui.components.markup import esc, linked
from checker.ui.components.tables import Html, mark, table
from checker.ui.components.words import choice_label


def inputs_table(line: Line, view: View) -> str:
    """Return every input of a line with its range, certainty and source."""
    columns = [view.say(f"column/{name}") for name in
               ("input", "low", "middle", "high", "certainty", "source")]  # fmt: skip
    rows = [_row(variable, view) for variable in line.inputs.variables]
    for name, value in (("every_years", line.inputs.every_years),
                        ("lifetime", line.inputs.lifetime)):  # fmt: skip
        if value is not None:
            shown = view.exact(value)
            dossier = view.say(f"provenance/{Provenance.DOSSIER}")
            rows.append((view.say(f"plain_input/{name}"), "", shown, "", dossier, ""))
    caption = view.say("line/inputs", who=view.who(line))
    return table(caption, columns, rows, figures=slice(1, 4))


def marks(variable: Variable, view: View) -> Html:
    """Return the words that warn about an input, where there are any."""
    warnings = []
    if variable.illustrative:
        warnings.append(mark(view.say("mark/illustrative")))
    if not variable.verified:
        warnings.append(mark(view.say("mark/unverified")))
    return Html("".join(warnings))


def doubts(lines: Iterable[Line], view: View) -> Html:
    """Return the words that warn about amounts, where what they rest on is not certain.

    Args:
        lines: that add up to the amounts.
        view: in whose words.
    """
    found = tuple(lines)
    if not view.costs.is_doubtful(found):
        return Html("")
    inputs = [variable for line in found for variable in line.inputs.variables]
    told = [mark(view.say("mark/illustrative"))] if any(v.illustrative for v in inputs) else []
    if not told or not all(v.verified for v in inputs):
        told.append(mark(view.say("mark/unverified")))
    return Html("".join(told))


def source_html(variable: Variable, view: View) -> Html:
    """Return the source of an input, as a link where it has an address, and any conversion."""
    before = cost_words.conversion_text(variable, view.language)
    source = _linked(variable, view)
    return Html(f"{source}<br><small>{esc(before)}</small>") if before else source


def _linked(variable: Variable, view: View) -> Html:
    text = cost_words.source_text(variable, view.rulebook, view.language)
    entry = view.rulebook.sources.get(variable.source or "")
    is_ours = variable.provenance is Provenance.PARAMETER and entry is not None
    return Html(linked(text, entry.url if is_ours and entry else None))


def field_of(variable: Variable, line: Line) -> str:
    """Return the field of the form in which the value of an input is decided."""
    head, _, _ = variable.key.partition(":")
    if head == "tariff":
        return "costing.tariff_set"
    if head == "standard":
        return f"obligations[{line.obligation + 1}].activities[{line.activity + 1}].standard"
    return variable.key


def _row(variable: Variable, view: View) -> tuple[str, ...]:
    name = say(view.language, f"burden/input/{variable.kind}")
    if variable.kind in (InputKind.FIRMS, InputKind.OVERLAP):
        name = view.input_name(variable)
    elif ".overrides." in variable.key:
        name = view.say("line/own_of_class", name=name)
    middle = Html(esc(view.input_value(variable)) + marks(variable, view))
    low, high = (
        view.input_value(variable, value) if variable.is_range else ""
        for value in (variable.low, variable.high)
    )
    certainty = (
        choice_label(variable.certainty)
        if variable.provenance is Provenance.DOSSIER
        else view.say(f"provenance/{variable.provenance}")
    )
    return name, low, middle, high, certainty, source_html(variable, view)
