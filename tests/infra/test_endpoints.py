"""Where the services live, by default and when the environment says otherwise."""

import pytest

from paperdesk.domain.identifier import ArxivId
from paperdesk.infra import endpoints

ELSEWHERE = "http://127.0.0.1:8800/arxiv"


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAPERDESK_ARXIV_ENDPOINT", ELSEWHERE + "/")


@pytest.fixture
def nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PAPERDESK_ARXIV_ENDPOINT", raising=False)
    monkeypatch.delenv("HF_ENDPOINT", raising=False)


def test_the_real_hosts_are_asked_by_default(nowhere_else: None) -> None:
    assert endpoints.hub() == "https://huggingface.co"
    assert endpoints.arxiv_query() == "https://export.arxiv.org/api/query"
    assert endpoints.arxiv_pdf(ArxivId("1706.03762", 2)) == "https://arxiv.org/pdf/1706.03762v2"


def test_hugging_face_moves_as_in_its_own_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:8800/")
    assert endpoints.hub() == "http://127.0.0.1:8800"


@pytest.mark.parametrize(
    ("real", "moved"),
    [
        ("https://rss.arxiv.org/rss/cs.CL", "/rss/cs.CL"),
        ("https://export.arxiv.org/api/query?id_list=1", "/api/query?id_list=1"),
        ("http://arxiv.org/pdf/hep-th/9901001v1", "/pdf/hep-th/9901001v1"),
    ],
)
def test_all_of_arxiv_moves_together(elsewhere: None, real: str, moved: str) -> None:
    assert endpoints.rehomed(real) == ELSEWHERE + moved


def test_others_stay_where_they_are(elsewhere: None) -> None:
    assert endpoints.rehomed("https://notarxiv.org/feed") == "https://notarxiv.org/feed"


def test_an_id_of_the_old_style_keeps_its_slash(elsewhere: None) -> None:
    assert endpoints.arxiv_pdf(ArxivId("hep-th/9901001")).endswith("/pdf/hep-th/9901001")


@pytest.mark.parametrize(
    ("url", "counts"),
    [
        (f"{ELSEWHERE}/pdf/1706.03762", True),
        ("https://export.arxiv.org/api/query", True),
        ("http://127.0.0.1:8800/arxivist", False),
        ("http://127.0.0.1:8800/api/daily_papers", False),
        ("http://127.0.0.1:9900/arxiv/pdf/1706.03762", False),
    ],
)
def test_only_requests_to_arxiv_wait_for_its_turn(elsewhere: None, url: str, counts: bool) -> None:
    assert endpoints.at_arxiv(url) is counts
