"""Requests and answers as JSON, and back with every type checked.

What a worker answers is taken apart by checks built from the very types that
the domain declares, so that an answer of the wrong shape is `Garbled` and never
reaches a room.
"""

import dataclasses
import os
from collections.abc import Callable
from enum import Enum
from functools import partial
from pathlib import Path
from types import GenericAlias
from typing import Any, get_args, get_origin, get_type_hints

from paperdesk.domain.annotation import Annotate, Annotations, Appendix, FileMark
from paperdesk.domain.dress import Dress
from paperdesk.domain.errors import BadDocument, Locked, NotFound, PaperDeskError, Refused
from paperdesk.domain.extent import Extent, Extents
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
from paperdesk.pdfworker.wire import Garbled

Check = Callable[[Any], Any]

_FURTHEST = 1e9
"""No coordinate or count is larger; an infinity, or a lie, would be."""


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


def encode_error(error: PaperDeskError) -> dict[str, str]:
    """A refusal as JSON."""
    return {"error": type(error).__name__, "say": str(error)}


def decode_answer(request: Request[Any], message: object) -> Any:
    """The answer to a request, checked; raises what the worker refused with."""
    if not isinstance(message, dict):
        raise Garbled("not an answer")
    if "error" in message:
        raise _decode_error(message)
    return _ANSWERS[type(request)](message.get("answer"))


def _decode_error(message: dict[str, object]) -> PaperDeskError:
    kind = _ERRORS.get(_text(message.get("error")))
    if kind is None:
        raise Garbled("an unknown error")
    return kind(_text(message.get("say"))[:1000])


def _check(kind: Any) -> Check:
    """The check for a type: plain, a tuple of types, or a dataclass."""
    if get_origin(kind) is tuple:
        return _tuple_check(get_args(kind))
    if dataclasses.is_dataclass(kind):
        return _record_check(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return partial(_choice, kind)
    return _PLAIN[kind]


def _tuple_check(kinds: tuple[Any, ...]) -> Check:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        check = _check(kinds[0])
        return lambda raw: tuple([check(item) for item in _list(raw)])
    checks = [_check(kind) for kind in kinds]
    return lambda raw: tuple(_each(checks, raw))


def _record_check(kind: Any) -> Check:
    hints = get_type_hints(kind)
    checks = [_check(hints[field.name]) for field in dataclasses.fields(kind)]
    return lambda raw: kind(*_each(checks, raw))


def _each(checks: list[Check], raw: object) -> list[Any]:
    items = _list(raw)
    if len(items) != len(checks):
        raise Garbled("a record of the wrong length")
    return [check(item) for check, item in zip(checks, items, strict=True)]


def _list(raw: object) -> list[Any]:
    if not isinstance(raw, list):
        raise Garbled("no list")
    return raw


def _text(raw: object) -> str:
    if not isinstance(raw, str):
        raise Garbled("no text")
    if raw.isascii():
        return raw
    # Half a surrogate pair would break whoever writes it to a file later.
    return raw.encode("utf-8", "replace").decode("utf-8")


def _whole(raw: object) -> int:
    if type(raw) is not int or not -_FURTHEST < raw < _FURTHEST:
        raise Garbled("no whole number")
    return raw


def _number(raw: object) -> float:
    if isinstance(raw, float) and -_FURTHEST < raw < _FURTHEST:
        return raw
    return float(_whole(raw))


def _choice(kind: type[Enum], raw: object) -> Enum:
    try:
        return kind(raw)
    except ValueError as error:
        raise Garbled("none of the choices") from error


def _flag(raw: object) -> bool:
    if not isinstance(raw, bool):
        raise Garbled("neither true nor false")
    return raw


_PLAIN: dict[Any, Check] = {str: _text, int: _whole, float: _number, bool: _flag}

_ERRORS = {kind.__name__: kind for kind in (BadDocument, Locked, NotFound, Refused)}

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
}

_READ_OFF = _check(GenericAlias(tuple, (ReadOff, ...)))
_MARKS = _check(GenericAlias(tuple, (FileMark, ...)))
_REQUESTS = {kind.__name__: kind for kind in _KINDS}
_ANSWERS = {kind: _check(answer) for kind, answer in _KINDS.items()}
