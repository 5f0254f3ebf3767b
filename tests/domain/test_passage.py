"""A passage over several pages reads as one."""

import pytest

from paperdesk.domain.passage import joined


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ([], ""),
        (["one"], "one"),
        (["one", "", " two "], "one two"),
        (["exam-", "ple"], "example"),
        (["exam\u00ad", "ple"], "example"),
        (["Gauss-", "Markov"], "Gauss-Markov"),
        (["1-", "a"], "1-a"),
        (["-", "a"], "- a"),
    ],
)
def test_the_parts_are_one_text(parts: list[str], whole: str) -> None:
    assert joined(parts) == whole
