"""File names that say what is inside and that every operating system takes."""

import unicodedata
from datetime import date
from pathlib import PurePath

from checker.content import say
from checker.models.assessment import Assessment
from checker.models.base import Language

_SEPARATOR = " - "
_KEPT_SIGNS = "-_.,()"
_TITLE_BYTES = 120
_DRAFT_BYTES = 45


def file_name(
    assessment: Assessment, extension: str, language: Language, kind: str = "name"
) -> str:
    """Return a name such as ``MKB-toets - Besluit X - concept A - 2026-07-01.xlsx``.

    The name starts with the program's, so that no title can make it a hidden file, a reserved
    name or an option of a command. It stays below 200 bytes.

    Args:
        assessment: gives title, draft and date.
        extension: such as ``xlsx``, with or without its dot.
        language: of the fixed words.
        kind: what the file is: a key below ``report/file``.
    """
    identity = assessment.regulation.identity
    title = _safe(identity.title or "", _TITLE_BYTES) or say(language, "report/file/untitled")
    draft = _safe(identity.draft or "", _DRAFT_BYTES)
    day = date.isoformat(assessment.receipt.assessed_on)
    parts = [say(language, f"report/file/{kind}"), title, draft, day]
    return f"{_SEPARATOR.join(part for part in parts if part)}.{extension.lstrip('.')}"


def checked_name(file: str, language: Language) -> str:
    """Return how the marked workbook of ``file`` is called."""
    stem = _safe(PurePath(file).stem, _TITLE_BYTES) or say(language, "report/file/untitled")
    return f"{say(language, 'report/file/checked')}{_SEPARATOR}{stem}.xlsx"


def _safe(text: str, limit: int) -> str:
    """Return ``text`` with letters, digits and harmless signs only, cut between words.

    File systems limit bytes, not letters, so the length is counted in UTF-8.
    """
    composed = unicodedata.normalize("NFC", text)
    words = "".join(char if _is_kept(char) else " " for char in composed).split()
    joined = " ".join(words)
    if len(joined.encode()) > limit:
        head = joined.encode()[: limit + 1].decode(errors="ignore")
        whole_words = head.rpartition(" ")[0]
        joined = whole_words or joined.encode()[:limit].decode(errors="ignore")
    return joined.strip(" .-_,")


def _is_kept(char: str) -> bool:
    return char in _KEPT_SIGNS or unicodedata.category(char)[0] in "LMN"
