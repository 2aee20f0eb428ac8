"""``structure``: what shows only when one knows the parts of the text."""

from typing import Literal

from checker.checks.text_check import Hits, TextCheck
from checker.models.observation import ObservationKind
from checker.models.text_reading import TextReading


class Structure(TextCheck):
    """Counts one kind of observation; the catalogue is :class:`ObservationKind`."""

    kind: Literal["structure"]
    finds: ObservationKind

    def find(self, reading: TextReading) -> Hits:
        """Return what was observed."""
        seen = reading.observations[self.finds]
        return Hits(seen.found, seen.of)
