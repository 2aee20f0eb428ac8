"""The text of a draft regulation."""

from checker.models.base import Model


class LegalText(Model):
    """The text as it was read; offsets in findings count Unicode code points into it."""

    text: str
