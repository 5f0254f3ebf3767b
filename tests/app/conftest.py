"""The command line, run in this process: what it said, and its exit code."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from paperdesk.app import command_line
from paperdesk.infra.paths import Home
from tests.conftest import World

PROJECT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Said:
    """What a verb answered."""

    code: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        """The one JSON value on stdout."""
        return json.loads(self.out)


Verb = Callable[..., Said]


@pytest.fixture
def verb(
    home: Home, capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Verb:
    """Runs a verb on a fresh library, far from the user's own folders."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))  # for the workers
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> Said:
        capfd.readouterr()
        try:
            code = command_line.main(words)
        except SystemExit as ended:
            code = int(ended.code or 0)
        return Said(code, *capfd.readouterr())

    return run


@pytest.fixture
def fetched(world: World, verb: Verb) -> Verb:
    """The same, after the newest day was fetched."""
    assert verb("fetch").code == 0
    return verb
