"""The sheets of the report, a module each: ``write(book, view)``."""
