"""Dossiers: a regulation described in a YAML or JSON file, read and written without loss.

A workbook of ours that holds a dossier is read as well: see ``checker/readers/workbook.py``.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from checker import yaml_source
from checker.checks.per_obligation import PerObligation
from checker.models.answer import DONT_KNOW, NOT_APPLICABLE
from checker.models.parameters import Parameters
from checker.models.problem import BadInputError, Problem
from checker.models.problem import Path as Location
from checker.models.regulation import SCHEMA_VERSION, Regulation
from checker.models.rule import Rule
from checker.models.rulebook import Rulebook
from checker.readers import table, workbook
from checker.yaml_source import Source

_ENOUGH_TO_TELL = 16  # bytes at the beginning of a file


def read(path: Path, rulebook: Rulebook) -> Regulation:
    """Read a dossier: a workbook of ours; else ``.json`` is JSON and anything else YAML.

    Args:
        path: the file.
        rulebook: the rules that answers and remarks may refer to.

    Raises:
        BadInputError: every mistake in the file, each with its place.
    """
    if workbook.is_workbook(_beginning(path)):
        return read_bytes(table.read_data(path), str(path), rulebook)
    return _regulation(yaml_source.read(path), rulebook)


def _beginning(path: Path) -> bytes:
    """Return the first bytes of a file; nothing of one that cannot be read, as is told later."""
    try:
        with path.open("rb") as file:
            return file.read(_ENOUGH_TO_TELL)
    except OSError:
        return b""


def read_bytes(data: bytes, name: str, rulebook: Rulebook) -> Regulation:
    """Read a dossier from the content of a file that is called ``name``.

    Raises:
        BadInputError: every mistake in the file, each with its place.
    """
    if workbook.is_workbook(data):
        return _regulation(workbook.source(data, name, rulebook), rulebook)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInputError([Problem(name, None, None, "", "not_utf8", {})]) from None
    return parse(text, name, rulebook, is_json=name.lower().endswith(".json"))


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
    return json.dumps(_for_json(regulation), ensure_ascii=False, indent=2)


def to_line(regulation: Regulation) -> str:
    """Return ``regulation`` as JSON on one line, with no space but in its strings."""
    return json.dumps(_for_json(regulation), ensure_ascii=False, separators=(",", ":"))


def _for_json(regulation: Regulation) -> Any:
    return _plain(_versioned(regulation), numbers=float)


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
    problems = [*_repeated_ids(source), *_bad_references(source, rulebook)]
    try:
        regulation = source.validate(Regulation)
    except BadInputError as error:
        raise BadInputError([*error.problems, *problems]) from None
    if problems:
        raise BadInputError(problems)
    return regulation


def _repeated_ids(source: Source) -> Iterator[Problem]:
    """Find ids used twice, also in a list whose items have other mistakes."""
    for name in ("target_groups", "obligations"):
        seen: set[str] = set()
        for index, item in _items(source.data, name):
            own = item.get("id")
            if own is not None and str(own) in seen:
                yield source.problem((name, index, "id"), "duplicate_id", value=str(own))
            seen.add(str(own))


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


def _bad_references(source: Source, rulebook: Rulebook) -> Iterator[Problem]:
    """Find what refers to something that is not there.

    Looks at the data as it was read, so that other mistakes in the file do not hide these.
    """
    rules = {rule.id: rule for rule in rulebook.rules}
    yield from _bad_answers(source, source.data.get("answers"), ("answers",), rules)
    groups = {str(item.get("id")) for _, item in _items(source.data, "target_groups")}
    duties = {str(item.get("id")) for _, item in _items(source.data, "obligations")}
    for place, duty in _all_duties(source.data):
        if place[0] == "obligations":
            yield from _bad_answers(source, duty.get("answers"), (*place, "answers"), rules)
        for position, name in _words(duty.get("target_groups")):
            if name not in groups:
                where = (*place, "target_groups", position)
                yield source.problem(where, "unknown_target_group", value=name)
    yield from _bad_cost_references(source, rulebook.parameters)
    yield from _bad_overlaps(source, groups)
    for index, sanction in _items(source.data.get("enforcement"), "sanctions"):
        for position, name in _words(sanction.get("obligations")):
            if name not in duties:
                where = ("enforcement", "sanctions", index, "obligations", position)
                yield source.problem(where, "unknown_obligation", value=name)
    for index, remark in _items(source.data.get("panel"), "remarks"):
        for _, name in _words([remark.get("rule")]):
            if name not in rules:
                where = ("panel", "remarks", index, "rule")
                yield source.problem(where, "unknown_rule", value=name)


def _all_duties(data: Any) -> Iterator[tuple[Location, dict[str, Any]]]:
    """Yield the obligations of the proposal and of its alternatives, with their places."""
    for index, duty in _items(data, "obligations"):
        yield ("obligations", index), duty
    purpose = data.get("purpose")
    for number, alternative in _items(purpose, "alternatives"):
        for index, duty in _items(alternative, "obligations"):
            yield ("purpose", "alternatives", number, "obligations", index), duty


def _bad_overlaps(source: Source, groups: set[str]) -> Iterator[Problem]:
    """Find overlaps with a target group that does not exist, or with the group itself."""
    for index, group in _items(source.data, "target_groups"):
        for position, overlap in _items(group, "overlaps"):
            where: Location = ("target_groups", index, "overlaps", position, "group")
            for _, name in _words([overlap.get("group")]):
                if name not in groups:
                    yield source.problem(where, "unknown_target_group", value=name)
                elif name == str(group.get("id")):
                    yield source.problem(where, "overlap_with_itself")


def _bad_cost_references(source: Source, parameters: Parameters) -> Iterator[Problem]:
    """Find staff categories, tariff sets and standard activities that do not exist."""
    costing = source.data.get("costing")
    own = [item for _, item in _items(costing, "own_tariffs")]
    rates = [rate for item in own for _, rate in _items(item, "tariffs")]
    categories = [*(c.id for c in parameters.tariffs.categories),
                  *(str(rate.get("category")) for rate in rates)]  # fmt: skip
    sets = [*(str(item.get("id")) for item in own), *(s.id for s in parameters.tariffs.sets)]
    standards = [activity.id for activity in parameters.activities]

    def check(holder: Any, place: Location, field: str, code: str, known: Iterable[str]) -> Any:
        for _, name in _words([holder.get(field) if isinstance(holder, dict) else None]):
            if name not in known:
                allowed = ", ".join(dict.fromkeys(known))
                yield source.problem((*place, field), code, value=name, allowed=allowed)

    yield from check(costing, ("costing",), "tariff_set", "unknown_tariff_set", sets)
    duties: dict[Location, set[str]] = {}
    for place, duty in _all_duties(source.data):
        duties.setdefault(place[:-1], set()).add(str(duty.get("id")))
    for holder, duty in _all_duties(source.data):
        for index, activity in _items(duty, "activities"):
            here: Location = (*holder, "activities", index)
            yield from check(activity, here, "staff", "unknown_staff", categories)
            yield from check(activity, here, "standard", "unknown_standard", standards)
            for position, override in _items(activity, "overrides"):
                where = (*here, "overrides", position)
                yield from check(override, where, "staff", "unknown_staff", categories)
            for position, name in _words(activity.get("serves")):
                if name not in duties[holder[:-1]]:
                    where = (*here, "serves", position)
                    yield source.problem(where, "unknown_obligation", value=name)


def _items(holder: Any, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the groups in a list, with their positions; anything else is told elsewhere."""
    items = holder.get(name) if isinstance(holder, dict) else None
    for index, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield index, item


def _words(values: Any) -> Iterator[tuple[int, str]]:
    """Yield the names in a list, with their positions."""
    for index, value in enumerate(values if isinstance(values, list) else ()):
        if isinstance(value, str | int | Decimal) and not isinstance(value, bool):
            yield index, str(value)


def _bad_answers(
    source: Source, answers: Any, place: Location, rules: Mapping[str, Rule]
) -> Iterator[Problem]:
    for name, answer in answers.items() if isinstance(answers, dict) else ():
        rule, where = rules.get(name), (*place, name)
        if rule is None:
            yield source.problem(where, "unknown_rule", value=name)
        elif not rule.check.answers:
            yield source.problem(where, "rule_asks_nothing", value=name)
        elif isinstance(rule.check, PerObligation) is not (place[0] == "obligations"):
            code = "answer_belongs_below" if place == ("answers",) else "answer_belongs_above"
            yield source.problem(where, code, value=name)
        else:
            given = answer.get("value") if isinstance(answer, dict) else answer
            allowed = (*rule.check.answers, DONT_KNOW, NOT_APPLICABLE)
            for _, value in _words([given]):
                if value not in allowed:
                    listed = ", ".join(allowed)
                    yield source.problem(where, "unknown_answer", value=value, allowed=listed)
