"""Page of the form: the section ``identity``."""

from checker.models.rule import Section
from checker.ui.components import section

section.show(Section.IDENTITY)
