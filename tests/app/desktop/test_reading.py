"""Papers by id in the reader, with what was left on them."""

from paperdesk.domain.note import Colour
from paperdesk.reader.layout import Point
from paperdesk.reader.selection import Span
from tests.app.conftest import Desktop


def test_a_place_is_kept_and_found_again(desktop: Desktop) -> None:
    paper = desktop.with_pdf()
    desktop.read(paper.id)
    desktop.press("2G")

    def kept() -> bool:
        place = desktop.rooms.notes.place(paper.id)
        return place is not None and place.page == 1

    desktop.wait(kept)
    desktop.press("q")
    desktop.wait(lambda: not desktop.parts.window.reading())
    desktop.read(paper.id)
    assert desktop.parts.reader.place().page == 1


def test_who_opens_a_paper_has_seen_it(desktop: Desktop) -> None:
    paper = desktop.with_pdf()
    desktop.rooms.library.set_unread([paper.id], unread=True)
    desktop.read(paper.id)
    desktop.wait(lambda: not desktop.rooms.library.paper(paper.id).unread)


def test_a_highlight_that_comes_from_elsewhere_is_shown(desktop: Desktop) -> None:
    paper = desktop.with_pdf()
    desktop.read(paper.id)
    desktop.press("gg")
    content = desktop.parts.reader.parts.content
    desktop.wait(lambda: content.text(0))
    text = content.text(0)
    assert text is not None
    anchor = text.anchor(Span(text.beginning(), text.beginning()))
    made = desktop.rooms.notes.mark(paper.id, anchor, Colour.BLUE)
    left, top, right, bottom = anchor.quads[0]
    middle = Point(0, (left + right) / 2, (top + bottom) / 2)
    desktop.wait(lambda: desktop.parts.reader.parts.marks.highlight(middle) == made)
