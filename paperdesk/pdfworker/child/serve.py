"""The life of a worker: take the limits, answer until the pool hangs up."""

import codecs
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from paperdesk.children import life
from paperdesk.children.cage import shut_in
from paperdesk.children.checks import encode_error
from paperdesk.children.wire import Wire
from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.pages import Document
from paperdesk.pdfworker.child.desk import Desk
from paperdesk.pdfworker.child.rehearsal import rehearse
from paperdesk.pdfworker.codec import decode_request
from paperdesk.pdfworker.handing import WANTS_FILE
from paperdesk.pdfworker.limits import Limits

_CODECS = ("ascii", "latin-1", "raw-unicode-escape", "unicode-escape", "utf-16-be", "utf-16")
"""What PyMuPDF reads text with; Python imports each when it is first used."""


def main(argv: Sequence[str]) -> int:
    """Serve the pool at the other end of standard input until it hangs up."""
    return life.main(argv, serve)


def serve(wire: Wire) -> None:
    """Answer request after request; ends by raising Gone."""
    limits = Limits(**wire.receive().value["limits"])
    life.confine(limits.memory)
    for codec in _CODECS:
        codecs.lookup(codec)
    rehearse(limits)
    desk = Desk(limits, lambda _: _fetch(wire, limits, desk))
    wire.send({"ready": os.getpid(), "fences": shut_in()})
    while True:
        frame = wire.receive()
        if "forget" in frame.value:
            path, password = frame.value["forget"]
            desk.forget(Document(Path(path), password))
            continue
        life.allow_seconds(limits.seconds)
        life.allow_memory(limits.memory + desk.mapped)
        try:
            _answer(wire, desk, frame.value, frame.descriptor)
        finally:
            if frame.descriptor is not None:
                os.close(frame.descriptor)


def _fetch(wire: Wire, limits: Limits, desk: Desk) -> int:
    """Have the pool hand over the file of the document that it asks about."""
    wire.send(WANTS_FILE)
    frame = wire.receive()
    if frame.descriptor is None:
        fault = int(frame.value["errno"])
        raise OSError(fault, os.strerror(fault))
    size = os.fstat(frame.descriptor).st_size
    life.allow_memory(limits.memory + desk.mapped + size)
    return frame.descriptor


def _answer(wire: Wire, desk: Desk, message: dict[str, Any], memory: int | None) -> None:
    try:
        answer, own = desk.answer(decode_request(message), memory)
    except PaperDeskError as error:
        wire.send(encode_error(error))
        return
    wire.send({"answer": answer}, own)
    if own is not None:
        os.close(own)
