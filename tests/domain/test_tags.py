"""Tags as they are kept, and as they are asked for."""

import pytest

from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.tags import LONGEST, asked, tag_name


def test_a_tag_is_one_line_without_signs_in_front() -> None:
    assert tag_name(" #open,\n question ") == "open question"


@pytest.mark.parametrize("name", ["", " + ", "x" * (LONGEST + 1)])
def test_what_is_no_tag_is_refused(name: str) -> None:
    with pytest.raises(WrongUsage, match="1 to"):
        tag_name(name)


def test_a_minus_takes_a_tag_off() -> None:
    assert asked("claim, -method,,") == (["claim"], ["method"])
    assert asked(None) == ([], [])
