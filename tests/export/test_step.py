"""One file of an export."""

from dataclasses import replace
from pathlib import Path

import pytest

from paperdesk.domain.paper import PaperId
from paperdesk.export import Result
from paperdesk.export.step import carried_out, decided, refused
from paperdesk.export.store import Record


def record(folder: Path, text: str) -> Record:
    return Record(PaperId(1), str(folder), "a.md", text)


def test_before_a_change_both_texts_are_to_be_remembered(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("old")
    step = decided(record(tmp_path, "new"), [record(tmp_path, "old")])
    assert step.writes
    assert step.intended.texts == ("old", "new")


def test_after_a_crash_what_the_file_holds_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("second")
    crashed = Record(PaperId(1), str(tmp_path), "a.md", "first", "second")
    assert decided(record(tmp_path, "third"), [crashed]).intended.texts == ("second", "third")


def test_a_new_file_has_one_text_and_is_only_begun(tmp_path: Path) -> None:
    intended = decided(record(tmp_path, "new"), []).intended
    assert (set(intended.texts), intended.begun) == ({"new"}, True)


@pytest.mark.parametrize(
    ("pending", "reason"),
    [(None, "was changed since"), ("newer", "was changed since"), ("old", "was cut off")],
)
def test_a_conflict_says_what_is_known_of_the_file(
    tmp_path: Path, pending: str | None, reason: str
) -> None:
    (tmp_path / "a.md").write_text("mine")
    before = Record(PaperId(1), str(tmp_path), "a.md", "old", pending)
    assert reason in decided(record(tmp_path, "new"), [before]).outcome.reason


def test_what_is_carried_out_stands_on_the_disk(tmp_path: Path) -> None:
    step = decided(record(tmp_path, "new"), [])
    assert carried_out(step).result is Result.NEW
    assert (tmp_path / "a.md").read_text() == "new"


@pytest.mark.parametrize("old", [None, "old"])
def test_a_file_that_comes_in_between_is_called_what_it_is(tmp_path: Path, old: str | None) -> None:
    if old:
        (tmp_path / "a.md").write_text(old)
    step = decided(record(tmp_path, "new"), [record(tmp_path, "old")])
    (tmp_path / "a.md").write_text("mine")
    reason = "was changed since PaperDesk wrote it" if old else "was not written by PaperDesk"
    assert reason in carried_out(step).reason


@pytest.mark.parametrize("folder_instead", [False, True])
def test_what_comes_in_between_is_left(tmp_path: Path, folder_instead: bool) -> None:
    step = decided(record(tmp_path, "new"), [])
    if folder_instead:
        (tmp_path / "a.md").mkdir()
    else:
        (tmp_path / "a.md").write_text("mine")
    assert carried_out(step).result is Result.CONFLICT
    assert (tmp_path / "a.md").is_dir() or (tmp_path / "a.md").read_text() == "mine"


def test_a_refused_step_writes_nothing(tmp_path: Path) -> None:
    outcome = carried_out(refused(decided(record(tmp_path, "new"), []), "No."))
    assert (outcome.result, outcome.reason) == (Result.REFUSED, "No.")
    assert not (tmp_path / "a.md").exists()


def test_pictures_are_copied_beside_the_file_and_left_alone_there(tmp_path: Path) -> None:
    picture, folder = tmp_path / "habc.png", tmp_path / "out"
    picture.write_bytes(b"drawn")
    step = replace(decided(record(folder, "new"), []), pictures=(picture, tmp_path / "gone.png"))
    assert carried_out(step).result is Result.NEW
    copied = folder / "assets" / "habc.png"
    assert copied.read_bytes() == b"drawn"
    copied.write_bytes(b"mine")
    again = replace(decided(record(folder, "new"), [record(folder, "new")]), pictures=(picture,))
    assert carried_out(again).result is Result.UNCHANGED
    assert copied.read_bytes() == b"mine"


def test_a_file_that_is_not_ours_gets_no_pictures(tmp_path: Path) -> None:
    picture, folder = tmp_path / "habc.png", tmp_path / "out"
    picture.write_bytes(b"drawn")
    folder.mkdir()
    (folder / "a.md").write_text("mine")
    step = replace(decided(record(folder, "new"), []), pictures=(picture,))
    assert carried_out(step).result is Result.CONFLICT
    assert not (folder / "assets").exists()
