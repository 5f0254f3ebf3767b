"""What every test may use: real data, a fresh library, and no surprises."""

import importlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from paperdesk.infra.bus import Bus
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.http import Http, Pace
from paperdesk.infra.journal import Journal
from paperdesk.infra.paths import Home
from paperdesk.library import Library
from paperdesk.pdfworker import Pool
from tests.bench.display import Display, display

hypothesis.settings.register_profile("busy machine", deadline=None)
hypothesis.settings.load_profile("busy machine")
"""No example fails for being slow: the machine may be shared."""

os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
"""Nobody's own keyring is looked into, by us or by the programs that tests start."""

PROJECT = Path(__file__).resolve().parent.parent

SHARED = PROJECT.parent / "shared"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real recordings and PDFs, which lie beside the checkout."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip("the folder of real recordings, ../shared/data, is not here")
    return folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A fresh data folder, with a space in its name as users have."""
    folder = tmp_path / "my desk"
    monkeypatch.setenv("PAPERDESK_HOME", str(folder))
    return Home(folder)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, of 2 MB, for those who fill it."""
    folder = tmp_path / "small disk"
    folder.mkdir()
    mount = ("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder))
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("nothing can be mounted here")
    yield folder
    subprocess.run(("umount", "--lazy", str(folder)), check=True)


@pytest.fixture(scope="session")
def screen() -> Iterator[Display]:
    """An X screen that no other process of the tests uses, and what it takes to use it."""
    missing = [name for name in ("Xvfb", "openbox", "xdotool") if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    with display() as shown:
        yield shown


@pytest.fixture
def bus() -> Bus:
    """A bus that tells its listeners at once."""
    return Bus()


@pytest.fixture
def database(home: Home) -> Iterator[Database]:
    """An empty library on disk."""
    database = Database(home.database)
    yield database
    database.close()


@pytest.fixture
def changes(database: Database, bus: Bus) -> Changes:
    """The one way to write to the library."""
    return Changes(database, bus)


@pytest.fixture
def journal(changes: Changes) -> Journal:
    """The journal of the library."""
    return Journal(changes)


@pytest.fixture
def library(changes: Changes, journal: Journal) -> Library:
    """The reading list over the fresh library."""
    return Library(changes, journal)


@pytest.fixture
def http() -> Iterator[Http]:
    """The door to the network, for whoever has no patience."""
    http = Http(pace=Pace(arxiv=0.0, retry=0.01, patience=0.0))
    yield http
    http.close()


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    """One PDF worker, started when it is first asked."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PYTHONPATH", str(PROJECT))
        pool = Pool([sys.executable, "-m", "paperdesk.pdfworker"], lambda call: call(), workers=1)
        yield pool
    pool.close()


@pytest.fixture(scope="session")
def recordings(shared_data: Path) -> Any:
    """The recorded days, answers and PDFs of Hugging Face and arXiv."""
    tools = SHARED / "tools"
    if not (tools / "world.py").is_file():
        pytest.skip("the server of recordings, ../shared/tools/world.py, is not here")
    sys.path.append(str(tools))
    try:
        return importlib.import_module("world").Recordings(shared_data)
    finally:
        sys.path.remove(str(tools))


@pytest.fixture
def world(recordings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator["World"]:
    """Hugging Face, arXiv and other feeds on a port of this machine."""
    with sys.modules["world"].running(recordings) as server:
        monkeypatch.setenv("HF_ENDPOINT", server.url)
        monkeypatch.setenv("PAPERDESK_ARXIV_ENDPOINT", f"{server.url}/arxiv")
        yield World(server)


class World:
    """The world that a test talks to: its address, its faults, what it was asked."""

    def __init__(self, server: Any) -> None:
        self._server = server
        self.url: str = server.url

    def fault(self, kind: str, path: str = "", **parameters: object) -> None:
        """Let requests whose path matches go wrong from now on."""
        rule = {"kind": kind, "path": path, **parameters}
        answer = self._server.control("POST", "/_faults", json.dumps([rule]).encode())
        assert answer.status == 200, answer.body

    def heal(self) -> None:
        """Let nothing go wrong any more."""
        self._server.rules.clear()

    def asked(self, path: str = "") -> list[dict[str, Any]]:
        """The requests so far, oldest first, whose path holds a text."""
        return [entry for entry in self._server.log if path in entry["path"]]
