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


TEXTS = st.text(alphabet="ab🙂\n", max_size=12)


def changed(old: str, changes: list[writing.Difference]) -> str:
    raw = old.encode("utf-16-le")
    for start, end, new in changes:
        raw = raw[: start * 2] + new.encode("utf-16-le") + raw[end * 2 :]
    return raw.decode("utf-16-le")


@given(TEXTS, TEXTS)
def test_differences_make_the_old_text_the_new(old: str, new: str) -> None:
    changes = writing.differences(old, new)
    assert changed(old, changes) == new
    places = [writing.moved(at, changes) for at in range(writing.units(old) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= writing.units(new) for place in places)


@given(TEXTS, TEXTS, TEXTS)
def test_a_place_stays_between_its_lines_whatever_comes_around_them(
    above: str, text: str, below: str
) -> None:
    old, new = f"x{text}y", f"{above}\nx{text}y\n{below}"
    changes = [*writing.differences(old, f"x{text}y\n{below}")]
    at = writing.moved(1, writing.differences(f"x{text}y\n{below}", new))
    assert writing.moved(1, changes) == 1
    assert new.encode("utf-16-le")[at * 2 - 2 : at * 2] == "x".encode("utf-16-le")


def test_differences_are_as_small_as_they_can_be() -> None:
    assert writing.differences("a b c", "a x c") == [(2, 3, "x")]
    assert writing.differences("🙂a", "🙂ab") == [(3, 3, "b")]
    assert writing.differences("a\nb\nc", "a!\nb\nc\n\nd") == [(5, 5, "\n\nd"), (1, 1, "!")]
