"""Lists of words, written down as text."""


def listed(text: str) -> frozenset[str]:
    """Return the words of ``text``, which are parted by blanks."""
    return frozenset(text.split())
