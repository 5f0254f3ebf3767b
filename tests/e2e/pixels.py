"""What is to be seen on the screen, as plain pixels."""

import subprocess
from dataclasses import dataclass

Box = tuple[int, int, int, int]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A screen as it was: three bytes a pixel, row after row."""

    width: int
    height: int
    pixels: bytes

    def part(self, box: Box) -> bytes:
        """The pixels within a box."""
        left, top, right, bottom = box
        rows = range(top, min(bottom, self.height))
        return b"".join(self._row(row, left, right) for row in rows)

    def holds(self, colour: str, box: Box) -> int:
        """How many pixels within a box have a colour such as #b3261e."""
        wanted, part = bytes.fromhex(colour[1:]), self.part(box)
        return sum(part[at : at + 3] == wanted for at in range(0, len(part), 3))

    def ink(self, box: Box) -> list[int]:
        """The columns, counted from the left of the box, where something dark is."""
        part, width = self.part(box), box[2] - box[0]
        dark = {at // 3 % width for at in range(0, len(part), 3) if part[at] < 110}
        return sorted(dark)

    def _row(self, row: int, left: int, right: int) -> bytes:
        start = row * self.width * 3
        return self.pixels[start + left * 3 : start + min(right, self.width) * 3]


def picture() -> Picture:
    """Look at the whole screen."""
    command = ("import", "-silent", "-window", "root", "-depth", "8", "ppm:-")
    shot = subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=30).stdout
    _, size, _, pixels = shot.split(b"\n", 3)
    width, height = map(int, size.split())
    return Picture(width, height, pixels)
