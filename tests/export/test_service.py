"""Exports into a folder, on a library on disk."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from paperdesk.domain.errors import Cancelled, StorageError
from paperdesk.domain.paper import Paper, PaperId
from paperdesk.export import Export, Item, Outcome, Result, frontmatter, service
from paperdesk.infra import files
from paperdesk.infra.changes import Changes
from paperdesk.infra.jobs import Job


@pytest.fixture
def export(changes: Changes) -> Export:
    return Export(changes)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "my vault" / "papers"


Make = Callable[..., Item]


@pytest.fixture
def make(changes: Changes) -> Make:
    """Adds a paper to the library and hands out what is exported of it."""

    def make(title: str = "Attention", note: str = "A note.") -> Item:
        with changes.write() as write:
            made = write.connection.exec_driver_sql(
                "INSERT INTO paper (title, title_key, first_key, abstract, version, citekey, "
                "state, state_at, unread, added_at) "
                "SELECT ?, '', '', '', 0, 'key' || count(*), 'inbox', 0, 1, 0 FROM paper",
                (title,),
            )
            paper = PaperId(int(made.lastrowid))
        return Item(Paper(paper, title, citekey=f"key{paper}"), note)

    return make


def run(export: Export, items: list[Item], folder: Path) -> list[Result]:
    return [outcome.result for outcome in export.write(items, folder, Job(1, "Export"))]


def test_a_first_export_writes_a_file_each(export: Export, make: Make, folder: Path) -> None:
    items = [make("Attention"), make("Mamba: S6?")]
    assert run(export, items, folder) == [Result.NEW, Result.NEW]
    assert sorted(path.name for path in folder.iterdir()) == ["Attention.md", "Mamba S6.md"]
    assert frontmatter.split((folder / "Mamba S6.md").read_text("utf-8"))[0]["id"] == 2


def test_a_plan_tells_what_writing_would_do(export: Export, make: Make, folder: Path) -> None:
    items = [make("Same"), make("Same"), make("Other")]
    planned = export.plan(items, folder)
    assert not folder.exists()
    assert export.write(items, folder, Job(1, "Export")) == planned


def test_what_is_unchanged_is_not_touched(export: Export, make: Make, folder: Path) -> None:
    item = make()
    run(export, [item], folder)
    path = folder / "Attention.md"
    before = path.stat()
    assert run(export, [item], folder) == [Result.UNCHANGED]
    after = path.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_changed_note_changes_its_file(export: Export, make: Make, folder: Path) -> None:
    item = make(note="first")
    run(export, [item], folder)
    assert run(export, [replace(item, note="second")], folder) == [Result.CHANGED]
    assert (folder / "Attention.md").read_text("utf-8").endswith("second\n")


def test_a_new_title_keeps_the_file(export: Export, make: Make, folder: Path) -> None:
    item = make("Old")
    run(export, [item], folder)
    renamed = replace(item, paper=replace(item.paper, title="New"))
    assert run(export, [renamed], folder) == [Result.CHANGED]
    assert [path.name for path in folder.iterdir()] == ["Old.md"]


@pytest.mark.parametrize("edit", [b"mine\n", b"", None])
def test_an_edited_file_is_a_conflict_and_left(
    export: Export, make: Make, folder: Path, edit: bytes | None
) -> None:
    item = make()
    run(export, [item], folder)
    path = folder / "Attention.md"
    edited = path.read_bytes().replace(b"\n", b"\r\n") if edit is None else edit
    path.write_bytes(edited)
    (outcome,) = export.write([replace(item, note="x")], folder, Job(1, "Export"))
    assert (outcome.result, path.read_bytes()) == (Result.CONFLICT, edited)
    assert outcome.reason.startswith("Attention.md was changed since PaperDesk wrote it.")


@pytest.mark.parametrize("content", [b"my own page\n", b""])
def test_a_file_of_others_is_a_conflict_and_left(
    export: Export, make: Make, folder: Path, content: bytes
) -> None:
    folder.mkdir(parents=True)
    (folder / "Attention.md").write_bytes(content)
    item = make()
    for _ in range(2):
        (outcome,) = export.write([item], folder, Job(1, "Export"))
        assert outcome.result is Result.CONFLICT
        assert outcome.reason.startswith("Attention.md was not written by PaperDesk.")
    assert (folder / "Attention.md").read_bytes() == content


def test_a_link_is_a_conflict_and_left(export: Export, make: Make, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "Attention.md").symlink_to(folder / "elsewhere.md")
    assert run(export, [make()], folder) == [Result.CONFLICT]
    assert (folder / "Attention.md").is_symlink()


def test_a_conflict_that_is_moved_away_is_over(export: Export, make: Make, folder: Path) -> None:
    item = make()
    run(export, [item], folder)
    path = folder / "Attention.md"
    path.write_bytes(b"mine")
    path.rename(folder / "Mine.md")
    assert run(export, [item], folder) == [Result.NEW]


def test_a_deleted_file_is_written_anew(export: Export, make: Make, folder: Path) -> None:
    item = make()
    run(export, [item], folder)
    (folder / "Attention.md").unlink()
    assert run(export, [item], folder) == [Result.NEW]
    assert (folder / "Attention.md").exists()


def test_a_folder_that_was_moved_is_still_ours(
    export: Export, make: Make, folder: Path, tmp_path: Path
) -> None:
    item = make("Old")
    run(export, [item], folder)
    moved = folder.rename(tmp_path / "moved")
    later = replace(item, paper=replace(item.paper, title="New"), note="later")
    assert run(export, [later], moved) == [Result.CHANGED]
    assert [path.name for path in moved.iterdir()] == ["Old.md"]


def test_a_file_that_already_says_so_is_taken_as_ours(
    export: Export, make: Make, folder: Path, changes: Changes
) -> None:
    item = make()
    run(export, [item], folder)
    with changes.write() as write:
        write.connection.exec_driver_sql("DELETE FROM exported")
    assert run(export, [item], folder) == [Result.UNCHANGED]
    assert run(export, [replace(item, note="later")], folder) == [Result.CHANGED]


def test_a_paper_asked_for_twice_is_written_once(export: Export, make: Make, folder: Path) -> None:
    item = make()
    assert run(export, [item, item], folder) == [Result.NEW]


def test_more_papers_than_a_batch_are_all_written(
    export: Export, make: Make, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "BATCH", 2)
    items = [make("Same") for _ in range(5)]
    assert run(export, items, folder) == [Result.NEW] * 5
    assert len(list(folder.iterdir())) == 5
    assert run(export, items, folder) == [Result.UNCHANGED] * 5


def test_a_file_in_the_way_of_the_folder_is_said(
    export: Export, make: Make, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("x")
    items = [make(), make("Other")]
    outcomes = export.plan(items, tmp_path / "file")
    assert outcomes == export.write(items, tmp_path / "file", Job(1, "Export"))
    assert {outcome.result for outcome in outcomes} == {Result.REFUSED}
    assert "is a file" in outcomes[0].reason


def test_a_full_disk_is_said_of_the_file_it_stops(
    export: Export, make: Make, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = [make("Good"), make("Bad")]
    write = files.write_text

    def fail(path: Path, text: str) -> None:
        if path.name == "Bad.md":
            raise StorageError("The disk is full.")
        write(path, text)

    monkeypatch.setattr(files, "write_text", fail)
    good, bad = export.write(items, folder, Job(1, "Export"))
    assert good.result is Result.NEW
    assert (bad.result, bad.reason) == (Result.REFUSED, "The disk is full.")
    monkeypatch.undo()
    assert run(export, items, folder) == [Result.UNCHANGED, Result.NEW]


class Killed(BaseException):
    """Stands for a power cut: nothing catches it."""


def kill_at_the_file(monkeypatch: pytest.MonkeyPatch, *, after_it: bool) -> None:
    """Let the next file that is written be the last thing, or the first that is not."""
    write = files.write_text

    def die(path: Path, text: str) -> None:
        if after_it:
            write(path, text)
        raise Killed

    monkeypatch.setattr(files, "write_text", die)


@pytest.mark.parametrize("after_the_file", [False, True])
def test_a_kill_between_file_and_record_is_no_conflict(
    export: Export, make: Make, folder: Path, monkeypatch: pytest.MonkeyPatch, after_the_file: bool
) -> None:
    item = make(note="first")
    run(export, [item], folder)
    kill_at_the_file(monkeypatch, after_it=after_the_file)
    with pytest.raises(Killed):
        run(export, [replace(item, note="second")], folder)
    monkeypatch.undo()
    assert run(export, [replace(item, note="third")], folder) == [Result.CHANGED]
    assert run(export, [replace(item, note="third")], folder) == [Result.UNCHANGED]


@pytest.mark.parametrize("after_the_file", [False, True])
def test_a_kill_at_a_first_export_makes_no_file_of_others_ours(
    export: Export, make: Make, folder: Path, monkeypatch: pytest.MonkeyPatch, after_the_file: bool
) -> None:
    item, path = make(), folder / "Attention.md"
    kill_at_the_file(monkeypatch, after_it=after_the_file)
    with pytest.raises(Killed):
        run(export, [item], folder)
    monkeypatch.undo()
    assert run(export, [item], folder) == [Result.UNCHANGED if after_the_file else Result.NEW]
    path.unlink()
    kill_at_the_file(monkeypatch, after_it=after_the_file)
    with pytest.raises(Killed):
        run(export, [item], folder)
    monkeypatch.undo()
    path.write_text("mine")
    (outcome,) = export.write([replace(item, note="x")], folder, Job(1, "Export"))
    assert (outcome.result, path.read_text()) == (Result.CONFLICT, "mine")
    assert "when an export was cut off" in outcome.reason


@pytest.mark.parametrize("cancelled", [False, True])
@pytest.mark.parametrize("exported_before", [False, True])
def test_what_was_not_written_after_all_is_not_taken_for_written(
    export: Export, make: Make, folder: Path, cancelled: bool, exported_before: bool
) -> None:
    item, path = make(), folder / "Attention.md"
    if exported_before:
        run(export, [item], folder)
        path.unlink()

    class Failing(Job):
        def advance(self, done: int, total: int, detail: str = "") -> None:
            if cancelled:
                raise Cancelled("stopped")
            path.mkdir(parents=True)

    with contextlib.suppress(Cancelled):
        export.write([item], folder, Failing(1, "Export"))
    if path.is_dir():
        path.rmdir()
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text("mine")
    (outcome,) = export.write([item], folder, Job(1, "Export"))
    assert (outcome.result, path.read_text()) == (Result.CONFLICT, "mine")
    expected = "was changed since" if exported_before else "was not written by PaperDesk"
    assert expected in outcome.reason


def test_a_file_edited_while_the_export_runs_is_left(
    export: Export, make: Make, folder: Path
) -> None:
    items = [make("First"), make("Second")]
    run(export, items, folder)
    second = folder / "Second.md"

    class Meddling(Job):
        def advance(self, done: int, total: int, detail: str = "") -> None:
            second.write_bytes(b"mine")

    changed = [replace(item, note="later") for item in items]
    outcomes = export.write(changed, folder, Meddling(1, "Export"))
    assert [outcome.result for outcome in outcomes] == [Result.CHANGED, Result.CONFLICT]
    assert second.read_bytes() == b"mine"


def test_a_stopped_export_goes_on_next_time(export: Export, make: Make, folder: Path) -> None:
    items = [make("First"), make("Second")]

    class Stopped(Job):
        def advance(self, done: int, total: int, detail: str = "") -> None:
            if done == 1:
                raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        export.write(items, folder, Stopped(1, "Export"))
    assert [path.name for path in folder.iterdir()] == ["First.md"]
    assert run(export, items, folder) == [Result.UNCHANGED, Result.NEW]


def test_an_outcome_names_its_file(export: Export, make: Make, folder: Path) -> None:
    item = make()
    assert export.plan([item], folder) == (
        Outcome(item.paper.id, folder / "Attention.md", Result.NEW),
    )
