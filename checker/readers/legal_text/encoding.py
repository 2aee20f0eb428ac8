"""Bytes of a text file as text, whatever program wrote them."""

import codecs

from checker.readers.legal_text.limits import refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 20_000
_HALF_OF_ZEROES = 0.3
_CONTROL = bytes(set(range(0x20)) - set(b"\t\n\r\f\v\x1a\x00")) + b"\x7f"
_MOST_CONTROL = 0.01
_MOST_ZEROES = 0.05
_FEW_FAULTS = 0.1


def decoded(data: bytes, name: str) -> str:
    """Return the text in ``data``: UTF-8, UTF-16 or Windows' Western European letters.

    Raises:
        BadInputError: it is no text at all.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    sample = data[:_LOOKED_AT]
    if wide := _wide(sample):
        return data.decode(wide, "replace")
    if _is_binary(sample):
        raise refused(name, "not_a_text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _western(data)


def _wide(sample: bytes) -> str | None:
    """Return which UTF-16 it is that lacks its mark: every second byte is zero then."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd > half * _HALF_OF_ZEROES and even < odd / 4:
        return "utf-16-le"
    if even > half * _HALF_OF_ZEROES and odd < even / 4:
        return "utf-16-be"
    return None


def _is_binary(sample: bytes) -> bool:
    control = len(sample) - len(sample.translate(None, _CONTROL))
    return control > len(sample) * _MOST_CONTROL or sample.count(0) > len(sample) * _MOST_ZEROES


def _western(data: bytes) -> str:
    """Return text that is no sound UTF-8: damaged UTF-8, or a single byte for each letter."""
    repaired = data.decode("utf-8", "replace")
    faults = repaired.count("\ufffd")
    letters = len(repaired) - len(repaired.encode("ascii", "ignore"))
    if faults < letters * _FEW_FAULTS:
        return repaired.replace("\ufffd", "")
    # Five bytes have no letter in Windows' set; they are rare and never a Dutch letter.
    return data.decode("cp1252", "replace").replace("\ufffd", "")
