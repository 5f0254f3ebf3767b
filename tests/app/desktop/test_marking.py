"""Marks made and walked through in the real window's parts."""

from PySide6.QtCore import Qt

from paperdesk.domain.annotation import FileMark, foreign_name
from paperdesk.domain.note import Anchor, Colour, HighlightId, Kind
from paperdesk.ui.marks.model import ROW
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


def test_the_marks_are_listed_beside_the_pages_and_chosen_from_there(desktop: Desktop) -> None:
    first, second = marked(desktop)
    desktop.press("gh")
    desktop.wait(desktop.desk.marking.listed)
    assert desktop.desk.marking.current() == first
    desktop.press("j")
    assert desktop.desk.marking.current() == second
    desktop.hit(Qt.Key.Key_Return)
    desktop.wait(lambda: desktop.parts.reader.parts.marks.current == second)
    desktop.press("6")
    notes = desktop.rooms.notes
    desktop.wait(lambda: notes.highlight(HighlightId(second)).colour is Colour.PURPLE)
    desktop.press("gh")
    assert not desktop.desk.marking.listed()


def test_a_comment_is_written_without_leaving_the_page(desktop: Desktop) -> None:
    first, _ = marked(desktop)
    desktop.hit(Qt.Key.Key_Down, ALT)
    desktop.press("c")
    desktop.press("Why jkl?")
    notes = desktop.rooms.notes
    desktop.wait(lambda: notes.highlight(HighlightId(first)).comment == "Why jkl?")
    desktop.hit(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desktop.parts.reader.side.isHidden()
    assert desktop.parts.reader.parts.view.hasFocus()
    desktop.press("z")
    desktop.wait(lambda: not notes.highlight(HighlightId(first)).comment)


def test_a_list_that_is_open_stays_after_the_comment(desktop: Desktop) -> None:
    marked(desktop)
    desktop.press("ghc")
    desktop.press("x")
    desktop.hit(Qt.Key.Key_Escape)
    assert desktop.parts.reader.side.panel() == "marks"
    desktop.desk.side.put_away()


def test_a_filter_of_the_menu_stands_in_the_field(desktop: Desktop) -> None:
    marked(desktop)
    desktop.press("gh")
    panel = desktop.session._reading.marking._panels[desktop.parts.reader]
    panel.sought.emit("colour:red")
    desktop.wait(lambda: panel.summary() == "0 of 2 marks")
    assert desktop.parts.reader.side.field.text() == "colour:red"
    desktop.parts.reader.side.field.clear()
    desktop.desk.side.put_away()


def test_a_mark_that_a_note_cites_says_so(desktop: Desktop) -> None:
    first, _ = marked(desktop)
    paper, notes = desktop.with_pdf().id, desktop.rooms.notes
    notes.append(paper, notes.quote(notes.highlight(HighlightId(first)), paper))
    desktop.press("gh")
    panel = desktop.session._reading.marking._panels[desktop.parts.reader]
    desktop.wait(lambda: panel.view.model().index(0, 0).data(ROW).cited == 1)
    desktop.desk.side.put_away()


def test_an_area_is_captured_by_keyboard(desktop: Desktop) -> None:
    marked(desktop)
    desktop.press("a")
    desktop.hit(Qt.Key.Key_Return)
    desktop.hit(Qt.Key.Key_Return)
    notes, paper = desktop.rooms.notes, desktop.with_pdf().id
    desktop.wait(lambda: Kind.AREA in [each.kind for each in notes.highlights(paper)])
    made = next(each for each in notes.highlights(paper) if each.kind is Kind.AREA)
    desktop.wait(desktop.rooms.captures.path(made).is_file)
    desktop.press("gh")
    model = desktop.session._reading.marking._panels[desktop.parts.reader].view.model()
    desktop.wait(lambda: any(model.index(row, 0).data(ROW).picture for row in range(3)))
    desktop.desk.side.put_away()


def test_marks_in_the_pdf_itself_are_listed_apart_and_adopted_from_there(
    desktop: Desktop,
) -> None:
    marked(desktop)
    paper = desktop.with_pdf()
    view = desktop.parts.spread.here()
    box = (72.0, 400.0, 300.0, 412.0)
    found = FileMark(1, "nm", Kind.AREA, (box,), (), (1.0, 0.0, 0.0), "", "mind", "Ada", "")
    desktop.press("gh")
    desktop.wait(desktop.desk.marking.listed)
    view.parts.infile.marks = (found,)
    view.parts.infile.arrived.emit()
    desktop.press("G")
    current = desktop.desk.marking.current()
    assert foreign_name(current) == "nm"
    desktop.desk.editions.adopt(paper.id, [(found, Anchor(1, (box,), ""))])
    desktop.wait(lambda: len(view.parts.marks.standing.all) == 3)
    desktop.wait(lambda: desktop.desk.marking.current() != current)
    assert foreign_name(desktop.desk.marking.current()) == ""


def test_from_a_mark_to_the_note_that_cites_it(desktop: Desktop) -> None:
    first, _ = marked(desktop)
    paper, notes = desktop.with_pdf().id, desktop.rooms.notes
    notes.append(paper, notes.quote(notes.highlight(HighlightId(first)), paper))
    desktop.hit(Qt.Key.Key_Down, ALT)
    desktop.run("mark.cited")
    editor = desktop.parts.notes.editor
    desktop.wait(editor.hasFocus)
    assert editor.textCursor().selectedText() == f"highlight={first}"


def test_esc_lets_go_of_the_chosen_mark_before_it_leaves_the_paper(desktop: Desktop) -> None:
    marked(desktop)
    desktop.hit(Qt.Key.Key_Down, ALT)
    desktop.hit(Qt.Key.Key_Escape)
    assert desktop.desk.marking.current() is None
    assert desktop.parts.window.reading()
    desktop.hit(Qt.Key.Key_Escape)
    assert not desktop.parts.window.reading()
