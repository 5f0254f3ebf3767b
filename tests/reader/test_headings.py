"""Headings told by how lines are set; on real papers, held against their own outlines."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from paperdesk.domain.note import Quad
from paperdesk.domain.pages import (
    Document,
    Headlines,
    Inspect,
    Line,
    OutlineItem,
    PageSize,
    Setting,
)
from paperdesk.pdfworker.child.desk import Desk
from paperdesk.pdfworker.limits import Limits
from paperdesk.reader.finding import fold
from paperdesk.reader.headings import Headings

A4 = (PageSize(595.0, 842.0),) * 9

OUTLINED = {
    "pdf_papers/jabref__example": (0.9, 0.8),
    "pdf_papers/CERMINE__test1__1": (0.9, 0.15),
    "pdf_papers/CERMINE__example2": (0.9, 0.75),
    "pdf_papers/pdfannots__hotos17": (0.9, 0.9),
    "pdf_papers/grobid__0807.3577": (0.9, 0.7),
    "pdf_papers/grobid-quantities__inserm-00752141": (0.7, 0.6),
    "pdf_papers/grobid-quantities__hal-01429870": (0.9, 0.85),
    "pdf_toc/jabref__thesis-example": (0.8, 0.4),
    "pdf_toc/PyMuPDF__test_3842": (0.9, 0.95),
    "pdf_toc/jabref__example-scientificThesisTemplate": (0.65, 0.85),
    "pdf_long/sample-files__GeoTopo-komprimiert": (0.6, 0.85),
}
"""Precision and recall, at the least. What an outline leaves out but papers
have, such as the abstract and the references, is not held against us."""

_OFTEN_LEFT_OUT = re.compile(
    r"abstract|introduction|references|acknowledge?ments?|contents|summary|list of figures"
    r"|keywords|inhaltsverzeichnis|table of contents|conclusions?|zusammenfassung|bibliography"
)
_NUMBER = re.compile(r"^\W*(?:[\dA-Z]|[IVX]+)?(?:\.?\d+)*[.:)]?\s+(?=\w)")


def line(text: str, top: float = 200.0, size: float = 10.0, **how: bool) -> Line:
    box: Quad = (60.0, top, 60.0 + 5 * len(text), top + size)
    return Line(
        text, box, size, how.get("bold", False), how.get("apart", False), how.get("heads", False)
    )


def told(*pages: Sequence[Line]) -> list[tuple[int, str, int]]:
    headings = Headings(A4)
    for page, lines in enumerate(pages):
        headings.add(Setting(page, 10.0, 3000, tuple(lines)))
    return [(item.level, item.title, item.page) for item in headings.outline()]


def test_numbers_tell_the_levels() -> None:
    found = told(
        [line("1 Introduction", size=14.0), line("1.1 Aims", 300, size=12.0, bold=True)],
        [line("2 Method", size=14.0), line("A number like 2.3", 400)],
    )
    assert found == [(1, "1 Introduction", 0), (2, "1.1 Aims", 0), (1, "2 Method", 1)]


def test_a_number_set_apart_belongs_to_its_title() -> None:
    title = line("Assessing Trust", size=12.0, bold=True)
    number = Line("3", (40.0, 200.0, 46.0, 212.0), 12.0, True, False, False)
    assert told([], [number, title]) == [(1, "3 Assessing Trust", 1)]


def test_a_title_of_two_lines_is_one_heading() -> None:
    lines = [line("A very long", 200, 14.0, bold=True), line("heading", 215, 14.0, bold=True)]
    assert told([], lines) == [(1, "A very long heading", 1)]


def test_running_heads_are_none() -> None:
    pages = [[line("Trust on the Web", 30, bold=True, heads=True)] for _ in range(5)]
    pages[2].append(line("Results", 300, 12.0, bold=True))
    assert told(*pages) == [(1, "Results", 2)]


def test_the_title_and_the_authors_are_none() -> None:
    page = [
        line("Combating Web Spam", 60, 18.0),
        line("Jan Pedersen", 90, 12.0),
        line("Abstract", 150, 12.0, bold=True),
    ]
    assert told(page) == [(1, "Abstract", 0)]


@pytest.mark.parametrize(
    "authors", ["I. I. Didenkulova and C. Kharif", "A. Lovelace1,2, and C. Babbage3"]
)
def test_authors_with_initials_are_no_numbered_section(authors: str) -> None:
    front = [line(authors, 160.0, bold=True, apart=True), line("1 Aims", 300.0, 12.0, bold=True)]
    assert told(front) == [(1, "1 Aims", 0)]


def test_a_table_of_contents_is_not_told_twice() -> None:
    names = ("1 One", "2 Two", "3 Three")
    listed = [line(name, 100 + 20 * n, 12.0) for n, name in enumerate(names)]
    rest = [[line(name, 100, 12.0)] for name in names]
    assert [page for _, _, page in told([], listed, *rest)] == [2, 3, 4]


@pytest.mark.parametrize(
    "text",
    [
        "Figure 3 shows",
        "see below,",
        "x = 3",
        "12",
        "and so on",
        "me@example.org",
        "T . . . . . . 9",
    ],
)
def test_other_lines_in_large_letters_are_none(text: str) -> None:
    assert told([], [line(text, size=14.0)]) == []


def test_things_that_are_counted_are_none() -> None:
    lines = [line(f"Example {n}", 100 + 90 * n, bold=True, heads=True) for n in range(4)]
    assert told([], lines) == []


def test_nothing_comes_of_nothing() -> None:
    assert told() == []
    assert told([], []) == []


def same(one: str, other: str) -> bool:
    first, second = (fold(_NUMBER.sub("", title.strip())) for title in (one, other))
    return first == second or (
        len(first) > 8 and first.startswith(second[: max(8, len(first) - 4)])
    )


@pytest.mark.parametrize("name", OUTLINED)
def test_headings_are_what_the_outline_says(name: str, shared_data: Path) -> None:
    path = shared_data / f"{name}.pdf"
    if not path.is_file():
        pytest.skip(f"{name} is not among the real PDFs")
    document, desk = Document(path), Desk(Limits())
    info = desk.answer(Inspect(document))[0]
    headings = Headings(info.pages)  # type: ignore[attr-defined]
    for setting in desk.answer(Headlines(document, 0, 999))[0]:  # type: ignore[attr-defined]
        headings.add(setting)
    truth = [item for item in info.outline if item.page >= 0]  # type: ignore[attr-defined]
    precision, recall = compared(headings.outline(), truth)
    least_precision, least_recall = OUTLINED[name]
    assert precision >= least_precision
    assert recall >= least_recall


def compared(found: Sequence[OutlineItem], truth: Sequence[OutlineItem]) -> tuple[float, float]:
    """Precision and recall: the same words on the same page."""
    left = list(found)
    hits = 0
    for item in truth:
        here = (one for one in left if one.page == item.page and same(one.title, item.title))
        match = next(here, None)
        if match is not None:
            left.remove(match)
            hits += 1
    wrong = [one for one in left if not _OFTEN_LEFT_OUT.fullmatch(one.title.casefold().strip(" ."))]
    return hits / max(1, hits + len(wrong)), hits / max(1, len(truth))
