"""An assessment and the rules as plain text for a terminal."""

from collections.abc import Iterator
from decimal import Decimal

from checker.content import messages, say
from checker.models.assessment import Assessment, Change, CriterionScore
from checker.models.base import Language
from checker.models.finding import Finding, Outcome, Place, Reason
from checker.models.rule import Rule, Severity
from checker.models.rulebook import Rulebook
from checker.models.wording import cut

_BAR_WIDTH = 20
_SHOWN = (Outcome.FAIL, Outcome.PARTIAL)
_OPEN_SHOWN = 10
_PLACES_SHOWN = 3
_QUOTE = 90


def assessment(result: Assessment, rulebook: Rulebook, language: Language) -> str:
    """Return verdict, reasons, criteria, the changes that help most, and what is wrong or open."""
    return "\n".join(_assessment_lines(result, rulebook, language))


def _assessment_lines(result: Assessment, rulebook: Rulebook, language: Language) -> Iterator[str]:
    identity = result.regulation.identity
    yield identity.title or say(language, "cli/untitled")
    if identity.draft:
        yield identity.draft
    yield ""
    yield say(language, "cli/verdict", verdict=result.verdict.label)
    for reason in result.verdict.reasons:
        yield "  - " + messages.verdict_reason_text(reason, result, language)
    for caveat in messages.caveats(result, language):
        yield "  " + caveat
    yield "  " + result.disclaimer.get(language)
    yield ""
    yield from _criteria_lines(result, rulebook, language)
    if result.changes:
        yield ""
        yield say(language, "cli/changes")
        for number, change in enumerate(result.changes, start=1):
            yield from _change_lines(number, change, result, language)
    yield ""
    yield from _finding_lines(result, _unverified(rulebook), language)
    yield ""
    yield say(
        language,
        "cli/receipt",
        software=result.receipt.software_version,
        ruleset=result.receipt.ruleset_version,
        hash=result.receipt.ruleset_hash[:12],
        input=result.receipt.input_hash[:12],
        date=result.receipt.assessed_on,
    )


def _criteria_lines(result: Assessment, rulebook: Rulebook, language: Language) -> Iterator[str]:
    names = {c: messages.criterion_name(c.criterion, language) for c in result.criteria}
    width = max(map(len, names.values()))
    needed = rulebook.scoring.withholding.criterion_completeness.value
    for item, name in names.items():
        enough = item.completeness is not None and item.completeness >= needed
        text = _score_text(item, result, enough, language)
        yield f"  {name:<{width}}  {_bar(item.score if enough else None)}  {text}"


def _bar(score: Decimal | None) -> str:
    filled = 0 if score is None else int(score * _BAR_WIDTH / 100)
    return "#" * filled + "." * (_BAR_WIDTH - filled)


def _score_text(item: CriterionScore, result: Assessment, enough: bool, language: Language) -> str:
    if item.completeness is None or item.low is None or item.high is None:
        return messages.no_rule_text(item.criterion, result, language)
    return say(
        language,
        "cli/criterion" if enough else "cli/criterion_provisional",
        score=item.score or "",
        low=item.low,
        high=item.high,
        known=messages.share(item.completeness),
    )


def _change_lines(
    number: int, change: Change, result: Assessment, language: Language
) -> Iterator[str]:
    finding = result.finding(change.rule)
    yield say(
        language,
        "cli/change_unlocks" if change.unlocks_cap else "cli/change",
        number=number,
        rule=change.rule,
        points=change.points,
        criterion=messages.criterion_name(change.criterion, language),
        message=finding.message,
    )
    yield "     " + finding.advice.get(language)


def _unverified(rulebook: Rulebook) -> frozenset[str]:
    return frozenset(
        rule.id
        for rule in rulebook.rules
        if not rulebook.verified(rule) and not rulebook.is_own_choice(rule)
    )


def _finding_lines(
    result: Assessment, unverified: frozenset[str], language: Language
) -> Iterator[str]:
    wrong = [f for f in result.findings if f.outcome in _SHOWN]
    open_findings = [f for f in result.findings if f.outcome is Outcome.NOT_ASSESSED]
    declared = [f for f in result.findings if f.reason is Reason.DECLARED_NOT_APPLICABLE]
    yield say(language, "cli/findings", count=len(wrong))
    for finding in wrong:
        yield _finding_line(finding, finding.rule in unverified, language)
        yield from _place_lines(finding, language)
    if count := sum(finding.rule in unverified for finding in wrong):
        yield say(language, "cli/unverified_note", count=count)
    yield ""
    yield say(language, "cli/open", count=len(open_findings))
    if open_findings:
        yield say(language, "cli/open_first")
    open_findings.sort(key=lambda f: (f.severity is not Severity.BLOCKING, -f.weight))
    for finding in open_findings[:_OPEN_SHOWN]:
        yield f"  {finding.rule}  {finding.title.get(language)}"
        yield f"          {messages.reason_text(finding, language)}"
    if (more := len(open_findings) - _OPEN_SHOWN) > 0:
        yield say(language, "cli/open_more", count=more)
    yield from _within_bounds(result, language)
    yield from _set_aside(result, language)
    if declared:
        yield ""
        yield say(language, "cli/declared", count=len(declared))
    for finding in declared:
        yield f"  {finding.rule}  {finding.title.get(language)}"
        yield say(language, "cli/declared_reason", reason=finding.explanation or "")


def _finding_line(finding: Finding, unverified: bool, language: Language) -> str:
    outcome = say(language, f"choices/Outcome/{finding.outcome}")
    reason = messages.reason_text(finding, language)
    note = f" ({reason})" if reason else ""
    mark = "*" if unverified else " "
    return f"  {finding.rule}{mark} [{outcome}] {finding.message.get(language)}{note}"


def _place_lines(finding: Finding, language: Language) -> Iterator[str]:
    """Yield the first words of the text that a rule has something against."""
    for place in finding.hits[:_PLACES_SHOWN]:
        yield f"          {place_line(place, language)}"
    if (more := len(finding.hits) - _PLACES_SHOWN) > 0:
        yield "        " + say(language, "cli/open_more", count=more)


def place_line(place: Place, language: Language) -> str:
    """Return where words of the text stand, and the words."""
    label = place.label or say(language, "reading/no_article")
    return f"{label}: “{cut(place.quote or '', _QUOTE)}”"


def _within_bounds(result: Assessment, language: Language) -> Iterator[str]:
    """Yield what rules about the text found, but too little to fail."""
    found = [f for f in result.findings if f.outcome is Outcome.PASS and f.hits]
    if found:
        yield ""
        yield say(language, "cli/within_bounds", count=len(found))
    for finding in found:
        yield f"  {finding.rule}  {(finding.problem or finding.message).get(language)}"
        yield from _place_lines(finding, language)


def _set_aside(result: Assessment, language: Language) -> Iterator[str]:
    """Yield the places that were switched off, with the reason, where others of the rule count."""
    aside = [
        (finding, place)
        for finding in result.findings
        for place in finding.set_aside
        if finding.reason is not Reason.DECLARED_NOT_APPLICABLE
    ]
    if aside:
        yield ""
        yield say(language, "cli/switched_off", count=len(aside))
    for finding, place in aside:
        yield f"  {finding.rule}  {place_line(place, language)}"
        yield say(language, "cli/declared_reason", reason=place.switched_off or "")


def rules(rulebook: Rulebook, language: Language) -> str:
    """Return one line a rule: id, criterion, status, kind, verified, title."""
    rows = [
        (
            rule.id,
            messages.criterion_name(rule.criterion, language),
            say(language, f"choices/Status/{rule.status}"),
            rule.check.kind,
            _rule_state(rule, rulebook, language),
            rule.title.get(language),
        )
        for rule in rulebook.rules
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    return "\n".join(
        "  ".join([*(f"{row[i]:<{widths[i]}}" for i in range(5)), row[5]]) for row in rows
    )


def _rule_state(rule: Rule, rulebook: Rulebook, language: Language) -> str:
    if rulebook.is_own_choice(rule):
        return say(language, "results/source/own")
    return say(language, "cli/verified" if rulebook.verified(rule) else "cli/unverified")


def rule(shown: Rule, rulebook: Rulebook, language: Language) -> str:
    """Return everything a reader wants to know of one rule."""
    return "\n".join(_rule_lines(shown, rulebook, language))


def _rule_lines(shown: Rule, rulebook: Rulebook, language: Language) -> Iterator[str]:
    yield f"{shown.id}  {shown.title.get(language)}"
    yield messages.rule_facts(shown, language)
    parts = {
        "question": shown.check.question_text,
        "message": shown.message,
        "why": shown.why,
        "advice": shown.advice,
        "known_limits": shown.known_limits,
    }
    for name, text in parts.items():
        if text is not None:
            yield f"{say(language, f'cli/rule/{name}')}: {text.get(language)}"
    yield say(language, "cli/rule/sources") + ":"
    for name in shown.sources:
        source = rulebook.sources[name]
        mark = "" if source.verified else f" ({say(language, 'cli/unverified')})"
        yield f"  - {source.title.get(language)}{mark} {source.url or ''}".rstrip()
    if shown.frameworks:
        yield say(language, "cli/rule/frameworks") + ": " + ", ".join(shown.frameworks)
    yield say(language, "cli/rule/examples") + ":"
    for example in shown.examples:
        outcome = say(language, f"choices/Outcome/{example.expect}")
        yield f"  - {example.name}: {outcome}"
