"""Marks behind a copy of a PDF, read back by structure and as marks."""

import base64
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from paperdesk.domain.annotation import Annotate, Annotations, Appendix, FileMark
from paperdesk.domain.note import Colour, Kind, Quad, Stroke
from paperdesk.domain.pages import Document, Request
from paperdesk.domain.tints import nearest, tint

Answer = Callable[[Request[Any]], Any]
FindPdf = Callable[[str], Path]
MakePdf = Callable[..., Document]

BOX = (50.0, 88.0, 83.0, 104.0)
"""Where the fixture's page, cropped and not turned, shows its first word."""

LINE: Stroke = ((60.0, 200.0), (90.0, 230.0), (120.0, 200.0))


def mark(kind: Kind = Kind.HIGHLIGHT, *quads: Quad, **changed: Any) -> FileMark:
    fields: dict[str, Any] = {
        "page": 0,
        "name": f"h-{kind.value}",
        "kind": kind,
        "quads": quads or (BOX,),
        "strokes": (LINE,) if kind is Kind.INK else (),
        "colour": tint(Colour.BLUE, kind),
        "text": "",
        "comment": "Ça va 日本 🙂",
        "author": "PaperDesk",
        "when": "2026-01-02T03:04:05+00:00",
        "tags": (),
    }
    return FileMark(**{**fields, **changed})


@pytest.fixture
def copy(answer: Answer, tmp_path: Path) -> Callable[..., Path]:
    """A copy of a document with marks, made as the export makes it."""

    def make(document: Document, *marks: FileMark) -> Path:
        appendix: Appendix = answer(Annotate(document, marks))
        original = document.path.read_bytes()[: appendix.start]
        path = tmp_path / "annotated.pdf"
        path.write_bytes(original + base64.b64decode(appendix.data))
        return path

    return make


Copy = Callable[..., Path]


def test_the_copy_begins_with_the_file_to_the_byte(copy: Copy, make_pdf: MakePdf) -> None:
    document = make_pdf("alpha beta")
    before = document.path.read_bytes()
    path = copy(document, mark())
    assert path.read_bytes().startswith(before)
    assert document.path.read_bytes() == before
    with pymupdf.open(path) as read:
        assert not read.is_repaired


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_comes_back_as_it_went(
    copy: Copy, answer: Answer, make_pdf: MakePdf, kind: Kind
) -> None:
    made = mark(kind, tags=("to read", "idea"))
    (found,) = answer(Annotations(Document(copy(make_pdf("alpha beta"), made)), 0, 0))
    assert (found.name, found.kind, found.comment) == (made.name, kind, made.comment)
    assert (found.author, found.when, found.tags) == (made.author, made.when, made.tags)
    assert nearest(found.colour) is Colour.BLUE
    if kind is Kind.INK:
        assert found.strokes == made.strokes
    else:
        assert [round(side) for side in found.quads[0]] == pytest.approx(BOX, abs=1)


def test_a_highlight_is_what_the_standard_calls_one(copy: Copy, make_pdf: MakePdf) -> None:
    two = mark(Kind.HIGHLIGHT, BOX, (50.0, 110.0, 90.0, 126.0), tags=("idea",))
    with pymupdf.open(copy(make_pdf("alpha beta"), two)) as read:
        page = read[0]  # an annotation lives as long as its page
        (annot,) = page.annots()
        raw = read.xref_object(annot.xref)
        assert annot.type[1] == "Highlight"
        # Top left, top right, bottom left, bottom right, in the space of the file:
        # its page is 600 high, and the crop box begins at (20, 30) from its top.
        spelt = re.search(r"/QuadPoints ?\[([^]]*)\]", raw)
        assert spelt is not None
        numbers = [float(number) for number in spelt[1].split()]
        assert numbers[:8] == [70, 482, 103, 482, 70, 466, 103, 466]
        assert len(numbers) == 16
        assert "/AP" in raw
        assert "/NM (h-highlight)" in raw
        assert "/PaperDesk_Tags" in raw
        assert annot.info["content"] == "Ça va 日本 🙂\n\n#idea"
        assert annot.info["creationDate"].startswith("D:20260102030405")
        assert annot.colors["stroke"] == pytest.approx(tint(Colour.BLUE, Kind.HIGHLIGHT), abs=0.01)
        assert read.xref_get_key(annot.xref, "F")[1] == "4"


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_mark_on_a_turned_page_lies_over_its_word(
    copy: Copy, answer: Answer, make_pdf: MakePdf, pdf: FindPdf, rotation: int
) -> None:
    document = make_pdf("alpha", rotation=rotation)
    with pymupdf.open(document.path) as read:
        shown = read[0].search_for("alpha")[0] * read[0].rotation_matrix
    path = copy(document, mark(Kind.HIGHLIGHT, tuple(shown)))
    (found,) = answer(Annotations(Document(path), 0, 0))
    assert found.text == "alpha"
    assert found.quads[0] == pytest.approx(tuple(shown), abs=0.5)


def test_what_stands_on_its_end_is_underlined_along_its_line(copy: Copy, tmp_path: Path) -> None:
    with pymupdf.open() as source:
        source.new_page().insert_text((100, 300), "up along the margin", rotate=90)
        source.save(tmp_path / "stamp.pdf")
        (word,) = source[0].search_for("up along the margin")
    path = copy(Document(tmp_path / "stamp.pdf"), mark(Kind.UNDERLINE, tuple(word)))
    with pymupdf.open(path) as read:
        (line,) = (item["rect"] for item in read[0].get_drawings())
    assert (line.y0, line.y1) == pytest.approx((word.y0, word.y1), abs=1)
    assert word.x1 - 3 < line.x0 < word.x1


@pytest.mark.parametrize("kind", list(Kind))
def test_a_mark_is_seen_in_its_place(copy: Copy, make_pdf: MakePdf, kind: Kind) -> None:
    with pymupdf.open(copy(make_pdf(""), mark(kind))) as read:
        area = pymupdf.Rect(45, 80, 125, 235)
        inside = read[0].get_pixmap(clip=area)
        assert inside.color_count() > 1
        whole = read[0].get_pixmap()
        dark = [
            (x, y)
            for y in range(0, whole.height, 2)
            for x in range(0, whole.width, 2)
            if whole.pixel(x, y) != (255, 255, 255)
        ]
        assert all(40 <= x <= 130 and 78 <= y <= 240 for x, y in dark)


def test_words_on_the_page_have_no_arrow(copy: Copy, make_pdf: MakePdf) -> None:
    with pymupdf.open(copy(make_pdf("alpha"), mark(Kind.TEXT))) as read:
        page = read[0]
        (annot,) = page.annots()
        assert "/CL" not in read.xref_object(annot.xref)


def test_a_mark_takes_the_place_of_the_one_that_it_was_adopted_from(
    copy: Copy, answer: Answer, pdf: FindPdf
) -> None:
    document = Document(pdf("pdfannots__pr24"))
    before = answer(Annotations(document, 0, 0))
    path = copy(document, mark(name=before[0].name, comment="changed"))
    after = answer(Annotations(Document(path), 0, 0))
    assert len(after) == len(before)
    assert next(one for one in after if one.name == before[0].name).comment == "changed"


def test_what_is_shown_has_none_of_the_marks_of_the_copy(answer: Answer, make_pdf: MakePdf) -> None:
    document = make_pdf("alpha")
    answer(Annotate(document, (mark(),)))
    assert answer(Annotations(document, 0, 0)) == ()


@pytest.mark.parametrize(
    ("part", "password"),
    [
        ("pdf.js__issue6010_2", "æøå"),
        ("pdfium__encrypted_hello_world_r5", "hôtel"),
        ("pdfminer.six__aes-256", "foo"),
    ],
)
def test_a_locked_file_stays_locked(
    copy: Copy, answer: Answer, pdf: FindPdf, part: str, password: str
) -> None:
    document = Document(pdf(part), password)
    path = copy(document, mark())
    with pymupdf.open(path) as read:
        assert read.needs_pass
    found = answer(Annotations(Document(path, password), 0, 0))
    assert [one.comment for one in found if one.name == "h-highlight"] == ["Ça va 日本 🙂"]


def test_a_damaged_file_is_written_anew(copy: Copy, answer: Answer, make_pdf: MakePdf) -> None:
    document = make_pdf("alpha")
    document.path.write_bytes(document.path.read_bytes().replace(b"startxref", b"startxxxx"))
    path = copy(document, mark())
    (found,) = answer(Annotations(Document(path), 0, 0))
    assert found.text == "alpha"
