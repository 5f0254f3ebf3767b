"""Pages, contents and links, on pages that are turned and cropped."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from paperdesk.domain.errors import BadDocument
from paperdesk.domain.pages import Document, Inspect, Links, Request, Words
from paperdesk.pdfworker.child.desk import Desk
from paperdesk.pdfworker.limits import Limits

Answer = Callable[[Request[Any]], Any]
MakePdf = Callable[..., Document]
FindPdf = Callable[[str], Path]


def with_link(document: Document, link: dict[str, Any]) -> Document:
    """A copy of a document with a link around its first word."""
    source = pymupdf.open(document.path)
    place = source[0].search_for("alpha")[0] * source[0].derotation_matrix
    source[0].insert_link({"from": place, **link})
    path = document.path.with_name("linked.pdf")
    source.save(path)
    source.close()
    return Document(path)


@pytest.mark.parametrize(("rotation", "size"), [(0, (360, 530)), (90, (530, 360))])
def test_sizes_are_those_of_the_shown_page(
    answer: Answer, make_pdf: MakePdf, rotation: int, size: tuple[float, float]
) -> None:
    page = answer(Inspect(make_pdf("alpha", rotation=rotation))).pages[0]
    assert (page.width, page.height) == size


def test_links_go_to_a_place_in_the_document(answer: Answer, make_pdf: MakePdf) -> None:
    document = make_pdf("alpha", "beta")
    point = pymupdf.Point(20, 100)
    linked = with_link(document, {"kind": pymupdf.LINK_GOTO, "page": 1, "to": point})
    (link,) = answer(Links(linked, 0))
    assert link.page == 1
    assert link.uri == ""
    assert 0 < link.top < 530


@pytest.mark.parametrize(
    ("uri", "leads_out"),
    [
        ("https://example.org/a?b=c", True),
        ("http://example.org", True),
        ("mailto:a@example.org", True),
        ("file:///etc/passwd", True),
        ("https://example.org/" + "a" * 5000, False),
    ],
)
def test_an_address_outside_comes_as_it_is_unless_it_is_endless(
    answer: Answer, make_pdf: MakePdf, uri: str, *, leads_out: bool
) -> None:
    linked = with_link(make_pdf("alpha"), {"kind": pymupdf.LINK_URI, "uri": uri})
    assert [link.uri for link in answer(Links(linked, 0))] == [uri] * leads_out


def test_a_link_lies_where_its_word_is_shown(answer: Answer, pdf: FindPdf) -> None:
    document = Document(pdf("CERMINE__example2"))
    link = answer(Links(document, 4))[0]
    boxes = [word.box for word in answer(Words(document, 4))]
    middle = (link.box[1] + link.box[3]) / 2
    assert any(
        box[0] - 1 <= link.box[0] and link.box[2] <= box[2] + 1 and box[1] < middle < box[3]
        for box in boxes
    )


def test_the_table_of_contents_keeps_its_levels(answer: Answer, make_pdf: MakePdf) -> None:
    document = make_pdf("alpha", "beta")
    source = pymupdf.open(document.path)
    source.set_toc([[1, "One", 1], [2, "One and\n a half", 1], [1, "Two", 2]])
    source.set_metadata({"title": "A  title"})
    path = document.path.with_name("contents.pdf")
    source.save(path)
    source.close()
    info = answer(Inspect(Document(path)))
    found = [(item.level, item.title, item.page) for item in info.outline]
    assert found == [(1, "One", 0), (2, "One and a half", 0), (1, "Two", 1)]
    assert info.title == "A title"


def test_a_table_of_contents_has_a_limit(pdf: FindPdf) -> None:
    document = Document(pdf("jabref__thesis-example"))
    info, _ = Desk(Limits(outline=5)).answer(Inspect(document))
    assert len(info.outline) == 5  # type: ignore[attr-defined]


def test_a_real_table_of_contents_points_at_its_headings(answer: Answer, pdf: FindPdf) -> None:
    document = Document(pdf("jabref__thesis-example"))
    item = next(item for item in answer(Inspect(document)).outline if "Definitionen" in item.title)
    heading = next(w for w in answer(Words(document, item.page)) if w.text == "Definitionen")
    assert abs(heading.box[1] - item.top) < 30


def test_printed_page_numbers_are_read(answer: Answer, pdf: FindPdf) -> None:
    pages = answer(Inspect(Document(pdf("GeoTopo")))).pages
    assert [page.label for page in pages[:5]] == ["i", "ii", "iii", "1", "2"]


def test_a_bad_page_does_not_spoil_the_others(answer: Answer, pdf: FindPdf) -> None:
    document = Document(pdf("pdf.js__Pages-tree-refs"))
    assert len(answer(Inspect(document)).pages) == 2
    with pytest.raises(BadDocument, match="The links of page 2"):
        answer(Links(document, 1))


def test_a_document_of_bad_pages_is_bad(answer: Answer, pdf: FindPdf) -> None:
    with pytest.raises(BadDocument, match="None of the pages"):
        answer(Inspect(Document(pdf("pdfium__bug_544880"))))
