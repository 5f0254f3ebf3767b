"""One window a library."""

import socket
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from paperdesk.app.single import Doorman, hand_over


@pytest.fixture(autouse=True)
def _runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder for sockets whose name is short, and nobody else's."""
    with tempfile.TemporaryDirectory(prefix="desk-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield


def in_thread(home: Path, words: list[str], answers: list[bool]) -> threading.Thread:
    """Another start, beside the window's thread."""
    thread = threading.Thread(target=lambda: answers.append(hand_over(home, words)))
    thread.start()
    return thread


def test_nobody_is_there_at_first(tmp_path: Path) -> None:
    assert not hand_over(tmp_path, [])


def test_a_later_start_hands_over_its_words(tmp_path: Path, qtbot: QtBot) -> None:
    brought: list[list[str]] = []
    answers: list[bool] = []
    doorman = Doorman(tmp_path, brought.append)
    thread = in_thread(tmp_path, ["a file", "paperdesk://paper/1"], answers)
    qtbot.waitUntil(lambda: bool(answers))
    thread.join()
    doorman.close()
    assert answers == [True]
    assert brought == [["a file", "paperdesk://paper/1"]]
    assert not hand_over(tmp_path, [])


def test_another_library_has_a_window_of_its_own(tmp_path: Path, qtbot: QtBot) -> None:
    doorman = Doorman(tmp_path / "one", lambda _: None)
    assert not hand_over(tmp_path / "another", [])
    doorman.close()


def test_what_a_killed_window_left_behind_is_replaced(tmp_path: Path, qtbot: QtBot) -> None:
    first = Doorman(tmp_path, lambda _: None)
    second = Doorman(tmp_path, lambda _: None)
    answers: list[bool] = []
    thread = in_thread(tmp_path, [], answers)
    qtbot.waitUntil(lambda: bool(answers))
    thread.join()
    assert answers == [True]
    second.close()
    first.close()


@pytest.mark.parametrize("said", [b"", b"not json", b'"no list"', b"[1, null]"])
def test_a_stranger_at_the_door_does_no_harm(tmp_path: Path, qtbot: QtBot, said: bytes) -> None:
    brought: list[list[str]] = []
    doorman = Doorman(tmp_path, brought.append)
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(str(doorman.address))
        line.sendall(said)
        line.shutdown(socket.SHUT_WR)
        qtbot.wait(100)
    doorman.close()
    assert [words for words in brought if words] == []


def test_where_the_runtime_folder_is_missing_another_is_used(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "is not there"))
    doorman = Doorman(tmp_path, lambda _: None)
    assert doorman.address.exists()
    doorman.close()
    assert not doorman.address.exists()


def test_a_window_that_cannot_listen_works_all_the_same(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / ("a name that is longer than a socket may have " * 3)
    deep.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    Doorman(tmp_path, lambda _: None).close()
    assert not hand_over(tmp_path, [])
