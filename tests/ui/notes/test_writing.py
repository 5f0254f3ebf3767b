"""What typing helps with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.ui.notes import writing
from paperdesk.ui.notes.writing import Continuation


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("- one", "- "),
        ("  * two", "  * "),
        ("9. nine", "10. "),
        ("1) one", "2) "),
        ("- [x] done", "- [ ] "),
        ("> said", "> "),
        ("> - said", "> - "),
        ("plain", ""),
        ("-no item", ""),
        ("2026 was", ""),
    ],
)
def test_a_list_goes_on_as_it_began(line: str, start: str) -> None:
    assert writing.continuation(line) == Continuation(start)


@pytest.mark.parametrize("line", ["- ", "3. ", "> ", "- [ ] ", "  * "])
def test_an_empty_item_ends_the_list(line: str) -> None:
    assert writing.continuation(line) == Continuation(ends=True)


@pytest.mark.parametrize(
    ("before", "after", "mark", "marked"),
    [
        ("**", "**", "**", True),
        ("*", "*", "*", True),
        ("***", "***", "*", True),
        ("***", "***", "**", True),
        ("**", "**", "*", False),
        ("*", "*", "**", False),
        ("", "**", "**", False),
    ],
)
def test_marks_are_told_apart(before: str, after: str, mark: str, marked: bool) -> None:
    assert writing.is_marked(before, "word", after, mark) is marked


@pytest.mark.parametrize(
    ("line", "column", "to"),
    [
        ("see [p. 4](paperdesk://paper/1?page=4), so", 6, "paperdesk://paper/1?page=4"),
        ("see [p. 4](paperdesk://paper/1?page=4), so", 20, "paperdesk://paper/1?page=4"),
        ("see [p. 4](paperdesk://paper/1?page=4), so", 2, ""),
        ("at https://arxiv.org/abs/1706.03762 today", 12, "https://arxiv.org/abs/1706.03762"),
        ("<https://x.org>", 4, "https://x.org"),
        ("file:///etc/passwd", 4, ""),
    ],
)
def test_a_link_is_found_where_it_stands(line: str, column: int, to: str) -> None:
    assert writing.link_at(line, column) == to


@pytest.mark.parametrize(
    ("before", "after", "spaced"),
    [
        ("", "", "> q\n\n"),
        ("text", "", "\n\n> q\n\n"),
        ("text\n", "", "\n> q\n\n"),
        ("text\n\n", "", "> q\n\n"),
        ("text", "\nmore", "\n\n> q\n"),
        ("text", "\n\nmore", "\n\n> q"),
    ],
)
def test_a_block_gets_the_room_it_needs(before: str, after: str, spaced: str) -> None:
    assert writing.spaced(before, "> q", after) == spaced


@given(st.text(alphabet="ab🙂\n", max_size=12), st.text(alphabet="ab🙂\n", max_size=12))
def test_a_difference_makes_the_old_text_the_new(old: str, new: str) -> None:
    start, end, put = writing.difference(old, new)
    raw = old.encode("utf-16-le")
    made = raw[: start * 2] + put.encode("utf-16-le") + raw[end * 2 :]
    assert made.decode("utf-16-le") == new


def test_a_difference_is_as_small_as_it_can_be() -> None:
    assert writing.difference("a b c", "a x c") == (2, 3, "x")
    assert writing.difference("🙂a", "🙂ab") == (3, 3, "b")
