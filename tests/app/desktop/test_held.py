"""News that is held is there again as it was."""

from paperdesk.app.desktop import held
from paperdesk.domain.rule import Tiding
from paperdesk.domain.shelf import Order, Shelf
from paperdesk.infra import memory
from paperdesk.infra.changes import Changes

NEWS = (
    Tiding("Cats", 2, Shelf("Cats", 'rule:"Cats" -is:muted', Order.RANK)),
    Tiding("A “blog”", 1, Shelf("A “blog”", "source:7")),
)


def test_what_is_held_takes_the_place_of_what_was(changes: Changes) -> None:
    assert held.recall(changes) == ()
    held.keep(changes, NEWS)
    assert held.recall(changes) == NEWS
    held.keep(changes, NEWS[1:])
    assert held.recall(changes) == NEWS[1:]


def test_what_cannot_be_read_is_nothing(changes: Changes) -> None:
    for broken in ([["Cats"]], [1], [["Cats", "two", "", "", "added"]], [["a", 1, "", "", "odd"]]):
        memory.keep(changes, "held news", broken)
        assert held.recall(changes) == ()
