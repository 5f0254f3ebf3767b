"""What left a list stays where it stood, as slow and simple code would have it."""

from array import array
from collections.abc import Iterable, Set

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.ui.list import renewal
from paperdesk.ui.list.renewal import chosen, flags, renewed


def ids(numbers: Iterable[int]) -> "array[int]":
    return array("q", numbers)


def alive(gone: Iterable[int]) -> Set[int]:
    return set(gone)


@pytest.mark.parametrize(
    ("old", "new", "keep", "made"),
    [
        ([1, 2, 3], [1, 3], {2}, [1, 2, 3]),
        ([1, 2, 3], [9, 1, 3], {2}, [9, 1, 2, 3]),
        ([1, 2, 3], [2, 3], {1}, [1, 2, 3]),
        ([1, 2, 3], [3, 1], set(), [3, 1]),
        ([1, 2, 3, 4], [1, 4], {2, 3}, [1, 2, 3, 4]),
        ([1, 2, 3, 4], [1, 4], {3}, [1, 3, 4]),
        ([1, 2], [], {1, 2}, [1, 2]),
    ],
)
def test_rows_that_would_vanish_stay_below_their_neighbour(
    old: list[int], new: list[int], keep: set[int], made: list[int]
) -> None:
    for touched in (None, set(old)):
        found = renewed(ids(old), ids(new), touched, lambda gone: keep & set(gone))
        assert found.tolist() == made


def test_of_a_very_long_list_only_what_was_touched_is_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert renewed(ids([1, 2, 3]), ids([3]), {1}, alive).tolist() == [1, 2, 3]
    monkeypatch.setattr(renewal, "LONG", 2)
    assert renewed(ids([1, 2, 3]), ids([3]), {1}, alive).tolist() == [1, 3]


def test_a_list_that_is_the_same_is_the_same() -> None:
    old = ids([1, 2])
    assert renewed(old, ids([1, 2]), None, alive) is old


@given(st.permutations(range(12)), st.permutations(range(12)), st.sets(st.integers(0, 11)))
def test_every_row_of_both_is_there_once_and_in_order(
    old: list[int], new: list[int], left: set[int]
) -> None:
    stays = [one for one in new if one not in left]
    made = renewed(ids(old), ids(stays), None, alive).tolist()
    assert sorted(made) == list(range(12))
    assert [one for one in made if one not in left] == stays
    assert [one for one in made if one in left] == _followed(old, stays, left)


def _followed(old: list[int], stays: list[int], left: set[int]) -> list[int]:
    """Those that left, by where their neighbour stands now."""
    places: dict[int | None, list[int]] = {}
    above = None
    for one in old:
        if one in left:
            places.setdefault(above, []).append(one)
        else:
            above = one
    return [one for place in (None, *stays) for one in places.get(place, [])]


def test_a_long_list_is_gone_through_in_pieces() -> None:
    long = ids(range(200_000))
    assert chosen({5, 150_000, 300_000}, long) == {5, 150_000}
    assert [at for at, flag in enumerate(flags({5, 150_000}, long)) if flag] == [5, 150_000]
