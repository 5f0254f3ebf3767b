from paperdesk.domain.arrangement import Arrangement, Fit
from paperdesk.domain.pages import Inspect, Render
from paperdesk.reader.layout import Point
from paperdesk.ui.reader import ReaderPane
from tests.ui.reader.conftest import FakePages


def test_without_pages_nothing_is_arranged(pane: ReaderPane) -> None:
    assert pane.arranging.arrangement() is None
    pane.arranging.arrange(Arrangement(columns=2))
    pane.arranging.fit(Fit.PAGE)


def test_pages_side_by_side_are_told_with_the_place(opened: ReaderPane) -> None:
    opened.arranging.arrange(Arrangement(columns=2))
    assert opened.place().arrangement == Arrangement(columns=2)
    assert opened.parts.status.zoom.text().startswith("2 pages side by side")
    assert opened.parts.status.page.text() == "Pages 1–2 of 10"


def test_turned_pages_are_asked_for_turned_and_shown_meanwhile(
    opened: ReaderPane, fake: FakePages
) -> None:
    opened.arranging.arrange(Arrangement(rotation=1))
    box = opened.parts.view.scroller.column.box(0)
    window = opened.parts.view.scroller.window()
    image = opened.parts.view.viewport().grab().toImage()
    seen = image.pixelColor(box.left - window.left + 5, max(0, box.top - window.top) + 5)
    assert seen.name() == "#c8c8c8", "the old pixels lie there, turned"
    opened.parts.view._want()
    assert {one.request.turns for one in fake.waiting(Render)} == {1}


def test_clicks_on_turned_pages_are_where_they_are_on_the_page(opened: ReaderPane) -> None:
    scroller = opened.parts.view.scroller
    for rotation in range(4):
        opened.arranging.arrange(Arrangement(columns=2, rotation=rotation))
        x, y = scroller.column.spot(Point(1, 60.0, 105.0))
        assert scroller.column.point(x, y).page == 1
        assert abs(scroller.column.point(x, y).x - 60) < 0.01


def test_turning_pages_over_goes_by_rows(opened: ReaderPane) -> None:
    opened.arranging.arrange(Arrangement(columns=2, cover=True))
    opened.go(0)
    opened.turn(1)
    assert opened.place().page == 1
    opened.turn(1)
    assert opened.place().page == 3
    opened.turn(-2)
    assert opened.place().page == 0


def test_an_arrangement_comes_back_with_the_paper(
    pane: ReaderPane, fake: FakePages, opened: ReaderPane
) -> None:
    opened.arranging.arrange(Arrangement(columns=2, rotation=2))
    opened.arranging.fit(Fit.PAGE)
    opened.lines(5)
    left = opened.place()
    document = opened.parts.opening.document
    assert document is not None
    opened.open_document(document, left)
    fake.answer(Inspect)
    assert opened.place() == left


def test_pages_that_are_out_of_sight_are_not_arranged(opened: ReaderPane) -> None:
    assert opened.arranging.arrangement() == Arrangement()
    opened.parts.stack.setCurrentWidget(opened.parts.card)
    assert opened.arranging.arrangement() is None
