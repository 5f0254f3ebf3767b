"""arXiv's catalogue, by id and by title."""

from datetime import date
from typing import Any

import pytest

from paperdesk.domain.errors import NotFound, Unreachable
from paperdesk.domain.identifier import ArxivId
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job
from paperdesk.intake.arxiv import Arxiv

TITLE = (
    "AgentDoG 1.5: A Lightweight and Scalable Alignment Framework for AI Agent Safety and Security"
)
FEED = '<feed xmlns="http://www.w3.org/2005/Atom">{}</feed>'
ERROR = FEED.format("<entry><title>Error</title><summary>incorrect id format</summary></entry>")


@pytest.fixture
def arxiv(http: Http) -> Arxiv:
    return Arxiv(http, Job(1, "Look up"))


def test_a_paper_is_found_by_its_id(world: Any, arxiv: Arxiv) -> None:
    found = arxiv.paper(ArxivId("2605.29801"))
    assert (found.title, found.arxiv, found.version) == (TITLE, "2605.29801", 1)
    assert (found.authors[0], found.published) == ("Dongrui Liu", date(2026, 5, 28))
    assert found.abstract.startswith("Modern open-world agents")


def test_a_version_that_was_asked_for_is_found(world: Any, arxiv: Arxiv) -> None:
    assert arxiv.paper(ArxivId("2605.26494", 1)).version == 1


def test_an_id_that_nobody_has_is_said(world: Any, arxiv: Arxiv) -> None:
    with pytest.raises(NotFound, match=r"does not know 2605\.99999"):
        arxiv.paper(ArxivId("2605.99999"))


def test_a_paper_is_found_by_its_title(world: Any, arxiv: Arxiv) -> None:
    assert [found.arxiv for found in arxiv.titled(TITLE)] == ["2605.29801"]


def test_a_title_that_is_not_quite_right_is_found_by_its_words(world: Any, arxiv: Arxiv) -> None:
    found = arxiv.titled("Lightweight, scalable alignment framework of security")
    assert "2605.29801" in [one.arxiv for one in found]
    assert len(world.asked()) == 2


@pytest.mark.parametrize("title", ["", "…", '"'])
def test_a_title_without_words_is_not_asked_for(world: Any, arxiv: Arxiv, title: str) -> None:
    assert arxiv.titled(title) == ()
    assert world.asked() == []


def test_quotes_in_a_title_do_not_end_the_question(world: Any, arxiv: Arxiv) -> None:
    arxiv.titled('On "quotes" AND: (brackets)')
    assert "quotes+AND+brackets" in world.asked()[0]["path"]


@pytest.mark.parametrize("code", [400, 200])
def test_an_error_that_comes_as_an_entry_is_said(world: Any, arxiv: Arxiv, code: int) -> None:
    world.fault("status", code=code, body=ERROR)
    with pytest.raises(Unreachable, match="incorrect id format"):
        arxiv.titled(TITLE)


@pytest.mark.parametrize(
    ("fault", "parameters", "sentence"),
    [
        ("status", {"code": 406}, "did not take the request"),
        ("status", {"code": 503}, "in trouble"),
        ("ratelimit", {"style": "retry-after"}, "asks for a pause"),
        ("garbage", {}, "unreadable"),
        ("html", {}, "unreadable"),
    ],
)
def test_what_goes_wrong_is_a_sentence(
    world: Any, arxiv: Arxiv, fault: str, parameters: dict[str, Any], sentence: str
) -> None:
    world.fault(fault, **parameters)
    with pytest.raises(Unreachable, match=sentence):
        arxiv.paper(ArxivId("2605.29801"))


def test_entries_that_are_no_papers_are_left_out(world: Any, arxiv: Arxiv) -> None:
    world.fault("status", code=200, body=FEED.format("<entry/><entry><title>No id</title></entry>"))
    assert arxiv.titled(TITLE) == ()


def test_several_papers_are_asked_for_at_once_and_unknown_ones_left_out(
    world: Any, arxiv: Arxiv
) -> None:
    founds = arxiv.papers(["2605.29801", "2605.99999", "2605.26494"])
    assert {found.arxiv for found in founds} == {"2605.29801", "2605.26494"}
    assert len(world.asked()) == 1
