"""Exports that are killed, for real, at any moment."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from paperdesk.domain.paper import Paper, PaperId
from paperdesk.export import Export, Item, Result, frontmatter, store
from paperdesk.infra.bus import Bus
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.jobs import Job

PAPERS = range(1, 31)

EXPORTER = """
import sys
from itertools import count
from pathlib import Path
from test_killed import export, open_library
library = open_library(Path(sys.argv[1]))
for turn in count(int(sys.argv[3])):
    export(library, Path(sys.argv[2]), turn)
    print(turn, flush=True)
"""


def open_library(path: Path) -> Changes:
    """A library with a few papers, made the first time."""
    changes = Changes(Database(path), Bus())
    with changes.write() as write:
        for paper in PAPERS:
            write.connection.exec_driver_sql(
                "INSERT OR IGNORE INTO paper (id, title, title_key, first_key, abstract, version, "
                "citekey, state, state_at, unread, added_at) "
                "VALUES (?, 'A', 'a', '', '', 0, ?, 'inbox', 0, 1, 0)",
                (paper, f"key{paper}"),
            )
    return changes


def export(changes: Changes, folder: Path, turn: int) -> list[Result]:
    """Export all papers, with notes that are different each turn."""
    items = [
        Item(Paper(PaperId(paper), "Same title", citekey=f"key{paper}"), f"turn {turn}\n" * 50)
        for paper in PAPERS
    ]
    return [outcome.result for outcome in Export(changes).write(items, folder, Job(1, "Export"))]


def exporter(library: Path, folder: Path, turn: int) -> subprocess.Popen[bytes]:
    """A process that exports over and over."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path]),
    }
    return subprocess.Popen(
        [sys.executable, "-c", EXPORTER, str(library), str(folder), str(turn)],
        stdout=subprocess.PIPE,
        env=environment,
    )


def kill_one(library: Path, folder: Path, turn: int) -> None:
    """Start an exporter, and kill it once it is well under way."""
    process = exporter(library, folder, turn)
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline()
        time.sleep(random.random() * 0.2)
        process.send_signal(signal.SIGKILL)
    process.wait()


def kill_at_first(library: Path, folder: Path, files: int) -> None:
    """Start a first export, and kill it when so many files are there."""
    process = exporter(library, folder, 0)
    assert process.stdout is not None
    with process.stdout:
        while len(list(folder.glob("*.md"))) < files and process.poll() is None:
            time.sleep(0.0005)
        process.send_signal(signal.SIGKILL)
    process.wait()


@pytest.mark.long
def test_a_killed_export_leaves_whole_files_and_no_conflict(tmp_path: Path) -> None:
    library, folder = tmp_path / "library.db", tmp_path / "vault"
    for turn in range(10):
        kill_one(library, folder, turn * 1000)
        files = list(folder.glob("*.md"))
        assert len(files) == len(PAPERS)
        for file in files:
            body = frontmatter.split(file.read_text("utf-8"))[1]
            assert len(set(body.split("## Note\n\n")[1].splitlines())) == 1
        changes = open_library(library)
        results = set(export(changes, folder, turn * 1000 + 999))
        changes.database.close()
        assert results == {Result.CHANGED}


@pytest.mark.long
@pytest.mark.parametrize("files", [1, 5, 12, 20])
def test_after_a_killed_first_export_a_file_of_others_is_left(tmp_path: Path, files: int) -> None:
    library, folder = tmp_path / "library.db", tmp_path / "vault"
    open_library(library).database.close()
    kill_at_first(library, folder, files)
    changes = open_library(library)
    there = {path.name for path in folder.glob("*.md")}
    intended = store.names(changes.database.read(), folder.resolve()).values()
    foreign = [folder / name for name in intended if name not in there][:2]
    for path in foreign:
        path.write_text("mine")
    results = export(changes, folder, 1)
    changes.database.close()
    assert results.count(Result.CONFLICT) == len(foreign)
    assert [path.read_text() for path in foreign] == ["mine"] * len(foreign)
