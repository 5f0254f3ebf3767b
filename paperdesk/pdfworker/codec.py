"""Requests and answers as JSON, and back with every type checked.

What a worker answers is taken apart by checks built from the very types that
the domain declares, so that an answer of the wrong shape is `Garbled` and never
reaches a room.
"""

import dataclasses
import os
from pathlib import Path
from types import GenericAlias
from typing import Any

from paperdesk.children.checks import check, decode_error
from paperdesk.children.wire import Garbled
from paperdesk.domain.annotation import Annotate, Annotations, Appendix, FileMark
from paperdesk.domain.dress import Dress
from paperdesk.domain.extent import Extent, Extents
from paperdesk.domain.imprint import AskImprint, Imprint
from paperdesk.domain.pages import (
    Document,
    DocumentInfo,
    Find,
    Headlines,
    Inspect,
    Link,
    Links,
    Match,
    Render,
    Request,
    Setting,
    Text,
    Word,
    Words,
)
from paperdesk.domain.scan import Pictured, ReadOff, Underlay
from paperdesk.domain.typed import PagePrint, Print
from paperdesk.domain.wordcount import Count, PageCount


@dataclasses.dataclass(frozen=True, slots=True)
class Shape:
    """A picture as a worker announces it.

    `offered`: it stands in the memory that came with the request; otherwise
    new memory comes with the answer.
    """

    width: int
    height: int
    stride: int
    offered: bool

    @property
    def size(self) -> int:
        """How many bytes the pixels take."""
        return self.stride * self.height


def encode_request(request: Request[Any]) -> dict[str, object]:
    """A request as JSON."""
    fields = {field.name: getattr(request, field.name) for field in dataclasses.fields(request)}
    fields["document"] = [os.fspath(request.document.path), request.document.password]
    return {"ask": type(request).__name__, **fields}


def decode_request(message: dict[str, Any]) -> Request[Any]:
    """A request from JSON; in the worker, which trusts the pool."""
    fields = dict(message)
    kind = _REQUESTS[fields.pop("ask")]
    path, password = fields.pop("document")
    if fields.get("clip") is not None:
        fields["clip"] = tuple(fields["clip"])
    if fields.get("dress") is not None:
        fields["dress"] = Dress(*fields["dress"])
    if "marks" in fields:
        fields["marks"] = _MARKS(fields["marks"])
    if "pages" in fields:
        fields["pages"] = _READ_OFF(fields["pages"])
    return kind(Document(Path(path), password), **fields)


def decode_answer(request: Request[Any], message: object) -> Any:
    """The answer to a request, checked; raises what the worker refused with."""
    if not isinstance(message, dict):
        raise Garbled("not an answer")
    if "error" in message:
        raise decode_error(message)
    return _ANSWERS[type(request)](message.get("answer"))


_KINDS: dict[type[Request[Any]], Any] = {
    Inspect: DocumentInfo,
    Words: GenericAlias(tuple, (Word, ...)),
    Text: str,
    Links: GenericAlias(tuple, (Link, ...)),
    Find: GenericAlias(tuple, (Match, ...)),
    Headlines: GenericAlias(tuple, (Setting, ...)),
    Render: Shape,
    Extents: Extent,
    Annotations: GenericAlias(tuple, (FileMark, ...)),
    Annotate: Appendix,
    Pictured: bool,
    Underlay: Appendix,
    Print: PagePrint,
    Count: GenericAlias(tuple, (PageCount, ...)),
    AskImprint: Imprint,
}

_READ_OFF = check(GenericAlias(tuple, (ReadOff, ...)))
_MARKS = check(GenericAlias(tuple, (FileMark, ...)))
_REQUESTS = {kind.__name__: kind for kind in _KINDS}
_ANSWERS = {kind: check(answer) for kind, answer in _KINDS.items()}
