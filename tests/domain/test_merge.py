"""Two changes of one note."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.merge import merged


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "whole"),
    [
        ("a", "a", "a\n\nx", "a\n\nx"),
        ("a", "ab", "a", "ab"),
        ("a", "ab", "a\n\nx", "ab\n\nx"),
        ("", "mine", "theirs", "mine\n\ntheirs"),
        ("", "", "theirs", "theirs"),
        ("a", "", "a\n\nx", "x"),
        ("a\nb\nc", "a\nb\nc d", "a\nB\nc", "a\nb\nc d\n\nB"),
        ("a\n\nx", "ab\n\nx", "a\n\nx", "ab\n\nx"),
        ("a", "ab", "ab\n\nx", "ab\n\nx"),
        ("a", "ab\n\nx", "a\n\nx", "ab\n\nx"),
        ("a\nb", "a\nb!", "a", "a\nb!"),
    ],
)
def test_both_sides_are_kept(base: str, mine: str, theirs: str, whole: str) -> None:
    assert merged(base, mine, theirs) == whole


LINES = st.lists(st.sampled_from(["", "one", "two", "three", "- four"]), max_size=6)
NOTES = LINES.map("\n".join)


@given(NOTES, NOTES, NOTES)
def test_no_line_that_was_written_is_lost(base: str, mine: str, theirs: str) -> None:
    old = set(base.split("\n"))
    written = (set(mine.split("\n")) | set(theirs.split("\n"))) - old - {""}
    assert written <= set(merged(base, mine, theirs).split("\n"))


@given(NOTES, NOTES)
def test_where_one_side_did_nothing_the_other_stands(base: str, other: str) -> None:
    assert merged(base, base, other) == other
    if not base.startswith(other):
        assert merged(base, other, base) == other
