"""The observations, a module a subject; ``observations.py`` puts them together."""
