"""The outcome of an assessment: verdict, criteria, and what would help most."""

from decimal import Decimal

from checker.content import say
from checker.content.messages import (
    caveats,
    criterion_name,
    no_rule_text,
    share,
    verdict_reason_text,
)
from checker.models.assessment import Assessment, Change, CriterionScore
from checker.models.rulebook import Rulebook
from checker.models.wording import written
from checker.ui import state
from checker.ui.components.markup import bullets, esc, first_capital, html, paragraph


def show_verdict(assessment: Assessment) -> None:
    """Draw the verdict with its reasons; below it whose verdict it is."""
    language = state.language()
    verdict = assessment.verdict
    reasons = (verdict_reason_text(reason, assessment, language) for reason in verdict.reasons)
    known = say(language, "ui/score/known_overall", value=share(assessment.completeness))
    html(
        f'<section class="verdict verdict-{esc(verdict.code)}" aria-labelledby="verdict">',
        f'<p class="over">{esc(say(language, "ui/score/verdict"))}</p>',
        f'<h2 id="verdict">{esc(verdict.label.get(language))}</h2>',
        bullets(reasons),
        paragraph(known, "known"),
        *(paragraph(caveat, "caveat") for caveat in caveats(assessment, language)),
        paragraph(assessment.disclaimer.get(language), "disclaimer"),
        "</section>",
    )


def show_criteria(assessment: Assessment, rulebook: Rulebook) -> None:
    """Draw the four criteria: score, range and completeness in words, with a bar beside them."""
    cards = (_criterion(score, assessment, rulebook) for score in assessment.criteria)
    html('<div class="criteria">', *cards, "</div>")


def change_html(change: Change, assessment: Assessment) -> str:
    """Return one change that would help: what to do, and what it brings."""
    language = state.language()
    finding = assessment.finding(change.rule)
    gain = say(
        language,
        "ui/score/gain",
        points=change.points,
        criterion=criterion_name(change.criterion, language),
    )
    if not change.points:
        gain = say(
            language,
            "ui/score/gain_under_cap",
            points=change.points_without_caps,
            criterion=criterion_name(change.criterion, language),
        )
    if change.unlocks_cap:
        gain = f"{gain} {say(language, 'ui/score/unlocks_cap')}"
    return (
        f'<div class="change"><h3>{esc(finding.message.get(language))}</h3>'
        f"<p>{esc(finding.advice.get(language))}</p>"
        f'<p class="gain">{esc(gain)} <span class="rule-id">{esc(change.rule)}</span></p></div>'
    )


def _grade(score: CriterionScore, rulebook: Rulebook) -> str:
    """Return what the criterion would mean by itself; nothing good of what is hardly known."""
    language, scoring = state.language(), rulebook.scoring
    enough = scoring.withholding.criterion_completeness.value
    label = next((v.label for v in scoring.verdicts if v.code == score.grade), None)
    if label is None or score.completeness is None or score.completeness < enough:
        return say(language, "ui/score/too_little", bound=share(enough))
    return say(language, "ui/score/grade", grade=label.get(language))


def _criterion(score: CriterionScore, assessment: Assessment, rulebook: Rulebook) -> str:
    language = state.language()
    name = esc(first_capital(criterion_name(score.criterion, language)))
    if not score.applicable:
        text = esc(first_capital(no_rule_text(score.criterion, assessment, language)) + ".")
        return f'<article class="criterion"><h3>{name}</h3><p>{text}</p></article>'
    assert score.low is not None
    assert score.high is not None
    assert score.completeness is not None
    enough = rulebook.scoring.withholding.criterion_completeness.value
    shown = score.score if score.completeness >= enough else None
    lines = [
        _big(shown),
        _bar(shown, score.low, score.high),
        paragraph(_range(score.low, score.high)),
        paragraph(say(language, "ui/score/known", value=share(score.completeness))),
    ]
    lines.append(paragraph(_grade(score, rulebook), "grade"))
    if score.cap is not None:
        cause = say(language, f"results/cap/{score.cap.kind}")
        text = say(
            language, "ui/score/cap", cause=cause, limit=score.cap.limit, rules=score.cap.rules
        )
        lines.append(paragraph(text, "cap"))
    return f'<article class="criterion"><h3>{name}</h3>{"".join(lines)}</article>'


def _range(low: Decimal, high: Decimal) -> str:
    if low == high:
        return say(state.language(), "ui/score/settled")
    return say(state.language(), "ui/score/range", low=low, high=high)


def _big(score: Decimal | None) -> str:
    """Write the score large; a figure that rests on hardly anything would be taken for one."""
    language = state.language()
    if score is None:
        return paragraph(say(language, "ui/score/no_score"), "score none")
    out_of = esc(say(language, "ui/score/out_of"))
    return f'<p class="score"><strong>{esc(written(score, language))}</strong> {out_of}</p>'


def _bar(score: Decimal | None, low: Decimal, high: Decimal) -> str:
    """A picture of what the text beside it says, so hidden from screen readers."""
    mark = f'<span class="mark" style="left:{score}%"></span>' if score is not None else ""
    return (
        f'<div class="bar" aria-hidden="true"><span class="reach" style="left:{low}%;'
        f'width:{max(high - low, Decimal(1))}%"></span>{mark}</div>'
    )
