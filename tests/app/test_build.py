"""How it hangs together."""

import sys
from pathlib import Path
from typing import Any

import pytest

from paperdesk.app import build
from paperdesk.domain.errors import Refused
from paperdesk.feeds import Parsing
from paperdesk.infra.bus import at_once
from paperdesk.infra.jobs import Job
from paperdesk.infra.paths import Home


def test_the_rooms_of_one_library_share_its_doors(home: Home) -> None:
    rooms = build.rooms(home, at_once)
    assert rooms.changes.database is rooms.database
    assert home.database.exists()
    rooms.close()


def test_making_the_rooms_starts_no_process(home: Home) -> None:
    rooms = build.rooms(home, at_once)
    assert rooms.pages.leased == 0
    rooms.close()


def test_feeds_are_read_by_a_process_that_ends_with_the_rooms(home: Home, world: Any) -> None:
    rooms = build.rooms(home, at_once)
    source = rooms.feeds.roster.add(f"{world.url}/feeds/generated?n=3")
    assert rooms.feeds.refresh(source, None, Job(1, "Feed")).added == 3
    reads = rooms.feeds._reach.reads
    assert isinstance(reads, Parsing)
    (process,) = [one.child.number for one in reads._readers if one.child.number]
    rooms.close()
    assert not Path(f"/proc/{process}").exists()


def test_an_emptied_library_is_not_begun_anew_beside_its_pdfs(home: Home) -> None:
    build.rooms(home, at_once).close()
    home.database.write_bytes(b"")
    pdf = home.papers / "1" / "paper.pdf"
    pdf.parent.mkdir(parents=True)
    pdf.write_bytes(b"%PDF")
    with pytest.raises(Refused, match="is empty, but PDFs lie beside it"):
        build.rooms(home, at_once)
    assert home.database.read_bytes() == b""
    home.database.unlink()
    build.rooms(home, at_once).close()
    assert home.database.stat().st_size


def test_a_worker_is_this_program_again() -> None:
    assert build.worker("--index") == (sys.executable, "-m", "paperdesk", "--index")


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert build.worker("--worker") == (sys.executable, "--worker")
