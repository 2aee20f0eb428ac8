"""Page of the form: the section ``target_groups``."""

from checker.models.rule import Section
from checker.ui.components import section

section.show(Section.TARGET_GROUPS)
