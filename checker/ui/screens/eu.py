"""Page of the form: the section ``eu``."""

from checker.models.rule import Section
from checker.ui.components import section

section.show(Section.EU)
