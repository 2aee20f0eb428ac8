"""Reads a rules folder into a :class:`~checker.models.rulebook.Rulebook`, or says what is wrong."""

from checker.rulebook.load import RuleFile, load
from checker.rulebook.locate import rules_folder

__all__ = ["RuleFile", "load", "rules_folder"]
