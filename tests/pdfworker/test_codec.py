"""Requests and answers survive the way; answers of the wrong shape do not."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from paperdesk.children.checks import encode_error
from paperdesk.children.wire import Garbled, fields
from paperdesk.domain.dress import SEPIA
from paperdesk.domain.errors import Locked
from paperdesk.domain.pages import (
    Document,
    DocumentInfo,
    Find,
    Headlines,
    Inspect,
    Line,
    Link,
    Links,
    Match,
    OutlineItem,
    PageSize,
    Render,
    Request,
    Setting,
    Text,
    Word,
    Words,
)
from paperdesk.domain.typed import PagePrint, Print, PrintLine, Run
from paperdesk.pdfworker.codec import (
    Shape,
    decode_answer,
    decode_request,
    encode_request,
)

PAPER = Document(Path("/papers/ünï.pdf"), "geheim")
BOX = (1.0, 2.0, 3.0, 4.0)

ANSWERS: list[tuple[Request[Any], Any]] = [
    (Inspect(PAPER), DocumentInfo((PageSize(1.0, 2.0, "iv"),), (OutlineItem(1, "A", 0, 3.0),))),
    (Words(PAPER, 0), (Word(BOX, "word", 0, 1),)),
    (Text(PAPER, 3), "text"),
    (Links(PAPER, 0), (Link(BOX, 3, 7.0), Link(BOX, uri="https://example.org"))),
    (
        Headlines(PAPER, 0, 3),
        (Setting(2, 10.0, 900, (Line("1 A", BOX, 12.0, bold=True, apart=False, heads=True),)),),
    ),
    (Find(PAPER, "x", 0, 9), (Match(4, (BOX, BOX)),)),
    (
        Print(PAPER, 0),
        PagePrint(
            (PrintLine(BOX, 10.0, (Run("a", 1, 0),)),), (BOX,), (BOX, BOX), (Link(BOX, 3, 7.0),)
        ),
    ),
    (Render(PAPER, 0, 2.0), Shape(10, 20, 30, offered=True)),
]

LIES: list[tuple[Request[Any], object]] = [
    (Text(PAPER, 0), 7),
    (Text(PAPER, 0), None),
    (Words(PAPER, 0), "words"),
    (Words(PAPER, 0), [[[1, 2, 3], "three corners", 0, 0]]),
    (Words(PAPER, 0), [[[1, 2, 3, 1e300], "far away", 0, 0]]),
    (Words(PAPER, 0), [[[1, 2, 3, True], "no number", 0, 0]]),
    (Words(PAPER, 0), [[[1, 2, 3, 4], "too short", 0]]),
    (Find(PAPER, "x", 0, 0), [[0.5, []]]),
    (Headlines(PAPER, 0, 0), [[0, 10.0, 9, [["1 A", [0, 0, 1, 1], 9.0, 1, False, False]]]]),
    (Find(PAPER, "x", 0, 0), [[10**400, []]]),
    (Render(PAPER, 0, 1.0), [1, 1, 3, "yes"]),
    (Inspect(PAPER), {"pages": []}),
]


@pytest.mark.parametrize(
    "request_",
    [
        *(request for request, _ in ANSWERS),
        Render(PAPER, 1, 1.5, BOX),
        Render(PAPER, 0, 1.0, dress=SEPIA),
    ],
    ids=lambda request: type(request).__name__,
)
def test_a_request_survives_the_way(request_: Request[Any]) -> None:
    assert (
        decode_request(json.loads(json.dumps(encode_request(request_), default=fields))) == request_
    )


def test_a_file_name_that_is_no_text_survives_the_way() -> None:
    request = Text(Document(Path(os.fsdecode(b"/papers/\xff.pdf"))), 0)
    assert decode_request(json.loads(json.dumps(encode_request(request)))) == request


@pytest.mark.parametrize(("request_", "answer"), ANSWERS, ids=lambda it: type(it).__name__)
def test_an_answer_survives_the_way(request_: Request[Any], answer: object) -> None:
    message = json.loads(json.dumps({"answer": answer}, default=fields))
    assert decode_answer(request_, message) == answer


@pytest.mark.parametrize(("request_", "lie"), LIES)
def test_an_answer_of_the_wrong_shape_is_garbled(request_: Request[Any], lie: object) -> None:
    with pytest.raises(Garbled):
        decode_answer(request_, {"answer": lie})


@pytest.mark.parametrize(
    "message", [None, [], {}, {"error": "SystemExit", "say": "x"}, {"error": "Locked"}]
)
def test_what_is_no_answer_is_garbled(message: object) -> None:
    with pytest.raises(Garbled):
        decode_answer(Text(PAPER, 0), message)


def test_a_refusal_is_raised_as_what_it_was() -> None:
    with pytest.raises(Locked, match="Type its password"):
        decode_answer(Text(PAPER, 0), encode_error(Locked("Type its password")))


def test_half_a_surrogate_pair_does_not_get_in() -> None:
    assert decode_answer(Text(PAPER, 0), {"answer": "a\ud800b"}) == "a?b"
