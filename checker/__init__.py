"""MKB-toets: tells whether a proposed Dutch regulation works for a firm with under 50 staff."""

__version__ = "0.1.0"
