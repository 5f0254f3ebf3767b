"""Pictures of the papers in sight come beside the window's thread."""

from collections.abc import Iterator

import pytest
from pytest_httpserver import HTTPServer

from tests.app.conftest import Desktop
from tests.ui.test_album import png


@pytest.fixture(autouse=True)
def _online(
    desktop: Desktop, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    monkeypatch.setenv("HF_ENDPOINT", httpserver.url_for(""))
    desktop.rooms.settings.set("offline", False)
    yield
    desktop.rooms.settings.set("offline", True)


def test_a_picture_that_is_wished_for_comes(desktop: Desktop, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a.png").respond_with_data(png(64, 36))
    url = httpserver.url_for("/a.png")
    album = desktop.parts.album
    assert album.image(url) is None
    desktop.wait(lambda: album.image(url) is not None)


def test_a_picture_that_does_not_come_is_not_waited_for(
    desktop: Desktop, httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/b.png").respond_with_data("no", status=404)
    url = httpserver.url_for("/b.png")
    desktop.parts.album.image(url)
    desktop.wait(lambda: not desktop.parts.album.expects(url))
