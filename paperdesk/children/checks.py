"""What of a child's answer is believed: JSON with every type checked.

A child meets hostile files, and may be theirs in the end. What it answers is
taken apart by checks built from the very types that the domain declares, so
that an answer of the wrong shape is `Garbled` and never reaches a room.
"""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import partial
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from paperdesk.children.wire import Garbled
from paperdesk.domain.errors import BadDocument, Locked, NotFound, PaperDeskError, Refused

Check = Callable[[Any], Any]

_FURTHEST = 1e9
"""No coordinate or count is larger; an infinity, or a lie, would be."""

_ERRORS = {kind.__name__: kind for kind in (BadDocument, Locked, NotFound, Refused)}


def encode_error(error: PaperDeskError) -> dict[str, str]:
    """A refusal as JSON."""
    return {"error": type(error).__name__, "say": str(error)}


def decode_error(message: Mapping[str, object]) -> PaperDeskError:
    """What a child refused with; its sentence is cut where none is so long."""
    kind = _ERRORS.get(_text(message.get("error")))
    if kind is None:
        raise Garbled("an unknown error")
    return kind(_text(message.get("say"))[:1000])


def check(kind: Any) -> Check:
    """The check for a type: plain, a tuple of types, a dataclass, or one of these or None."""
    if get_origin(kind) is UnionType:
        (some,) = (check(one) for one in get_args(kind) if one is not NoneType)
        return lambda raw: None if raw is None else some(raw)
    if get_origin(kind) is tuple:
        return _tuple_check(get_args(kind))
    if dataclasses.is_dataclass(kind):
        return _record_check(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return partial(_choice, kind)
    return _PLAIN[kind]


def _tuple_check(kinds: tuple[Any, ...]) -> Check:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        each = check(kinds[0])
        return lambda raw: tuple([each(item) for item in _list(raw)])
    checks = [check(kind) for kind in kinds]
    return lambda raw: tuple(_each(checks, raw))


def _record_check(kind: Any) -> Check:
    hints = get_type_hints(kind)
    checks = [check(hints[field.name]) for field in dataclasses.fields(kind)]
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


def _day(raw: object) -> date:
    try:
        return date.fromisoformat(_text(raw))
    except ValueError as error:
        raise Garbled("no day") from error


def _said(raw: object) -> dict[str, object]:
    """Texts and lists of texts under their names."""
    if not isinstance(raw, dict):
        raise Garbled("no names")
    return {_text(name): _texts(one) for name, one in raw.items()}


def _texts(raw: object) -> object:
    return [_text(one) for one in raw] if isinstance(raw, list) else _text(raw)


_PLAIN: dict[Any, Check] = {
    str: _text,
    int: _whole,
    float: _number,
    bool: _flag,
    date: _day,
    dict[str, object]: _said,
}
