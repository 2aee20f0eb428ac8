"""The lists that are open at one point of the text: onderdelen within onderdelen."""

from checker.legal_text.lines import Style
from checker.legal_text.numbering import follows

_FIRST = {
    Style.NUMBER: ("1",),
    Style.LETTER: ("a",),
    Style.DEGREE: ("1°",),
    Style.ROMAN: ("i",),
    Style.CAPITAL: ("A",),
    Style.DASH: ("–",),
}
_ROMAN_ORDER = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


class OpenLists:
    """A stack of lists, the outermost first, each with the label it has come to."""

    def __init__(self) -> None:
        self._levels: list[tuple[Style, str]] = []
        self.unnumbered = False
        """Whether the list has no numbers: each paragraph is an onderdeel."""
        self.of_sentences = False
        """Whether an onderdeel ended in a point and another came: a point ends no list here."""

    @property
    def open(self) -> bool:
        """Whether any list is open."""
        return bool(self._levels) or self.unnumbered

    @property
    def path(self) -> str | None:
        """Labels from the outside in, such as "a.1°"."""
        return ".".join(label for _, label in self._levels) or None

    def close(self) -> None:
        """Close all lists: a new lid or article begins."""
        self._levels.clear()
        self.unnumbered = self.of_sentences = False

    def continues(self, style: Style, label: str) -> bool:
        """Whether ``label`` is the next onderdeel of an open list."""
        return any(s is style and _next(style, last, label) for s, last in self._levels)

    def take(self, style: Style, label: str, before: str) -> None:
        """Put an onderdeel in its list.

        Args:
            style: how it is numbered.
            label: its number or letter.
            before: the words before it; after a colon a list may begin.
        """
        style = self._certain(style, label)
        level = self._level(style)
        if level is None or (before.endswith(":") and label in _FIRST[style]):
            self._levels.append((style, label))
            return
        self.of_sentences = self.of_sentences or before.endswith(".")
        del self._levels[level + 1 :]
        self._levels[level] = (style, label)

    def take_unnumbered(self) -> None:
        """Put an onderdeel without a number in its list."""
        self.unnumbered = True

    def _level(self, style: Style) -> int | None:
        levels = range(len(self._levels) - 1, -1, -1)
        return next((level for level in levels if self._levels[level][0] is style), None)

    def _certain(self, style: Style, label: str) -> Style:
        """Tell the letter i, v or x from the roman numeral."""
        if style is not Style.ROMAN or len(label) > 1:
            return style
        if self.continues(Style.LETTER, label):
            return Style.LETTER
        begun = any(s is Style.ROMAN for s, _ in self._levels)
        return style if begun or label == "i" else Style.LETTER


def _next(style: Style, label: str, following: str) -> bool:
    match style:
        case Style.DASH:
            return True
        case Style.LETTER | Style.CAPITAL:
            return _next_letter(label, following)
        case Style.ROMAN:
            known = _ROMAN_ORDER
            if label not in known or following not in known:
                return False
            return known.index(following) == known.index(label) + 1
        case _:
            return follows(label.rstrip("°"), following.rstrip("°"))


def _next_letter(label: str, following: str) -> bool:
    """Whether a letter comes next: b or a1 after a, aa after z."""
    if following[0] == label[0]:
        return len(following) > len(label)
    if label == "z":
        return following == "aa"
    return len(following) == len(label) and ord(following[-1]) == ord(label[-1]) + 1
