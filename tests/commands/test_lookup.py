from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, cast

import pytest

from paperdesk.commands import lookup
from paperdesk.commands.desk import Desk
from paperdesk.domain.engines import DEFAULT
from paperdesk.domain.errors import NothingSelected, Refused
from paperdesk.domain.note import Anchor, Colour
from paperdesk.domain.paper import PaperId
from tests.commands.conftest import Screen

PASSAGE = Anchor(0, ((0.0, 0.0, 1.0, 1.0),), "attention heads")


class Chosen:
    """Somebody who chooses the option of a number."""

    def __init__(self, number: int = 0) -> None:
        self.number = number
        self.options: list[str] = []

    def choose(self, title: str, options: Sequence[str], taken: Callable[[str], None]) -> None:
        self.options = list(options)
        taken(options[self.number])


def with_choice(desk: Desk, chosen: Chosen) -> Desk:
    return replace(desk, chooser=cast(Any, chosen))


def test_the_selected_words_are_searched_where_one_chooses(desk: Desk, screen: Screen) -> None:
    screen.passage = PASSAGE
    lookup.search_web(with_choice(desk, Chosen(2)))
    assert screen.told == [
        ("browse", "https://arxiv.org/search/?query=attention+heads&searchtype=all")
    ]


def test_the_last_choice_is_offered_first(desk: Desk, screen: Screen) -> None:
    screen.passage = PASSAGE
    lookup.search_web(with_choice(desk, Chosen(3)))
    again = Chosen()
    lookup.search_web(with_choice(desk, again))
    assert again.options[0] == "DuckDuckGo"


def test_a_chosen_mark_has_words_too(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    screen.clicked = desk.notes.mark(papers[0], PASSAGE, Colour.GREEN).id
    lookup.search_web(with_choice(desk, Chosen()))
    assert "attention+heads" in screen.told[-1][1]


def test_without_words_there_is_nothing_to_search(desk: Desk) -> None:
    with pytest.raises(NothingSelected):
        lookup.search_web(desk)


def test_engines_of_ones_own_are_kept(desk: Desk, screen: Screen) -> None:
    screen.answer = "Mine https://mine.example/?q=%s"
    lookup.edit_engines(desk)
    screen.passage, chosen = PASSAGE, Chosen()
    lookup.search_web(with_choice(desk, chosen))
    assert chosen.options == ["Mine"]


def test_a_flaw_is_named_and_nothing_changes(desk: Desk, screen: Screen) -> None:
    screen.answer = "Mine file:///%s"
    with pytest.raises(Refused, match="Mine file"):
        lookup.edit_engines(desk)
    assert desk.settings.get("engines") == DEFAULT


def test_an_empty_answer_brings_the_usual_ones_back(desk: Desk, screen: Screen) -> None:
    desk.settings.set("engines", "")
    screen.passage = PASSAGE
    with pytest.raises(Refused):
        lookup.search_web(desk)
    desk.settings.set("engines", "Mine https://mine.example/?q=%s")
    screen.answer = ""
    lookup.edit_engines(desk)
    assert desk.settings.get("engines") == DEFAULT


def test_turning_away_changes_nothing(desk: Desk, screen: Screen) -> None:
    screen.answer = None
    lookup.edit_engines(desk)
    assert not screen.said
