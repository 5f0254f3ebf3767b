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


def test_the_keys_go_on_to_the_next_paper_of_the_list_and_back(desktop: Desktop) -> None:
    papers = desktop.papers()
    at = next(row for row, paper in enumerate(papers[:-1]) if paper.file and papers[row + 1].file)
    desktop.read(papers[at].id)
    desktop.press("J")
    assert desktop.desk.page.paper() == papers[at + 1].id
    assert desktop.parts.papers.view.paper() == papers[at + 1].id
    desktop.press("K")
    assert desktop.desk.page.paper() == papers[at].id


def test_the_list_ends_with_a_sentence(desktop: Desktop) -> None:
    first = desktop.papers()[0]
    desktop.go_to(first.id)
    desktop.run("paper.previous")
    assert desktop.parts.window.toast.sentence() == "This is the first paper of the list."


def test_a_paper_without_a_pdf_shows_its_abstract_and_one_can_go_on(desktop: Desktop) -> None:
    papers = desktop.papers()
    at = next(row for row, paper in enumerate(papers) if paper.file)
    desktop.read(papers[at].id)
    desktop.press("K")
    desktop.wait(lambda: desktop.shown() == papers[at - 1].id)
    assert not desktop.parts.window.reading()
    desktop.press("J")
    assert desktop.desk.page.paper() == papers[at].id


def test_a_paper_that_is_opened_from_elsewhere_is_chosen_in_the_list(desktop: Desktop) -> None:
    paper = [one for one in desktop.papers() if one.file][1]
    desktop.desk.rows.go(0)
    desktop.session.take([f"paperdesk://paper/{paper.id}"])
    desktop.wait(lambda: desktop.parts.papers.view.paper() == paper.id)
