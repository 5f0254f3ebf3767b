from datetime import date

from paperdesk.domain.paper import LIBRARY, State
from paperdesk.domain.shelf import ALL, Shelf, day_shelf, state_shelf
from paperdesk.ui.list.empty import emptiness


def test_an_empty_library_says_what_to_press() -> None:
    words = emptiness(ALL)
    assert words.sentence == "Nothing here yet."
    assert (words.offers[0].command, words.offers[0].keys) == ("feed.refresh-all", "r")


def test_every_empty_shelf_says_something_of_its_own() -> None:
    shelves = [ALL, day_shelf(date(2026, 5, 29)), Shelf("#x", 'tag:"x"')]
    shelves += [state_shelf(state) for state in (*LIBRARY, State.TRASH)]
    assert len({emptiness(shelf).sentence for shelf in shelves}) == len(shelves)
