"""A bug is written down, said in a sentence, and survived."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from paperdesk.app.crash import Watch


@pytest.fixture
def said(tmp_path: Path) -> Iterator[list[str]]:
    """What a watch says; the hooks are as they were afterwards."""
    before = sys.excepthook, threading.excepthook
    sentences: list[str] = []
    Watch(tmp_path, sentences.append).install()
    yield sentences
    sys.excepthook, threading.excepthook = before


def test_a_bug_on_this_thread_is_said_and_logged(
    said: list[str], caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    try:
        raise ZeroDivisionError("of all things")
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    (sentence,) = said
    assert str(tmp_path / "paperdesk.log") in sentence
    assert "of all things" in caplog.text
    assert "Traceback" in caplog.text


def test_a_bug_on_another_thread_is_said_as_well(
    said: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    thread = threading.Thread(target=lambda: int("x"))
    thread.start()
    thread.join()
    assert len(said) == 1
    assert "ValueError" in caplog.text


def test_ctrl_c_in_the_terminal_is_no_bug(
    said: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(SystemExit) as ended:
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert ended.value.code == 130
    assert (said, caplog.records) == ([], [])


def test_an_error_without_a_value_is_named_all_the_same(
    said: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        sys.excepthook(KeyError, None, None)  # type: ignore[arg-type]
    assert "KeyError" in caplog.text
