"""Pictures as PNG files, for those who have no window."""

import struct
import zlib
from pathlib import Path

from paperdesk.infra import files

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGB = 2


def png(pixels: bytes | memoryview, width: int, height: int, stride: int, dots: float) -> bytes:
    """RGB pixels, 3 bytes each and `stride` bytes a line, as a PNG of so many dots an inch."""
    rows = bytearray()
    for line in range(height):
        rows.append(0)
        rows += pixels[line * stride : line * stride + width * 3]
    header = struct.pack(">IIBBBBB", width, height, 8, _RGB, 0, 0, 0)
    across = round(dots / 0.0254)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", header),
            _chunk(b"pHYs", struct.pack(">IIB", across, across, 1)),
            _chunk(b"IDAT", zlib.compress(bytes(rows), 6)),
            _chunk(b"IEND", b""),
        )
    )


def write(path: Path, content: bytes) -> None:
    """Put a picture into its file, wholly or not at all."""
    with files.replacing(path) as file:
        file.write(content)


def _chunk(kind: bytes, content: bytes) -> bytes:
    checked = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checked)
