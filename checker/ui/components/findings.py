"""Findings as text that folds open, filtered or in the order of a framework."""

from collections.abc import Iterable

from checker.content import say
from checker.content.messages import criterion_name, place_text, reason_text
from checker.models.assessment import Assessment, FrameworkView
from checker.models.finding import TEXT_PATH, Finding, Outcome, Place
from checker.models.rule import Severity
from checker.models.rulebook import Rulebook, SourceEntry
from checker.models.wording import cut, written
from checker.ui import state
from checker.ui.components.markup import definition, esc, fold, html, linked, paragraph
from checker.ui.components.words import choice_label

_ORDER = (Outcome.FAIL, Outcome.PARTIAL, Outcome.NOT_ASSESSED, Outcome.PASS, Outcome.NOT_APPLICABLE)
_SEVERITIES = list(Severity)
_QUOTES, _LONGEST_QUOTE = 5, 160
_TEXT_PAGE = "tekst"
"""Address of the page with the text; a click goes there by the menu (see the shell)."""


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return ``findings`` with what weighs most first."""
    return sorted(
        findings,
        key=lambda f: (_ORDER.index(f.outcome), _SEVERITIES.index(f.severity), -f.weight, f.rule),
    )


def matching(
    findings: Iterable[Finding], criterion: str, outcomes: Iterable[Outcome], text: str
) -> list[Finding]:
    """Return the findings of a criterion ("" for all) and outcomes in which all words occur."""
    wanted, words = set(outcomes), text.casefold().split()
    return [
        finding
        for finding in findings
        if criterion in ("", finding.criterion)
        and finding.outcome in wanted
        and all(word in _searched(finding) for word in words)
    ]


def show(findings: Iterable[Finding], rulebook: Rulebook) -> None:
    """Draw findings, each folded."""
    html('<div class="findings">', *(_folded(finding, rulebook) for finding in findings), "</div>")


def show_framework(view: FrameworkView, assessment: Assessment, rulebook: Rulebook) -> None:
    """Draw the findings in the order of one framework."""
    language = state.language()
    pieces = [paragraph(_framework_source(view, rulebook), "help")]
    for answer in view.answers:
        found = worst_first(assessment.finding(rule) for rule in answer.rules)
        pieces.append(f"<h3>{esc(answer.title.get(language))}</h3>")
        pieces.append(paragraph(answer.question.get(language), "help"))
        if found:
            counts = ((o, sum(1 for f in found if f.outcome is o)) for o in _ORDER)
            tally = ", ".join(f"{n} × {choice_label(o).lower()}" for o, n in counts if n)
            pieces.append(paragraph(tally, "tally"))
            pieces.append('<div class="findings">')
            pieces += [_folded(finding, rulebook) for finding in found]
            pieces.append("</div>")
        else:
            pieces.append(paragraph(say(language, "report/frameworks/no_rule"), "empty"))
    html(*pieces)


def sources_html(names: Iterable[str], rulebook: Rulebook) -> str:
    """Return sources as links, each with a word on whether it was read at the source."""
    rows = "".join(f"<li>{_source(rulebook.sources[name])}</li>" for name in names)
    return f'<ul class="sources">{rows}</ul>'


def _source(source: SourceEntry) -> str:
    language = state.language()
    title = linked(source.title.get(language), source.url)
    details = []
    if not source.verified:
        details.append(
            f'<strong class="unverified">{esc(say(language, "ui/source/to_verify"))}</strong>'
        )
    if source.consulted is not None:
        day = written(source.consulted, language)
        details.append(esc(say(language, "ui/source/consulted", day=day)))
    if source.note is not None:
        details.append(esc(source.note.get(language)))
    return f"{title}{' · ' if details else ''}{' · '.join(details)}"


def _framework_source(view: FrameworkView, rulebook: Rulebook) -> str:
    source = rulebook.sources[view.source]
    language = state.language()
    state_of = "" if source.verified else f" ({say(language, 'ui/source/to_verify')})"
    return f"{say(language, 'ui/source/framework', title=source.title.get(language))}{state_of}"


def _folded(finding: Finding, rulebook: Rulebook) -> str:
    language = state.language()
    outcome = f'<span class="outcome {finding.outcome}">{esc(choice_label(finding.outcome))}</span>'
    blocking = ""
    if finding.severity is Severity.BLOCKING and finding.outcome is not Outcome.PASS:
        blocking = f' <span class="blocking">{esc(choice_label(finding.severity))}</span>'
    summary = (
        f'{outcome}<span class="finding-title">{esc(finding.message.get(language))}</span>'
        f'{blocking}<span class="rule-id">{esc(finding.rule)}</span>'
    )
    return fold(summary, _details(finding, rulebook), f"finding {finding.outcome}")


def _details(finding: Finding, rulebook: Rulebook) -> str:
    language = state.language()

    def named(name: str, text: str) -> tuple[str, str]:
        return say(language, f"ui/finding/{name}"), esc(text)

    fields = (place for place in finding.where if place.path != TEXT_PATH)
    places = dict.fromkeys(place_text(place, language) for place in fields)
    weight = say(
        language,
        "ui/finding/weight_text",
        criterion=criterion_name(finding.criterion, language),
        weight=finding.weight,
        severity=choice_label(finding.severity).lower(),
    )
    title = finding.title.get(language)
    wants_advice = finding.outcome not in (Outcome.PASS, Outcome.NOT_APPLICABLE)
    return definition(
        [
            named("rule", "" if title == finding.message.get(language) else title),
            named("reason", reason_text(finding, language)),
            named("where", "; ".join(places)),
            (say(language, "text_ui/finding/quotes"), quotes_html(finding)),
            named("why", finding.why.get(language)),
            named("advice", finding.advice.get(language) if wants_advice else ""),
            named("explanation", finding.explanation or ""),
            named("evidence", finding.evidence or ""),
            named("limits", finding.known_limits.get(language)),
            (say(language, "ui/finding/sources"), sources_html(finding.sources, rulebook)),
            named("weight", weight),
        ]
    )


def quotes_html(finding: Finding) -> str:
    """Return the first places in the text, the reason where one was switched off, and the way."""
    places = [place for place in finding.where if place.path == TEXT_PATH]
    if not places:
        return ""
    language = state.language()
    rows = [_quoted(place) for place in places[:_QUOTES]]
    if (more := len(places) - _QUOTES) > 0:
        rows.append(f"<li>{esc(say(language, 'text_ui/finding/more', count=more))}</li>")
    way = esc(say(language, "text_ui/finding/open"))
    return (
        f'<ul class="quotes">{"".join(rows)}</ul>'
        f'<button type="button" class="way" data-page="{_TEXT_PAGE}">{way}</button>'
    )


def _quoted(place: Place) -> str:
    language = state.language()
    label = f"{esc(place.label)}: " if place.label else ""
    quote = f'{label}<q lang="nl">{esc(cut(place.quote or "", _LONGEST_QUOTE))}</q>'
    if place.switched_off is None:
        return f"<li>{quote}</li>"
    told = say(language, "text_ui/finding/off", reason=cut(place.switched_off, _LONGEST_QUOTE))
    return f'<li class="off">{quote} <em>({esc(told)})</em></li>'


def _searched(finding: Finding) -> str:
    language = state.language()
    texts = (finding.title, finding.message, finding.why, finding.advice)
    return f"{finding.rule} {' '.join(text.get(language) for text in texts)}".casefold()
