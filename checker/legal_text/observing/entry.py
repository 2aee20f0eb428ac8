"""When the regulation begins."""

from checker.models.observation import Observation
from checker.models.text_facts import Recognised


def retroactive(recognised: Recognised) -> Observation:
    """Entry into force that reaches back, where firms have duties: for others it may be a gain."""
    if not recognised.duties:
        return Observation((), 0)
    entries, back = recognised.entry_into_force, recognised.looks_back
    places = [each.at for each in entries if each.retroactive] + [each.at for each in back]
    in_order = tuple(sorted(places, key=lambda at: at.start))
    return Observation(in_order, len(entries) + len(back))
