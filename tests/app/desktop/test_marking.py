"""Marks made and walked through in the real window's parts."""

from PySide6.QtCore import Qt

from paperdesk.domain.note import Anchor, Colour
from tests.app.conftest import Desktop

ALT = Qt.KeyboardModifier.AltModifier


def marked(desktop: Desktop) -> list[str]:
    """A paper with a mark on its first page and one on its second, open at its beginning."""
    paper = desktop.with_pdf()
    for old in desktop.rooms.notes.highlights(paper.id):
        desktop.rooms.notes.drop(old.id)
    made = [
        desktop.rooms.notes.mark(
            paper.id, Anchor(page, ((72.0, 300.0, 300.0, 312.0),), f"on {page}"), Colour.BLUE
        ).id
        for page in (0, 1)
    ]
    desktop.read(paper.id)
    marks = desktop.parts.reader.parts.marks
    desktop.wait(lambda: [each.id for each in marks.standing.all] == made)
    desktop.press("gg")
    marks.choose(None)
    return [str(one) for one in made]


def test_keys_go_from_mark_to_mark(desktop: Desktop) -> None:
    first, second = marked(desktop)
    current = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        desktop.hit(key, ALT)
        current.append(desktop.desk.marking.current())
    assert current == [first, second, first]


def test_digits_recolour_the_chosen_mark_and_del_removes_it(desktop: Desktop) -> None:
    first, _ = marked(desktop)
    notes, paper = desktop.rooms.notes, desktop.with_pdf().id
    desktop.hit(Qt.Key.Key_Down, ALT)
    desktop.press("7")
    desktop.wait(lambda: Colour.RED in [each.colour for each in notes.highlights(paper)])
    desktop.hit(Qt.Key.Key_Delete)
    desktop.wait(lambda: first not in [each.id for each in notes.highlights(paper)])
    desktop.press("zz")
    desktop.wait(
        lambda: [each.colour for each in notes.highlights(paper)] == [Colour.BLUE, Colour.BLUE]
    )
