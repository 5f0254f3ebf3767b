"""What makes what a source reports the paper that is here already."""

from dataclasses import replace
from datetime import date

import pytest

from paperdesk.domain.paper import Counts, Found, PaperId
from paperdesk.library.taking import Known, changes, citation_key, normal, same

KNOWN = Known(
    id=PaperId(1), title="Deep Nets", abstract="Old.", first_key="he", published="2024-03-01",
    year=2024, arxiv=None, version=0, doi=None, url=None, code=None, counts=Counts(),
)  # fmt: skip
FOUND = Found("Deep Nets", ("Kaiming He",), "New.", date(2024, 3, 1))


def test_the_same_first_author_and_year_make_one_paper() -> None:
    assert same(FOUND, KNOWN)


@pytest.mark.parametrize(
    ("found", "known"),
    [
        (replace(FOUND, authors=("Ada Byron",)), KNOWN),
        (replace(FOUND, published=date(2021, 1, 1)), KNOWN),
        (replace(FOUND, arxiv="2403.00001"), replace(KNOWN, arxiv="2403.00002")),
        (replace(FOUND, doi="10.1000/a"), replace(KNOWN, doi="10.1000/b")),
    ],
    ids=["author", "year", "arxiv", "doi"],
)
def test_another_author_year_or_id_makes_another_paper(found: Found, known: Known) -> None:
    assert not same(found, known)


def test_a_title_that_nobody_could_read_is_cut() -> None:
    title = normal(Found("word " * 200_000)).title
    assert (len(title), title[-5:]) == (2000, "word…")
    assert normal(Found("A title")).title == "A title"


def test_what_is_not_known_tells_nothing_apart() -> None:
    assert same(Found("Deep Nets", arxiv="2403.00001"), replace(KNOWN, first_key="", year=None))


def test_what_is_missing_is_filled_in_and_what_is_there_stays() -> None:
    known = replace(KNOWN, arxiv="2403.00001", abstract="", code="https://example.org/a")
    found = replace(FOUND, arxiv="2403.00001", doi="10.1000/a", url="https://example.org/p")
    assert changes(found, known) == {
        "abstract": "New.",
        "doi": "10.1000/a",
        "url": "https://example.org/p",
    }


def test_counts_move_but_are_not_forgotten() -> None:
    known = replace(KNOWN, counts=Counts(upvotes=5, comments=2))
    assert changes(replace(FOUND, abstract="", counts=Counts(upvotes=9)), known) == {"upvotes": 9}


def test_a_row_without_an_id_takes_the_words_of_a_source_that_knows_one() -> None:
    found = replace(FOUND, title="Deep $N$ets", arxiv="2403.00001")
    moved = changes(found, KNOWN)
    assert (moved["title"], moved["abstract"]) == ("Deep $N$ets", "New.")


def test_lines_are_unwrapped_and_arxivs_doi_becomes_its_id() -> None:
    found = normal(Found("A\n  title", ("  Ada   Byron ", " "), doi="10.48550/ARXIV.2403.00001"))
    assert (found.title, found.authors, found.arxiv) == ("A title", ("Ada Byron",), "2403.00001")


@pytest.mark.parametrize(
    ("authors", "year", "title", "expected"),
    [
        (("Ashish Vaswani",), 2017, "Attention Is All You Need", "vaswani2017attention"),
        (("Rémi Müller",), 2024, "On the Use of k-means", "muller2024use"),
        ((), None, "", "paper"),
        (("李明",), 2025, "大規模", "李明2025大規模"),
    ],
)
def test_a_citation_key_is_family_year_and_word(
    authors: tuple[str, ...], year: int | None, title: str, expected: str
) -> None:
    assert citation_key(authors, year, title) == expected


def test_names_are_kept_as_one_reads_them() -> None:
    spelt = ("Zs\\'ofia  K\\'arolyi", "Fran\\c{c}ois O'Brien", "$hin_ichi", " Ada\nLovelace ")
    found = normal(Found("A", authors=spelt))
    assert found.authors == ("Zsófia Károlyi", "François O'Brien", "$hin_ichi", "Ada Lovelace")
