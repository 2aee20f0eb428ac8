"""Which firms are spared which duties, in words."""

from collections.abc import Iterator

from checker.content import say
from checker.models.base import Language
from checker.models.size_class import SizeClass
from checker.models.text_facts import Passage, Recognised, SizeRelief, SparedPlace


def who(relief: SizeRelief, language: Language) -> str:
    """Return the firms that are meant: by a bound or both, and whether it is all of them."""
    if relief.below and relief.least > 1:
        bounds = {"least": relief.least, "persons": relief.persons}
        said = say(language, "reading/size_range", **bounds)
    else:
        key = "size_below" if relief.below else "size_from"
        said = say(language, f"reading/{key}", persons=relief.persons)
    return said + (say(language, "reading/relief_conditional") if relief.is_conditional else "")


def what(relief: SizeRelief, known: Recognised, language: Language) -> str:
    """Return the places of the duties that they are spared."""
    return ", ".join(dict.fromkeys(_places(relief, known, language)))


def _places(relief: SizeRelief, known: Recognised, language: Language) -> Iterator[str]:
    nowhere = say(language, "reading/no_article")
    for position in relief.duties:
        yield known.duties[position].at.label or nowhere
    for place in relief.places:
        if place == SparedPlace():
            yield say(language, "reading/whole_regulation")
        else:
            at = Passage(0, 0, place.article, place.lid, inserted_article=place.inserted_article)
            yield at.label or nowhere


def exempt(classes: tuple[SizeClass, ...], language: Language) -> str:
    """Return the size classes that are spared a duty."""
    return ", ".join(say(language, f"choices/SizeClass/{size}") for size in classes)
