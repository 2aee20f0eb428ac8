"""XML of strangers: no entities, nothing from outside, not too deep."""

from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from checker.readers.legal_text.limits import refused


def parsed(data: bytes | str, name: str, damaged: str) -> Element:
    """Return the root of ``data``.

    A document type is allowed, since official publications name theirs; nothing is fetched for
    it, and whatever it defines is refused.

    Args:
        data: the XML.
        name: of the file, for messages.
        damaged: code of the problem where this is no sound XML.

    Raises:
        BadInputError: it is damaged, or it defines entities.
    """
    try:
        root: Element = fromstring(data, forbid_dtd=False)
    except DefusedXmlException:
        raise refused(name, "text_xml_unsafe") from None
    except (ParseError, ValueError, LookupError, UnicodeError):
        raise refused(name, damaged) from None
    return root


def local(name: object) -> str:
    """Return a name without its namespace; "" for a comment or an instruction."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""
