"""What is to be seen on the screen, as plain pixels."""

import subprocess
from dataclasses import dataclass
from typing import Any

import numpy

Box = tuple[int, int, int, int]
"""Left, top, right and bottom."""

Pixels = numpy.ndarray[Any, numpy.dtype[numpy.uint8]]

NEAR = 48
"""How far a channel may be off: the edges of letters are blended with what is behind."""


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A screen as it was: rows of columns of red, green and blue."""

    pixels: Pixels

    def part(self, box: Box) -> bytes:
        """The pixels within a box, to be compared."""
        return self._cut(box).tobytes()

    def holds(self, colour: str, box: Box) -> int:
        """How many pixels within a box have about a colour such as #b3261e."""
        wanted = numpy.frombuffer(bytes.fromhex(colour[1:]), numpy.uint8).astype(int)
        off = numpy.abs(self._cut(box).astype(int) - wanted).max(axis=2)
        return int((off < NEAR).sum())

    def ink(self, box: Box) -> list[int]:
        """The columns, counted from the left of the box, where something dark is."""
        columns = (self._cut(box)[:, :, 0] < 150).any(axis=0)
        return [int(column) for column in numpy.flatnonzero(columns)]

    def _cut(self, box: Box) -> Pixels:
        left, top, right, bottom = box
        return self.pixels[top:bottom, left:right]


def picture() -> Picture:
    """Look at the whole screen."""
    command = ("import", "-silent", "-window", "root", "-depth", "8", "ppm:-")
    shot = subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=30).stdout
    _, size, _, pixels = shot.split(b"\n", 3)
    width, height = map(int, size.split())
    return Picture(numpy.frombuffer(pixels, numpy.uint8).reshape(height, width, 3))
