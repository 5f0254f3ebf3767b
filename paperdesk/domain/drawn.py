"""A formula that was set, as a picture of any size and colour."""

from dataclasses import dataclass

SIZE = 20.0
"""Pixels of the letters in which formulas are set; to be scaled to those around them."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A formula as an SVG in black, and its size in pixels."""

    svg: bytes
    width: float
    height: float
