"""The colours that pages are shown in: their print, their paper, their figures."""

import re
from dataclasses import dataclass

_HEX = re.compile(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")

READABLE = 4.5
"""The contrast below which text is hard to read (WCAG 2, AA)."""


@dataclass(frozen=True, slots=True)
class Dress:
    """What black print and white paper become, as 0xRRGGBB; hues are kept.

    Figures and photographs stay as they are, unless `figures` are to change too.
    """

    ink: int
    paper: int
    figures: bool = False

    @property
    def dark(self) -> bool:
        """Whether the paper is darker than the print."""
        return luminance(self.paper) < luminance(self.ink)


WHITE = Dress(0x000000, 0xFFFFFF)
"""The page as it is in the file."""

SEPIA = Dress(0x2A2015, 0xF5ECD9)
DARK = Dress(0xDEE0E5, 0x1E2024)
BLACK = Dress(0xD2D2D2, 0x000000)

BUILT_IN = {"light": WHITE, "sepia": SEPIA, "dark": DARK, "black": BLACK}

AUTO, OWN = "auto", "own"

NAMES = (AUTO, "sepia", "dark", "black", OWN, "light")
"""The page themes, in the order in which a key goes through them.

*Why light comes last:* in most windows it looks like auto, and a key should be
seen to do something.
"""


def dress(name: str, own: Dress, *, dark: bool) -> Dress:
    """The colours of a page theme; `dark` says how the window is, which auto follows.

    `own` are the user's colours, and tells whether figures change too.
    """
    if name == OWN:
        return own
    found = BUILT_IN.get(name) or (DARK if dark else WHITE)
    return Dress(found.ink, found.paper, own.figures)


def parse(text: str) -> int | None:
    """A colour written as #rrggbb or #rgb; None if it is none."""
    found = _HEX.fullmatch(text.strip())
    if found is None:
        return None
    digits = found.group(1)
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return int(digits, 16)


def written(colour: int) -> str:
    """A colour as it is written: #rrggbb."""
    return f"#{colour:06x}"


def luminance(colour: int) -> float:
    """How bright a colour is to the eye, from 0 to 1 (WCAG 2)."""
    red, green, blue = (_linear(colour >> shift & 255) for shift in (16, 8, 0))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: int, other: int) -> float:
    """How well one colour is read on another, from 1 to 21 (WCAG 2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _linear(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
