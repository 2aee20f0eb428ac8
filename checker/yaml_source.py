"""YAML and JSON files as plain values, each with its place, and nothing read by accident.

YAML is read by the rules of a person who writes one: ``true`` and ``false`` are the only
booleans, ``no`` and ``12:30`` are text, numbers stay exact decimals, dates stay text until a
field asks for one. Duplicate keys, anchors, tags and deep nesting are refused. All mistakes that
leave the file readable are reported together.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path as FilePath
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from checker.models.problem import BadInputError, Path, Problem, from_validation, path_text

MAX_BYTES = 12_000_000
"""Largest file that is read: twice a dossier with the longest regulation in it."""
MAX_DEPTH = 40
"""Deepest nesting that is read; a dossier needs ten."""

_NULL = re.compile(r"(null|Null|NULL|~|)")
_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
_DEPTH_OF_LIBYAML = "maximum nesting depth"
"""In what libyaml, from 0.2.6, says of a thousand open brackets on one line, which it reads ahead
of the events."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Source:
    """What a file holds, and where each part of it stands."""

    file: str
    data: Any
    places: Mapping[Path, tuple[int, int]] = field(repr=False)
    problems: tuple[Problem, ...] = ()
    """Mistakes that left the file readable, such as a key that occurs twice."""

    def problem(self, path: Path, code: str, **values: str) -> Problem:
        """Return a problem at ``path``, or at the nearest thing around it that the file has."""
        known = path
        while known not in self.places and known:
            known = known[:-1]
        line, column = self.places.get(known, (None, None))
        shown = path if code in ("missing_key",) or known == path else known or path
        return Problem(self.file, line, column, path_text(shown), code, values)

    def validate(self, model: type[M]) -> M:
        """Return ``model`` made of the data.

        Raises:
            BadInputError: every mistake in the file, each with its place.
        """
        problems = list(self.problems)
        made: M | None = None
        try:
            made = model.model_validate(self.data)
        except ValidationError as error:
            for path, code, values in from_validation(error, model, self.data):
                problems.append(self.problem(path, code, **values))
        if problems or made is None:
            raise BadInputError(problems)
        return made


def read(path: FilePath) -> Source:
    """Read a YAML or JSON file; ``.json`` is JSON, anything else YAML.

    Raises:
        BadInputError: the file is not there, too large, not text, or not well-formed.
    """
    return parse(read_text(path), str(path), is_json=path.suffix.lower() == ".json")


def read_text(path: FilePath) -> str:
    """Read a text file of at most ``MAX_BYTES``.

    Raises:
        BadInputError: it is not there, is no file, is too large, or is not UTF-8.
    """
    try:
        if not path.exists():
            raise _refusal(path, "no_such_file")
        if path.is_dir():
            raise _refusal(path, "not_a_file")
        if path.stat().st_size > MAX_BYTES:
            raise _refusal(path, "file_too_large", bound=f"{MAX_BYTES // 1_000_000} MB")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refusal(path, "not_utf8") from None
    except OSError as error:
        raise _refusal(path, "cannot_read", value=error.strerror or "") from None


def parse(text: str, file: str, *, is_json: bool = False) -> Source:
    """Read YAML or JSON ``text``; ``file`` is only used to name it.

    Mistakes that leave the text readable are in ``problems`` of the result, and
    :meth:`Source.validate` reports them with its own.

    Raises:
        BadInputError: the text is not well-formed, empty, or nested too deeply.
    """
    if len(text) > MAX_BYTES:
        raise _refusal(file, "file_too_large", bound=f"{MAX_BYTES // 1_000_000} MB")
    if not text.strip():
        raise _refusal(file, "empty_file")
    source = _parse_json(text, file) if is_json else _Composer(file).compose(text)
    if source.data is None:
        raise _refusal(file, "empty_file")
    return source


def dump(data: Any) -> str:
    """Return ``data`` (plain values, ``Decimal`` and dates) as YAML that ``parse`` reads back."""
    text = _dumped(data)
    escaped = {int(code, 16) for code in _ESCAPED.findall(text)}
    if not escaped:
        return text
    # An emoji would be escaped, and the whole text around it put on one line: while it is
    # written, a sign for private use that the data does not have stands in for it.
    free = (code for code in range(*_PRIVATE_USE) if chr(code) not in text)
    stand_ins = dict(zip(sorted(escaped), free, strict=False))
    back = {code: sign for sign, code in stand_ins.items()}
    return _dumped(_translated(data, stand_ins)).translate(back)


_ESCAPED = re.compile(r"\\U(000[1-9A-F][0-9A-F]{4}|0010[0-9A-F]{4})")
_PRIVATE_USE = (0xE000, 0xF900)


def _dumped(data: Any) -> str:
    written: str = yaml.dump(
        data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100, indent=2
    )
    return written


def _translated(data: Any, table: Mapping[int, int]) -> Any:
    if isinstance(data, str):
        return data.translate(table)
    if isinstance(data, Mapping):
        return {_translated(k, table): _translated(value, table) for k, value in data.items()}
    if isinstance(data, list | tuple):
        return [_translated(value, table) for value in data]
    return data


def _refusal(file: str | FilePath, code: str, **values: str) -> BadInputError:
    return BadInputError([Problem(str(file), None, None, "", code, values)])


def _parse_json(text: str, file: str) -> Source:
    repeated: list[str] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        counts = Counter(name for name, _ in items)
        repeated.extend(name for name, count in counts.items() if count > 1)
        return dict(items)

    def refuse(constant: str) -> None:
        raise _refusal(file, "not_a_number", value=constant)

    try:
        data = json.loads(text, object_pairs_hook=pairs, parse_float=Decimal, parse_constant=refuse)
    except json.JSONDecodeError as error:
        raise BadInputError(
            [Problem(file, error.lineno, error.colno, "", "not_json", {"value": error.msg})]
        ) from None
    except RecursionError:
        raise _refusal(file, "too_deep", bound=str(MAX_DEPTH)) from None
    except ValueError:  # a whole number with thousands of digits
        raise _refusal(file, "too_many_digits", value="1…") from None
    places, problems = _places_in_json(text, file)
    if repeated and not problems:
        problems = tuple(
            Problem(file, None, None, name, "duplicate_key", {"key": name}) for name in repeated
        )
    return Source(file, data, places, problems)


_SURROGATES = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")


def _places_in_json(
    text: str, file: str
) -> tuple[Mapping[Path, tuple[int, int]], tuple[Problem, ...]]:
    """JSON is nearly YAML: where it can be read as such, the places come from there."""
    try:
        as_yaml = _Composer(file).compose(_SURROGATES.sub("??????", text))
    except BadInputError as error:
        if any(problem.code == "too_deep" for problem in error.problems):
            raise
        return {}, ()
    duplicates = tuple(p for p in as_yaml.problems if p.code == "duplicate_key")
    return as_yaml.places, duplicates


@dataclass
class _Open:
    """A mapping or list whose end has not come yet."""

    value: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None


class _Composer:
    """Builds values from the parser's events with a stack, so that depth cannot exhaust ours."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.places: dict[Path, tuple[int, int]] = {}
        self.problems: list[Problem] = []
        self.stack: list[_Open] = []
        self.root: Any = None
        self.documents = 0

    def compose(self, text: str) -> Source:
        """Return the one document in ``text``."""
        try:
            for event in self._events(text):
                self._take(event)
        except yaml.MarkedYAMLError as error:
            line, column = _position(error.problem_mark or error.context_mark)
            told = error.problem or error.context or ""
            code, values = "not_yaml", {"value": told}
            if _DEPTH_OF_LIBYAML in told:
                code, values = "too_deep", {"bound": str(MAX_DEPTH)}
            self.problems.append(Problem(self.file, line, column, "", code, values))
            raise BadInputError(self.problems) from None
        except (yaml.reader.ReaderError, UnicodeError):
            self.problems.append(Problem(self.file, None, None, "", "not_text_file", {}))
            raise BadInputError(self.problems) from None
        return Source(self.file, self.root, self.places, tuple(self.problems))

    @staticmethod
    def _events(text: str) -> Iterator[yaml.Event]:
        return yaml.parse(text, Loader=_LOADER)

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._report(event, "several_documents")
        elif isinstance(event, yaml.AliasEvent):
            self._report(event, "no_anchors")
            self._add(None, event)
        elif isinstance(event, yaml.NodeEvent):
            self._take_node(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.stack.pop()

    def _take_node(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._report(event, "no_anchors")
        if isinstance(event, yaml.ScalarEvent):
            self._add(self._scalar(event), event)
        else:
            value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            path = self._add(value, event)
            if len(self.stack) >= MAX_DEPTH:
                self._report(event, "too_deep", bound=str(MAX_DEPTH))
                raise BadInputError(self.problems)
            self.stack.append(_Open(value, path))

    def _add(self, value: Any, event: yaml.Event) -> Path:
        """Put ``value`` where the parser is, and return its path."""
        if not self.stack:
            self.root = value
            self._mark((), event)
            return ()
        top = self.stack[-1]
        if isinstance(top.value, list):
            path: Path = (*top.path, len(top.value))
            top.value.append(value)
            self._mark(path, event)
            return path
        if top.key is None:
            top.key = self._key(value, top, event)
            return top.path
        path = (*top.path, top.key)
        top.value.setdefault(top.key, value)
        top.key = None
        return path

    def _key(self, value: Any, top: _Open, event: yaml.Event) -> str:
        key = event.value if isinstance(event, yaml.ScalarEvent) else str(value)
        if not isinstance(event, yaml.ScalarEvent):
            self._report(event, "key_not_text")
        if isinstance(top.value, dict) and key in top.value:
            self._report(event, "duplicate_key", key=key)
        self._mark((*top.path, key), event)
        return key

    def _scalar(self, event: yaml.ScalarEvent) -> Any:
        if event.tag not in (None, "!"):
            self._report(event, "no_tags", value=str(event.tag))
        text = event.value
        if event.style or event.tag == "!":
            return text
        if _NULL.fullmatch(text):
            return None
        if text in ("true", "false"):
            return text == "true"
        if _INTEGER.fullmatch(text) and len(text) < 40:
            return int(text)
        return Decimal(text) if _DECIMAL.fullmatch(text) else text

    def _mark(self, path: Path, event: yaml.Event) -> None:
        line, column = _position(event.start_mark)
        if line is not None and column is not None:
            self.places.setdefault(path, (line, column))

    def _report(self, event: yaml.Event, code: str, **values: str) -> None:
        line, column = _position(event.start_mark)
        path = path_text(self.stack[-1].path) if self.stack else ""
        self.problems.append(Problem(self.file, line, column, path, code, values))


def _position(mark: Any) -> tuple[int, int] | tuple[None, None]:
    """Return line and column counted from 1."""
    return (mark.line + 1, mark.column + 1) if mark else (None, None)


class _Dumper(_DUMPER):  # type: ignore[misc, valid-type]
    """Writes decimals as plain numbers and never an anchor."""

    def ignore_aliases(self, _: Any) -> bool:
        """Repeat a value rather than point at it: our reader refuses anchors."""
        return True


def _write_decimal(dumper: Any, value: Decimal) -> Any:
    text = format(value, "f")
    tag = "tag:yaml.org,2002:float" if "." in text else "tag:yaml.org,2002:int"
    return dumper.represent_scalar(tag, text)


def _write_text(dumper: Any, value: str) -> Any:
    """Write a text of several lines as lines, so that a person can read it in the file."""
    style = "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(Decimal, _write_decimal)
_Dumper.add_representer(str, _write_text)
