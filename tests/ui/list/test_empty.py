from datetime import date

from paperdesk.domain.paper import LIBRARY, State
from paperdesk.domain.period import Period, period_shelf
from paperdesk.domain.shelf import ALL, Shelf, day_shelf, state_shelf
from paperdesk.ui.list.empty import emptiness


def test_an_empty_library_says_what_to_press() -> None:
    words = emptiness(ALL)
    assert words.sentence == "Nothing here yet."
    assert (words.offers[0].command, words.offers[0].keys) == ("feed.refresh-all", "r")


def test_every_empty_shelf_says_something_of_its_own() -> None:
    day = date(2026, 5, 29)
    shelves = [ALL, day_shelf(day), Shelf("#x", 'tag:"x"'), Shelf("Blog", "source:2")]
    shelves.append(period_shelf(Period.week(day)))
    shelves += [state_shelf(state) for state in (*LIBRARY, State.TRASH)]
    assert len({emptiness(shelf).sentence for shelf in shelves}) == len(shelves)
