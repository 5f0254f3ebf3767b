"""What is to be seen on the screen, as plain pixels."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy

from paperdesk.infra.png import png
from tests.bench.display import HEIGHT, WIDTH, Display

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

    def holds(self, colour: str, box: Box, near: int = NEAR) -> int:
        """How many pixels within a box have about a colour such as #b3261e."""
        wanted = numpy.frombuffer(bytes.fromhex(colour[1:]), numpy.uint8).astype(int)
        off = numpy.abs(self._cut(box).astype(int) - wanted).max(axis=2)
        return int((off < near).sum())

    def ink(self, box: Box) -> list[int]:
        """The columns, counted from the left of the box, where something dark is."""
        columns = (self._cut(box)[:, :, 0] < 150).any(axis=0)
        return [int(column) for column in numpy.flatnonzero(columns)]

    def keep(self, file: Path) -> None:
        """Keep it as a PNG."""
        height, width, _ = self.pixels.shape
        file.write_bytes(png(self.pixels.tobytes(), width, height, width * 3, 96))

    def _cut(self, box: Box) -> Pixels:
        left, top, right, bottom = box
        return self.pixels[top:bottom, left:right]


def picture(screen: Display) -> Picture:
    """Look at the whole screen."""
    shown = numpy.frombuffer(screen.pixels(), numpy.uint8).reshape(HEIGHT, WIDTH, 4)
    return Picture(shown[:, :, 2::-1])
