"""The command line. Exit 0: did its work; 2: bad input, told on stderr; 1: our own fault."""

import argparse
import json
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

from checker.assess import assess, judge
from checker.content import say
from checker.content.messages import problem_text
from checker.models.base import LANGUAGES, Language
from checker.models.problem import BadInputError
from checker.readers import dossier
from checker.report import as_json, as_text, excel
from checker.rulebook import load, rules_folder

DEBUG_VARIABLE = "MKB_TOETS_DEBUG"
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
        return command(options)
    except BadInputError as error:
        for problem in error.problems:
            print(problem_text(problem, language), file=sys.stderr)
        return 2
    except RefusedError as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of our output went away, as `| head` does: no fault of anybody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # the last resort: no traceback ever reaches a user
        _logger.exception("fault of our own")
        print(say(language, "cli/own_fault", kind=type(error).__name__), file=sys.stderr)
        return 1


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

    def error(self, message: str) -> NoReturn:
        raise RefusedError(say(self.language, "cli/wrong_command", message=message))


def _parser(language: Language) -> argparse.ArgumentParser:
    def words(name: str) -> str:
        return say(language, f"cli/help/{name}")

    _Parser.language = language
    common = _Parser(add_help=False)
    common.add_argument("--lang", choices=LANGUAGES, default="nl", help=words("lang"))
    common.add_argument("--rules", type=Path, metavar="DIR", help=words("rules"))
    common.add_argument("--json", action="store_true", help=words("json"))
    parser = _Parser(
        prog="python -m checker",
        description=say(language, "cli/description"),
        epilog=say(language, "cli/epilog"),
    )
    commands = parser.add_subparsers(required=True, metavar="assess|rules")
    run = commands.add_parser("assess", parents=[common], help=words("assess"))
    run.add_argument("dossier", type=Path, metavar="DOSSIER", help=words("dossier"))
    run.add_argument("--excel", type=Path, metavar="FILE", help=words("excel"))
    run.set_defaults(command=_assess)
    rules = commands.add_parser("rules", help=words("rules_command"))
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


def _assess(options: argparse.Namespace) -> int:
    language: Language = options.lang
    target: Path | None = options.excel
    if target is not None and target.suffix.lower() != ".xlsx":
        raise RefusedError(say(language, "cli/not_xlsx", file=str(target)))
    rulebook = load(rules_folder(options.rules))
    result = assess(
        dossier.read(options.dossier, rulebook), rulebook, datetime.now().astimezone().date()
    )
    if target is not None:
        _write(target, excel.build(result, rulebook, language), language)
    if options.json:
        _print_json(as_json.assessment(result, rulebook, language))
        return 0
    print(as_text.assessment(result, language))
    if target is not None:
        print(say(language, "cli/written", file=str(target)))
    return 0


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
        if not options.json:
            for problem in error.problems:
                print(problem_text(problem, options.lang), file=sys.stderr)
            count = len(error.problems)
            text = say(options.lang, "cli/rules_bad", count=count, folder=str(folder))
            print(text, file=sys.stderr)
        else:
            _print_json({"ok": False, "errors": as_json.problems(error.problems, options.lang)})
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
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).chmod(0o644)
            Path(name).replace(target)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        values = {"file": str(target), "reason": error.strerror or str(error)}
        raise RefusedError(say(language, "cli/cannot_write", **values)) from None
