"""What a paper belongs with, as a condition; with all others in test_where.py."""

import pytest

from paperdesk.domain.query import Term
from paperdesk.infra.called import called, related


def test_a_name_is_meant_as_a_whole_or_as_far_as_it_is_typed() -> None:
    assert called("name", Term("Ünder")) == ("name = ?", ["under"])
    assert called("name", Term("ün", prefix=True)) == ("substr(name, 1, ?) = ?", [2, "un"])


@pytest.mark.parametrize(
    ("term", "values"), [(Term("7"), ["7", 7]), (Term("7", phrase=True), ["7"])]
)
def test_a_number_may_be_that_of_a_paper_but_not_in_quotes(
    term: Term, values: list[object]
) -> None:
    assert related(term)[1] == values * 2
