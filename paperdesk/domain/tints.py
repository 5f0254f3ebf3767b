"""The colours of marks as numbers, and which of them another program's comes nearest to."""

import colorsys

from paperdesk.domain.note import Colour, Kind

Rgb = tuple[float, float, float]
"""Red, green, blue, each from 0 to 1."""

PALE: dict[Colour, str] = {
    Colour.YELLOW: "#ffe680",
    Colour.GREEN: "#b8ecb0",
    Colour.BLUE: "#b5dcff",
    Colour.PINK: "#ffc4dc",
    Colour.ORANGE: "#ffd3a3",
    Colour.PURPLE: "#dfcbff",
    Colour.RED: "#ffb9b0",
    Colour.GREY: "#d9dce2",
}
"""What lies over text, multiplied with the page."""

DEEP: dict[Colour, str] = {
    Colour.YELLOW: "#b58a00",
    Colour.GREEN: "#2f8a2a",
    Colour.BLUE: "#1f6fb5",
    Colour.PINK: "#c22f74",
    Colour.ORANGE: "#b35c00",
    Colour.PURPLE: "#7444c4",
    Colour.RED: "#b3261e",
    Colour.GREY: "#5b626e",
}
"""Lines and letters."""

_FILLED = (Kind.HIGHLIGHT, Kind.TEXT)

_HUES = (
    (14, Colour.RED),
    (43, Colour.ORANGE),
    (70, Colour.YELLOW),
    (165, Colour.GREEN),
    (250, Colour.BLUE),
    (290, Colour.PURPLE),
    (346, Colour.PINK),
)
"""Up to which degree of the colour circle a name reaches; beyond the last, red again."""

_DULL = 0.1
"""Less difference between the strongest and the weakest part is grey."""


def tint(colour: Colour, kind: Kind) -> Rgb:
    """The colour that a mark of this kind is painted with."""
    code = (PALE if kind in _FILLED else DEEP)[colour]
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def nearest(rgb: Rgb) -> Colour:
    """The name that a colour would be called by.

    *Why by hue:* other programs mark in glaring or in faint colours, and both
    mean the same by them.
    """
    if max(rgb) - min(rgb) < _DULL:
        return Colour.GREY
    hue = colorsys.rgb_to_hsv(*rgb)[0] * 360
    return next((colour for end, colour in _HUES if hue < end), Colour.RED)
