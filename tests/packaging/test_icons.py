"""The icons are one family, and need nothing from elsewhere."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
LINE_ICONS = sorted(path for path in ICONS.glob("*.svg") if path.stem != "paperdesk")


@pytest.mark.parametrize("path", LINE_ICONS, ids=lambda path: path.stem)
def test_line_icons_share_their_grid_and_stroke(path: Path) -> None:
    drawing = ElementTree.parse(path).getroot().attrib

    assert drawing["viewBox"] == "0 0 24 24"
    assert (drawing["stroke"], drawing["stroke-width"]) == ("currentColor", "1.75")
    assert (drawing["stroke-linecap"], drawing["stroke-linejoin"]) == ("round", "round")


def test_there_are_icons() -> None:
    assert len(LINE_ICONS) >= 30
    assert (ICONS / "paperdesk.svg").is_file()


@pytest.mark.parametrize("path", sorted(ICONS.glob("*.svg")), ids=lambda path: path.stem)
def test_an_icon_loads_nothing_from_elsewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")

    assert "http" not in text
    assert "<image" not in text
    assert "<script" not in text
