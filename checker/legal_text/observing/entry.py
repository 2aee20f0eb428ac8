"""When the regulation begins."""

from checker.models.observation import Observation
from checker.models.text_facts import Recognised


def retroactive(recognised: Recognised) -> Observation:
    """Entry into force that reaches back, where firms have duties: for others it may be a gain."""
    if not recognised.duties:
        return Observation((), 0)
    entries = recognised.entry_into_force
    return Observation(tuple(each.at for each in entries if each.retroactive), len(entries))
