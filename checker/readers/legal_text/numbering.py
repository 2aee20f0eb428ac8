"""Numbers that a file knows only as the number of a list, written as they show on paper."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS = 26
_MOST = 10_000
BULLET = "–"
"""What stands for any sign that begins an item without a number."""


def letters(number: int) -> str:
    """Return a, b ... z, aa, bb: Word and Dutch law go on by doubling."""
    return chr(ord("a") + (number - 1) % _LETTERS) * min(1 + (number - 1) // _LETTERS, _LETTERS)


def roman(number: int) -> str:
    """Return i, ii, iii, iv."""
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def written(number: int, style: str) -> str:
    """Return ``number`` in a style of Word or of HTML; an unknown style gives digits."""
    if not 0 < number <= _MOST:
        return str(number)
    match style:
        case "lowerLetter" | "a" | "lower-alpha" | "lower-latin":
            return letters(number)
        case "upperLetter" | "A" | "upper-alpha" | "upper-latin":
            return letters(number).upper()
        case "lowerRoman" | "i" | "lower-roman":
            return roman(number)
        case "upperRoman" | "I" | "upper-roman":
            return roman(number).upper()
        case "decimalZero" | "decimal-leading-zero":
            return f"{number:02d}"
        case "ordinal":
            return f"{number}e"
        case _:
            return str(number)
