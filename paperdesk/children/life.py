"""How a child process begins: it takes the line to its parent, and gives up the rest."""

import contextlib
import math
import os
import resource
import signal
import socket
import stat
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from paperdesk.children.wire import Gone, Wire

_GRACE = 10
"""Seconds of processor time beyond the parent's patience; they only matter to a
child that hangs after its parent has gone."""


def main(argv: Sequence[str], serve: Callable[[Wire], None]) -> int:
    """Serve the parent at the other end of standard input until it hangs up."""
    if argv or not stat.S_ISSOCK(os.fstat(0).st_mode):
        sys.stderr.write("This is a part of PaperDesk that only PaperDesk can start.\n")
        return 2
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(Gone):
        serve(Wire(_take_standard_input()))
    return 0


def confine(memory: int) -> None:
    """No more memory than allowed, no core dumps, and first to go if it is short."""
    allow_memory(memory)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("500", encoding="ascii")


def allow_memory(size: int) -> None:
    """Allow so much address space: files that are mapped come on top of the rest."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    allowed = size if most == resource.RLIM_INFINITY else min(size, most)
    resource.setrlimit(resource.RLIMIT_AS, (allowed, most))


def allow_seconds(seconds: float) -> None:
    """Allow a little more processor time than the parent will wait for."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    allowed = math.ceil(used.ru_utime + used.ru_stime + seconds) + _GRACE
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    if most == resource.RLIM_INFINITY or allowed < most:
        resource.setrlimit(resource.RLIMIT_CPU, (allowed, most))


def _take_standard_input() -> socket.socket:
    """The line to the parent; what a library prints goes nowhere from now on."""
    line = socket.socket(fileno=os.dup(0))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)
    return line
