"""From keys to commands, and what is said when one fails."""

from PySide6.QtCore import Qt

from tests.app.conftest import Desktop


def test_a_count_repeats_a_motion_of_the_reader(desktop: Desktop) -> None:
    paper = desktop.with_pdf()
    desktop.read(paper.id)
    desktop.press("gg")
    before = desktop.parts.reader.place()
    desktop.press("5j")
    desktop.wait(lambda: desktop.parts.reader.place() != before)
    five = desktop.parts.reader.place()
    desktop.press("ggj")
    assert desktop.parts.reader.place() != five


def test_a_count_goes_to_a_page(desktop: Desktop) -> None:
    paper = desktop.with_pdf()
    desktop.read(paper.id)
    desktop.press("2G")
    desktop.wait(lambda: desktop.parts.reader.place().page == 1)


def test_in_a_list_digits_count_where_that_is_chosen(desktop: Desktop) -> None:
    desktop.press("2j")
    assert desktop.parts.papers.view.row() == 1
    desktop.rooms.settings.set("counts", value=True)
    desktop.press("gg2j")
    assert desktop.parts.papers.view.row() == 2
    desktop.press("2G3x")
    assert desktop.desk.view.selected() == desktop.desk.rows.all()[1:4]
    desktop.desk.rows.clear_selection()
    desktop.rooms.settings.set("counts", value=False)


def test_a_verb_is_not_repeated(desktop: Desktop) -> None:
    before = {paper.id: paper.state for paper in desktop.papers()}

    def changed() -> list[int]:
        return [one.id for one in desktop.papers() if one.state is not before[one.id]]

    desktop.press("5s")
    desktop.wait(changed)
    assert len(changed()) == 1
    desktop.press("z")
    desktop.wait(lambda: not changed())


def test_a_reserved_key_says_so(desktop: Desktop) -> None:
    desktop.parts.window.toast.hide()
    desktop.press("+")
    desktop.wait(desktop.parts.window.toast.isVisible)


def test_what_a_command_cannot_do_is_said(desktop: Desktop) -> None:
    desktop.parts.window.toast.hide()
    desktop.run("note.quote")
    desktop.wait(desktop.parts.window.toast.isVisible)
    assert desktop.parts.window.errors.sentences() == ()


def test_an_unknown_command_does_nothing(desktop: Desktop) -> None:
    desktop.run("no.such-command")


def test_letters_in_a_text_field_are_letters(desktop: Desktop) -> None:
    before = {paper.id: paper.state for paper in desktop.papers()}
    desktop.hit(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    desktop.press("else")
    assert desktop.parts.search.text() == "else"
    assert {paper.id: paper.state for paper in desktop.papers()} == before


def test_find_from_the_note_leads_into_the_paper(desktop: Desktop) -> None:
    desktop.read(desktop.with_pdf().id)
    desktop.press("c")
    desktop.wait(lambda: desktop.parts.window.panels.with_keys() == "notes")
    desktop.hit(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    desktop.wait(lambda: desktop.parts.window.panels.with_keys() == "paper")
    assert desktop.parts.reader.parts.bar.isVisible()


def test_a_command_without_a_stroke_takes_none(desktop: Desktop) -> None:
    desktop.session._keys.run_with("page.first", "x")
    desktop.session._keys.run_with("no.such-command", "x")
    desktop.session._keys._offer("page.first")
    assert not desktop.parts.window.hint.isVisible()
