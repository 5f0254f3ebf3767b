"""The names of papers, as people and machines write them."""

import pytest

from paperdesk.domain.identifier import ArxivId, arxiv_from_doi, arxiv_id, doi, identifier, several


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2503.01234", ArxivId("2503.01234")),
        ("arXiv:2503.01234v2 [cs.CL]", ArxivId("2503.01234", 2)),
        ("https://arxiv.org/pdf/2503.01234v3.pdf", ArxivId("2503.01234", 3)),
        ("https://huggingface.co/papers/0704.0001", ArxivId("0704.0001")),
        ("quant-ph/0201082v1", ArxivId("quant-ph/0201082", 1)),
        ("see math.GT/0309136 there", ArxivId("math.GT/0309136")),
    ],
)
def test_an_arxiv_id_is_found_in_any_of_its_forms(text: str, expected: ArxivId) -> None:
    assert arxiv_id(text) == expected


@pytest.mark.parametrize("text", ["", "3.14159", "2513.01234", "12345.678901", "10.1000/182"])
def test_what_only_looks_like_an_arxiv_id_is_none(text: str) -> None:
    assert arxiv_id(text) is None


def test_an_arxiv_id_is_written_with_its_version_if_it_has_one() -> None:
    assert [str(ArxivId("2503.01234", version)) for version in (0, 2)] == [
        "2503.01234",
        "2503.01234v2",
    ]


def test_a_doi_is_found_in_a_link_without_what_follows_it() -> None:
    assert doi("(https://doi.org/10.1145/3292500.3330701).") == "10.1145/3292500.3330701"


def test_dois_that_differ_in_case_are_one() -> None:
    assert doi("10.1000/ABC") == doi("10.1000/abc")


def test_arxivs_own_doi_names_the_arxiv_id() -> None:
    assert arxiv_from_doi("10.48550/arXiv.2503.01234") == ArxivId("2503.01234")
    assert arxiv_from_doi("10.1145/3292500") is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("arXiv:2503.12345v2", "2503.12345"),
        ("https://arxiv.org/abs/2503.12345v1", "2503.12345"),
        ("https://arxiv.org/pdf/2503.12345.pdf", "2503.12345"),
        ("2503.12345v2", "2503.12345"),
        ("https://doi.org/10.1000/XYZ", "10.1000/xyz"),
        ("https://doi.org/10.48550/arXiv.2503.12345", "2503.12345"),
        ("arXiv:", ""),
        ("https://x.y/2503.12345", ""),
        ("see 2503.12345v2 there", ""),
        ("", ""),
    ],
)
def test_a_text_that_is_an_identifier_is_told_from_one_that_has_one(text: str, named: str) -> None:
    assert identifier(text) == named


def test_a_text_names_several_papers_and_lines_without_one_stay() -> None:
    text = "1706.03762, (10.1000/xyz) 1706.03762\nhttps://arxiv.org/abs/2401.00001v2\n\n a title "
    assert several(text) == (
        "1706.03762", "10.1000/xyz", "https://arxiv.org/abs/2401.00001v2", "a title"
    )  # fmt: skip
