"""Scans: recognised, and given words that stand where they are seen."""

import base64
import shutil
from pathlib import Path
from random import Random
from typing import Any

import pymupdf
import pytest

from paperdesk.domain.annotation import Appendix
from paperdesk.domain.pages import Document, Word, Words
from paperdesk.domain.scan import Pictured, ReadOff, Underlay
from paperdesk.pdfworker.child.desk import Desk
from paperdesk.pdfworker.limits import Limits


def paper(path: Path, *, text: str = "", image: bool = True, rotation: int = 0) -> Document:
    source = pymupdf.open()
    page = source.new_page(width=300, height=400)
    if image:
        random = Random(1)
        pixels = bytes(random.randint(0, 255) for _ in range(300))
        picture = pymupdf.Pixmap(pymupdf.csRGB, 10, 10, pixels, 0)
        page.insert_image(page.rect, pixmap=picture, keep_proportion=False)
    page.insert_text((50, 50), text)
    page.set_rotation(rotation)
    source.save(path)
    return Document(path)


def copy(document: Document, appendix: object, path: Path) -> Document:
    assert isinstance(appendix, Appendix)
    shutil.copyfile(document.path, path)
    with path.open("ab") as file:
        file.write(base64.b64decode(appendix.data))
    assert document.path.stat().st_size == appendix.start
    return Document(path)


@pytest.mark.parametrize(
    ("made", "scan"),
    [
        ({}, True),
        ({"text": "17"}, True),
        ({"text": "A page with a picture behind its text."}, False),
        ({"image": False}, False),
    ],
    ids=["scan", "scan with a number", "text", "blank"],
)
def test_a_scan_is_a_picture_without_text(tmp_path: Path, made: Any, scan: bool) -> None:
    answer, _ = Desk(Limits()).answer(Pictured(paper(tmp_path / "a.pdf", **made), 0))
    assert answer is scan


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_words_stand_where_they_are_seen(tmp_path: Path, rotation: int) -> None:
    desk, document = Desk(Limits()), paper(tmp_path / "a.pdf", rotation=rotation)
    seen = (
        Word((40.0, 60.0, 140.0, 80.0), "Readable", 0, 0),
        Word((150.0, 60.0, 220.0, 80.0), "größer", 0, 0),
    )
    appendix, _ = desk.answer(Underlay(document, (ReadOff(0, seen),)))
    made = copy(document, appendix, tmp_path / "b.pdf")
    found, _ = desk.answer(Words(made, 0))
    assert isinstance(found, tuple)
    assert [word.text for word in found] == ["Readable", "größer"]
    for word, wanted in zip(found, seen, strict=True):
        assert word.box[0] == pytest.approx(wanted.box[0], abs=4)
        assert (word.box[1] + word.box[3]) / 2 == pytest.approx(70, abs=6)


def test_the_words_are_not_seen(tmp_path: Path) -> None:
    desk, document = Desk(Limits()), paper(tmp_path / "a.pdf")
    words = (Word((40.0, 60.0, 140.0, 80.0), "Unseen", 0, 0),)
    appendix, _ = desk.answer(Underlay(document, (ReadOff(0, words),)))
    made = copy(document, appendix, tmp_path / "b.pdf")
    before, after = (pymupdf.open(each.path)[0].get_pixmap() for each in (document, made))
    assert before.samples == after.samples


def test_the_document_that_is_open_stays_as_it_is(tmp_path: Path) -> None:
    desk, document = Desk(Limits()), paper(tmp_path / "a.pdf")
    words = (Word((40.0, 60.0, 140.0, 80.0), "Unseen", 0, 0),)
    desk.answer(Underlay(document, (ReadOff(0, words),)))
    assert desk.answer(Words(document, 0))[0] == ()
