"""Marks of the file are values that a worker can send."""

from pathlib import Path

from paperdesk.children.wire import fields
from paperdesk.domain.annotation import Annotations, FileMark
from paperdesk.domain.note import Kind
from paperdesk.domain.pages import Document
from paperdesk.pdfworker.codec import decode_answer, decode_request, encode_request

MARK = FileMark(
    3, "nm", Kind.INK, ((1.0, 2.0, 3.0, 4.0),), (((1.0, 2.0), (3.0, 4.0)),), (1.0, 0.5, 0.0),
    "", "mine", "Ada", "2026-01-02T03:04:05+00:00", ("one", "two"),
)  # fmt: skip


def as_json(value: object) -> object:
    if isinstance(value, tuple):
        return [as_json(each) for each in value]
    return value


def test_a_mark_of_the_file_survives_the_way() -> None:
    request = Annotations(Document(Path("/a.pdf")), 0, 9)
    assert decode_request(encode_request(request)) == request
    raw = [[as_json(each) for each in fields(MARK)]]
    assert decode_answer(request, {"answer": raw}) == (MARK,)
