"""Searching makes no difference where a reader sees none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.pdfworker.child.folding import Folded, flat, fold, pattern


def folded(*lines: str) -> str:
    """The same text, character by character."""
    building = Folded()
    count = 0
    for number, line in enumerate(lines):
        if number:
            building.end_line()
        for character in line:
            building.add(character, count)
            count += 1
    return building.text


@pytest.mark.parametrize(
    ("needle", "lines"),
    [
        ("EFFICIENT", ["an eﬃcient way"]),
        ("naive", ["a naïve na¨ıve idea"]),
        ("Gyöngyi", ["Zolt´an Gy¨ongyi"]),
        ("example", ["an exam-", "ple"]),
        ("example", ["an exam\u00ad", "ple"]),
        ("co-operation", ["with co-", "operation"]),
        ("co-operation", ["with co\u2010operation"]),
        ("two words", ["two", "words"]),
        ("two words", ["  two   words "]),
        ("STRASSE", ["Die Straße"]),
        ("化学反应方程式", ["又称化学", "反应方程式"]),
        ("a.b", ["a.b"]),
    ],
)
def test_what_a_reader_would_find_is_found(needle: str, lines: list[str]) -> None:
    sought = pattern(needle)
    assert sought is not None
    assert sought.search(flat(fold(lines)))
    assert sought.search(folded(*lines))


@pytest.mark.parametrize(("needle", "line"), [("a.b", "axb"), ("cooperation", "co-operation")])
def test_what_a_reader_would_not_find_is_not(needle: str, line: str) -> None:
    sought = pattern(needle)
    assert sought is not None
    assert not sought.search(flat(fold([line])))


@pytest.mark.parametrize("nothing", ["", "  ", "\u00ad"])
def test_nothing_is_not_looked_for(nothing: str) -> None:
    assert pattern(nothing) is None


def test_every_folded_character_knows_where_it_came_from() -> None:
    building = Folded()
    for index, character in enumerate("eﬃ-"):
        building.add(character, index)
    building.end_line()
    building.add("x", 3)
    assert building.text == "effix"
    assert [building.origin(position) for position in range(5)] == [0, 1, 1, 1, 3]


@given(st.lists(st.text("aZé´¨-\u00ad\u2010ﬁß化 1.", max_size=8), max_size=4))
def test_both_ways_of_folding_agree(lines: list[str]) -> None:
    assert flat(fold(lines)) == folded(*lines)
