"""What is drawn over the pages of a real paper."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from paperdesk.domain.note import Highlight, Kind
from tests.app.conftest import Desktop


def kept(desktop: Desktop, kind: Kind) -> list[Highlight]:
    """The marks of this kind on the open paper."""
    marks = desktop.rooms.notes.highlights(desktop.with_pdf().id)
    return [mark for mark in marks if mark.kind is kind]


def opened(desktop: Desktop) -> None:
    paper = desktop.with_pdf()
    for old in desktop.rooms.notes.highlights(paper.id):
        desktop.rooms.notes.drop(old.id)
    desktop.read(paper.id)
    desktop.wait(lambda: not desktop.parts.reader.parts.marks.standing.all)


def test_words_are_written_on_the_page_by_keyboard(desktop: Desktop) -> None:
    opened(desktop)
    desktop.run("page.write")
    desktop.hit(Qt.Key.Key_Return)
    desktop.hit(Qt.Key.Key_Return)
    desktop.wait(lambda: kept(desktop, Kind.TEXT))
    desktop.wait(lambda: desktop.parts.reader.side.has_keys())
    desktop.press("Ask them.")
    desktop.hit(Qt.Key.Key_Escape)
    desktop.wait(lambda: kept(desktop, Kind.TEXT)[0].comment == "Ask them.")


def test_a_drawing_is_kept_moved_and_taken_back(desktop: Desktop) -> None:
    opened(desktop)
    desktop.run("page.draw")
    layer = desktop.parts.reader.parts.pen
    middle = layer.rect().center()
    QTest.mousePress(layer, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(layer, middle + layer.rect().center() / 4)
    QTest.mouseRelease(layer, Qt.MouseButton.LeftButton, pos=middle)
    desktop.hit(Qt.Key.Key_Return)
    desktop.wait(lambda: kept(desktop, Kind.INK))
    (made,) = kept(desktop, Kind.INK)
    desktop.wait(lambda: desktop.parts.reader.parts.marks.current == made.id)
    desktop.run("mark.move")
    desktop.hit(Qt.Key.Key_Right)
    desktop.hit(Qt.Key.Key_Return)
    desktop.wait(lambda: kept(desktop, Kind.INK)[0].anchor != made.anchor)
    moved = kept(desktop, Kind.INK)[0]
    assert round(moved.anchor.quads[0][0] - made.anchor.quads[0][0]) == 12
    desktop.press("z")
    desktop.wait(lambda: kept(desktop, Kind.INK) == [made])
