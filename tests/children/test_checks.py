"""What is believed of a child's answer: what has the shape that was asked for."""

import json
from dataclasses import dataclass
from datetime import date
from types import GenericAlias
from typing import Any

import pytest

from paperdesk.children.checks import check, decode_error, encode_error
from paperdesk.children.wire import Garbled
from paperdesk.domain.errors import BadDocument, DiskFull


@dataclass(frozen=True)
class Row:
    name: str
    day: date | None
    said: dict[str, object]


ROW = Row("é", date(2026, 5, 30), {"categories": ["cs.CL", "ü"], "announced": "new"})


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        (Row, ["é", "2026-05-30", {"categories": ["cs.CL", "ü"], "announced": "new"}], ROW),
        (Row, ["", None, {}], Row("", None, {})),
        (GenericAlias(tuple, (date, ...)), ["2026-05-30"], (date(2026, 5, 30),)),
        (str, "half \ud800", "half ?"),
    ],
)
def test_what_has_the_shape_is_taken(kind: Any, raw: object, value: object) -> None:
    assert check(kind)(raw) == value


@pytest.mark.parametrize(
    "raw",
    [
        "row", ["é"], [1, None, {}], ["é", "2026-13-01", {}], ["é", 5, {}], ["é", None, []],
        ["é", None, {"n": 1}], ["é", None, {"n": {"deep": "er"}}], ["é", None, {"n": [["x"]]}],
    ],
)  # fmt: skip
def test_what_has_not_is_garbled(raw: object) -> None:
    with pytest.raises(Garbled):
        check(Row)(raw)


def test_a_refusal_survives_the_way() -> None:
    error = decode_error(json.loads(json.dumps(encode_error(BadDocument("It is broken.")))))
    assert (type(error), str(error)) == (BadDocument, "It is broken.")


def test_a_child_can_refuse_with_few_things_only_and_in_few_words() -> None:
    with pytest.raises(Garbled):
        decode_error(encode_error(DiskFull("no")))
    assert len(str(decode_error({"error": "Refused", "say": "x" * 10_000}))) == 1000
