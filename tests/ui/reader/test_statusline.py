import pytest
from pytestqt.qtbot import QtBot

from paperdesk.domain.pages import PageSize
from paperdesk.ui.reader.statusline import StatusLine, page_name

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
    line.show_place(PAGES, 1, 1.256)
    assert (line.page.text(), line.zoom.text()) == ("Page 2 of 3", "126 %")


def test_a_long_address_is_cut_in_the_middle(line: StatusLine) -> None:
    line.say("https://example.org/" + "x" * 300 + "/end")
    assert line.hint.text().startswith("https://")
    assert line.hint.text().endswith("/end")
    assert len(line.hint.text()) < 100


def test_a_cleared_line_says_nothing(line: StatusLine) -> None:
    line.show_place(PAGES, 1, 1.0)
    line.say("a link")
    line.clear()
    assert line.page.text() + line.hint.text() + line.zoom.text() == ""
