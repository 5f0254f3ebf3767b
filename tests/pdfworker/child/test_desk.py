"""The desk: each request is met, and running out of memory is survived."""

from collections.abc import Callable
from typing import Any

import pytest

from paperdesk.domain.errors import BadDocument, Refused
from paperdesk.domain.pages import Document, DocumentInfo, Find, Inspect, Links, Text, Words
from paperdesk.pdfworker.child import reading
from paperdesk.pdfworker.child.desk import Desk
from paperdesk.pdfworker.limits import Limits

MakePdf = Callable[..., Document]


def test_each_request_is_met(make_pdf: MakePdf) -> None:
    desk, document = Desk(Limits()), make_pdf("alpha")
    assert isinstance(desk.answer(Inspect(document))[0], DocumentInfo)
    assert len(desk.answer(Words(document, 0))[0]) == 1  # type: ignore[arg-type]
    assert desk.answer(Text(document, 0)) == ("alpha", None)
    assert desk.answer(Links(document, 0)) == ((), None)
    assert len(desk.answer(Find(document, "alpha", 0, 0))[0]) == 1  # type: ignore[arg-type]


def test_a_page_that_is_not_there_is_a_sentence(make_pdf: MakePdf) -> None:
    with pytest.raises(BadDocument, match="The text of page 10 could not be read"):
        Desk(Limits()).answer(Text(make_pdf("alpha"), 9))


def running_out(times: int) -> Callable[..., Any]:
    """A stand-in for reading text that runs out of memory so many times."""
    left = [times]

    def text(*_: object) -> str:
        if left[0]:
            left[0] -= 1
            raise MemoryError
        return "text"

    return text


def test_running_out_of_memory_once_is_not_noticed(
    make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "text", running_out(1))
    assert Desk(Limits()).answer(Text(make_pdf("alpha"), 0)) == ("text", None)


def test_running_out_of_memory_again_is_a_sentence(
    make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "text", running_out(2))
    desk, document = Desk(Limits()), make_pdf("alpha")
    with pytest.raises(Refused, match="page 1 could not be read: it needs too much memory"):
        desk.answer(Text(document, 0))
    assert desk.answer(Text(document, 0)) == ("text", None)


def test_forgetting_closes_the_file(make_pdf: MakePdf) -> None:
    desk, document = Desk(Limits()), make_pdf("alpha")
    desk.answer(Inspect(document))
    desk.forget(document)
    assert desk.answer(Inspect(document))
