from datetime import date

from paperdesk.domain.collection import UNSORTED
from paperdesk.domain.paper import LIBRARY, State
from paperdesk.domain.period import Period, period_shelf
from paperdesk.domain.shelf import ALL, NEW_VERSIONS, Shelf, day_shelf, state_shelf
from paperdesk.ui.list.empty import emptiness


def test_an_empty_library_says_what_to_press() -> None:
    words = emptiness(ALL)
    assert words.sentence == "Nothing here yet."
    assert (words.offers[0].command, words.offers[0].keys) == ("feed.refresh-all", "r")


def test_every_empty_shelf_says_something_of_its_own() -> None:
    day = date(2026, 5, 29)
    shelves = [ALL, day_shelf(day), Shelf("#x", 'tag:"x"'), Shelf("Blog", "source:2")]
    shelves.append(period_shelf(Period.week(day)))
    shelves += [UNSORTED, NEW_VERSIONS, Shelf("Cats", "rule:3"), Shelf("", "day:2026-05-29 cats")]
    shelves.append(Shelf("Topic", "collection:4"))
    shelves += [state_shelf(state) for state in (*LIBRARY, State.TRASH)]
    assert len({emptiness(shelf).sentence for shelf in shelves}) == len(shelves)


def test_a_query_that_finds_nothing_offers_no_first_steps() -> None:
    for query in ("cats", '(collection:2) OR (tag:"x")', "-cats"):
        assert emptiness(Shelf("", query)).sentence == "No paper is found."
        assert not emptiness(Shelf("", query)).offers
    assert emptiness(Shelf("", 'tag:"to read"')).sentence == "No paper has this tag."
    assert emptiness(Shelf("", "directly:4")) == emptiness(Shelf("", "collection:4"))
