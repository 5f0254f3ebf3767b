"""No word is lost because the library could not take it at once."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from paperdesk.app.desktop import drafts
from paperdesk.app.desktop.drafts import rescued
from paperdesk.domain.errors import PaperDeskError
from paperdesk.infra import database
from paperdesk.notes import service
from tests.app.conftest import Desktop


@contextmanager
def held(desktop: Desktop) -> Iterator[None]:
    """Another program holds the library, and nobody waits long for it."""
    holder = sqlite3.connect(desktop.rooms.home.database, isolation_level=None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "BUSY_SECONDS", 0.05)
        patch.setattr(drafts, "AGAIN", 50)
        desktop.session._around.drafts._again.setInterval(50)
        desktop.rooms.database.close()
        holder.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            if holder.in_transaction:
                holder.execute("ROLLBACK")
            holder.close()
    desktop.rooms.database.close()


def note(desktop: Desktop, number: int) -> str:
    found = desktop.rooms.notes.note(desktop.papers()[number].id)
    return found.text if found else ""


def test_a_note_that_could_not_be_saved_is_saved_later_also_if_one_has_gone_on(
    desktop: Desktop,
) -> None:
    paper, other = desktop.papers()[3].id, desktop.papers()[4].id
    desktop.go_to(paper)
    with held(desktop):
        desktop.press("c")
        desktop.press("Held back.")
        desktop.wait(lambda: desktop.parts.window.errors.sentences())
        desktop.parts.window.panels.focus("list")
        desktop.go_to(other)
        desktop.go_to(paper)
        assert "Held back." in desktop.parts.notes.editor.toPlainText()
        desktop.go_to(other)
    desktop.wait(lambda: "Held back." in note(desktop, 3))
    desktop.wait(lambda: not desktop.parts.window.errors.sentences())


def test_what_cannot_be_saved_in_the_end_is_in_a_file(
    desktop: Desktop, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = desktop.papers()[5].id
    desktop.go_to(paper)
    with held(desktop):
        desktop.press("c")
        desktop.press("Last words.")
        desktop.wait(lambda: desktop.parts.window.errors.sentences())
        (path,) = desktop.session._around.drafts.rescue()
    assert path.parent == rescued(desktop.rooms.home.root)
    assert "Last words." in path.read_text("utf-8")
    assert str(path) in capsys.readouterr().err
    desktop.wait(lambda: "Last words." in note(desktop, 5))


def test_with_everything_saved_there_is_nothing_to_rescue(desktop: Desktop) -> None:
    desktop.go_to(desktop.papers()[2].id)
    desktop.press("c")
    desktop.press("Safe.")
    desktop.wait(lambda: "Safe." in note(desktop, 2))
    assert desktop.session._around.drafts.rescue() == []


def test_what_was_made_from_a_text_that_could_not_be_saved_keeps_its_words(
    desktop: Desktop,
) -> None:
    paper, saves = desktop.papers()[1].id, desktop.session._around.drafts
    desktop.rooms.notes.write(paper, "There before.")
    with held(desktop), pytest.raises(PaperDeskError):
        saves._write(paper, "There before.\nFailed.", "There before.")
    saves._write(paper, "There before.\nFailed.\nCame through.", "There before.\nFailed.")
    assert note(desktop, 1) == "There before.\nFailed.\nCame through."


def test_a_note_that_could_not_be_saved_is_saved_later_also_if_one_has_come_back_to_it(
    desktop: Desktop,
) -> None:
    paper, other = desktop.papers()[0].id, desktop.papers()[4].id
    desktop.go_to(paper)
    with held(desktop):
        desktop.press("c")
        desktop.press("Come back.")
        desktop.wait(lambda: desktop.parts.window.errors.sentences())
        desktop.parts.window.panels.focus("list")
        desktop.go_to(other)
        desktop.wait(lambda: desktop.session._around.drafts.base(paper) is not None)
        desktop.go_to(paper)
    desktop.parts.notes.flush()
    desktop.wait(lambda: "Come back." in note(desktop, 0))
    desktop.wait(lambda: desktop.session._around.drafts.text(paper) is None)
    assert desktop.parts.notes.editor.text() == note(desktop, 0)


def test_a_bug_in_saving_costs_no_words_of_what_is_typed_on(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper, saves = desktop.papers()[1].id, desktop.session._around.drafts
    desktop.rooms.notes.write(paper, "There before.")
    with monkeypatch.context() as patch:
        patch.setattr(service, "written", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            saves._write(paper, "There before.\nFailed.", "There before.")
    saves._write(paper, "There before.\nFailed.\nMore.", "There before.\nFailed.")
    assert note(desktop, 1) == "There before.\nFailed.\nMore."
