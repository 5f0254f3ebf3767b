import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from paperdesk.domain.arrangement import Arrangement, Fit
from paperdesk.domain.note import Place
from paperdesk.domain.pages import PageSize
from paperdesk.ui.reader.statusline import StatusLine, layout_names, page_name, row_name

PAGES = (PageSize(1, 1, "i"), PageSize(1, 1, "2"), PageSize(1, 1, "<FEFF005B0031>"))


@pytest.fixture
def line(qtbot: QtBot) -> StatusLine:
    line = StatusLine()
    qtbot.addWidget(line)
    line.resize(400, 24)
    line.show()
    return line


@pytest.mark.parametrize(
    ("page", "name"),
    [(0, "Page i (1 of 3)"), (1, "Page 2 of 3"), (2, "Page 3 of 3"), (7, "")],
)
def test_a_page_is_named_by_its_label_where_that_differs(page: int, name: str) -> None:
    assert page_name(PAGES, page) == name


def test_page_and_zoom_are_shown(line: StatusLine) -> None:
    line.show_place(page_name(PAGES, 1), Place(), 1.256)
    assert (line.page.text(), line.zoom.text()) == ("Page 2 of 3", "126 %")


def test_the_layout_is_named_where_it_is_not_the_plain_one(line: StatusLine) -> None:
    book = Place(fit=Fit.PAGE, arrangement=Arrangement(2, cover=True, rotation=1, trim=True))
    line.show_place("", book, 1.0)
    assert line.zoom.text() == (
        "2 pages side by side · first alone · rotated 90° · trimmed · fit page · 100 %"
    )
    assert layout_names(Place(zoom=2.0, fit=Fit.TEXT)) == []


def test_in_a_short_line_the_zoom_is_what_stays(line: StatusLine) -> None:
    """The end of the words is at the end of the label."""
    line.show_place("Page 2 of 3", Place(arrangement=Arrangement(2, rotation=1, trim=True)), 1.0)
    line.resize(200, 24)
    assert line.zoom.alignment() & Qt.AlignmentFlag.AlignRight
    assert line.zoom.geometry().right() <= line.width()


def test_a_row_of_pages_is_named_by_its_ends() -> None:
    assert row_name(PAGES, range(2)) == "Pages 1–2 of 3"
    assert row_name(PAGES, range(1)) == "Page i (1 of 3)"


def test_a_long_address_is_cut_in_the_middle(line: StatusLine) -> None:
    line.say("https://example.org/" + "x" * 300 + "/end")
    assert line.hint.text().startswith("https://")
    assert line.hint.text().endswith("/end")
    assert len(line.hint.text()) < 100


def test_a_cleared_line_says_nothing(line: StatusLine) -> None:
    line.show_place("Page 2 of 3", Place(), 1.0)
    line.say("a link")
    line.clear()
    assert line.page.text() + line.hint.text() + line.zoom.text() == ""


def test_a_long_section_is_cut_and_told_whole_by_its_tip(line: StatusLine) -> None:
    title = "3.2 " + "A section with a very long title " * 5
    line.show_section(title)
    assert line.section.text().startswith("3.2 A section")
    assert line.section.text().endswith("…")
    assert line.section.toolTip() == title


def test_a_long_section_gives_way_and_asks_for_no_width(line: StatusLine) -> None:
    line.show_place("Page 2 of 3", Place(), 1.0)
    line.show_section("What the reader does with a title that is as long as this one")
    assert line.minimumSizeHint().width() == 0
    line.resize(260, 24)
    assert line.section.isHidden()
    line.resize(600, 24)
    assert not line.section.isHidden()


def test_what_is_left_gives_way_before_the_section(line: StatusLine) -> None:
    line.show_place("Page 2 of 3", Place(), 1.0)
    line.show_section("A section of some length")
    line.show_left("left: 14 min", "at your pace")
    line.setMinimumWidth(1)  # a window of its own would not get narrower than its words
    line.resize(600, 24)
    assert not line.left.isHidden()
    assert line.left.toolTip() == "To the references, at your pace"
    width = next(width for width in range(600, 0, -5) if _without_left(line, width))
    assert width > 100
    assert not line.section.isHidden()


def _without_left(line: StatusLine, width: int) -> bool:
    line.resize(width, 24)
    return line.left.isHidden()


def test_nothing_is_left_of_a_paper_that_is_put_away(line: StatusLine) -> None:
    line.show_left("left: 14 min", "at your pace")
    line.clear()
    assert line.left.text() == ""
