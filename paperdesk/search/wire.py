"""What the window and the index process say to each other: JSON, one line each."""

import json
from array import array
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, TypeAlias

from paperdesk.domain.hit import Answer, Hit, HitKind
from paperdesk.domain.paper import PaperId
from paperdesk.domain.query import Term

Ids: TypeAlias = "array[int]"
Message = dict[str, Any]


def line(message: Message) -> bytes:
    """A message as it is sent."""
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def message(received: bytes) -> Message:
    """A line as it was meant."""
    read: Message = json.loads(received)
    return read


def asked(terms: Sequence[Term]) -> list[list[Any]]:
    """Conditions about words as a message."""
    return [[term.value, term.field, term.phrase, term.prefix] for term in terms]


def terms(read: list[list[Any]]) -> list[Term]:
    """Conditions about words out of a message."""
    return [Term(*parts) for parts in read]


def packed(papers: Sequence[Ids] | None) -> list[str] | None:
    """Lists of papers as a message; None where nobody knows."""
    return None if papers is None else [b64encode(one.tobytes()).decode() for one in papers]


def unpacked(read: list[str] | None) -> list[Ids] | None:
    """Lists of papers out of a message."""
    return None if read is None else [array("q", b64decode(one)) for one in read]


def told(answer: Answer) -> Message:
    """An answer as a message."""
    return asdict(answer)


def answer(read: Message) -> Answer:
    """An answer out of a message."""
    hits = tuple(_hit(hit) for hit in read["hits"])
    return Answer(hits, tuple(read["terms"]), read["waiting"], read["relaxed"], read["fault"])


def _hit(read: Message) -> Hit:
    return Hit(
        **{
            **read,
            "kind": HitKind(read["kind"]),
            "paper": PaperId(read["paper"]),
            "marks": _ranges(read["marks"]),
            "title_marks": _ranges(read["title_marks"]),
        }
    )


def _ranges(read: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in read)
