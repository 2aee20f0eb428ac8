"""The one use case: a regulation and a rulebook become an Assessment."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from checker import __version__, burden, engine, figures, frameworks, scoring
from checker.content import both
from checker.legal_text.proposals import draft, identity_of
from checker.legal_text.reading import read_stored
from checker.legal_text.stored import to_stored
from checker.models.assessment import Assessment, Receipt
from checker.models.context import Available, Context, Missing, Slot
from checker.models.cost import Burden
from checker.models.facts import estimates_in
from checker.models.figure import FigureId
from checker.models.finding import Finding, Reason
from checker.models.legal_text import Block
from checker.models.parameters import Parameters
from checker.models.regulation import SCHEMA_VERSION, Phase, Regulation
from checker.models.rule import Result, Rule
from checker.models.rulebook import Rulebook
from checker.models.text_reading import TextReading
from checker.models.wording import fill
from checker.readers import dossier


def assess(regulation: Regulation, rulebook: Rulebook, today: date) -> Assessment:
    """Assess ``regulation`` by the stable rules of ``rulebook``.

    Args:
        regulation: the description; anything may be unknown.
        rulebook: rules, frameworks, scoring and sources.
        today: date of the assessment, and reference date where the dossier gives none.

    Returns:
        Findings, scores, verdict, the changes that help most, and the receipt. The same input
        gives the same result on any machine.
    """
    costs = burden.calculate(
        regulation, rulebook.parameters, regulation.identity.reference_date or today
    )
    context = prepare(regulation, costs, today)
    rules = rulebook.stable_rules
    findings = tuple(_worded(finding) for finding in engine.find_all(rules, context))
    scored = scoring.score(
        findings,
        {rule.id: rule for rule in rules},
        rulebook.scoring,
        phase_known=regulation.identity.phase is not None,
        costs_known=_costs_known(context),
    )
    findings = tuple(_beside(finding, scored.counted_with) for finding in findings)
    return Assessment.model_construct(
        receipt=_receipt(regulation, rulebook, context, today),
        regulation=regulation,
        verdict=scored.verdict,
        disclaimer=rulebook.scoring.disclaimer,
        completeness=scored.completeness,
        criteria=scored.criteria,
        findings=findings,
        changes=scored.changes,
        illustrative=sum(estimate.illustrative for estimate in estimates_in(regulation)),
        frameworks=frameworks.group(findings, rulebook.frameworks),
        burden=costs,
    )


def _beside(finding: Finding, counted_with: Mapping[str, str]) -> Finding:
    """Say with which rule a finding counts, where that one says the same."""
    other = counted_with.get(finding.rule)
    return finding if other is None else finding.model_copy(update={"counted_with": other})


def _worded(finding: Finding) -> Finding:
    """Where only the evidence is lacking, the rule's own message and advice would mislead."""
    if finding.reason is not Reason.EVIDENCE_MISSING:
        return finding
    message = fill(both("results/evidence_missing/message"), {"title": finding.title})
    advice = both("results/evidence_missing/advice")
    return finding.model_copy(update={"message": message, "advice": advice})


_NOTHING_KNOWN = Regulation()


@dataclass(frozen=True)
class TextAssessment:
    """What a text alone shows: a finding of each rule about texts, and what was recognised."""

    reading: TextReading
    regulation: Regulation
    """The dossier that the text proposes."""
    findings: tuple[Finding, ...]


def assess_text(blocks: Sequence[Block], name: str | None, rulebook: Rulebook) -> TextAssessment:
    """Assess a text without a dossier, by the rules that look at the text.

    Args:
        blocks: the text as a reader gives it.
        name: of the file it came from.
        rulebook: rules; those on answers, facts and costs are left out.
    """
    body = to_stored(blocks)
    reading = read_stored(body)
    regulation = draft(reading, body, name, rulebook.parameters)
    rules = [rule for rule in rulebook.stable_rules if rule.check.needs_text]
    findings = find_in_text(reading, rules)
    return TextAssessment(reading, regulation, findings)


def find_in_text(
    reading: TextReading, rules: Iterable[Rule], known: Regulation = _NOTHING_KNOWN
) -> tuple[Finding, ...]:
    """Return what rules about texts find in ``reading``; each is taken to be due.

    Args:
        reading: the text.
        rules: those to judge by.
        known: what is known beside the text: who the regulation is, and what was switched off.
    """
    return engine.find_all(rules, _context_of(reading, known))


def judge_in_text(reading: TextReading, rules: Iterable[Rule]) -> tuple[Result, ...]:
    """Return what rules about texts conclude of ``reading``, without the words of a finding."""
    return engine.judge_all(rules, _context_of(reading, _NOTHING_KNOWN))


def _context_of(reading: TextReading, known: Regulation) -> Context:
    """Return what a rule about texts sees where there is little more than the text."""
    told = {name: value for name, value in known.identity if value is not None}
    update = told | {"phase": Phase.ADOPTION}
    return Context(
        regulation=Regulation(
            identity=identity_of(reading).model_copy(update=update), text=known.text
        ),
        reference_date=date.min,
        text=Available(reading),
        figures={},
    )


def judge(rule: Rule, regulation: Regulation, parameters: Parameters) -> Finding:
    """Return what one rule finds; used to run the examples inside the rules."""
    day = regulation.identity.reference_date or date.min
    costs = burden.calculate(regulation, parameters, day)
    return engine.find(rule, prepare(regulation, costs, day))


def prepare(regulation: Regulation, costs: Burden, today: date) -> Context:
    """Return what rules see of ``regulation``, which costs ``costs``.

    ``today`` is the reference date of last resort.
    """
    return Context(
        regulation=regulation,
        reference_date=regulation.identity.reference_date or today,
        text=_text_of(regulation),
        figures=figures.compute(regulation, costs),
    )


def _text_of(regulation: Regulation) -> Slot[TextReading]:
    body = regulation.text.body
    return Missing(Reason.NO_TEXT) if body is None else Available(read_stored(body))


def _costs_known(context: Context) -> bool:
    slot = context.figures[FigureId.SMALL_CLASSES_UNQUANTIFIED]
    return isinstance(slot, Available) and slot.value.value == Decimal(0)


def _receipt(regulation: Regulation, rulebook: Rulebook, context: Context, today: date) -> Receipt:
    return Receipt(
        software_version=__version__,
        ruleset_version=rulebook.scoring.version,
        ruleset_hash=rulebook.content_hash,
        parameters_edition=rulebook.parameters.general.edition,
        schema_version=SCHEMA_VERSION,
        input_hash=hashlib.sha256(dossier.to_json(regulation).encode()).hexdigest(),
        assessed_on=today,
        reference_date=context.reference_date,
    )
