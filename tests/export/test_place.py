"""The folder that is exported to."""

import os
from pathlib import Path

import pytest

from paperdesk.domain.errors import Refused
from paperdesk.export import place


def test_a_folder_that_is_still_to_be_made_is_fine(tmp_path: Path) -> None:
    assert place.refusal(tmp_path / "a" / "b") == ""


@pytest.mark.parametrize("below", ["", "deeper"])
def test_a_file_is_no_folder(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_text("x")
    assert "file is a file" in place.refusal(tmp_path / "file" / below)


def test_a_folder_of_somebody_else_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert "cannot be written" in place.refusal(tmp_path)


@pytest.mark.parametrize("name", ["x" * 300, "bad\udcff", "loop/below"])
def test_a_name_that_no_folder_can_have_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(Refused, match="cannot be the name of a folder") as refused:
        place.settled(tmp_path / name)
    str(refused.value).encode("utf-8")


def test_a_folder_behind_a_link_has_one_name(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert place.settled(tmp_path / "link") == (tmp_path / "real").resolve()


def test_what_a_file_holds_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xff\r\n")
    assert place.content(tmp_path / "a.md") == b"\xff\r\n"
    assert place.content(tmp_path / "b.md") is None


def test_links_folders_and_pipes_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "link.md").symlink_to(tmp_path / "nowhere.md")
    os.mkfifo(tmp_path / "pipe.md")
    for name in ("folder.md", "link.md", "pipe.md"):
        with pytest.raises(Refused, match="not a plain file"):
            place.content(tmp_path / name)
