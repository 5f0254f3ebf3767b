from collections.abc import Sequence
from pathlib import Path

import pytest

from paperdesk.domain.pages import Document, Word
from paperdesk.pdfworker import Limits
from paperdesk.pdfworker.child import reading
from paperdesk.pdfworker.child.documents import OpenDocuments
from paperdesk.reader.asides import asides
from paperdesk.reader.selection import PageText, Unit

HEIGHT = 800.0
TEXT = ["word " * 8] * 6


def block(
    number: int, at: tuple[float, float], lines: Sequence[str], size: float = 10.0
) -> list[Word]:
    """Lines of words below each other from a corner on."""
    words = []
    for row, line in enumerate(lines):
        x, y = at[0], at[1] + row * size * 1.2
        for text in line.split():
            words.append(Word((x, y, x + len(text) * size / 2, y + size), text, number, row))
            x += (len(text) + 1) * size / 2
    return words


def page(*extra: Word) -> list[Word]:
    """Two columns of text, each a block, with more words in between."""
    return [*block(0, (60, 100), TEXT), *extra, *block(9, (320, 100), TEXT)]


@pytest.mark.parametrize(
    ("at", "lines", "size"),
    [
        ((200, 40), ["A Running Head"], 9.0),
        ((200, 760), ["Proceedings of Something, 2020"], 9.0),
        ((290, 700), ["625"], 10.0),
        ((60, 600), ["1Here we make an assumption"], 8.0),
        ((60, 600), ["Permission to make copies is granted"], 8.0),
        ((60, 200), ["Figure 3: What the page shows"], 10.0),
        ((60, 200), ["Fig. 3 What the page shows"], 9.0),
        ((60, 200), ["Table IV. What the page counts"], 10.0),
        ((20, 200), ["001"], 10.0),
    ],
)
def test_what_stands_beside_the_text_is_known(
    at: tuple[float, float], lines: list[str], size: float
) -> None:
    assert asides(page(*block(5, at, lines, size)), HEIGHT) == {5}


@pytest.mark.parametrize(
    ("at", "lines", "size"),
    [
        ((60, 80), ["3 A Heading"], 12.0),
        ((60, 200), ["Figure 3 shows the whole of it"], 10.0),
        ((60, 180), ["x = y + z"], 10.0),
        ((100, 600), ["i = 1"], 7.0),
    ],
)
def test_headings_and_formulas_are_text(
    at: tuple[float, float], lines: list[str], size: float
) -> None:
    assert not asides(page(*block(5, at, lines, size)), HEIGHT)


def test_the_words_of_a_figure_go_with_its_caption() -> None:
    figure = [
        *block(4, (70, 200), ["axis 1 2 3"], 7.0),
        *block(5, (60, 230), ["Figure 1: A plot"], 10.0),
    ]
    assert asides(page(*figure), HEIGHT) == {4, 5}


def test_a_stamp_that_stands_upright_is_beside_the_text() -> None:
    stamp = Word((310, 200, 325, 500), "arXiv:2401.00001", 5, 0)
    assert asides(page(stamp), HEIGHT) == {5}


def test_a_page_without_text_has_nothing_beside_it() -> None:
    assert asides((), HEIGHT) == frozenset()
    assert asides(block(0, (60, 100), ["Title"]), HEIGHT) == frozenset()


@pytest.mark.parametrize(
    ("paper", "number", "first", "last", "kept", "gone"),
    [
        ("science-parse__fader11", 0, (100, 640), (400, 300), "obviating the", "The source code"),
        ("science-parse__P14-1059", 3, (100, 600), (400, 300), "", "Corpus sources"),
        (
            "science-parse__P07-1088",
            3,
            (100, 640),
            (400, 300),
            "of the seed",
            "implementation makes",
        ),
        ("s2orc-doc2json__N18-3011", 3, (100, 600), (400, 400), "", "We also experimented"),
    ],
)
def test_in_a_real_paper_the_column_goes_on_without_its_footnotes(
    shared_data: Path, paper: str, number: int, first: tuple[int, int], last: tuple[int, int],
    kept: str, gone: str,
) -> None:  # fmt: skip
    path = shared_data / "pdf_papers" / f"{paper}.pdf"
    if not path.is_file():
        pytest.skip(f"{paper} is not among the real PDFs")
    text = real(path, number)
    start, end = text.caret(*first), text.caret(*last)
    assert start is not None
    assert end is not None
    span = text.span(start, end, Unit.LINE)
    assert span is not None
    assert kept in text.text(span)
    assert gone not in text.text(span)
    xs = [quad[0] for quad in text.quads(span)]
    turn = next(index for index, x in enumerate(xs) if x > 300)
    assert all(x < 300 for x in xs[:turn])
    assert all(x > 300 for x in xs[turn:])


def real(path: Path, number: int) -> PageText:
    """A page of a real paper, as a worker reads it."""
    document = OpenDocuments(Limits()).get(Document(path))
    height = document.page(number).rect.height
    words = reading.words(document, number)
    document.close()
    return PageText(number, words, "", height)
