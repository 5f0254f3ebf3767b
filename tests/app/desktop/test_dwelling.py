"""Who looks at a paper for a moment sees what is linked to it; who moves on asks nothing."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QTextBrowser
from pytest_httpserver import HTTPServer

from paperdesk.app.desktop import dwelling
from paperdesk.domain.card import Card
from paperdesk.domain.paper import Found, PaperId
from tests.app.conftest import Desktop

PAGE = "https://huggingface.co/papers/2605.00001#community"
ANSWER = json.dumps({"linkedModels": [{"id": "a/model", "likes": 3}]})


@pytest.fixture
def paper(
    desktop: Desktop, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PaperId]:
    """A paper that Hugging Face lists."""
    monkeypatch.setenv("HF_ENDPOINT", httpserver.url_for(""))
    desktop.rooms.settings.set("offline", False)
    desktop.rooms.settings.set("ask-links", True)
    found = Found("Listed", arxiv="2605.00001", card=Card(discussion=PAGE))
    yield desktop.rooms.library.keep(found).paper
    desktop.session._around.beside.show(None)
    desktop.rooms.settings.set("offline", True)
    desktop.rooms.settings.set("ask-links", False)


def shown(desktop: Desktop) -> str:
    browser = desktop.parts.page.findChild(QTextBrowser)
    return browser.toPlainText() if isinstance(browser, QTextBrowser) else ""


def test_what_is_linked_is_asked_for_once_a_day_and_shown(
    desktop: Desktop, httpserver: HTTPServer, paper: PaperId
) -> None:
    httpserver.expect_oneshot_request("/api/papers/2605.00001").respond_with_data(ANSWER)
    desktop.session._around.beside.show(paper)
    desktop.wait(lambda: "1 model: a/model (3 ♥)" in shown(desktop))
    desktop.session._around.beside.show(None)
    desktop.session._around.beside.show(paper)
    assert "1 model: a/model (3 ♥)" in shown(desktop)
    assert not desktop.session._around.dwelling._due(desktop.rooms.library.paper(paper))

    why = {one.why for one in desktop.rooms.http.ledger.exchanges() if "2605.00001" in one.url}
    assert why == {"it was looked at"}


@pytest.mark.parametrize("switch", [("ask-links", False), ("offline", True)])
def test_who_does_not_want_it_is_not_told_on(
    desktop: Desktop, httpserver: HTTPServer, paper: PaperId, switch: tuple[str, bool]
) -> None:
    desktop.rooms.settings.set(*switch)
    desktop.session._around.beside.show(paper)
    desktop.wait(lambda: not desktop.session._around.dwelling._timer.isActive())
    desktop.wait(lambda: not desktop.desk.jobs.running())
    assert httpserver.log == []


def test_who_moves_on_asks_nothing(desktop: Desktop, paper: PaperId) -> None:
    around = desktop.session._around
    around.beside.show(paper)
    assert around.dwelling._timer.isActive()
    assert around.dwelling._timer.interval() == dwelling.DWELL
    around.beside.show(None)
    assert not around.dwelling._timer.isActive()
