"""Reads a rules folder into a :class:`~checker.models.rulebook.Rulebook`, or says all that is wrong."""

from checker.rulebook.load import RuleFile, load

__all__ = ["RuleFile", "load"]
