"""A PNG that a real reader of PNGs takes."""

from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QImage

from paperdesk.infra import png


def test_pixels_come_back_as_they_were(tmp_path: Path, qapp: Any) -> None:
    pixels = bytes([255, 0, 0, 0, 255, 0, 9, 9, 9, 0, 0, 255, 255, 255, 255, 9, 9, 9])
    path = tmp_path / "deep" / "a.png"
    png.write(path, png.png(memoryview(pixels), 2, 2, 9, 200.0))
    image = QImage(str(path))
    assert (image.width(), image.height(), round(image.dotsPerMeterX() * 0.0254)) == (2, 2, 200)
    found = [image.pixelColor(x, y).name() for y in range(2) for x in range(2)]
    assert found == [QColor(name).name() for name in ("red", "lime", "blue", "white")]
