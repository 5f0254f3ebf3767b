"""Which paper a PDF is, made out from what it tells."""

import pytest

from paperdesk.domain.identifier import ArxivId
from paperdesk.domain.imprint import Clues, Imprint, clues
from paperdesk.domain.pages import Line, Setting

BOX = (0.0, 0.0, 1.0, 1.0)


def setting(*lines: tuple[str, float]) -> Setting:
    made = (Line(text, BOX, size, bold=False, apart=False, heads=False) for text, size in lines)
    return Setting(0, 10.0, 1000, tuple(made))


def test_the_stamp_of_arxiv_counts_and_no_id_of_another_paper() -> None:
    page = "see arXiv:1412.6980 for\narXiv:1706.03762v5 [cs.CL] 6 Dec 2017\nAttention"
    assert clues(Imprint(), [page]).arxiv == ArxivId("1706.03762", 5)
    assert clues(Imprint(), ["see arXiv:1412.6980"]).arxiv is None


def test_a_doi_counts_that_says_that_it_is_one_and_stands_before_the_references() -> None:
    page = "Title\nhttps://doi.org/10.1000/ABC.1\nReferences\n[1] doi: 10.1/other"
    assert clues(Imprint(), [page]).doi == "10.1000/abc.1"
    assert clues(Imprint(), ["Words\nReferences\ndoi: 10.1000/other"]).doi is None


@pytest.mark.parametrize(
    "xmp",
    [
        "<prism:doi>10.1000/xyz</prism:doi>",
        "<dc:identifier>doi:10.1000/XYZ</dc:identifier>",
        "<pdfx:doi>https://doi.org/10.1000/xyz</pdfx:doi>",
    ],
)
def test_a_doi_in_the_metadata_counts_first(xmp: str) -> None:
    assert clues(Imprint(xmp=xmp), ["doi: 10.1000/other"]).doi == "10.1000/xyz"


def test_the_doi_that_arxiv_gives_out_is_its_id() -> None:
    told = clues(Imprint(), ["https://doi.org/10.48550/arXiv.1706.03762"])
    assert (told.arxiv, told.doi) == (ArxivId("1706.03762"), None)


@pytest.mark.parametrize("title", ["untitled", "Microsoft Word - a.doc", "main.dvi", "x", "123-4"])
def test_a_title_that_nobody_meant_gives_way_to_the_largest_words(title: str) -> None:
    lines = setting(("Learning to", 18.0), ("read slowly", 18.0), ("A B", 11.0))
    assert clues(Imprint(title=title), [], [lines]).title == "Learning to read slowly"


def test_authors_count_where_they_are_names() -> None:
    def authors(text: str) -> tuple[str, ...]:
        return clues(Imprint(author=text), []).authors

    assert authors("A B; C D") == authors("A B and C D") == ("A B", "C D")
    assert authors("admin") == authors("user@host x") == ()


def test_a_pdf_that_tells_nothing_gives_no_clue() -> None:
    assert clues(Imprint(), []) == Clues()
