"""Page of the form: the section ``small_firms``."""

from checker.models.rule import Section
from checker.ui.components import section

section.show(Section.SMALL_FIRMS)
