"""Connections that can be broken off: what `infra.http` does not show."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from paperdesk.infra.answers import Loss, Lost
from paperdesk.infra.jobs import nothing
from paperdesk.infra.wire import Wire


class Enough(Exception):
    """Somebody no longer wants the answer."""


@pytest.fixture
def wire() -> Iterator[Wire]:
    wire = Wire("Tester")
    yield wire
    wire.close()


@pytest.fixture
def silent() -> Iterator[int]:
    """The port of a host that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


class Check:
    """Gives up when asked for the n-th time."""

    def __init__(self, calls: int) -> None:
        self.left = calls

    def __call__(self) -> None:
        self.left -= 1
        if self.left <= 0:
            raise Enough


def loss(wire: Wire, url: str) -> Loss:
    with pytest.raises(Lost) as lost, wire.ask(url, {}, nothing, timeout=0.5, inner=True):
        pass
    return lost.value.loss


def test_an_answer_is_read_piece_by_piece(wire: Wire, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data("words")
    with wire.ask(httpserver.url_for("/"), {}, nothing, timeout=5, inner=True) as answer:
        assert (answer.status, b"".join(answer.chunks)) == (200, b"words")


def test_one_connection_serves_many_questions(wire: Wire, world: Any) -> None:
    for _ in range(3):
        with wire.ask(f"{world.url}/papers", {}, nothing, timeout=5, inner=True) as answer:
            list(answer.chunks)
    assert len({entry["client_port"] for entry in world.asked()}) == 1


def test_silence_has_an_end(wire: Wire, silent: int) -> None:
    assert loss(wire, f"http://127.0.0.1:{silent}/") is Loss.LATE


def test_a_handshake_has_an_end(wire: Wire, silent: int) -> None:
    assert loss(wire, f"https://127.0.0.1:{silent}/") is Loss.LATE


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_wait_for_a_silent_host_can_be_given_up(wire: Wire, silent: int, scheme: str) -> None:
    with pytest.raises(Enough):  # noqa: SIM117
        with wire.ask(f"{scheme}://127.0.0.1:{silent}/", {}, Check(5), timeout=60, inner=True):
            pass


def test_a_connection_to_nobody_can_be_given_up(wire: Wire) -> None:
    with pytest.raises((Enough, Lost)):  # noqa: SIM117
        with wire.ask("http://10.255.255.1/", {}, Check(2), timeout=60, inner=True):
            pass


def test_a_host_that_does_not_speak_tls_is_told(wire: Wire, httpserver: HTTPServer) -> None:
    url = httpserver.url_for("/").replace("http:", "https:")
    assert loss(wire, url) in (Loss.DROPPED, Loss.LATE)


def test_a_closed_port_is_refused(wire: Wire) -> None:
    assert loss(wire, "http://127.0.0.1:1/") is Loss.REFUSED


def test_a_name_that_is_none_is_told(wire: Wire) -> None:
    assert loss(wire, "http://nobody.invalid/") is Loss.NAME


@pytest.mark.parametrize("url", ["http://a\x00b/", f"http://{'a' * 70}.org/"])
def test_an_impossible_name_is_no_crash(wire: Wire, url: str) -> None:
    assert loss(wire, url) in (Loss.ADDRESS, Loss.NAME)


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "http://127.0.0.1:1", "127.0.0.1:1"])
def test_a_proxy_that_is_not_there_is_told(
    wire: Wire, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("http_proxy", proxy)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    assert loss(wire, "http://papers.invalid/") in (Loss.PROXY, Loss.REFUSED)
