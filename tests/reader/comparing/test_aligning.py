import random
import time

from hypothesis import given
from hypothesis import strategies as st

from paperdesk.reader.comparing.aligning import aligned, moved, settle

_ROWS = st.lists(st.integers(0, 6), max_size=60)


@given(old=_ROWS, new=_ROWS)
def test_mates_are_equal_rise_and_are_had_once(old: list[int], new: list[int]) -> None:
    mates = aligned(old, new)
    pairs = [(mate, at) for at, mate in enumerate(mates) if mate >= 0]
    assert all(old[mate] == new[at] for mate, at in pairs)
    assert [mate for mate, _ in pairs] == sorted({mate for mate, _ in pairs})


@given(row=_ROWS)
def test_a_text_is_itself(row: list[int]) -> None:
    assert aligned(row, row) == list(range(len(row)))


def test_one_word_that_was_put_in_is_the_only_new_one() -> None:
    assert aligned([1, 2, 3, 4], [1, 2, 9, 3, 4]) == [0, 1, -1, 2, 3]


def test_a_passage_that_moved_is_known_again() -> None:
    passage, rest = list(range(100, 120)), list(range(60))
    old, new = passage + rest, rest + passage
    mates = aligned(old, new)
    found = moved(old, new, mates)
    assert sorted(mates) == list(range(80))
    assert found == set(range(60, 80))


def test_a_thesis_takes_little_even_if_nothing_of_it_stayed() -> None:
    words = random.Random(1)
    old = [words.randrange(8000) for _ in range(120_000)]
    new = [words.randrange(8000, 16_000) for _ in range(120_000)]
    edited = [word if words.random() > 0.02 else 9999 for word in old]
    start = time.thread_time()
    assert set(aligned(old, new)) == {-1}
    mates = aligned(old, edited)
    assert sum(mate >= 0 for mate in mates) > 115_000
    assert time.thread_time() - start < 8


def test_what_is_gone_begins_where_its_paragraph_did() -> None:
    one, two = [1, 2, 9], [3, 4, 9]
    mates = [0, 1, 5]  # as good as 0, 1, 2: all but the end of the second is gone
    settle([*one, *two], one, mates, (frozenset({0, 3}), frozenset({0})))
    assert mates == [0, 1, 2]


@given(old=_ROWS, new=_ROWS, starts=st.sets(st.integers(0, 60)))
def test_whatever_is_settled_mates_stay_equal_and_as_many(
    old: list[int], new: list[int], starts: set[int]
) -> None:
    mates = aligned(old, new)
    before = sum(mate >= 0 for mate in mates)
    settle(old, new, mates, (starts, starts))
    assert all(mate < 0 or old[mate] == new[at] for at, mate in enumerate(mates))
    assert sum(mate >= 0 for mate in mates) == before
    assert [mate for mate in mates if mate >= 0] == sorted(mate for mate in mates if mate >= 0)
