"""The calculation as a living part of the workbook: change an input, and every sum follows.

``terms`` turns the formula of the cost model into the formula of a cell, ``inputs`` gives every
input one cell, ``plan`` gives every sum a row, and the sheets write them down.
"""
