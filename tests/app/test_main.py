"""What this process is: the window, a verb, or one of the workers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from paperdesk.app import main as entry


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[str]]]:
    """Which part of the program was started, and with what."""
    log: list[tuple[str, list[str]]] = []

    def part(name: str) -> Callable[[list[str]], int]:
        def run(words: list[str]) -> int:
            log.append((name, words))
            return 0

        return run

    monkeypatch.setattr("paperdesk.pdfworker.child.main", part("worker"))
    monkeypatch.setattr("paperdesk.search.child.main", part("index"))
    monkeypatch.setattr("paperdesk.feeds.child.main", part("feed"))
    monkeypatch.setattr("paperdesk.intake.bibliography.child.main", part("bibliography"))
    monkeypatch.setattr("paperdesk.app.command_line.main", part("verb"))
    monkeypatch.setattr("paperdesk.app.opening.main", part("window"))
    monkeypatch.setattr("paperdesk.app.doors.open_qt", lambda: None)
    return log


@pytest.mark.parametrize(
    ("words", "name", "given"),
    [
        ([], "window", []),
        (["--demo"], "window", ["--demo"]),
        (["paperdesk://paper/1?page=2"], "window", ["paperdesk://paper/1?page=2"]),
        (["--worker", "x"], "worker", ["x"]),
        (["--index"], "index", []),
        (["--feed"], "feed", []),
        (["--bibliography"], "bibliography", []),
        (["list", "--json"], "verb", ["list", "--json"]),
        (["--help"], "verb", ["--help"]),
        (["--version"], "verb", ["--version"]),
    ],
)
def test_the_first_word_decides(
    started: list[tuple[str, list[str]]], words: list[str], name: str, given: list[str]
) -> None:
    assert entry.main(words) == 0
    assert started == [(name, given)]


def test_a_file_goes_to_the_window(started: list[tuple[str, list[str]]], tmp_path: Path) -> None:
    file = tmp_path / "a page.txt"
    file.write_text("x")
    entry.main([str(file)])
    entry.main([file.as_uri()])
    assert started == [("window", [str(file)])] * 2


@pytest.mark.parametrize("word", ["nonsense", "--no-such-option", "no such file.pdf"])
def test_anything_else_is_wrong_usage(
    started: list[tuple[str, list[str]]], capsys: pytest.CaptureFixture[str], word: str
) -> None:
    assert entry.main([word]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert word in told.err
    assert started == []
