"""Page and note as one cursor."""

from PySide6.QtGui import QTextCursor

from paperdesk.app.desktop.onecursor import SETTING
from paperdesk.domain.paper import PaperId
from tests.app.conftest import Desktop

NOTE = """Before.

> One
> — [p. 1](paperdesk://paper/{paper}?page=1)

> Three
> — [p. 3](paperdesk://paper/{paper}?page=3)"""


def opened(desktop: Desktop) -> PaperId:
    """A paper with a note that quotes two of its pages."""
    paper = desktop.with_pdf().id
    desktop.parts.window.panels.reveal("notes")
    desktop.rooms.notes.write(paper, NOTE.format(paper=paper))
    desktop.read(paper)
    desktop.press("gg")
    desktop.wait(lambda: "Three" in desktop.parts.notes.editor.text())
    return paper


def caret(desktop: Desktop, line: int) -> None:
    editor = desktop.parts.notes.editor
    editor.setFocus()
    editor.setTextCursor(QTextCursor(editor.document().findBlockByNumber(line)))


def test_the_quote_that_was_read_last_is_marked(desktop: Desktop) -> None:
    opened(desktop)
    editor = desktop.parts.notes.editor
    desktop.press("j")
    desktop.wait(lambda: editor._marked == range(2, 4))
    desktop.press("4G")
    desktop.wait(lambda: editor._marked == range(5, 7))


def test_the_caret_in_a_quote_shows_its_page_and_keeps_the_keys(desktop: Desktop) -> None:
    opened(desktop)
    view = desktop.parts.reader
    desktop.press("j")
    desktop.wait(lambda: desktop.parts.notes.editor._marked)
    caret(desktop, 5)
    desktop.wait(lambda: 2 in view.parts.view.scroller.visible())
    assert desktop.parts.notes.editor.hasFocus()


def test_who_scrolls_away_is_not_fetched_back(desktop: Desktop) -> None:
    opened(desktop)
    view = desktop.parts.reader
    desktop.press("j")
    desktop.wait(lambda: desktop.parts.notes.editor._marked)
    caret(desktop, 5)
    cursor = desktop.session._reading.one_cursor
    desktop.wait(lambda: not cursor._caret.isActive())
    view.go(0)
    caret(desktop, 6)
    desktop.wait(lambda: not cursor._caret.isActive())
    assert view.place().page == 0


def test_the_page_stays_where_it_is_if_one_wants_it_so(desktop: Desktop) -> None:
    opened(desktop)
    desktop.run("note.lead")
    desktop.wait(lambda: desktop.rooms.settings.get(SETTING) is False)
    desktop.press("j")
    desktop.wait(lambda: desktop.parts.notes.editor._marked)
    before = desktop.parts.reader.place()
    caret(desktop, 5)
    cursor = desktop.session._reading.one_cursor
    desktop.wait(lambda: not cursor._caret.isActive())
    assert desktop.parts.reader.place() == before
    desktop.run("note.lead")
    desktop.wait(lambda: desktop.rooms.settings.get(SETTING) is True)


def test_a_mark_is_shown_where_it_stands_now(desktop: Desktop) -> None:
    paper = opened(desktop)
    from_mark = desktop.rooms.notes.highlights(paper)
    cursor = desktop.session._reading.one_cursor
    desktop.wait(lambda: not cursor._reread.isActive() and cursor._quotes)
    assert set(cursor._marks) == {mark.id for mark in from_mark}
