"""Two changes of one note."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.merge import edits, merged


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "whole"),
    [
        ("a", "a", "a\n\nx", "a\n\nx"),
        ("a", "ab", "a", "ab"),
        ("a", "ab", "a\n\nx", "ab\n\nx"),
        ("", "mine", "theirs", "mine\n\ntheirs"),
        ("", "", "theirs", "theirs"),
        ("a\n\nx", "ab\n\nx", "a\n\nx", "ab\n\nx"),
        ("a", "ab", "ab\n\nx", "ab\n\nx"),
        ("a", "ab\n\nx", "a\n\nx", "ab\n\nx"),
        ("a", "abc\n\nx", "ab\n\nx", "abc\n\nab\n\nx"),
    ],
)
def test_both_sides_are_kept(base: str, mine: str, theirs: str, whole: str) -> None:
    assert merged(base, mine, theirs) == whole


def test_changes_in_different_lines_are_both_made_in_their_places() -> None:
    assert merged("a\nb\nc", "A\nb\nC", "a\nB\nc") == "A\nB\nC"
    assert merged("a\n\nb\n\nc", "a!\n\nb\n\nc", "a\n\nb\n\nc\n\nd") == "a!\n\nb\n\nc\n\nd"
    assert merged("a\nb\nc", "b\nc", "a\nb") == "b"


def test_the_same_change_is_made_once() -> None:
    assert merged("a\nb", "a\nB", "A\nB") == "A\nB"
    assert merged("a\n\nb", "a\n\nx\n\nb", "a\n\nx\n\nb!") == "a\n\nx\n\nb!"


def test_two_versions_of_a_paragraph_stand_under_each_other() -> None:
    assert merged("top\n\nold\n\nend", "top\n\nmine\n\nend", "top\n\ntheirs\n\nend") == (
        "top\n\nmine\n\ntheirs\n\nend"
    )
    assert merged("a", "a\n\nmine", "a\n\ntheirs") == "a\n\nmine\n\ntheirs"


def test_two_items_of_a_list_stay_one_list() -> None:
    assert merged("- a", "- a\n- mine", "- a\n- theirs") == "- a\n- mine\n- theirs"


def test_an_empty_line_about_to_be_typed_in_stays_a_paragraph() -> None:
    assert merged("a", "a\n\n", "a\n\nx") == "a\n\n\n\nx"


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "whole"),
    [
        ("a\nb", "a\nb!", "a", "a\nb!"),
        ("a\nb", "a", "a\nb!", "a\nb!"),
        ("a\nb\nc", "", "a\nb!\nc", "b!"),
    ],
)
def test_what_one_side_deleted_and_the_other_changed_is_kept_as_changed(
    base: str, mine: str, theirs: str, whole: str
) -> None:
    assert merged(base, mine, theirs).strip("\n") == whole


def test_a_very_long_note_is_merged_in_no_time() -> None:
    base = "\n\n".join(f"paragraph {n} of very many" for n in range(40_000))
    began = time.thread_time()
    whole = merged(base, f"mine\n{base}\nmine", base.replace("paragraph 20000 ", "theirs "))
    assert time.thread_time() - began < 3.0
    assert whole.startswith("mine\n")
    assert whole.endswith("\nmine")
    assert "\ntheirs of very many\n" in whole


def test_a_very_long_note_that_is_changed_everywhere_is_compared_in_no_time() -> None:
    old = [f"paragraph {n // 2}" if n % 2 else "" for n in range(40_000)]
    new = [f"{line}!" if line and n % 3 == 0 else line for n, line in enumerate(old)]
    began = time.thread_time()
    changes = list(edits(old, new))
    assert time.thread_time() - began < 3.0
    assert len(changes) == sum(line.endswith("!") for line in new)
    assert all(change.end - change.start == 1 == len(change.new) for change in changes)


LINES = st.lists(st.sampled_from(["", "one", "two", "three", "- four"]), max_size=7)
NOTES = LINES.map("\n".join) | st.text("ab \n-", max_size=12)


@given(NOTES, NOTES, NOTES)
def test_no_line_that_was_written_is_lost(base: str, mine: str, theirs: str) -> None:
    old = set(base.split("\n"))
    written = (set(mine.split("\n")) | set(theirs.split("\n"))) - old
    assert written <= set(merged(base, mine, theirs).split("\n"))


@given(NOTES, NOTES, NOTES)
def test_no_line_comes_from_nowhere(base: str, mine: str, theirs: str) -> None:
    seen = {line for text in ("", base, mine, theirs) for line in text.split("\n")}
    assert set(merged(base, mine, theirs).split("\n")) <= seen


@given(NOTES, NOTES)
def test_where_one_side_did_nothing_or_the_same_the_other_stands(base: str, other: str) -> None:
    assert merged(base, base, other) == other
    assert merged(base, other, base) == other
    assert merged(base, other, other) == other
