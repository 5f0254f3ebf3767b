"""Pages by what is printed on them, in the open paper."""

from paperdesk.domain.pages import Document, Inspect, PageSize
from paperdesk.ui.reader import ReaderPane
from tests.ui.reader.conftest import FakePages


def test_pages_are_known_by_label_and_number(
    pane: ReaderPane, fake: FakePages, document: Document
) -> None:
    fake.sizes = tuple(PageSize(595.0, 842.0, label) for label in ("i", "ii", "1", "2"))
    pane.open_document(document)
    fake.answer(Inspect)
    assert [pane.ways.page_called(name) for name in ("ii", "2", "4", "9")] == [1, 3, 3, None]
    assert pane.ways.span() == "i to 2, or 1 to 4"


def test_without_a_paper_there_are_no_pages(pane: ReaderPane) -> None:
    assert pane.ways.page_called("1") is None
    assert pane.ways.span() == "no pages"
