"""Scores, caps and verdicts, and the laws they keep."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
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


def passing(pairs: Iterable[tuple[Rule, Finding]], name: str) -> list[tuple[Rule, Finding]]:
    """The same findings, of which one passes."""
    update = {"outcome": Outcome.PASS, "credit": Decimal(1)}
    return [
        (rule, finding.model_copy(update=update) if rule.id == name else finding)
        for rule, finding in pairs
    ]


@given(FINDINGS)
def test_a_change_delivers_what_it_promises(rows: list) -> None:
    pairs = build(rows)
    before = run(*pairs)
    scores = {item.criterion: item.score for item in before.criteria}
    for change in before.changes:
        after = {item.criterion: item.score for item in run(*passing(pairs, change.rule)).criteria}
        assert after[change.criterion] - scores[change.criterion] == change.points


# --- rules that say the same --------------------------------------------------------------------


def overlapping(
    main: str, other: str, *, weight: int = 1, main_weight: int = 3
) -> list[tuple[Rule, Finding]]:
    rule, finding = make(2, other, weight=weight)
    return [
        make(1, main, weight=main_weight),
        (rule.model_copy(update={"overlaps": "XX-01"}), finding),
        make(3, "pass", weight=1),
    ]


def test_of_two_rules_that_say_the_same_only_one_costs_points() -> None:
    scored = run(*overlapping("fail", "fail"))
    assert scored.criteria[0].score == Decimal("25.0")  # 1 of 1 + 3, and not of 1 + 3 + 1
    assert scored.counted_with == {"XX-02": "XX-01"}
    assert "XX-02" not in {change.rule for change in scored.changes}


def test_the_one_that_costs_most_counts() -> None:
    scored = run(*overlapping("partial", "fail", weight=3))
    assert scored.counted_with == {"XX-01": "XX-02"}
    assert scored.criteria[0].score == Decimal("25.0")


@pytest.mark.parametrize("main", ["pass", "not_assessed", "not_applicable"])
def test_a_rule_counts_by_itself_where_the_other_does_not_fall_short(main: str) -> None:
    scored = run(*overlapping(main, "fail"))
    assert scored.counted_with == {}
    assert scored.criteria[0].score == (Decimal("80.0") if main == "pass" else Decimal("50.0"))


def test_a_blocking_defect_keeps_its_ceiling_beside_one_that_says_the_same() -> None:
    pairs = overlapping("fail", "fail")
    pairs[0] = make(1, "fail", weight=3, severity="blocking")
    assert run(*pairs).criteria[0].cap is not None


CREDITED = st.sampled_from(["pass", "partial", "fail", "not_assessed"])


@given(CREDITED, CREDITED, st.sampled_from([1, 3]), st.integers(1, 6))
def test_doing_worse_never_helps(main: str, other: str, weight: int, others: int) -> None:
    order = ["pass", "partial", "fail"]
    rest = [make(n, "partial", weight=1) for n in range(10, 10 + others)]

    def total(one: str, two: str) -> Decimal:
        found = run(*overlapping(one, two, weight=weight), *rest).criteria[0].score
        assert found is not None
        return found

    if main in order[:2]:
        assert total(order[order.index(main) + 1], other) <= total(main, other)
    if other in order[:2]:
        assert total(main, order[order.index(other) + 1]) <= total(main, other)


@given(CREDITED, CREDITED, st.sampled_from([1, 3]))
def test_a_change_beside_one_that_says_the_same_is_worth_what_it_says(
    main: str, other: str, weight: int
) -> None:
    pairs = overlapping(main, other, weight=weight)
    before = run(*pairs)
    for change in before.changes:
        after = run(*passing(pairs, change.rule)).criteria[0].score
        score_before = before.criteria[0].score
        assert after is not None
        assert score_before is not None
        assert after - score_before == change.points


def test_low_is_where_the_open_one_fails_beside_one_that_says_the_same() -> None:
    """Failing, it takes away the half point that the other earns."""
    rest = [make(n, "fail", weight=1) for n in range(10, 13)]
    before = run(*overlapping("not_assessed", "partial"), *rest).criteria[0]
    after = run(*overlapping("fail", "partial"), *rest).criteria[0]
    assert before.low == after.score == after.low


def test_a_blocking_defect_that_another_says_already_is_listed_as_lifting_its_ceiling() -> None:
    pairs = overlapping("fail", "fail")
    rule, finding = pairs[1]
    pairs[1] = (rule, finding.model_copy(update={"severity": Severity.BLOCKING}))
    rest = [make(n, "pass", weight=3) for n in range(10, 16)]
    scored = run(*pairs, *rest)
    assert scored.counted_with == {"XX-02": "XX-01"}
    listed = {change.rule: change.unlocks_cap for change in scored.changes}
    assert listed == {"XX-01": False, "XX-02": True}


OURS = {rule.id: rule for rule in load(OWN_RULES).stable_rules}
OVERLAPS = sorted(
    {name for rule in OURS.values() if rule.overlaps for name in (rule.id, rule.overlaps)}
)
ANSWERED = ["pass", "partial", "fail"]


def shipped(outcomes: dict[str, str]) -> list[tuple[Rule, Finding]]:
    """Findings of our own rules, with their weights, group shares and overlaps."""
    found = []
    for name, outcome in outcomes.items():
        rule = OURS[name]
        known = Outcome(outcome)
        finding = Finding.model_construct(
            rule=name, criterion=rule.criterion, title=WORD, outcome=known, reason=None,
            severity=rule.severity, weight=rule.weight, credit=CREDITS.get(known),
            frameworks=rule.frameworks,
        )  # fmt: skip
        found.append((rule, finding))
    return found


DOSSIERS = st.fixed_dictionaries(
    dict.fromkeys(OVERLAPS, CREDITED),
    optional=dict.fromkeys(sorted(set(OURS) - set(OVERLAPS))[::3], CREDITED),
)


@settings(max_examples=20, deadline=None)
@given(DOSSIERS, st.data())
def test_answering_narrows_the_range_whatever_the_answers_are(
    outcomes: dict[str, str], data: st.DataObject
) -> None:
    """Between low and high lies the score, now and after each further answer."""
    before = run(*shipped(outcomes)).criteria
    for name in [name for name, outcome in outcomes.items() if outcome == "not_assessed"]:
        outcomes = {**outcomes, name: data.draw(st.sampled_from(ANSWERED))}
        after = run(*shipped(outcomes)).criteria
        for old, new in zip(before, after, strict=True):
            if new.low is not None:
                assert old.low <= new.low <= new.high <= old.high
            if new.score is not None:
                assert new.low <= new.score <= new.high
        before = after


@settings(max_examples=20, deadline=None)
@given(DOSSIERS, st.sampled_from(OVERLAPS))
def test_doing_better_never_costs_points_among_our_own_rules(
    outcomes: dict[str, str], name: str
) -> None:
    found = [run(*shipped({**outcomes, name: how})).criteria for how in reversed(ANSWERED)]
    for worse, better in pairwise(found):
        for old, new in zip(worse, better, strict=True):
            if old.score is not None:
                assert old.low <= new.low
                assert old.score <= new.score
                assert old.high <= new.high
