"""MKB-toets: does a proposed Dutch regulation work for a firm with fewer than 50 staff?"""

__version__ = "0.1.0"
