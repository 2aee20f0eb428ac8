"""The rules and the samples, read once and again when their files change."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from checker.models.problem import BadInputError, Problem
from checker.models.regulation import Regulation
from checker.models.rulebook import Rulebook
from checker.readers import dossier
from checker.rulebook import load, rules_folder
from checker.ui import state

SAMPLES = Path(__file__).resolve().parents[2] / "sample_regulations"


@dataclass(frozen=True)
class Sample:
    """A dossier that comes with the program."""

    name: str
    regulation: Regulation


def rulebook() -> Rulebook:
    """Return the rules; while they cannot be read, those this session had before.

    Raises:
        BadInputError: the rules folder has mistakes, every one of them, and there is nothing to
            go on with.
    """
    here, read = state.desk(), _read()
    if isinstance(read, Rulebook):
        here.rulebook = read
    elif here.rulebook is None:
        raise BadInputError(read)
    return here.rulebook


def mistakes() -> tuple[Problem, ...]:
    """Return what is wrong in the rules folder now."""
    read = _read()
    return () if isinstance(read, Rulebook) else read


def _read() -> Rulebook | tuple[Problem, ...]:
    folder = rules_folder()
    return _rulebook(folder, _fingerprint(folder.rglob("*.yaml")))


def samples() -> tuple[Sample, ...]:
    """Return the samples that can be read, in the order of their folders."""
    files = sorted(SAMPLES.glob("*/dossier*.yaml"))
    return _samples(tuple(files), _fingerprint(files), rulebook())


@st.cache_resource(max_entries=2, show_spinner=False)
def _rulebook(folder: Path, fingerprint: str) -> Rulebook | tuple[Problem, ...]:
    del fingerprint  # only there to read again after a change
    try:
        return load(folder)
    except BadInputError as error:
        return error.problems


@st.cache_resource(
    max_entries=2, show_spinner=False, hash_funcs={Rulebook: lambda book: book.content_hash}
)
def _samples(files: tuple[Path, ...], fingerprint: str, book: Rulebook) -> tuple[Sample, ...]:
    del fingerprint
    found = []
    for file in files:
        try:
            name = f"{file.parent.name}/{file.stem}"
            found.append(Sample(name, dossier.read(file, book)))
        except BadInputError:
            # An organisation's own rules may lack what a sample answers.
            continue
    return tuple(found)


def _fingerprint(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in sorted(files):
        try:
            facts = file.stat()
        except OSError:
            continue
        digest.update(f"{file}|{facts.st_mtime_ns}|{facts.st_size}\n".encode())
    return digest.hexdigest()
