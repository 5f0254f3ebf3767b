"""Bibliographies are read by a real process, whatever is in them."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from paperdesk.children.limits import Limits
from paperdesk.domain.errors import BadDocument, Cancelled, NotFound, Refused, StorageError
from paperdesk.domain.reference import Reference
from paperdesk.infra.jobs import Job
from paperdesk.intake.bibliography import Bibliographies
from paperdesk.intake.bibliography.parsing import LIMITS, MOST_BYTES

PROJECT = Path(__file__).resolve().parents[3]
COMMAND = (sys.executable, "-m", "paperdesk", "--bibliography")
MANY = "\n".join(f"@misc{{k{n}, title={{Paper {n}}}, author={{A B}}}}" for n in range(250))


@pytest.fixture(autouse=True)
def findable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let child processes find the package, wherever the tests were started."""
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))


def read(path: Path, limits: Limits = LIMITS) -> list[Reference]:
    parts = Bibliographies(COMMAND, limits).read(path, Job(0, "Import"))
    return [one for _, part in parts for one in part]


def test_all_entries_come_in_their_order(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(MANY)
    read_ = read(path)
    assert [one.found.title for one in read_] == [f"Paper {n}" for n in range(250)]
    assert read_[0].found.authors == ("A B",)


def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path: Path) -> None:
    empty, strange = tmp_path / "empty.bib", tmp_path / "strange.bib"
    empty.write_bytes(b" \n")
    strange.write_bytes(bytes(range(256)) * 20)
    for path in (empty, strange, tmp_path):
        with pytest.raises(BadDocument):
            read(path)
    with pytest.raises(NotFound):
        read(tmp_path / "gone.bib")
    with pytest.raises(StorageError):
        read(tmp_path / "nul\x00.bib")


def test_the_largest_file_fits_into_the_memory_that_reads_it() -> None:
    assert LIMITS.memory > MOST_BYTES * 10


def test_a_pipe_that_never_ends_is_no_bibliography(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.bib")
    with pytest.raises(BadDocument):
        read(tmp_path / "a.bib")


def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(MANY * 100)
    with pytest.raises(BadDocument, match="given up"):
        read(path, replace(LIMITS, seconds=0.0))


def test_an_import_that_is_stopped_ends_its_process(tmp_path: Path) -> None:
    path, job = tmp_path / "a.bib", Job(0, "Import")
    path.write_text(MANY)
    job.cancel()
    with pytest.raises(Cancelled):
        list(Bibliographies(COMMAND).read(path, job))


def test_a_program_that_does_not_start_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(MANY)
    with pytest.raises(Refused):
        list(Bibliographies(["/bin/false"]).read(path, Job(0, "Import")))
