"""Scores, caps and verdicts, and the laws they keep."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks.question import Question
from checker.engine import CREDITS
from checker.models.assessment import CapKind, VerdictReasonCode
from checker.models.base import Text
from checker.models.finding import Finding, Outcome, Reason
from checker.models.rule import Criterion, Rule, Severity
from checker.models.rulebook import Scoring
from checker.rulebook.load import load
from checker.rulebook.locate import OWN_RULES
from checker.scoring import Scored, score

SCORING = load(OWN_RULES).scoring
WORD = Text(nl="x", en="x")
CHECK = Question.model_validate(
    {"kind": "question", "question": {"nl": "?", "en": "?"}, "answers": {"ja": 1, "nee": 0}}
)


def make(
    number: int,
    outcome: str,
    *,
    weight: int = 3,
    severity: str = "major",
    criterion: str = "clarity",
    incurable: bool = False,
    frameworks: tuple[str, ...] = (),
    reason: Reason | None = None,
) -> tuple[Rule, Finding]:
    """One rule and what it found."""
    rule = Rule.model_construct(
        id=f"XX-{number:02}", criterion=Criterion(criterion), weight=weight, check=CHECK,
        incurable=incurable, frameworks=frameworks,
    )  # fmt: skip
    found = Outcome(outcome)
    finding = Finding.model_construct(
        rule=rule.id, criterion=rule.criterion, title=WORD, outcome=found, reason=reason,
        severity=Severity(severity), weight=weight, credit=CREDITS.get(found),
        frameworks=frameworks,
    )  # fmt: skip
    return rule, finding


def run(*pairs: tuple[Rule, Finding], costs: bool = True, scoring: Scoring = SCORING) -> Scored:
    rules = {rule.id: rule for rule, _ in pairs}
    return score(
        [finding for _, finding in pairs], rules, scoring, phase_known=True, costs_known=costs
    )


def clarity(scored: Scored) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    item = scored.criteria[0]
    return item.score, item.low, item.high


def test_score_range_and_completeness() -> None:
    scored = run(
        make(1, "pass", weight=3), make(2, "partial", weight=1), make(3, "not_assessed", weight=1),
        make(4, "not_applicable", weight=5),
    )  # fmt: skip
    assert clarity(scored) == (Decimal("87.5"), Decimal("70.0"), Decimal("90.0"))
    assert scored.criteria[0].completeness == Decimal("0.8")
    assert scored.completeness == Decimal("0.8")


def test_a_criterion_without_applicable_rules_is_skipped() -> None:
    scored = run(make(1, "pass"), make(2, "not_applicable", criterion="eu_alignment"))
    assert [c.applicable for c in scored.criteria] == [True, False, False, False]
    assert scored.verdict.code == "workable"


def test_rules_that_need_a_text_count_only_where_there_is_one() -> None:
    scored = run(make(1, "pass"), make(2, "not_assessed", reason=Reason.NO_TEXT))
    assert scored.completeness == 1


@pytest.mark.parametrize(
    ("failed", "cap", "limit"),
    [
        ([{"weight": 3}], None, None),
        ([{"weight": 5}], CapKind.CORE_FAILED, 74),
        ([{"severity": "blocking", "weight": 1}], CapKind.BLOCKING_FAILED, 59),
        ([{"severity": "blocking", "weight": 5}], CapKind.BLOCKING_FAILED, 59),
        ([{"severity": "blocking", "weight": 1}] * 2, CapKind.BLOCKING_FAILED_TWICE, 39),
        ([{"severity": "blocking", "incurable": True}], CapKind.INCURABLE, 39),
    ],
)
def test_caps(failed: list[dict], cap: CapKind | None, limit: int | None) -> None:
    good = [make(n, "pass", weight=5) for n in range(10, 60)]
    bad = [make(n, "fail", **options) for n, options in enumerate(failed)]
    item = run(*good, *bad).criteria[0]
    assert (item.cap and item.cap.kind) == cap
    assert item.cap is None or (item.score == limit and item.high == limit)


def test_low_takes_open_blocking_rules_as_failed() -> None:
    good = [make(n, "pass", weight=5) for n in range(10, 60)]
    open_rule = make(1, "not_assessed", severity="blocking", weight=1)
    item = run(*good, open_rule).criteria[0]
    assert item.low == 59
    assert item.score == 100


def test_a_group_weighs_no_more_than_its_share() -> None:
    """Eleven self-rated answers of weight 1 beside one of 3: a quarter, not 11/14."""
    t11 = [
        make(n, "fail", weight=1, criterion="enforceability", frameworks=("t11.t1",))
        for n in range(11)
    ]
    scored = run(*t11, make(90, "pass", weight=3, criterion="enforceability"))
    assert scored.criteria[1].score == Decimal("75.0")


VERDICTS = [
    (100, "workable"), (75, "workable"), (74, "workable_if"), (60, "workable_if"),
    (59, "not_workable_unless"), (40, "not_workable_unless"), (39, "not_workable"),
    (0, "not_workable"),
]  # fmt: skip


@pytest.mark.parametrize(("percent", "code"), VERDICTS)
def test_the_worst_criterion_drives(percent: int, code: str) -> None:
    bad = [make(n, "pass" if n < percent else "fail") for n in range(100)]
    good = [make(n, "pass", criterion="eu_alignment") for n in range(100, 110)]
    scored = run(*bad, *good)
    assert scored.verdict.code == code
    assert scored.criteria[0].grade == code
    assert scored.verdict.reasons[0].criterion is Criterion.CLARITY


@pytest.mark.parametrize(
    ("pairs", "costs", "reason"),
    [
        ([], True, VerdictReasonCode.NOTHING_APPLIES),
        ([make(1, "pass")], False, VerdictReasonCode.COSTS_UNKNOWN),
        (
            [make(1, "pass", weight=5), make(2, "not_assessed", severity="blocking", weight=1)],
            True,
            VerdictReasonCode.BLOCKING_OPEN,
        ),
        (
            [make(1, "pass"), make(2, "not_assessed")],
            True,
            VerdictReasonCode.OVERALL_INCOMPLETE,
        ),
        (
            [
                make(1, "pass", weight=5),
                *(make(n, "pass", criterion="eu_alignment") for n in range(10, 20)),
                make(2, "pass", criterion="enforceability"),
                make(3, "not_assessed", criterion="enforceability"),
            ],
            True,
            VerdictReasonCode.CRITERION_INCOMPLETE,
        ),
    ],
    ids=["nothing", "costs", "blocking", "overall", "criterion"],
)
def test_withheld_when_too_little_is_known(
    pairs: list[tuple[Rule, Finding]], costs: bool, reason: VerdictReasonCode
) -> None:
    verdict = run(*pairs, costs=costs).verdict
    assert verdict.code == "withheld"
    assert reason in [r.code for r in verdict.reasons]


def test_lost_beyond_recovery_is_said_even_when_much_is_open() -> None:
    failed = [make(n, "fail") for n in range(7)]
    still_open = [make(n, "not_assessed") for n in range(10, 13)]
    verdict = run(*failed, *still_open, costs=False).verdict
    assert verdict.code == "not_workable"
    assert verdict.reasons[0].code is VerdictReasonCode.CANNOT_RECOVER


def test_the_best_verdict_needs_a_good_low() -> None:
    known = [make(n, "pass") for n in range(70)] + [make(n, "fail") for n in range(70, 75)]
    still_open = [make(n, "not_assessed") for n in range(100, 130)]
    scored = run(*known, *still_open)
    assert scored.criteria[0].grade == "workable"
    assert scored.verdict.code == "workable"
    shaky = run(*known[:50], *known[70:], *still_open[:23])
    assert shaky.criteria[0].low is not None
    assert shaky.criteria[0].score is not None
    assert shaky.criteria[0].low > 60
    barely = run(*known[:45], *known[70:], *still_open[:19], make(200, "fail"))
    assert barely.verdict.code == "workable"


def test_a_low_below_the_bound_takes_the_best_verdict_away() -> None:
    known = [make(n, "pass") for n in range(58)] + [make(n, "fail") for n in range(60, 75)]
    scored = run(*known, *(make(n, "not_assessed") for n in range(100, 127)))
    assert scored.criteria[0].score == Decimal("79.5")
    assert scored.criteria[0].low == Decimal("58.0")
    assert scored.verdict.code == "workable_if"
    assert scored.verdict.reasons[0].code is VerdictReasonCode.STILL_OPEN


def test_changes_say_what_would_really_be_gained() -> None:
    good = [make(n, "pass", weight=5) for n in range(10, 28)]
    blocking = make(1, "fail", severity="blocking", weight=5)
    minor = make(2, "fail", weight=5, severity="minor")
    first, second = run(*good, blocking, minor).changes
    assert (first.rule, first.points, first.unlocks_cap) == ("XX-01", Decimal("15.0"), True)
    assert (second.rule, second.points, second.unlocks_cap) == ("XX-02", Decimal("0.0"), False)
    assert second.points_without_caps == Decimal("5.0")


FINDINGS = st.lists(
    st.tuples(
        st.sampled_from(list(Outcome)), st.sampled_from([1, 3, 5]),
        st.sampled_from(list(Severity)), st.sampled_from(list(Criterion)), st.booleans(),
    ),
    max_size=40,
)  # fmt: skip


def build(rows: list) -> list[tuple[Rule, Finding]]:
    return [
        make(
            n, outcome, weight=weight, severity=severity, criterion=criterion,
            frameworks=("t11.t1",) if in_group else (),
        )
        for n, (outcome, weight, severity, criterion, in_group) in enumerate(rows)
    ]  # fmt: skip


@given(FINDINGS)
def test_low_score_high_are_in_order(rows: list) -> None:
    for item in run(*build(rows)).criteria:
        if item.score is not None:
            assert 0 <= item.low <= item.score <= item.high <= 100


@given(FINDINGS, st.randoms(use_true_random=False))
def test_the_order_of_rules_does_not_matter(rows: list, random: object) -> None:
    pairs = build(rows)
    shuffled = list(pairs)
    random.shuffle(shuffled)
    one, other = run(*pairs), run(*shuffled)
    assert one.verdict.code == other.verdict.code
    assert [(c.score, c.low, c.high) for c in one.criteria] == [
        (c.score, c.low, c.high) for c in other.criteria
    ]


@given(FINDINGS, st.data())
def test_answering_an_open_rule_stays_within_the_range(rows: list, data: st.DataObject) -> None:
    """What is found out later never leaves the range that was promised."""
    pairs = build(rows)
    open_ones = [i for i, (_, f) in enumerate(pairs) if f.outcome is Outcome.NOT_ASSESSED]
    before = run(*pairs)
    for index in open_ones:
        outcome = data.draw(st.sampled_from([Outcome.PASS, Outcome.PARTIAL, Outcome.FAIL]))
        rule, finding = pairs[index]
        update = {"outcome": outcome, "credit": CREDITS[outcome]}
        pairs[index] = (rule, finding.model_copy(update=update))
    for old, new in zip(before.criteria, run(*pairs).criteria, strict=True):
        if new.score is not None:
            assert old.low <= new.score <= old.high


@given(FINDINGS)
def test_a_change_delivers_what_it_promises(rows: list) -> None:
    pairs = build(rows)
    before = run(*pairs)
    scores = {item.criterion: item.score for item in before.criteria}
    for change in before.changes:
        better = [
            (rule, finding.model_copy(update={"outcome": Outcome.PASS, "credit": Decimal(1)}))
            if rule.id == change.rule
            else (rule, finding)
            for rule, finding in pairs
        ]
        after = {item.criterion: item.score for item in run(*better).criteria}
        assert after[change.criterion] - scores[change.criterion] == change.points
