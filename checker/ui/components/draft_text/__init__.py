"""The text of the draft on screen: read it in, see what is unclear in it, take over its facts."""
