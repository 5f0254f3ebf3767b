"""Copies of PDFs with marks: written wholly or not at all, never over the original."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from paperdesk.domain.annotation import Annotations
from paperdesk.domain.errors import DiskFull, Refused, StorageError
from paperdesk.domain.note import Anchor, Colour, Fate, Highlight, HighlightId, Kind
from paperdesk.domain.pages import Document
from paperdesk.domain.paper import PaperId
from paperdesk.export import write_copy
from paperdesk.export.annotated import file_marks
from paperdesk.pdfworker.child.desk import Desk
from paperdesk.pdfworker.limits import Limits

BOX = (70.0, 120.0, 110.0, 134.0)
MADE = Highlight(
    HighlightId("h1"),
    PaperId(1),
    Anchor(0, (BOX,), "alpha"),
    Colour.GREEN,
    datetime(2026, 3, 12, 8, 30, tzinfo=UTC),
    "mine",
    tags=("idea",),
)


class Here:
    """A worker in the test's own process."""

    def __init__(self) -> None:
        self._desk = Desk(Limits())

    def call(self, request: Any, *, timeout: float = 60.0) -> Any:
        return self._desk.answer(request)[0]

    def ask(self, *_: object, **__: object) -> Any:
        raise NotImplementedError

    def pardon(self, document: Document, page: int | None = None) -> None:
        """Nothing did harm."""

    def forget(self, document: Document) -> None:
        self._desk.forget(document)


@pytest.fixture
def pages() -> Here:
    return Here()


@pytest.fixture
def document(tmp_path: Path) -> Document:
    with pymupdf.open() as source:
        for _ in range(2):
            source.new_page().insert_text((70, 130), "alpha")
        source.save(tmp_path / "paper.pdf")
    return Document(tmp_path / "paper.pdf")


def test_a_copy_has_the_marks_and_the_original_none(
    pages: Here, document: Document, tmp_path: Path
) -> None:
    before = document.path.read_bytes()
    copied = write_copy(pages, document, [MADE], tmp_path / "copy.pdf")
    assert (copied.marks, copied.lost) == (1, 0)
    assert document.path.read_bytes() == before
    assert copied.path.read_bytes().startswith(before)
    (found,) = pages.call(Annotations(Document(copied.path), 0, 1))
    assert (found.name, found.text, found.comment) == ("h1", "alpha", "mine")
    assert found.tags == ("idea",)


def test_a_mark_that_was_adopted_is_still_of_who_made_it() -> None:
    (adopted,) = file_marks(replace(MADE, author="Ada"))
    (own,) = file_marks(MADE)
    assert (adopted.author, own.author) == ("Ada", "PaperDesk")


def test_a_passage_over_pages_is_an_annotation_on_each(
    pages: Here, document: Document, tmp_path: Path
) -> None:
    made = replace(MADE, rest=(Anchor(1, (BOX,), "alpha"),))
    copied = write_copy(pages, document, [made], tmp_path / "copy.pdf")
    found = pages.call(Annotations(Document(copied.path), 0, 1))
    assert [(one.page, one.name, one.comment) for one in found] == [
        (0, "h1", "mine"),
        (1, "h1-2", ""),
    ]


def test_what_is_lost_is_left_out_and_counted(
    pages: Here, document: Document, tmp_path: Path
) -> None:
    lost = replace(MADE, id=HighlightId("h2"), fate=Fate.LOST)
    copied = write_copy(pages, document, [MADE, lost], tmp_path / "copy.pdf")
    assert (copied.marks, copied.lost) == (1, 1)
    assert len(pages.call(Annotations(Document(copied.path), 0, 1))) == 1


def test_a_mark_without_extent_is_no_annotation() -> None:
    assert list(file_marks(replace(MADE, anchor=Anchor(0, (), "alpha")))) == []
    flat = replace(MADE, anchor=Anchor(0, ((10.0, 10.0, 10.0, 20.0),), "alpha"))
    assert list(file_marks(flat)) == []
    assert list(file_marks(replace(MADE, kind=Kind.INK))) == []


@pytest.mark.parametrize("link", ["same", "symlink", "hardlink"])
def test_the_original_is_never_written_over(
    pages: Here, document: Document, tmp_path: Path, link: str
) -> None:
    target = document.path if link == "same" else tmp_path / "link.pdf"
    if link == "symlink":
        target.symlink_to(document.path)
    if link == "hardlink":
        os.link(document.path, target)
    before = document.path.read_bytes()
    with pytest.raises(Refused, match="never changes"):
        write_copy(pages, document, [MADE], target)
    assert document.path.read_bytes() == before


def test_a_file_that_is_there_is_replaced_wholly(
    pages: Here, document: Document, tmp_path: Path
) -> None:
    target = tmp_path / "copy.pdf"
    target.write_text("old")
    write_copy(pages, document, [MADE], target)
    assert target.read_bytes().startswith(b"%PDF")
    assert {path.name for path in tmp_path.iterdir()} == {"paper.pdf", "copy.pdf"}


def test_a_full_disk_gets_a_sentence_and_nothing_is_left(
    pages: Here, document: Document, small_disk: Path
) -> None:
    (small_disk / "filler").write_bytes(b"x" * (2**21 - 4096))
    long = replace(MADE, comment="mine " * 2000)
    with pytest.raises(DiskFull):
        write_copy(pages, document, [long], small_disk / "copy.pdf")
    assert [path.name for path in small_disk.iterdir()] == ["filler"]


def test_a_folder_that_cannot_be_written_gets_a_sentence(pages: Here, document: Document) -> None:
    with pytest.raises(StorageError, match="cannot be written"):
        write_copy(pages, document, [MADE], Path("/proc/copy.pdf"))


def test_a_file_that_was_replaced_meanwhile_is_not_mixed_up(
    pages: Here, document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = pages.call

    def slow(request: Any, *, timeout: float = 60.0) -> Any:
        answer = ask(request)
        document.path.write_bytes(document.path.read_bytes() + b"more")
        return answer

    monkeypatch.setattr(pages, "call", slow)
    with pytest.raises(Refused, match="replaced"):
        write_copy(pages, document, [MADE], tmp_path / "copy.pdf")
    assert not (tmp_path / "copy.pdf").exists()
