"""The intake form: an Excel workbook that becomes a dossier.

``form`` says which sheets it has and what goes into their cells, from the models alone; the writer
below ``checker/report`` draws it, and ``reading`` reads it back.
"""
