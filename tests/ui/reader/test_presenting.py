from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from paperdesk.domain.arrangement import Arrangement
from paperdesk.ui.reader import ReaderPane


def test_without_pages_there_is_no_presentation(pane: ReaderPane) -> None:
    pane.presenting.present()
    assert pane.presenting.slides is None


def test_the_reader_is_as_it_was_after_a_look(opened: ReaderPane) -> None:
    opened.arranging.arrange(Arrangement(columns=2))
    opened.go(4)
    opened.lines(3)
    before = opened.place()
    opened.presenting.present()
    slides = opened.presenting.slides
    assert slides is not None
    assert slides.page == 4 or slides.page == 5
    QTest.keyClick(slides, Qt.Key.Key_Escape)
    assert opened.place() == before


def test_who_turned_pages_goes_on_with_the_last_and_can_go_back(opened: ReaderPane) -> None:
    opened.go(2)
    before = opened.place()
    opened.presenting.present()
    slides = opened.presenting.slides
    assert slides is not None
    for _ in range(3):
        QTest.keyClick(slides, Qt.Key.Key_Space)
    QTest.keyClick(slides, Qt.Key.Key_Escape)
    assert opened.place().page == 5
    opened.back(1)
    assert opened.place() == before


def test_a_second_presentation_begins_where_one_reads(opened: ReaderPane) -> None:
    for page in (1, 6):
        opened.go(page)
        opened.presenting.present()
        slides = opened.presenting.slides
        assert slides is not None
        assert slides.page == page
        slides.close()
