"""Eight inks, none like another."""

from paperdesk.domain.note import Colour
from paperdesk.ui.reader.inks import INK, LINES


def test_every_colour_has_an_ink() -> None:
    assert set(INK) == set(LINES) == set(Colour)
    assert len({ink.name() for ink in INK.values()}) == len(Colour)


def test_every_colour_has_an_underline_of_its_own() -> None:
    assert len({style for _, style in LINES.values()}) == len(Colour)
