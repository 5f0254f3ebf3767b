"""What every test may use: real data, a fresh library, and no surprises."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from paperdesk.infra.bus import Bus
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.journal import Journal
from paperdesk.infra.paths import Home

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


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
