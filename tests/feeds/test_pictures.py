"""Pictures are fetched once, and what nobody looks at makes room."""

import os
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from paperdesk.domain.errors import PaperDeskError
from paperdesk.feeds import Pictures
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job

JOB = Job(1, "Picture")


@pytest.fixture(autouse=True)
def _at_the_hub(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server of this machine stands for Hugging Face: others of this machine are not asked."""
    monkeypatch.setenv("HF_ENDPOINT", httpserver.url_for(""))


def test_a_feed_cannot_let_us_ask_a_machine_of_this_network(
    httpserver: HTTPServer, http: Http, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HF_ENDPOINT")
    with pytest.raises(PaperDeskError, match="own network"):
        Pictures(http, tmp_path).get(httpserver.url_for("/a.png"), JOB)
    assert httpserver.log == []


def test_a_picture_is_fetched_once(httpserver: HTTPServer, http: Http, tmp_path: Path) -> None:
    httpserver.expect_oneshot_request("/a.png").respond_with_data(b"pixels")
    pictures = Pictures(http, tmp_path / "pictures")
    url = httpserver.url_for("/a.png")
    assert [pictures.get(url, JOB), pictures.get(url, JOB)] == [b"pixels"] * 2


def test_the_picture_that_was_not_looked_at_for_the_longest_makes_room(
    httpserver: HTTPServer, http: Http, tmp_path: Path
) -> None:
    pictures = Pictures(http, tmp_path, cap=25)
    for age, name in ((9, "/a"), (5, "/b")):
        httpserver.expect_request(name).respond_with_data(b"0123456789")
        before = set(tmp_path.iterdir())
        pictures.get(httpserver.url_for(name), JOB)
        (made,) = set(tmp_path.iterdir()) - before
        os.utime(made, (age, age))
    pictures.get(httpserver.url_for("/a"), JOB)
    httpserver.expect_request("/c").respond_with_data(b"0123456789")
    pictures.get(httpserver.url_for("/c"), JOB)
    httpserver.clear()
    assert pictures.get(httpserver.url_for("/a"), JOB) == b"0123456789"
    with pytest.raises(PaperDeskError):
        pictures.get(httpserver.url_for("/b"), JOB)


def test_offline_only_what_is_here_is_shown(tmp_path: Path) -> None:
    offline = Pictures(Http(offline=lambda: True), tmp_path)
    with pytest.raises(PaperDeskError, match="offline"):
        offline.get("https://example.org/a.png", JOB)
