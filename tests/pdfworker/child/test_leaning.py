"""Text that stands on its end is marked along its lines, and underlined on its own underside."""

from pathlib import Path
from typing import Any

import pymupdf
import pytest

from paperdesk.domain.pages import Document
from paperdesk.pdfworker.child.documents import OpenDocuments
from paperdesk.pdfworker.child.leaning import corners, lines
from paperdesk.pdfworker.limits import Limits

BOX = (100.0, 200.0, 110.0, 260.0)
TOP_LEFT, TOP_RIGHT, BOTTOM_RIGHT, BOTTOM_LEFT = (100, 200), (110, 200), (110, 260), (100, 260)


def beginning(quad: Any) -> list[tuple[float, float]]:
    """Where its first letter has its upper left corner, and its lower left one."""
    return [(quad.ul.x, quad.ul.y), (quad.ll.x, quad.ll.y)]


@pytest.mark.parametrize(
    ("way", "corner"),
    [
        ((1.0, 0.0), [TOP_LEFT, BOTTOM_LEFT]),
        ((0.0, 1.0), [TOP_RIGHT, TOP_LEFT]),
        ((-1.0, 0.0), [BOTTOM_RIGHT, TOP_RIGHT]),
        ((0.0, -1.0), [BOTTOM_LEFT, BOTTOM_RIGHT]),
        ((0.9, -0.4), [TOP_LEFT, BOTTOM_LEFT]),
    ],
)
def test_a_box_begins_where_its_text_does(
    way: tuple[float, float], corner: list[tuple[int, int]]
) -> None:
    assert beginning(corners(BOX, [(BOX, way)])) == corner


def test_a_box_over_no_text_stands_upright() -> None:
    elsewhere = ((0.0, 0.0, 50.0, 50.0), (0.0, 1.0))
    assert beginning(corners(BOX, [elsewhere])) == [TOP_LEFT, BOTTOM_LEFT]


def test_the_line_that_lies_most_under_a_box_counts() -> None:
    beside = ((108.0, 200.0, 200.0, 260.0), (1.0, 0.0))
    assert beginning(corners(BOX, [beside, (BOX, (0.0, -1.0))]))[0] == BOTTOM_LEFT


@pytest.mark.parametrize(
    ("rotation", "way"), [(0, (0, -1)), (90, (1, 0)), (180, (0, 1)), (270, (-1, 0))]
)
def test_the_lines_of_a_page_run_as_they_are_shown(
    tmp_path: Path, rotation: int, way: tuple[int, int]
) -> None:
    with pymupdf.open() as source:
        page = source.new_page()
        page.insert_text((100, 300), "up along the margin", rotate=90)
        page.set_rotation(rotation)
        source.save(tmp_path / "stamp.pdf")
    opened = OpenDocuments(Limits()).get(Document(tmp_path / "stamp.pdf"))
    ((_, found),) = lines(opened, 0)
    assert found == pytest.approx(way)
