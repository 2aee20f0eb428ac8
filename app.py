"""MKB-toets. Start with ``make app``."""

from checker.ui import shell

shell.run()
