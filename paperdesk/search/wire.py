"""What the window and the index process say to each other: JSON, one line each."""

import json
from dataclasses import asdict
from typing import Any

from paperdesk.domain.hit import Answer, Hit, HitKind
from paperdesk.domain.paper import PaperId

Message = dict[str, Any]


def line(message: Message) -> bytes:
    """A message as it is sent."""
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def message(received: bytes) -> Message:
    """A line as it was meant."""
    read: Message = json.loads(received)
    return read


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
