"""What the colours of marks stand for: each reader's own words, such as “claim”."""

from collections.abc import Mapping

from paperdesk.domain.note import Colour

Meanings = Mapping[Colour, str]
"""What a colour stands for; one that is not there, or empty, is a colour only."""


def spoken(colour: Colour, meanings: Meanings) -> str:
    """A colour with what it stands for.

    >>> spoken(Colour.RED, {Colour.RED: "doubt"}), spoken(Colour.BLUE, {})
    ('red (doubt)', 'blue')
    """
    meaning = meanings.get(colour, "").strip()
    return f"{colour.value} ({meaning})" if meaning else colour.value


def named(word: str, meanings: Meanings) -> Colour | None:
    """The colour of this name, or with this meaning, whatever the case."""
    sought = word.strip().casefold()
    for colour in Colour:
        if sought in (colour.value, meanings.get(colour, "").strip().casefold() or None):
            return colour
    return None
