"""Cards are kept beside papers, whichever source says what when."""

from dataclasses import replace
from typing import Any

from paperdesk.domain.card import Card, Kind, Linked, Links
from paperdesk.domain.paper import Found
from paperdesk.infra.changes import Changes
from paperdesk.library import Linkage

FULL = Card("Tsinghua", "A summary.", ("rl", "agents"), "https://x/a.png", "https://x", "Ada")
Shelves = Any


def test_what_a_source_says_beside_the_paper_is_kept(library: Shelves) -> None:
    (paper,) = library.put(Found("A", card=FULL))
    assert library.paper(paper).card == FULL


def test_a_source_that_says_less_takes_nothing_away(library: Shelves) -> None:
    (paper,) = library.put(Found("A", card=FULL))
    library.put(Found("A"), Found("A", card=Card(summary="A better one.")))
    assert library.paper(paper).card == replace(FULL, summary="A better one.")


def test_a_card_that_says_what_is_known_is_no_news(library: Shelves, changes: Changes) -> None:
    library.put(Found("A", card=FULL))
    with changes.write() as write:
        (again,) = library.take(write, [Found("A", card=FULL)], 0.0)
    assert not again.changed


def test_what_is_linked_is_kept_in_its_order_and_replaced_by_the_next_answer(
    library: Shelves, changes: Changes
) -> None:
    linkage = Linkage(changes)
    (paper,) = library.put(Found("A", card=FULL))
    assert (linkage.links(paper), linkage.asked(paper)) == (None, 0.0)
    first = Links(
        ((Kind.MODEL, 7), (Kind.DATASET, 0), (Kind.SPACE, 1)),
        (Linked(Kind.MODEL, "b/one", 3), Linked(Kind.MODEL, "a/two"), Linked(Kind.SPACE, "c/s")),
    )
    linkage.keep(paper, first)
    assert linkage.links(paper) == first
    assert linkage.asked(paper) > 0
    linkage.keep(paper, Links())
    assert linkage.links(paper) == Links(tuple((kind, 0) for kind in Kind))
    assert library.paper(paper).card == FULL
