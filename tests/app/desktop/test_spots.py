"""Marks under letters, in the window."""

from PySide6.QtWidgets import QLabel

from tests.app.conftest import Desktop


def test_without_pages_one_is_nowhere(desktop: Desktop) -> None:
    assert desktop.desk.spots.here() is None


def test_a_mark_leads_back_and_two_quotes_to_and_fro(desktop: Desktop) -> None:
    desktop.read(desktop.with_pdf().id)
    view = desktop.parts.reader
    desktop.press("ggjjj")
    marked = view.place()
    desktop.press("ma")
    desktop.wait(lambda: desktop.rooms.letters.all(desktop.with_pdf().id))
    desktop.press("3G")
    away = view.place()
    desktop.press("'a")
    assert view.place() == marked
    desktop.press("''")
    assert view.place() == away
    desktop.press("''")
    assert view.place() == marked


def test_a_capital_leads_into_its_paper_and_backspace_out_again(desktop: Desktop) -> None:
    first, second = [paper.id for paper in desktop.papers() if paper.file][:2]
    view = desktop.parts.reader
    desktop.read(first)
    desktop.press("2Gj")
    marked = view.place()
    desktop.press("mQ")
    desktop.wait(lambda: desktop.rooms.letters.all(second))
    desktop.press("gg")
    desktop.desk.page.close()
    desktop.read(second)
    desktop.press("'Q")
    assert desktop.desk.page.paper() == first
    desktop.wait(lambda: len(view.parts.view.scroller.column))
    assert view.place() == marked
    desktop.run("page.back")
    assert desktop.desk.page.paper() == second


def test_the_letters_that_exist_are_shown_after_a_moment(desktop: Desktop) -> None:
    desktop.read(desktop.with_pdf().id)
    desktop.press("mx")
    desktop.wait(lambda: desktop.rooms.letters.all(desktop.with_pdf().id))
    desktop.press("'")
    hint = desktop.parts.window.hint
    desktop.wait(hint.isVisible)
    words = [label.text() for label in hint.findChildren(QLabel)]
    assert "x" in words
    assert "before the last jump" in words
    desktop.press("x")
    assert not hint.isVisible()
