from paperdesk.domain.note import HighlightId
from paperdesk.domain.paper import PaperId
from paperdesk.domain.quoted import Quoted, quoted

PAPER = PaperId(7)
NOTE = """About it.

> Attention is all
>
> — [p. 3](paperdesk://paper/7?page=3&highlight=habc)

See [there](paperdesk://paper/7?page=9), not paperdesk://paper/8?page=2.
> A second
> — [p. 4](paperdesk://paper/7?page=4&highlight=hdef)
> — [p. 5](paperdesk://paper/7?page=5)"""


def test_a_quote_is_all_of_its_lines_and_the_place_of_its_link() -> None:
    first, line, second, third = quoted(NOTE, PAPER)
    assert first == Quoted(2, 4, 2, HighlightId("habc"))
    assert line == Quoted(6, 6, 8)
    assert second == Quoted(7, 8, 3, HighlightId("hdef"))
    assert third == Quoted(9, 9, 4)


def test_links_into_other_papers_and_to_no_place_are_none() -> None:
    assert quoted("paperdesk://paper/8?page=2 https://x.org", PAPER) == ()
    assert quoted("[it](paperdesk://paper/7)", PAPER) == ()
    assert quoted("", PAPER) == ()
