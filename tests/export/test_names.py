"""File names that stay."""

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.paper import PaperId
from paperdesk.export.names import Names, folded, wishes
from paperdesk.infra.files import LONGEST_NAME


def first(title: str, citekey: str = "key2020") -> str:
    return next(wishes(title, citekey))


def test_a_file_is_called_as_the_paper() -> None:
    assert first("What is 1/2? A: [half] #1") == "What is 1 2 A half 1.md"


def test_a_paper_keeps_its_name_when_its_title_changes() -> None:
    names = Names({PaperId(1): "Old.md"})
    assert names.give(PaperId(1), wishes("New", "key")) == "Old.md"


def test_equal_titles_get_different_names() -> None:
    names = Names({})
    given_ = [names.give(PaperId(n), wishes("Same", "key2020")) for n in range(4)]
    assert given_ == [
        "Same.md",
        "Same (key2020).md",
        "Same (key2020 2).md",
        "Same (key2020 3).md",
    ]


@pytest.mark.parametrize("other", ["ATTENTION.md", "Attention.md"])
def test_names_differ_by_more_than_their_case(other: str) -> None:
    names = Names({PaperId(1): other})
    assert names.give(PaperId(2), wishes("attention", "k")) == "attention (k).md"


def test_composed_and_decomposed_letters_are_one_name() -> None:
    assert folded("\u00c9tude") == folded("E\u0301tude") == folded("étude")


@given(st.text(), st.text())
def test_every_name_fits_every_system(title: str, citekey: str) -> None:
    for name in islice(wishes(title, citekey), 3):
        assert name.endswith(".md")
        assert len(name.encode("utf-8")) <= LONGEST_NAME
        assert not set(name) & set('<>:"/\\|?*\n\r\0')
        assert not name.startswith((".", " "))


def test_a_long_key_in_any_script_leaves_room_for_the_title() -> None:
    assert list(islice(wishes("T" * 200, "𝐪" * 40), 3))[2].startswith("T" * 60)


@given(st.text(), st.text())
def test_all_wishes_differ(title: str, citekey: str) -> None:
    three = list(islice(wishes(title, citekey), 3))
    assert len(set(map(folded, three))) == 3
