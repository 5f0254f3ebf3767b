"""The editor of the user's choice."""

import subprocess
from pathlib import Path

import pytest

from paperdesk.app import editing
from paperdesk.domain.errors import Refused


def edit(text: str) -> str:
    with editing.in_editor(text) as edited:
        return edited


@pytest.mark.parametrize("text", ["", "a", "a\n", "a\n\nb 🙂\n\n", "\n"])
def test_an_editor_that_changes_nothing_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.delenv("VISUAL", raising=False)
    assert edit(text) == text


def test_an_editor_may_have_options(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "sed -i 's/a b/c/'")
    assert edit("a b\nd") == "c\nd"


@pytest.mark.parametrize("named", ["no-such-editor", "'"])
def test_an_editor_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    monkeypatch.setenv("VISUAL", named)
    with pytest.raises(Refused, match=named):
        edit("a")


def test_without_any_editor_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR", "PATH"):
        monkeypatch.setenv(name, "")
    with pytest.raises(Refused, match="name one in the variable EDITOR"):
        edit("a")


def test_what_was_written_is_kept_if_it_cannot_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "sed -i s/a/b/")
    with pytest.raises(Refused, match="The disk is full") as refused, editing.in_editor("a"):
        raise Refused("The disk is full.")
    assert Path(str(refused.value).split()[-1].rstrip(".")).read_text() == "b\n"


def test_an_interrupted_editor_keeps_what_was_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(words: list[str], *, check: bool) -> None:
        assert not check
        Path(words[-1]).write_text("b\n")
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess, "run", interrupted)
    with pytest.raises(Refused, match=r"interrupted\. What you wrote is in "):
        edit("a")


def test_the_mark_at_the_start_of_a_file_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "note.md").write_bytes("\ufeffa\r\nb".encode())
    assert editing.read(tmp_path / "note.md") == "a\nb"
