"""The life of a worker: take the limits, answer until the pool hangs up."""

import codecs
import contextlib
import math
import os
import resource
import signal
import socket
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.pages import Document
from paperdesk.pdfworker.child.cage import shut_in
from paperdesk.pdfworker.child.desk import Desk
from paperdesk.pdfworker.child.rehearsal import rehearse
from paperdesk.pdfworker.codec import decode_request, encode_error
from paperdesk.pdfworker.limits import Limits
from paperdesk.pdfworker.wire import WANTS_FILE, Gone, Wire

_CODECS = ("ascii", "latin-1", "raw-unicode-escape", "unicode-escape", "utf-16-be", "utf-16")
"""What PyMuPDF reads text with; Python imports each when it is first used."""

_GRACE = 10
"""Seconds of processor time beyond the pool's patience; they only matter to a
worker that hangs after its pool has gone."""


def main(argv: Sequence[str]) -> int:
    """Serve the pool at the other end of standard input until it hangs up."""
    if argv or not _is_socket(0):
        sys.stderr.write("This is a part of PaperDesk that only PaperDesk can start.\n")
        return 2
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(Gone):
        serve(Wire(_take_standard_input()))
    return 0


def serve(wire: Wire) -> None:
    """Answer request after request; ends by raising Gone."""
    limits = Limits(**wire.receive().value["limits"])
    _confine(limits)
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
        _allow_seconds(limits.seconds)
        _allow_memory(limits.memory + desk.mapped)
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
    _allow_memory(limits.memory + desk.mapped + size)
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


def _is_socket(descriptor: int) -> bool:
    return stat.S_ISSOCK(os.fstat(descriptor).st_mode)


def _take_standard_input() -> socket.socket:
    """The line to the pool; what a library prints goes nowhere from now on."""
    line = socket.socket(fileno=os.dup(0))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)
    return line


def _confine(limits: Limits) -> None:
    """No more memory than allowed, no core dumps, and first to go if it is short."""
    _allow_memory(limits.memory)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("500", encoding="ascii")


def _allow_memory(size: int) -> None:
    """Allow so much address space: files that are mapped come on top of the rest."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    allowed = size if most == resource.RLIM_INFINITY else min(size, most)
    resource.setrlimit(resource.RLIMIT_AS, (allowed, most))


def _allow_seconds(seconds: float) -> None:
    """Allow a little more processor time than the pool will wait for."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    allowed = math.ceil(used.ru_utime + used.ru_stime + seconds) + _GRACE
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    if most == resource.RLIM_INFINITY or allowed < most:
        resource.setrlimit(resource.RLIMIT_CPU, (allowed, most))
