"""The words of the field as frozen models. Imports nothing else of the project."""
