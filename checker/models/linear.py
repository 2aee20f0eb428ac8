"""RE2, the regular expressions whose time grows with the text alone; all modules take it from here.

A text is anybody's: with ``re`` a hostile one could keep the program busy for years.
"""

_HOW = (
    "The package google-re2 is needed (pip install -r requirements.txt){}. "
    "Without it no legal text can be read."
)

try:
    import re2
except ImportError as error:
    raise ImportError(_HOW.format("")) from error
if not hasattr(re2, "Filter"):
    raise ImportError(_HOW.format("; another package that is called re2 stands in its place"))

__all__ = ["re2"]
