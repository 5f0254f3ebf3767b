from paperdesk.domain.pages import PageSize
from paperdesk.domain.typed import PagePrint, PrintLine, Run
from paperdesk.reader.manners import learn

A4 = PageSize(595.0, 842.0)


def line(text: str, top: float, size: float = 10.0) -> PrintLine:
    return PrintLine((50.0, top, 300.0, top + size), size, (Run(text),))


def page(number: int) -> PagePrint:
    head = line(f"Smith et al., page {number}", 40.0, 8.0)
    body = [line(f"text of page {number} goes on and on", 100.0 + 12 * row) for row in range(20)]
    return PagePrint((head, *body, line(str(number), 800.0)))


MANNERS = learn({at: page(at) for at in range(4)}, dict.fromkeys(range(4), A4))


def test_the_commonest_size_is_that_of_the_text() -> None:
    assert MANNERS.body == 10.0


def test_what_stands_on_every_page_is_a_running_head() -> None:
    assert MANNERS.is_running(line("Smith et al., page 77", 40.0), A4)


def test_a_number_alone_at_the_edge_is_a_page_number() -> None:
    assert MANNERS.is_running(line("– 12 –", 805.0), A4)
    assert MANNERS.is_running(line("xiv", 40.0), A4)


def test_text_is_none_wherever_it_stands() -> None:
    assert not MANNERS.is_running(line("text of page 1 goes on and on", 400.0), A4)
    assert not MANNERS.is_running(line("The last line of a page", 790.0), A4)
    assert not MANNERS.is_running(line("12", 400.0), A4)


def test_of_nothing_nothing_is_learned() -> None:
    assert learn({}, {}).heads == frozenset()
