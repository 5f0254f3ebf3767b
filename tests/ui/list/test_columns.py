from dataclasses import replace
from datetime import date

import pytest

from paperdesk.domain.claims import claims
from paperdesk.domain.paper import Counts, Paper, PaperId
from paperdesk.library.sorting import SORTABLE
from paperdesk.ui.list.columns import COLUMNS, column, said_of

ABSTRACT = (
    "We train 7B, 13B and 70B models <fast>. They run 2.5x faster on GSM8K and on GSM8K "
    "with 4-bit weights. Code: https://github.com/a/b."
)
PAPER = Paper(
    PaperId(1),
    "A paper",
    abstract=ABSTRACT,
    published=date(2026, 5, 29),
    counts=Counts(1234),
    facts=claims("A paper", ABSTRACT),
)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("title", "A paper"),
        ("date", "29 May 2026"),
        ("upvotes", "1.2k"),
        ("params", "7B–70B"),
        ("bits", "4"),
        ("speedup", "2.5×"),
        ("compression", ""),
        ("context", ""),
        ("dataset", "GSM8K"),
        ("code", "a/b"),
    ],
)
def test_a_cell_says_what_the_paper_does(name: str, text: str) -> None:
    assert column(name).text(PAPER) == text


@pytest.mark.parametrize(
    ("minutes", "left", "told"),
    [(0.4, 3, ("", "~3 min")), (74.6, 0, ("1 h 15 min", "")), (1.0, 90, ("1 min", "~1 h 30 min"))],
)
def test_minutes_are_said_as_people_say_them(
    minutes: float, left: int, told: tuple[str, str]
) -> None:
    paper = replace(PAPER, minutes=minutes, left=left)
    assert (column("minutes").text(paper), column("left").text(paper)) == told
    assert column("left").aloud(replace(PAPER, left=3)) == "Left: about 3 min"


def test_what_nobody_knows_is_left_empty() -> None:
    bare = Paper(PaperId(1), "")
    assert [one.text(bare) for one in COLUMNS] == [""] * len(COLUMNS)


def test_an_address_that_a_source_names_goes_before_one_in_the_text() -> None:
    paper = replace(PAPER, code="https://www.gitlab.com/c/d/")
    assert column("code").text(paper) == "gitlab.com/c/d"


def test_the_source_words_stand_out_in_their_sentence() -> None:
    assert said_of(PAPER, "bits").endswith("with <b>4-bit</b> weights.</p>")
    assert said_of(PAPER, "params").startswith("<p>We train <b>7B</b>, 13B and 70B models &lt;fast")
    assert said_of(PAPER, "context") == ""


def test_every_column_can_be_sorted_by() -> None:
    assert tuple(sorted(one.name for one in COLUMNS)) == tuple(sorted(SORTABLE))
