"""The standard cost model: what a regulation costs, exactly, with every input in sight."""

from checker.burden.calculation import calculate

__all__ = ["calculate"]
