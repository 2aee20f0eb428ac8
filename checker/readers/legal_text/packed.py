"""Packed files: what is in them, measured before anything is unpacked."""

import io
import zipfile
import zlib

from checker.readers.legal_text import limits
from checker.readers.legal_text.limits import refused

_PACKING = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, ValueError, OSError)
"""What a packed file gives that is cut off, has a password, lacks a part, or is packed oddly."""
_TEXT_OF_OFFICE = b"application/vnd.oasis.opendocument.text"
_MOST_PARTS = 20_000


class Packed:
    """A packed file whose parts are safe to unpack."""

    def __init__(self, data: bytes, name: str) -> None:
        """Look at what is in ``data``.

        Raises:
            BadInputError: it is damaged, or would unpack to far too much.
        """
        self._name = name
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
            parts = self._file.infolist()
        except _PACKING:
            raise refused(name, "text_word_damaged") from None
        if len(parts) > _MOST_PARTS or sum(p.file_size for p in parts) > limits.MAX_UNPACKED:
            raise refused(name, "text_unpacks", bound=limits.megabytes(limits.MAX_UNPACKED))
        # Names are told apart by their letters only: Word does not heed capitals.
        self._parts = {part.filename.lower().lstrip("/"): part for part in parts}

    def __contains__(self, path: str) -> bool:
        return path.lower().lstrip("/") in self._parts

    def read(self, path: str) -> bytes:
        """Return the part at ``path``.

        Raises:
            BadInputError: it is damaged or too large.
        """
        part = self._parts.get(path.lower().lstrip("/"))
        if part is None:
            raise refused(self._name, "text_word_damaged")
        if part.file_size > limits.MAX_PART:
            raise refused(self._name, "text_unpacks", bound=limits.megabytes(limits.MAX_PART))
        try:
            # No more is unpacked than the size that was stated, whatever the data would give.
            return self._file.read(part)
        except _PACKING:
            raise refused(self._name, "text_word_damaged") from None

    def other_kind(self) -> str:
        """Return the code for a packed file that is no Word document."""
        if "mimetype" in self and self.read("mimetype").startswith(_TEXT_OF_OFFICE):
            return "text_odt"
        return "not_a_text"
