from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.search.lexicon import Lexicon, read_lexicon, write_lexicon


def lexicon(folder: Path, words: dict[str, tuple[int, int, int]]) -> Lexicon:
    path = folder / "lexicon"
    write_lexicon(path, sorted((word.encode(), *counts) for word, counts in words.items()))
    return read_lexicon(path)


def test_a_prefix_becomes_its_most_frequent_words(tmp_path: Path) -> None:
    words = lexicon(
        tmp_path, {"an": (1, 9, 1), "ant": (3, 4, 1), "anther": (0, 5, 4), "b": (1, 1, 1)}
    )
    assert [entry.word for entry in words.beginning("an", 2)] == ["an", "anther"]
    assert [entry.word for entry in words.beginning("an", 2, heads=True)] == ["ant", "an"]


def test_words_that_stand_in_no_head_are_not_offered_there(tmp_path: Path) -> None:
    words = lexicon(tmp_path, {"anther": (0, 5, 4)})
    assert words.beginning("an", 9, heads=True) == []


def test_the_fields_of_a_word_are_known(tmp_path: Path) -> None:
    words = lexicon(tmp_path, {"an": (1, 9, 5)})
    assert (words.fields_of("an"), words.fields_of("a"), words.fields_of("b")) == (5, 0, 0)


@given(words=st.sets(st.text("aäz深", min_size=1, max_size=4)), prefix=st.text("aäz深", max_size=2))
def test_all_that_begins_so_is_found(
    tmp_path_factory: pytest.TempPathFactory, words: set[str], prefix: str
) -> None:
    found = lexicon(tmp_path_factory.mktemp("words"), dict.fromkeys(words, (1, 1, 1)))
    expected = {word for word in words if word.startswith(prefix)}
    assert {entry.word for entry in found.beginning(prefix, 1000)} == expected


@pytest.mark.parametrize("size", [0, 3, 20, -1])
def test_a_file_that_is_cut_short_is_not_believed(tmp_path: Path, size: int) -> None:
    lexicon(tmp_path, {"an": (1, 9, 1), "ant": (3, 4, 1)})
    path = tmp_path / "lexicon"
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises((ValueError, IndexError)):
        read_lexicon(path)
