"""Notifications, told to a server on a bus of its own."""

import contextlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from paperdesk.infra.notices import Notices
from tests.bench.display import Display

SERVER = Path(__file__).with_name("noticeserver.py")


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a session bus that nobody else is on."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("there is no dbus-daemon here")
    words = ("dbus-daemon", "--session", "--nofork", "--print-address")
    with _running(words) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@contextlib.contextmanager
def _running(words: tuple[str, ...]) -> Iterator["subprocess.Popen[str]"]:
    """A process that ends with the test."""
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


@contextlib.contextmanager
def server(answer: str) -> Iterator["subprocess.Popen[str]"]:
    """A server that answers each notification so."""
    with _running((sys.executable, str(SERVER), answer)) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process


@pytest.fixture
def notices() -> Iterator[Notices]:
    made = Notices()
    yield made
    made.close()


def test_a_notification_says_what_it_is_told(bus: str, notices: Notices) -> None:
    with server("nothing") as shown:
        assert notices.tell("Two feeds", "Cats: 3 <new>")
        assert notices.tell("Another", "")
        assert shown.stdout is not None
        first, second = (json.loads(shown.stdout.readline()) for _ in range(2))
    assert first == [0, "paperdesk", "Two feeds", "Cats: 3 &lt;new&gt;", ["default", "Show"]]
    assert second[0] == 1, "it takes the place of the first"


@pytest.mark.parametrize(("answer", "clicked"), [("click", True), ("close", False)])
def test_a_click_is_told_from_going_away(
    bus: str, notices: Notices, answer: str, clicked: bool
) -> None:
    with server(answer):
        assert notices.tell("News", "")
        assert notices.clicked(lambda: False) is clicked


def test_nobody_waits_for_a_click_for_ever(bus: str, notices: Notices) -> None:
    with server("nothing"):
        assert notices.tell("News", "")
        assert not notices.clicked(lambda: True)


def test_a_bus_without_a_server_shows_nothing(bus: str, notices: Notices) -> None:
    assert not notices.tell("News", "")


def test_a_server_that_comes_later_shows_what_comes_then(bus: str, notices: Notices) -> None:
    assert not notices.tell("News", "")
    with server("nothing"):
        assert notices.tell("News", "")


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/at/all", "nonsense"])
def test_where_there_is_no_bus_nothing_is_shown(
    monkeypatch: pytest.MonkeyPatch, notices: Notices, address: str
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    assert not notices.tell("News", "")


@pytest.mark.screen
def test_a_real_server_shows_it_and_hears_the_click(
    screen: Display, bus: str, notices: Notices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", screen.name)
    if shutil.which("dunst") is None:
        pytest.skip("the notification server dunst is not here")
    with _running(("dunst", "-print")) as dunst:
        for _ in range(50):
            if notices.tell("News", "Cats: 3"):
                break
            with contextlib.suppress(subprocess.TimeoutExpired):
                dunst.wait(0.1)
        subprocess.run(("dunstctl", "action", "0"), check=True, timeout=10)
        assert notices.clicked(lambda: False)
