"""Page of the form: the section ``enforcement``."""

from checker.models.rule import Section
from checker.ui.components import section

section.show(Section.ENFORCEMENT)
