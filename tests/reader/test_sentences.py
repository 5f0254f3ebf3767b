import pytest

from paperdesk.domain.pages import Word
from paperdesk.reader.sentences import breaks


def words(*blocks: str) -> list[Word]:
    return [
        Word((0, 0, 1, 1), text, number, 0)
        for number, block in enumerate(blocks)
        for text in block.split()
    ]


def sentences(*blocks: str, asides: frozenset[int] = frozenset()) -> list[str]:
    """The words that sentences end with."""
    page = words(*blocks)
    ends, _ = breaks(page, asides)
    return [page[index].text for index in sorted(ends)]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("One ends. Two goes on.", ["ends.", "on."]),
        ("Is it? Yes! It is.", ["it?", "Yes!", "is."]),
        ("As Smith et al. Have shown.", ["shown."]),
        ("See Fig. 3 and e.g. Bach.", ["Bach."]),
        ("By J. S. Bach. Then more", ["Bach.", "more"]),
        ("It costs 3.5 units. 4 are left.", ["units.", "left."]),
        ("He said “no.” She left.", ["“no.”", "left."]),
        ("It was noted.12 Then more.", ["noted.12", "more."]),
        ("approx. half of it", ["it"]),
    ],
)
def test_a_sentence_ends_where_it_should(text: str, ends: list[str]) -> None:
    assert sentences(text) == ends


def test_a_sentence_goes_on_in_the_next_column() -> None:
    assert sentences("the end of a", "column. Here") == ["column.", "Here"]


def test_a_sentence_goes_on_over_what_stands_between() -> None:
    ends = sentences("the end of a", "1A note.", "column.", asides=frozenset({1}))
    assert ends == ["note.", "column."]


def test_a_heading_is_a_paragraph_of_its_own() -> None:
    page = words("3 A bound", "We take it. Then more.")
    _, ends = breaks(page, frozenset())
    assert [page[index].text for index in sorted(ends)] == ["bound", "more."]


def test_a_broken_word_does_not_end_a_paragraph() -> None:
    _, ends = breaks(words("an exam-", "Ple"), frozenset())
    assert ends == {2}


def test_nothing_ends_nowhere() -> None:
    assert breaks([], frozenset()) == (frozenset(), frozenset())
