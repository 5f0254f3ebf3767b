"""The program that starts in place of this one opens the same library."""

import os
from pathlib import Path

import pytest

from paperdesk.app import demo
from paperdesk.app.again import start_again
from paperdesk.infra.paths import Home


@pytest.mark.parametrize("sample", [False, True])
def test_it_opens_the_same_library(
    sample: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAPERDESK_HOME", "elsewhere")
    home = demo.home(Home(tmp_path)) if sample else Home(tmp_path)
    begun: list[str] = []
    start_again(home, sample=sample, start=lambda _, words: begun.extend(words))
    assert begun[1:] == ["-m", "paperdesk", *(["--demo"] if sample else [])]
    assert os.environ["PAPERDESK_HOME"] == str(tmp_path)
