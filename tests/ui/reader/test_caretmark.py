from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.caretmark import CaretMark

GAP = (100.0, 100.0, 100.0, 110.0)


def test_the_caret_stays_at_its_place_while_the_page_is_scrolled(opened: ReaderPane) -> None:
    mark = CaretMark(opened.parts.view)
    mark.put(0, GAP, "word")
    before = mark.geometry()
    opened.lines(1)
    assert mark.geometry().top() == before.top() - 40
    assert mark.geometry().left() == before.left()
    assert mark.accessibleDescription() == "word"


def test_it_grows_with_the_page(opened: ReaderPane) -> None:
    mark = CaretMark(opened.parts.view)
    mark.put(0, GAP, "word")
    before = mark.height()
    opened.zoom(3)
    assert mark.height() > before


def test_it_can_be_taken_away(opened: ReaderPane) -> None:
    mark = CaretMark(opened.parts.view)
    mark.put(0, GAP, "word")
    mark.take_away()
    assert mark.isHidden()
    assert not mark.grab().isNull()
