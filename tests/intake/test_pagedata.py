"""The data that a page carries along."""

import json
from datetime import date

import pytest

from paperdesk.domain.paper import Counts
from paperdesk.intake.pagedata import read_data


def _page(**fields: object) -> str:
    paper = {"id": "2503.01234", "title": "A\n  title", "summary": "Says\nthis.", **fields}
    return json.dumps({"dateString": "2025-03-12", "dailyPapers": [{"paper": paper}]})


def test_a_list_has_a_day_and_papers() -> None:
    read = read_data(_page(upvotes=5, publishedAt="2025-03-11T04:00:00.000Z"))

    assert read is not None
    day, (paper,) = read
    assert day == "2025-03-12"
    assert (paper.title, paper.abstract) == ("A title", "Says this.")
    assert (paper.arxiv, paper.published) == ("2503.01234", date(2025, 3, 11))
    assert paper.counts == Counts(upvotes=5)


def test_hidden_authors_stay_hidden() -> None:
    read = read_data(_page(authors=[{"name": "A B"}, {"name": "C D", "hidden": True}, None]))

    assert read is not None
    assert read[1][0].authors == ("A B",)


@pytest.mark.parametrize(
    "odd",
    [{"upvotes": "many"}, {"authors": 3}, {"publishedAt": "soon"}, {"githubRepo": "javascript:x"}],
)
def test_an_odd_field_does_not_cost_the_paper(odd: dict[str, object]) -> None:
    read = read_data(_page(**odd))

    assert read is not None
    assert read[1][0].title == "A title"
    assert read[1][0].code is None


@pytest.mark.parametrize(
    "text",
    ["", "{", '{"dailyPapers": 3}', '["papers"]', '{"x": "papers"}', "[" * 9000 + '"papers"'],
)
def test_other_data_is_no_list(text: str) -> None:
    assert read_data(text) is None


def test_a_page_tells_as_much_as_the_service_itself() -> None:
    """Hugging Face's list and a copy of its page are read by the same reader."""
    record = {"submittedBy": {"fullname": "Ann"}, "paper": {"title": "A", "ai_summary": "Short."}}
    found = read_data(json.dumps({"dailyPapers": [record]}))
    assert found is not None
    (one,) = found[1]
    assert (one.submitter, one.card.summary) == ("Ann", "Short.")
