"""The command line. Exit 0: did its work; 2: bad input, told on stderr; 1: our own fault."""

import argparse
import json
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn, TextIO

from checker import __version__
from checker.assess import assess, assess_text, judge
from checker.burden import calculate
from checker.content import say
from checker.content.messages import problem_text
from checker.legal_text.proposals import propose, renewed
from checker.models.assessment import Assessment
from checker.models.base import LANGUAGES, Language
from checker.models.problem import BadInputError
from checker.readers import dossier, sums
from checker.readers.legal_text import read_file as read_text
from checker.readers.table import read_file
from checker.report import (
    as_csv,
    as_json,
    as_text,
    burden_json,
    burden_text,
    draft_yaml,
    excel,
    reading_json,
    reading_text,
    verification_json,
    verification_text,
)
from checker.report import word as documents
from checker.report.excel import intake, marked
from checker.rulebook import load, rules_folder
from checker.statutebook import scan_report
from checker.statutebook.pool import ScanRefusedError
from checker.statutebook.progress import Progress
from checker.statutebook.scan import Order, scan
from checker.verify import verify

DEBUG_VARIABLE = "MKB_TOETS_DEBUG"
MOST_PROBLEMS = 100
"""A file with more mistakes than this is no dossier; the rest is counted."""
Command = Callable[[argparse.Namespace], int]

_logger = logging.getLogger("checker")


class RefusedError(Exception):
    """The command cannot be carried out; the text says why, in the user's language."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    language = _language_in(words)
    _use_utf8()
    _logger.addHandler(
        logging.StreamHandler() if os.environ.get(DEBUG_VARIABLE) else logging.NullHandler()
    )
    try:
        options = _parser(language).parse_args(words)
        command: Command = options.command
        code = command(options)
        sys.stdout.flush()  # here, where a reader that went away can still be dealt with
        return code
    except BadInputError as error:
        _complain(*_problem_lines(error, language))
        return 2
    except RefusedError as error:
        _complain(str(error))
        return 2
    except BrokenPipeError:
        _let_go_of(sys.stdout)  # the reader had enough, as with `| head`: no fault of anybody
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # the last resort: no traceback ever reaches a user
        _logger.exception("fault of our own")
        _complain(say(language, "cli/own_fault", kind=type(error).__name__))
        return 1


def _problem_lines(error: BadInputError, language: Language) -> list[str]:
    lines = [problem_text(problem, language) for problem in error.problems[:MOST_PROBLEMS]]
    if (more := len(error.problems) - MOST_PROBLEMS) > 0:
        lines.append(say(language, "cli/more_problems", count=more))
    return lines


def _complain(*lines: str) -> None:
    """Write to stderr; a reader that went away does not change the outcome."""
    try:
        print(*lines, sep="\n", file=sys.stderr, flush=True)
    except BrokenPipeError:
        _let_go_of(sys.stderr)


def _let_go_of(stream: TextIO) -> None:
    """Point a broken stream at nothing, so that Python does not trip over it when it stops."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _language_in(words: Sequence[str]) -> Language:
    """Find the language before parsing, so that even a wrong command is answered in it."""
    for index, word in enumerate(words):
        value = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and index + 1 < len(words):
            value = words[index + 1]
        for language in LANGUAGES:
            if value == language:
                return language
    return "nl"


def _use_utf8() -> None:
    """A Windows console may not be able to write every letter; never fail over that."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


class _Parser(argparse.ArgumentParser):
    """An argument parser that refuses in the user's language."""

    language: Language = "nl"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "allow_abbrev": False})

    def error(self, message: str) -> NoReturn:
        raise RefusedError(say(self.language, "cli/wrong_command", message=message))


def _parser(language: Language) -> argparse.ArgumentParser:
    def words(name: str) -> str:
        return say(language, f"cli/help/{name}")

    _Parser.language = language
    # The same options before and after the command; after it, only what is given counts.
    above, common = _Parser(add_help=False), _Parser(add_help=False)
    for parser, unset in ((above, None), (common, argparse.SUPPRESS)):
        defaults = {"lang": "nl", "rules": None, "json": False}
        given = {name: unset or value for name, value in defaults.items()}
        parser.add_argument("--lang", choices=LANGUAGES, default=given["lang"], help=words("lang"))
        parser.add_argument(
            "--rules", type=Path, metavar="DIR", default=given["rules"], help=words("rules")
        )
        parser.add_argument(
            "--json", action="store_true", default=given["json"], help=words("json")
        )
    parser = _Parser(
        prog="python -m checker",
        description=say(language, "cli/description"),
        epilog=say(language, "cli/epilog"),
        parents=[above],
    )
    parser.add_argument("--version", action="version", version=f"MKB-toets {__version__}")
    commands = parser.add_subparsers(
        required=True, metavar="assess|burden|text|draft|verify|intake|scan|rules"
    )
    run = commands.add_parser("assess", parents=[common], help=words("assess"))
    run.add_argument("dossier", type=Path, metavar="DOSSIER", help=words("dossier"))
    run.add_argument("--excel", type=Path, metavar="FILE", help=words("excel"))
    run.add_argument("--csv", type=Path, metavar="DIR", help=words("csv"))
    _add_word_options(run, language)
    run.set_defaults(command=_assess)
    costs = commands.add_parser("burden", parents=[common], help=words("burden"))
    costs.add_argument("dossier", type=Path, metavar="DOSSIER", help=words("dossier"))
    costs.add_argument("--excel", type=Path, metavar="FILE", help=words("calculation"))
    costs.set_defaults(command=_burden)
    check_sums = commands.add_parser("verify", parents=[common], help=words("verify"))
    check_sums.add_argument("table", type=Path, metavar="TABLE", help=words("table"))
    check_sums.add_argument("--excel", type=Path, metavar="FILE", help=words("marked"))
    check_sums.set_defaults(command=_verify)
    asked = commands.add_parser("intake", parents=[common], help=say(language, "intake/cli/intake"))
    asked.add_argument(
        "dossier", type=Path, nargs="?", metavar="DOSSIER", help=say(language, "intake/cli/dossier")
    )
    asked.add_argument(
        "--out", type=Path, metavar="FILE", required=True, help=say(language, "intake/cli/out")
    )
    asked.set_defaults(command=_intake)
    reading = commands.add_parser("text", parents=[common], help=words("text"))
    reading.add_argument("file", type=Path, metavar="FILE", help=words("text_file"))
    reading.set_defaults(command=_text)
    proposed = commands.add_parser("draft", parents=[common], help=words("draft"))
    proposed.add_argument("file", type=Path, metavar="FILE", help=words("text_file"))
    proposed.add_argument("--into", type=Path, metavar="DOSSIER", help=words("into"))
    proposed.add_argument("--out", type=Path, metavar="DOSSIER", help=words("out"))
    proposed.set_defaults(command=_draft)
    scanned = commands.add_parser("scan", parents=[common], help=words("scan"))
    scanned.add_argument("folder", type=Path, metavar="DIR", help=words("scan_folder"))
    scanned.add_argument("--out", type=Path, metavar="FILE", required=True, help=words("scan_out"))
    scanned.add_argument("--workers", type=int, metavar="N", help=words("scan_workers"))
    scanned.add_argument("--scheduler", metavar="ADDRESS", help=words("scan_scheduler"))
    scanned.set_defaults(command=_scan)
    rules = commands.add_parser("rules", parents=[common], help=words("rules_command"))
    actions = rules.add_subparsers(required=True, metavar="list|check|show")
    listing = actions.add_parser("list", parents=[common], help=words("rules_list"))
    listing.set_defaults(command=_list_rules)
    check = actions.add_parser("check", parents=[common], help=words("rules_check"))
    check.add_argument("folder", type=Path, nargs="?", metavar="DIR", help=words("rules_folder"))
    check.set_defaults(command=_check_rules)
    show = actions.add_parser("show", parents=[common], help=words("rules_show"))
    show.add_argument("id", metavar="ID", help=words("rule_id"))
    show.set_defaults(command=_show_rule)
    return parser


def _add_word_options(parser: argparse.ArgumentParser, language: Language) -> None:
    def words(name: str) -> str:
        return say(language, f"word/cli/{name}")

    parser.add_argument("--word", type=Path, metavar="FILE", help=words("word"))
    parser.add_argument(
        "--document", choices=[kind.value for kind in documents.Kind], help=words("document")
    )
    parser.add_argument("--with-names", action="store_true", help=words("with_names"))


def _assess(options: argparse.Namespace) -> int:
    language: Language = options.lang
    target, document = _excel_target(options), _word_target(options)
    rulebook = load(rules_folder(options.rules))
    result = assess(dossier.read(options.dossier, rulebook), rulebook, _today())
    if target is not None:
        content = excel.build(result, rulebook, language, with_names=options.with_names)
        _write(target, content, language)
    if document is not None:
        kind = documents.Kind(options.document or documents.Kind.PARAGRAPH)
        content = documents.build(kind, result, rulebook, language, with_names=options.with_names)
        _write(document, content, language)
    tables = _tables(options.csv, result, language)
    if options.json:
        _print_json(as_json.assessment(result, rulebook, language))
        return 0
    print(as_text.assessment(result, rulebook, language))
    _tell_written(target, language)
    _tell_written(document, language)
    for table in tables:
        _tell_written(table, language)
    return 0


def _tables(folder: Path | None, result: Assessment, language: Language) -> list[Path]:
    """Write the tables of plain values into ``folder``, and return where they are."""
    if folder is None:
        return []
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        values = {"file": str(folder), "reason": error.strerror or str(error)}
        raise RefusedError(say(language, "cli/cannot_write", **values)) from None
    written = []
    for name, table in as_csv.TABLES.items():
        target = folder / f"{name}.csv"
        _write(target, table(result, language).encode("utf-8-sig"), language)
        written.append(target)
    return written


def _burden(options: argparse.Namespace) -> int:
    language: Language = options.lang
    target = _excel_target(options)
    rulebook = load(rules_folder(options.rules))
    regulation = dossier.read(options.dossier, rulebook)
    costs = calculate(
        regulation, rulebook.parameters, regulation.identity.reference_date or _today()
    )
    if target is not None:
        result = assess(regulation, rulebook, _today())
        _write(target, excel.build_calculation(result, rulebook, language), language)
    if options.json:
        _print_json(burden_json.burden(costs, regulation, rulebook, language))
    else:
        print(burden_text.burden(costs, regulation, rulebook, language))
        _tell_written(target, language)
    return 0


def _verify(options: argparse.Namespace) -> int:
    language: Language = options.lang
    table: Path = options.table
    target = _excel_target(options)
    sheets = read_file(table)
    found = verify(table.name, sums.readings(sheets))
    if target is not None:
        _write(target, marked.build(found, sheets, _today(), language), language)
    if options.json:
        _print_json(verification_json.verification(found, language))
        return 0
    print(verification_text.verification(found, language))
    _tell_written(target, language)
    return 0


def _text(options: argparse.Namespace) -> int:
    rulebook = load(rules_folder(options.rules))
    found = assess_text(read_text(options.file), options.file.name, rulebook)
    if options.json:
        _print_json(reading_json.text(found, options.lang, rulebook.parameters))
    else:
        print(reading_text.text(found, options.lang, rulebook.parameters))
    return 0


def _draft(options: argparse.Namespace) -> int:
    language: Language = options.lang
    target: Path | None = options.out
    if target is not None and target.suffix.lower() not in (".yaml", ".yml", ".json"):
        raise RefusedError(say(language, "cli/not_a_dossier", file=str(target)))
    if target is not None and target.exists() and options.into != target:
        raise RefusedError(say(language, "cli/dossier_exists", file=str(target)))
    rulebook = load(rules_folder(options.rules))
    found = assess_text(read_text(options.file), options.file.name, rulebook)
    as_json_file = options.json if target is None else target.suffix.lower() == ".json"
    before = dossier.read(options.into, rulebook) if options.into is not None else None
    regulation = found.regulation
    if before is not None:
        facts = propose(found.reading, rulebook.parameters)
        regulation = renewed(before, facts, regulation.text)
    words = (
        dossier.to_json(regulation)
        if as_json_file
        else draft_yaml.text(found, language, regulation, before)
    )
    if target is None:
        print(words)
        return 0
    _write(target, words.encode(), language)
    if options.json:
        _print_json({"written": str(target)})
    else:
        _tell_written(target, language)
    return 0


def _scan(options: argparse.Namespace) -> int:
    language: Language = options.lang
    order = Order(options.folder, options.out, language, options.workers, options.scheduler)
    rulebook = load(rules_folder(options.rules))
    progress = Progress(sys.stderr, language)
    try:
        outcome = scan(order, rulebook, progress.update)
    except ScanRefusedError as error:
        raise RefusedError(
            say(language, f"cli/scan/refused/{error.code}", **error.values)
        ) from None
    except OSError as error:
        values = {"file": str(order.target), "reason": error.strerror or str(error)}
        raise RefusedError(say(language, "cli/cannot_write", **values)) from None
    finally:
        progress.close()
    if options.json:
        _print_json(scan_report.as_json(order, outcome))
    else:
        print(*scan_report.lines(order, outcome, language), sep="\n")
    if outcome.broken:
        _complain(*scan_report.broken_lines(outcome, language))
    return 0


def _intake(options: argparse.Namespace) -> int:
    language: Language = options.lang
    target: Path = options.out
    if target.suffix.lower() != ".xlsx":
        raise RefusedError(say(language, "intake/cli/not_xlsx", file=str(target)))
    rulebook = load(rules_folder(options.rules))
    filled = dossier.read(options.dossier, rulebook) if options.dossier is not None else None
    _write(target, intake.build(rulebook, _today(), language, filled), language)
    if options.json:
        _print_json({"written": str(target)})
    else:
        _tell_written(target, language)
    return 0


def _excel_target(options: argparse.Namespace) -> Path | None:
    """Return where a workbook is to be written, before the work is done."""
    target: Path | None = options.excel
    if target is not None and target.suffix.lower() != ".xlsx":
        raise RefusedError(say(options.lang, "cli/not_xlsx", file=str(target)))
    return target


def _word_target(options: argparse.Namespace) -> Path | None:
    """Return where a document is to be written, before the work is done."""
    target: Path | None = options.word
    if target is None:
        if options.document or (options.with_names and options.excel is None):
            raise RefusedError(say(options.lang, "word/cli/no_word"))
        return None
    if target.suffix.lower() != ".docx":
        raise RefusedError(say(options.lang, "word/cli/not_docx", file=str(target)))
    return target


def _tell_written(target: Path | None, language: Language) -> None:
    if target is not None:
        print(say(language, "cli/written", file=str(target)))


def _today() -> date:
    return datetime.now().astimezone().date()


def _list_rules(options: argparse.Namespace) -> int:
    rulebook = load(rules_folder(options.rules))
    if options.json:
        _print_json([as_json.rule_row(rule, rulebook, options.lang) for rule in rulebook.rules])
    else:
        print(as_text.rules(rulebook, options.lang))
    return 0


def _check_rules(options: argparse.Namespace) -> int:
    folder = rules_folder(options.folder or options.rules)
    try:
        rulebook = load(folder, judge)
    except BadInputError as error:
        if options.json:
            _print_json({"ok": False, "errors": as_json.problems(error.problems, options.lang)})
        else:
            count = len(error.problems)
            summary = say(options.lang, "cli/rules_bad", count=count, folder=str(folder))
            _complain(*_problem_lines(error, options.lang), summary)
        return 2
    if options.json:
        _print_json({"ok": True, "errors": []})
    else:
        count = len(rulebook.rules)
        print(say(options.lang, "cli/rules_ok", count=count, folder=str(folder)))
    return 0


def _show_rule(options: argparse.Namespace) -> int:
    rulebook = load(rules_folder(options.rules))
    found = next((rule for rule in rulebook.rules if rule.id == options.id.upper()), None)
    if found is None:
        raise RefusedError(say(options.lang, "cli/unknown_rule", id=options.id))
    if options.json:
        _print_json(as_json.rule(found, rulebook, options.lang))
    else:
        print(as_text.rule(found, rulebook, options.lang))
    return 0


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _write(target: Path, content: bytes, language: Language) -> None:
    """Write beside the target and then put it in place, so that a failure leaves the old file."""
    place = target.resolve()
    try:
        handle, name = tempfile.mkstemp(dir=place.parent, suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).chmod(_mode_for(place))
            Path(name).replace(place)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        values = {"file": str(target), "reason": error.strerror or str(error)}
        raise RefusedError(say(language, "cli/cannot_write", **values)) from None


def _mode_for(target: Path) -> int:
    """Return the rights that ``target`` has, or that a new file of this user gets."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
