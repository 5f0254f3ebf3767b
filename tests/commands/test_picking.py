import pytest

from paperdesk.commands import picking
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NothingSelected
from paperdesk.domain.note import Anchor, Colour
from paperdesk.domain.paper import PaperId
from tests.commands.conftest import Screen

PASSAGE = Anchor(2, ((0.0, 0.0, 1.0, 1.0),), "All *you* need", label="iii")


def test_a_region_is_copied_by_the_reader(desk: Desk, screen: Screen) -> None:
    picking.copy_region(desk)
    assert screen.told == [("copy_region",)]


def test_a_quote_has_its_source_and_a_link(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    screen.opened, screen.passage = papers[0], PASSAGE
    picking.copy_quote(desk)
    quote = screen.clipboard
    assert quote.startswith("> All \\*you\\* need\n>\n> — ")
    assert desk.library.paper(papers[0]).title in quote
    assert quote.endswith(f", [p. iii](paperdesk://paper/{papers[0]}?page=3)")


def test_a_clicked_highlight_is_quoted(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    made = desk.notes.mark(papers[0], PASSAGE, Colour.GREEN)
    screen.opened, screen.clicked = papers[0], made.id
    picking.copy_quote(desk)
    assert screen.clipboard.endswith(f"?page=3&highlight={made.id})")


def test_without_a_passage_there_is_nothing_to_quote(desk: Desk) -> None:
    with pytest.raises(NothingSelected):
        picking.copy_quote(desk)


def test_links_get_their_labels(desk: Desk, screen: Screen) -> None:
    picking.follow_link(desk)
    assert screen.told == [("hint_links",)]
