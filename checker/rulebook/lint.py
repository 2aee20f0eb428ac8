"""What must hold between the parts of a rules folder, beyond the form of each file."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel

from checker.checks.contradiction import Contradiction
from checker.checks.coverage import Coverage
from checker.checks.date_rule import DateRule
from checker.checks.per_obligation import PerObligation
from checker.checks.present import Present
from checker.checks.question import STANDARD_ANSWERS, Question
from checker.models.base import LANGUAGES
from checker.models.condition import Condition
from checker.models.facts import Fact, FactKind, find_fact
from checker.models.obligation import Obligation
from checker.models.problem import Path as Location
from checker.models.problem import Problem
from checker.models.regulation import Regulation
from checker.models.rule import Criterion, EvidenceDemand, Rule, Severity, Status
from checker.models.rulebook import Framework, Scoring, SourceEntry
from checker.models.wording import placeholders
from checker.yaml_source import Source

_SHOWN_BY_STABLE = ("pass", "fail", "not_assessed")


def check_folder(
    folder: Path, folders: Mapping[str, Criterion], *, found_rules: bool
) -> Iterator[Problem]:
    """A folder without rules is a mistake, and so is a rule file where none is looked for."""
    if not found_rules:
        yield Problem(
            str(folder), None, None, "", "no_rules_found", {"allowed": ", ".join(folders)}
        )
    known = {*folders, "frameworks", "parameters", "measures"}
    for file in sorted(folder.rglob("*.y*ml")):
        parts = file.relative_to(folder).parts
        if len(parts) > 1 and parts[0] not in known:
            allowed = ", ".join(sorted(known))
            yield Problem(str(file), None, None, "", "unknown_folder", {"allowed": allowed})
        elif len(parts) > 1 and parts[0] in folders and (len(parts) > 2 or file.suffix != ".yaml"):
            yield Problem(str(file), None, None, "", "misplaced_file", {})


def check_frameworks(
    frameworks: list[tuple[Source, Framework]], sources: Mapping[str, SourceEntry] | None
) -> Iterator[Problem]:
    """File name equals id, and the source is known."""
    for source, framework in frameworks:
        if Path(source.file).stem != framework.id:
            yield source.problem(("id",), "file_name", value=framework.id)
        if sources is not None and framework.source not in sources:
            yield source.problem(("source",), "unknown_source", value=framework.source)


def check_scoring(
    source: Source, scoring: Scoring, frameworks: Iterable[Framework]
) -> Iterator[Problem]:
    """Group shares name a criterion and a group that exist; verdicts go down to zero."""
    groups = {"text", *(framework.id for framework in frameworks)}
    for index, share in enumerate(scoring.group_shares):
        path: Location = ("group_shares", index)
        if share.criterion not in list(Criterion):
            allowed = ", ".join(Criterion)
            yield source.problem(
                (*path, "criterion"), "not_allowed", value=share.criterion, allowed=allowed
            )
        if share.group not in groups:
            allowed = ", ".join(sorted(groups))
            yield source.problem(
                (*path, "group"), "not_allowed", value=share.group, allowed=allowed
            )
        if not 0 < share.share.value < 1:
            yield source.problem((*path, "share"), "share_over_one", value=str(share.share.value))
    bounds = [grade.from_score.value for grade in scoring.verdicts]
    if bounds != sorted(set(bounds), reverse=True) or bounds[-1] != 0:
        yield source.problem(("verdicts",), "verdict_order")


def check_rules(
    rules: Sequence[tuple[Source, Rule]],
    sources: Mapping[str, SourceEntry] | None,
    frameworks: Iterable[Framework],
    folders: Mapping[str, Criterion],
) -> Iterator[Problem]:
    """Check each rule against the other files, and all rules against each other."""
    items = {f"{framework.id}.{item.id}" for framework in frameworks for item in framework.items}
    ids = {rule.id: rule for _, rule in rules}
    for source, rule in rules:
        yield from _check_place(source, rule, folders)
        yield from _check_references(source, rule, sources, items)
        yield from _check_kind(source, rule, ids)
        yield from _check_messages(source, rule)
        yield from _check_examples(source, rule)
    yield from _check_unique(rules)


def _check_place(source: Source, rule: Rule, folders: Mapping[str, Criterion]) -> Iterator[Problem]:
    file = Path(source.file)
    if file.stem != rule.id and not file.stem.startswith(f"{rule.id}-"):
        yield source.problem(("id",), "file_name", value=rule.id)
    expected = folders.get(file.parent.name)
    if expected is not None and rule.criterion is not expected:
        yield source.problem(
            ("criterion",), "wrong_folder", value=rule.criterion, allowed=file.parent.name
        )


def _check_references(
    source: Source, rule: Rule, sources: Mapping[str, SourceEntry] | None, items: set[str]
) -> Iterator[Problem]:
    for index, name in enumerate(rule.sources):
        if sources is not None and name not in sources:
            yield source.problem(("sources", index), "unknown_source", value=name)
    for index, name in enumerate(rule.frameworks):
        if name not in items:
            yield source.problem(("frameworks", index), "unknown_framework", value=name)


def _check_unique(rules: Sequence[tuple[Source, Rule]]) -> Iterator[Problem]:
    ids = Counter(rule.id for _, rule in rules)
    titles = Counter(rule.title.get(lang).casefold() for _, rule in rules for lang in LANGUAGES)
    for source, rule in rules:
        if ids[rule.id] > 1:
            yield source.problem(("id",), "duplicate_id", value=rule.id)
        own = Counter(rule.title.get(lang).casefold() for lang in LANGUAGES)
        for lang in LANGUAGES:
            title = rule.title.get(lang)
            if titles[title.casefold()] > own[title.casefold()]:
                yield source.problem(("title", lang), "duplicate_title", value=title)


def _check_kind(source: Source, rule: Rule, ids: Mapping[str, Rule]) -> Iterator[Problem]:
    checker = _FactChecker(source, ids)
    check = rule.check
    yield from checker.conditions(rule.applies_to.when, ("applies_to", "when"), Regulation)
    if isinstance(check, Question | PerObligation):
        for answer in check.answers:
            if answer not in STANDARD_ANSWERS and answer not in check.labels:
                yield source.problem(("check", "answers", answer), "answer_label", value=answer)
    if isinstance(check, PerObligation):
        yield from checker.conditions(check.where, ("check", "where"), Obligation)
    if isinstance(check, Contradiction):
        yield from checker.conditions(check.between, ("check", "between"), Regulation)
    if isinstance(check, Present):
        for index, path in enumerate(check.facts):
            yield from checker.fact(path, ("check", "facts", index), Regulation)
    if isinstance(check, Coverage):
        yield from _check_coverage(checker, check)
    if isinstance(check, DateRule):
        yield from _check_dates(checker, check)
    if rule.evidence is EvidenceDemand.REQUIRED and not isinstance(check, Question):
        yield source.problem(("evidence",), "evidence_without_question")
    if rule.severity is not Severity.BLOCKING and (rule.blocking_from or rule.incurable):
        yield source.problem(("severity",), "not_blocking")


def _check_coverage(checker: "_FactChecker", check: Coverage) -> Iterator[Problem]:
    path: Location = ("check", "each")
    fact = find_fact(check.each)
    if fact is None or fact.model is None or fact.kind is not FactKind.ITEMS or fact.many:
        yield checker.source.problem(path, "not_a_list_of_items", value=check.each)
        return
    yield from checker.conditions(check.where, ("check", "where"), fact.model)
    yield from checker.conditions(check.has, ("check", "has"), fact.model)


def _check_dates(checker: "_FactChecker", check: DateRule) -> Iterator[Problem]:
    date = {FactKind.DATE}
    yield from checker.fact(check.date, ("check", "date"), Regulation, date)
    if check.not_after:
        yield from checker.fact(
            check.not_after, ("check", "not_after"), Regulation, date, many=True
        )
    if check.minimum:
        place: Location = ("check", "minimum")
        yield from checker.fact(check.minimum.since, (*place, "since"), Regulation, date)
        if check.minimum.longer:
            yield from checker.conditions(
                check.minimum.longer.when, (*place, "longer", "when"), Regulation
            )
    if check.excuse:
        for name in ("ground", "motivation"):
            path = getattr(check.excuse, name)
            yield from checker.fact(path, ("check", "excuse", name), Regulation)


def _check_messages(source: Source, rule: Rule) -> Iterator[Problem]:
    messages = {"message": rule.message, "message_partial": rule.message_partial}
    for name, message in messages.items():
        for lang in LANGUAGES if message else ():
            assert message is not None
            try:
                unknown = placeholders(message.get(lang)) - rule.check.placeholders
            except ValueError:
                yield source.problem((name, lang), "open_brace")
                continue
            if unknown:
                allowed = ", ".join(sorted(rule.check.placeholders)) or "-"
                value = ", ".join(sorted(unknown))
                yield source.problem(
                    (name, lang), "unknown_placeholder", value=value, allowed=allowed
                )


def _check_examples(source: Source, rule: Rule) -> Iterator[Problem]:
    if rule.status is not Status.STABLE:
        return
    shown: set[str] = {example.expect for example in rule.examples}
    for outcome in _SHOWN_BY_STABLE:
        if outcome not in shown:
            yield source.problem(("examples",), "example_missing", value=outcome)


class _FactChecker:
    """Checks that the facts and conditions of one rule exist and fit each other."""

    def __init__(self, source: Source, rules: Mapping[str, Rule]) -> None:
        self.source = source
        self.rules = rules

    def conditions(
        self, conditions: Iterable[Condition], place: Location, model: type[BaseModel]
    ) -> Iterator[Problem]:
        """Check every condition; ``model`` is what facts are looked up in."""
        for index, condition in enumerate(conditions):
            yield from self._condition(condition, (*place, index), model)

    def fact(
        self,
        path: str,
        place: Location,
        model: type[BaseModel],
        kinds: set[FactKind] | None = None,
        *,
        many: bool = False,
    ) -> Iterator[Problem]:
        """Check that ``path`` is a fact, of one of ``kinds``, and many only where allowed."""
        fact = find_fact(path, model)
        if fact is None:
            yield self.source.problem(place, "unknown_fact", value=path)
        elif kinds and (fact.kind not in kinds or (fact.many and not many)):
            allowed = ", ".join(sorted(kinds))
            yield self.source.problem(place, "wrong_fact", value=path, allowed=allowed)

    def _condition(
        self, condition: Condition, place: Location, model: type[BaseModel]
    ) -> Iterator[Problem]:
        if condition.any_ is not None:
            yield from self.conditions(condition.any_, (*place, "any"), model)
        elif condition.answer is not None:
            yield from self._answer(condition, condition.answer, (*place, "answer"))
        elif condition.items is not None:
            yield from self._items(condition, condition.items, place, model)
        elif condition.fact is not None:
            yield from self._fact_condition(condition, condition.fact, place, model)

    def _answer(self, condition: Condition, rule_id: str, place: Location) -> Iterator[Problem]:
        rule = self.rules.get(rule_id)
        if rule is None or not rule.check.answers:
            yield self.source.problem(place, "unknown_question", value=rule_id)
            return
        for word in (*(condition.is_ or ()), *(condition.is_not or ())):
            if word not in (*rule.check.answers, "weet_niet", "nvt"):
                allowed = ", ".join(rule.check.answers)
                yield self.source.problem(place, "not_allowed", value=word, allowed=allowed)

    def _items(
        self, condition: Condition, path: str, place: Location, model: type[BaseModel]
    ) -> Iterator[Problem]:
        fact = find_fact(path, model)
        if fact is None or fact.model is None or fact.kind is not FactKind.ITEMS:
            yield self.source.problem((*place, "items"), "not_a_list_of_items", value=path)
        else:
            yield from self.conditions(condition.where, (*place, "where"), fact.model)

    def _fact_condition(
        self, condition: Condition, path: str, place: Location, model: type[BaseModel]
    ) -> Iterator[Problem]:
        kinds: set[FactKind] | None = None
        if condition.at_least is not None or condition.at_most is not None:
            kinds = {FactKind.NUMBER, FactKind.ESTIMATE}
        if other := condition.earlier_than or condition.later_than:
            kinds = {FactKind.DATE}
            yield from self.fact(other, place, model, kinds)
        yield from self.fact(path, (*place, "fact"), model, kinds)
        fact = find_fact(path, model)
        allowed = _words_of(fact) if fact else None
        for word in (*(condition.is_ or ()), *(condition.is_not or ())):
            if allowed is not None and word not in allowed:
                yield self.source.problem(
                    place, "not_allowed", value=word, allowed=", ".join(allowed)
                )


def _words_of(fact: Fact) -> tuple[str, ...] | None:
    """Values the fact can have, or None where any text will do."""
    if fact.choices is not None:
        return tuple(fact.choices)
    return ("true", "false") if fact.kind is FactKind.FLAG else None
