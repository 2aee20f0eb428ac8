"""Dossiers: a regulation described in a YAML or JSON file, read and written without loss."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from checker import yaml_source
from checker.checks.per_obligation import PerObligation
from checker.models.answer import DONT_KNOW, NOT_APPLICABLE, Answer
from checker.models.problem import BadInputError, Problem
from checker.models.problem import Path as Location
from checker.models.regulation import SCHEMA_VERSION, Regulation
from checker.models.rule import Rule
from checker.models.rulebook import Rulebook
from checker.yaml_source import Source


def read(path: Path, rulebook: Rulebook) -> Regulation:
    """Read a dossier; ``.json`` is JSON, anything else YAML.

    Args:
        path: the file.
        rulebook: the rules that answers and remarks may refer to.

    Raises:
        BadInputError: every mistake in the file, each with its place.
    """
    return _regulation(yaml_source.read(path), rulebook)


def parse(text: str, name: str, rulebook: Rulebook, *, is_json: bool = False) -> Regulation:
    """Read a dossier from ``text``; ``name`` names it in messages.

    Raises:
        BadInputError: every mistake in the text, each with its place.
    """
    return _regulation(yaml_source.parse(text, name, is_json=is_json), rulebook)


def to_yaml(regulation: Regulation) -> str:
    """Return ``regulation`` as YAML that :func:`parse` reads back to the same."""
    return yaml_source.dump(_plain(_versioned(regulation)))


def to_json(regulation: Regulation) -> str:
    """Return ``regulation`` as JSON that :func:`parse` reads back to the same."""
    return json.dumps(_plain(_versioned(regulation), numbers=float), ensure_ascii=False, indent=2)


def _versioned(regulation: Regulation) -> dict[str, Any]:
    facts = regulation.model_dump(exclude_defaults=True, by_alias=True)
    return {"schema_version": SCHEMA_VERSION} | facts


def _plain(value: Any, numbers: type = Decimal) -> Any:
    """Return ``value`` as dicts, lists, text, numbers and flags only."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else numbers(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(item, numbers) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item, numbers) for item in value]
    if value is None or isinstance(value, bool | int):
        return value
    return str(value)


def _regulation(source: Source, rulebook: Rulebook) -> Regulation:
    _check_version(source)
    repeated = list(_repeated_ids(source))
    try:
        regulation = source.validate(Regulation)
    except BadInputError as error:
        raise BadInputError([*error.problems, *repeated]) from None
    if problems := list(_bad_references(source, regulation, rulebook)):
        raise BadInputError(problems)
    return regulation


def _repeated_ids(source: Source) -> Iterator[Problem]:
    """Find ids used twice, also in a list whose items have other mistakes."""
    for name in ("target_groups", "obligations"):
        items = source.data.get(name)
        seen: set[str] = set()
        for index, item in enumerate(items if isinstance(items, list) else ()):
            own = str(item.get("id")) if isinstance(item, dict) else None
            if own in seen:
                yield source.problem((name, index, "id"), "duplicate_id", value=own or "")
            seen.add(own or "")


def _check_version(source: Source) -> None:
    """An older or newer file is said to be so, instead of listing what is strange about it."""
    if not isinstance(source.data, dict):
        raise BadInputError([source.problem((), "not_a_group")])
    expected = {"bound": str(SCHEMA_VERSION)}
    version = source.data.get("schema_version")
    path: Location = ("schema_version",)
    if version is None:
        raise BadInputError([source.problem((), "schema_missing", **expected)])
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        problem = source.problem(path, "schema_unknown", value=str(version), **expected)
        raise BadInputError([problem])
    if version != SCHEMA_VERSION:
        code = "schema_older" if version < SCHEMA_VERSION else "schema_newer"
        raise BadInputError([source.problem(path, code, value=str(version), **expected)])


def _bad_references(
    source: Source, regulation: Regulation, rulebook: Rulebook
) -> Iterator[Problem]:
    rules = {rule.id: rule for rule in rulebook.rules}
    yield from _bad_answers(source, regulation.answers, ("answers",), rules, per_duty=False)
    groups = {group.id for group in regulation.target_groups}
    for index, duty in enumerate(regulation.obligations or ()):
        place: Location = ("obligations", index)
        yield from _bad_answers(source, duty.answers, (*place, "answers"), rules, per_duty=True)
        for position, group in enumerate(duty.target_groups):
            if group not in groups:
                where = (*place, "target_groups", position)
                yield source.problem(where, "unknown_target_group", value=group)
    duties = {duty.id for duty in regulation.obligations or ()}
    for index, sanction in enumerate(regulation.enforcement.sanctions or ()):
        for position, name in enumerate(sanction.obligations):
            if name not in duties:
                where = ("enforcement", "sanctions", index, "obligations", position)
                yield source.problem(where, "unknown_obligation", value=name)
    for index, remark in enumerate(regulation.panel.remarks or ()):
        if remark.rule is not None and remark.rule not in rules:
            where = ("panel", "remarks", index, "rule")
            yield source.problem(where, "unknown_rule", value=remark.rule)


def _bad_answers(
    source: Source,
    answers: tuple[Answer, ...],
    place: Location,
    rules: Mapping[str, Rule],
    *,
    per_duty: bool,
) -> Iterator[Problem]:
    for answer in answers:
        rule, where = rules.get(answer.rule), (*place, answer.rule)
        if rule is None:
            yield source.problem(where, "unknown_rule", value=answer.rule)
        elif not rule.check.answers:
            yield source.problem(where, "rule_asks_nothing", value=answer.rule)
        elif isinstance(rule.check, PerObligation) is not per_duty:
            code = "answer_belongs_above" if per_duty else "answer_belongs_below"
            yield source.problem(where, code, value=answer.rule)
        else:
            allowed = (*rule.check.answers, DONT_KNOW, NOT_APPLICABLE)
            if answer.value is not None and answer.value not in allowed:
                yield source.problem(
                    where, "unknown_answer", value=answer.value, allowed=", ".join(allowed)
                )
