import json

import pytest

from paperdesk.domain.comparison import Change, Comparison, Kind, Part, Spot, Stretch
from paperdesk.reader.comparing import wire

FOUND = Comparison(
    (
        Change(
            Kind.MOVED, Part.TEXT, "1 Introduction", (Stretch("a ", changed=True, number=True),),
            (Stretch("b"),), Spot(1, 2.5), None, "Table 1", slight=True,
        ),
    ),
    7,
    ("A note.",),
)  # fmt: skip


def test_a_comparison_comes_back_as_it_was() -> None:
    assert wire.read(json.loads(json.dumps(wire.spelt(FOUND)))) == FOUND


@pytest.mark.parametrize("said", [{}, {"changes": 3}, {"changes": [{"kind": "odd"}], "same": 1}])
def test_what_is_no_comparison_is_none(said: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"comparison|valid"):
        wire.read(said)
