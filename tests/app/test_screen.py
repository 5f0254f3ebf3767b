"""The window put together, on the library of samples, without a network."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from paperdesk.commands.table import TABLE
from paperdesk.domain.errors import Refused
from paperdesk.domain.paper import State
from paperdesk.domain.shelf import ALL
from paperdesk.infra.lock import FileLock
from paperdesk.infra.paths import Home
from paperdesk.infra.speech import Voice
from paperdesk.ui import dialogs
from paperdesk.ui.paper.detailsform import DetailsForm
from paperdesk.ui.reader import printing
from paperdesk.ui.rules import editor
from paperdesk.ui.ticks import Ticks
from tests.app.conftest import Desktop, opened


def test_it_begins_with_the_newest_day_and_the_keys_in_the_list(sitting: Desktop) -> None:
    newest = sitting.rooms.feeds.days()[0].day
    assert sitting.parts.papers.shelf().query == f"day:{newest}"
    assert sitting.parts.window.panels.with_keys() == "list"


def test_a_triage_key_moves_the_paper_and_the_cursor(desktop: Desktop) -> None:
    first = desktop.parts.papers.view.paper()
    assert first is not None
    desktop.rooms.library.set_state([first], State.INBOX)
    desktop.press("l")
    desktop.wait(lambda: desktop.rooms.library.paper(first).state is State.LATER)
    assert desktop.parts.papers.view.paper() != first
    desktop.press("z")
    desktop.wait(lambda: desktop.rooms.library.paper(first).state is State.INBOX)


def test_a_link_that_a_later_start_brought_is_followed(desktop: Desktop) -> None:
    paper = desktop.with_pdf()
    desktop.session.take([f"paperdesk://paper/{paper.id}?page=2"])
    desktop.wait(desktop.parts.window.reading)
    desktop.wait(lambda: desktop.parts.reader.place().page == 1)


def test_a_link_to_nowhere_is_a_sentence(desktop: Desktop) -> None:
    desktop.session.take(["paperdesk://paper/999999"])
    desktop.wait(lambda: "no longer in the library" in desktop.parts.window.toast.sentence())


def test_offline_a_paper_without_a_pdf_says_why_and_stays(desktop: Desktop) -> None:
    paper = next(paper for paper in desktop.papers() if not paper.file)
    desktop.go_to(paper.id)
    desktop.hit(Qt.Key.Key_Return)
    desktop.wait(desktop.parts.page.strip.isVisible)
    assert not desktop.parts.window.reading()


def test_the_shelf_is_kept_for_the_next_start(desktop: Desktop) -> None:
    desktop.run("go.all")
    desktop.wait(lambda: desktop.parts.papers.shelf() == ALL)
    desktop.session._keep()
    desktop.wait(lambda: desktop.rooms.database.read().execute("SELECT 1 FROM memory").fetchone())


def no_voice() -> Voice:
    raise Refused("There is no voice in a test.")


@pytest.mark.parametrize("opened", [False, True], ids=["list", "reader"])
def test_every_command_of_the_palette_can_be_run(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch, *, opened: bool
) -> None:
    for dialog in (dialogs.Line, dialogs.Confirm, dialogs.Folder, dialogs.Target):
        monkeypatch.setattr(dialog, "ask", lambda *_: None)
    monkeypatch.setattr(dialogs.Files, "ask", lambda *_: ())
    monkeypatch.setattr(printing, "ask", lambda *_: None)
    monkeypatch.setattr(editor.RuleEditor, "ask", lambda *_, **__: None)
    monkeypatch.setattr(DetailsForm, "ask", lambda *_, **__: None)
    monkeypatch.setattr(desktop.desk.aloud, "find_voice", no_voice)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    for row in TABLE:
        if row.id == "app.quit":
            continue
        desktop.tidy()
        paper = desktop.with_pdf()
        desktop.go_to(paper.id)
        if opened:
            desktop.read(paper.id)
        # The second time a pane or the network is as it was.
        for _ in range(2 if row.id.startswith(("view.", "feed.offline")) else 1):
            desktop.run(row.id)
        desktop.hit(Qt.Key.Key_Escape)
        desktop.wait(lambda: not desktop.session._jobs._running)


def test_a_bare_desk_begins_with_the_fields_that_one_reads(
    tmp_path: Path, qapp: QApplication
) -> None:
    with opened(Home(tmp_path / "my desk"), qapp, sample=False) as bare:
        bare.wait(lambda: len(fields_shown(bare)) == 1)
        bare.hit(Qt.Key.Key_Space)
        bare.hit(Qt.Key.Key_Return)
        bare.wait(lambda: len(bare.rooms.feeds.roster.sources()) == 2)
        assert fields_shown(bare) == []


def fields_shown(desktop: Desktop) -> list[Ticks]:
    return [page for page in desktop.parts.window.findChildren(Ticks) if page.isVisible()]


def test_a_key_of_the_window_puts_the_fields_away_and_does_what_it_does(
    tmp_path: Path, qapp: QApplication
) -> None:
    with opened(Home(tmp_path / "another desk"), qapp, sample=False) as bare:
        bare.wait(lambda: len(fields_shown(bare)) == 1)
        bare.hit(Qt.Key.Key_G)
        bare.hit(Qt.Key.Key_I)
        assert fields_shown(bare) == []
        bare.wait(lambda: bare.desk.rows.shelf().query == "state:inbox")


def test_a_window_holds_its_library_and_a_second_one_says_so(desktop: Desktop) -> None:
    other = FileLock(desktop.rooms.home.window)
    assert not other.take()
    desktop.session._held.release()
    assert other.take()
    desktop.session._complain_of_another()
    assert "Another PaperDesk window" in desktop.parts.window.errors.sentences()[0]
    other.release()
    assert desktop.session._held.take()
