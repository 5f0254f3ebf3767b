"""Copies with marks in another reader, where there is one: the same place, the same colour."""

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import numpy
import pymupdf
import pytest

from paperdesk.domain.note import Anchor, Colour, Highlight, HighlightId, Kind
from paperdesk.domain.pages import Document
from paperdesk.domain.paper import PaperId
from paperdesk.domain.tints import tint
from paperdesk.export import write_copy
from tests.export.test_annotated import Here

BOX = (100.0, 150.0, 240.0, 210.0)
STROKE = tuple((100.0 + 14 * at, 155.0 + 40 * (at % 2)) for at in range(10))
LINE = (100.0, 150.0, 240.0, 164.0)
"""A line of text; marks on text are as high as that."""

SCALE = 2


@pytest.fixture
def poppler() -> str:
    found = shutil.which("pdftoppm")
    if found is None:
        pytest.skip("pdftoppm, of poppler-utils, is not installed")
    return found


def pixels(picture: pymupdf.Pixmap) -> numpy.ndarray:
    plain = pymupdf.Pixmap(pymupdf.csRGB, picture) if picture.n != 3 else picture
    shape = (plain.height, plain.width, 3)
    return numpy.frombuffer(plain.samples, dtype=numpy.uint8).reshape(shape).astype(int)


def ours(path: Path) -> numpy.ndarray:
    with pymupdf.open(path) as source:
        return pixels(source[0].get_pixmap(matrix=pymupdf.Matrix(SCALE, SCALE)))


def theirs(path: Path, poppler: str) -> numpy.ndarray:
    out = path.with_suffix("")
    subprocess.run(
        [poppler, "-cropbox", "-singlefile", "-png", "-r", str(72 * SCALE), str(path), str(out)],
        check=True,
        capture_output=True,
    )
    return pixels(pymupdf.Pixmap(str(out.with_suffix(".png"))))


def seen(page: numpy.ndarray) -> tuple[list[float], numpy.ndarray]:
    """The box of what is not white, in points, and the colour in the middle of it all."""
    marked = (255 * 3 - page.sum(axis=2)) > 30
    down, across = numpy.nonzero(marked)
    box = [across.min(), down.min(), across.max() + 1, down.max() + 1]
    return [side / SCALE for side in box], numpy.median(page[marked], axis=0)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("kind", list(Kind))
def test_poppler_shows_a_mark_where_we_do(
    tmp_path: Path, poppler: str, kind: Kind, rotation: int
) -> None:
    with pymupdf.open() as source:
        page = source.new_page(width=400, height=600)
        page.set_cropbox(pymupdf.Rect(20, 30, 380, 560))
        page.set_rotation(rotation)
        source.save(tmp_path / "paper.pdf")
    made = Highlight(
        HighlightId("h1"), PaperId(1), Anchor(0, (box_of(kind),), ""), Colour.BLUE,
        datetime(2026, 1, 1, tzinfo=UTC), "words" if kind is Kind.TEXT else "", kind=kind,
        strokes=(STROKE,) if kind is Kind.INK else (),
    )  # fmt: skip
    copy = write_copy(Here(), Document(tmp_path / "paper.pdf"), [made], tmp_path / "copy.pdf")
    box, colour = seen(ours(copy.path))
    their_box, their_colour = seen(theirs(copy.path, poppler))
    assert their_box == pytest.approx(box, abs=1.0)
    assert box == pytest.approx(extent(kind), abs=3.0)
    wanted = [255 * part for part in tint(Colour.BLUE, kind)]
    assert list(their_colour) == pytest.approx(wanted, abs=12)
    assert list(colour) == pytest.approx(wanted, abs=80)


def box_of(kind: Kind) -> tuple[float, float, float, float]:
    return LINE if kind in (Kind.HIGHLIGHT, Kind.UNDERLINE) else BOX


def extent(kind: Kind) -> tuple[float, ...]:
    """What a mark of a kind covers of its box."""
    left, top, right, bottom = box_of(kind)
    if kind is Kind.UNDERLINE:
        return left, bottom - 2, right, bottom - 1
    if kind is Kind.INK:
        return left, 155.0, STROKE[-1][0], 195.0
    return left, top, right, bottom
