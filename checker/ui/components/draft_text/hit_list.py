"""The list beside the text: what each rule finds, with a way to every place and back."""

from collections.abc import Mapping, Sequence

from checker.content.messages import criterion_name
from checker.models.draft_text import SwitchedOff
from checker.models.finding import TEXT_PATH, Outcome
from checker.models.rulebook import Rulebook
from checker.models.wording import cut
from checker.ui import state
from checker.ui.components.draft_text import switching
from checker.ui.components.draft_text.hits import Hit, Looked
from checker.ui.components.draft_text.marking import style_of
from checker.ui.components.draft_text.sayings import words
from checker.ui.components.findings import sources_html
from checker.ui.components.markup import esc, first_capital, fold, html, paragraph
from checker.ui.components.words import choice_label

Group = tuple[Looked, list[Hit]]
"""What a rule finds, with the hits of it that are wanted."""
_QUOTE = 110
_PLACES = 8
"""Places named of what is in order, in one line."""


def show(groups: Sequence[Group], here: Mapping[str, list[Hit]], rulebook: Rulebook) -> None:
    """Draw the list.

    Args:
        groups: by criterion.
        here: by rule, the hits in the piece of the text that is shown.
        rulebook: for the sources.
    """
    off = _switched_off()
    criterion = None
    for one, hits in groups:
        if hits and one.finding.rule not in here:
            continue
        if one.finding.criterion is not criterion:
            criterion = one.finding.criterion
            name = first_capital(criterion_name(criterion, state.language()))
            html(f'<h3 class="hit-criterion {criterion}">{esc(name)}</h3>')
        html(_group(one, hits, here.get(one.finding.rule, []), rulebook))
        switching.show_off(off.pop(one.finding.rule, ()))
        counts_only = not hits and one.finding.outcome in (Outcome.FAIL, Outcome.PARTIAL)
        switching.show_button(one.finding.rule, hits, counts_only=counts_only)
    _show_elsewhere([group for group in groups if group[1] and group[0].finding.rule not in here])
    rest = [choice for choices in off.values() for choice in choices]
    if rest:
        html(f"<h3>{esc(words('off/elsewhere'))}</h3>")
        switching.show_off(rest)


def show_silent(looked: Sequence[Looked]) -> None:
    """Draw the rules that have nothing against the text, folded away."""
    if looked:
        items = "".join(f"<li>{_line(one)}</li>" for one in looked)
        title = esc(words("silent", count=len(looked)))
        html(fold(title, f'<ul class="silent">{items}</ul>'))


def _show_elsewhere(groups: Sequence[Group]) -> None:
    """Name the rules that find something in other pieces of the text only."""
    if groups:
        lines = (_line(one, _counts(hits, hits)) for one, hits in groups)
        items = "".join(f"<li>{line}</li>" for line in lines)
        html(
            f"<h3>{esc(words('elsewhere'))}</h3>",
            paragraph(words("elsewhere_text"), "help"),
            f'<ul class="silent">{items}</ul>',
        )


def _switched_off() -> dict[str, list[tuple[int, SwitchedOff]]]:
    found: dict[str, list[tuple[int, SwitchedOff]]] = {}
    for position, choice in enumerate(state.regulation().text.switched_off):
        found.setdefault(choice.rule, []).append((position, choice))
    return found


def _group(one: Looked, hits: Sequence[Hit], here: Sequence[Hit], rulebook: Rulebook) -> str:
    finding, language = one.finding, state.language()
    problem = finding.problem or finding.message
    head = (
        f'<h4><span class="outcome {finding.outcome}">{esc(choice_label(finding.outcome))}</span> '
        f'{esc(finding.title.get(language))} <span class="rule-id">{esc(finding.rule)}</span></h4>'
    )
    uncounted = "" if one.counts else words("not_counted", reason=one.why_not)
    pieces = [
        head,
        paragraph(uncounted, "not-counted"),
        paragraph(problem.get(language) if problem != finding.title else ""),
        paragraph(_counts(hits, here), "help"),
        _places(here),
        fold(esc(words("advice_and_sources")), _advice(one, rulebook)),
    ]
    return f'<div class="hit-group {finding.criterion}">{"".join(pieces)}</div>'


def _counts(hits: Sequence[Hit], here: Sequence[Hit]) -> str:
    if not hits:
        return words("no_places")
    counted = sum(hit.switched_off is None for hit in hits)
    off = len(hits) - counted
    told = [words("count", count=counted)]
    if len(here) != len(hits):
        told.append(words("count_here", count=len(here)))
    if off:
        told.append(words("count_off", count=off))
    return ", ".join(told)


def _places(hits: Sequence[Hit]) -> str:
    rows = "".join(_place(hit) for hit in hits)
    return f'<ul class="hits">{rows}</ul>' if rows else ""


def _place(hit: Hit) -> str:
    label = esc(hit.label or words("no_article"))
    quote = esc(cut(hit.quote, _QUOTE))
    off = "" if hit.switched_off is None else f" <em>{esc(words('off/mark'))}</em>"
    return (
        f'<li id="item-{hit.number}" class="{style_of(hit)}">'
        f'<a href="#hit-{hit.number}"><span class="n">{hit.number}</span>{label}</a> '
        f'<q lang="nl">{quote}</q>{off}</li>'
    )


def _advice(one: Looked, rulebook: Rulebook) -> str:
    finding, language = one.finding, state.language()
    return "".join(
        [
            paragraph(finding.advice.get(language)),
            paragraph(finding.why.get(language), "help"),
            paragraph(finding.known_limits.get(language), "help"),
            sources_html(finding.sources, rulebook),
        ]
    )


def _line(one: Looked, told: str = "") -> str:
    finding, language = one.finding, state.language()
    outcome = f'<span class="outcome {finding.outcome}">{esc(choice_label(finding.outcome))}</span>'
    labels = dict.fromkeys(p.label for p in finding.where if p.path == TEXT_PATH and p.label)
    if finding.outcome is Outcome.PASS:
        told = told or ", ".join(list(labels)[:_PLACES])
    where = f" ({esc(told)})" if told else ""
    title = esc(finding.title.get(language))
    return f'{outcome} {title}{where} <span class="rule-id">{esc(finding.rule)}</span>'
