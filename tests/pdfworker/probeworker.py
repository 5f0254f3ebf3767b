"""A real worker whose text of a page is what a probe found it can do.

The needle of a `Find` names the probe. It is as shut in as any worker: the
probes stand where MuPDF would be if a hostile PDF had taken it over.
"""

import ctypes
import os
import resource
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from paperdesk.domain.pages import Find, Match
from paperdesk.pdfworker.child import desk, main
from paperdesk.pdfworker.child.documents import OpenDocument


def call_clone() -> None:
    """Start a process as C does, past Python's own ways."""
    libc = ctypes.CDLL(None, use_errno=True)
    child = libc.fork()
    if child == 0:
        os._exit(0)
    if child < 0:
        raise OSError(ctypes.get_errno(), "fork")


def call_new() -> None:
    """Set up io_uring, through which files could be opened past the filter."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.syscall(425, 1, ctypes.create_string_buffer(120)) < 0:
        raise OSError(ctypes.get_errno(), "io_uring_setup")


def start_thread() -> None:
    thread = threading.Thread(target=lambda: None)
    thread.start()


PROBES: dict[str, Callable[[], Any]] = {
    "open a socket": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
    "open a socket of this machine": lambda: socket.socket(socket.AF_UNIX),
    "start a program": lambda: subprocess.run(["/bin/true"], check=True),
    "become a program": lambda: os.execv("/bin/true", ["true"]),
    "start a process": call_clone,
    "start a thread": start_thread,
    "use a new road": call_new,
    "read a file": lambda: Path("/etc/hostname").read_bytes(),
    "read its own memory": lambda: Path("/proc/self/mem").read_bytes(),
    "write a file": lambda: Path(sys.argv[1], "written").write_text("x"),
    "remove a file": lambda: Path(sys.argv[1], "kept").unlink(),
    "rename a file": lambda: Path(sys.argv[1], "kept").rename(Path(sys.argv[1], "moved")),
    "end another process": lambda: os.kill(os.getppid(), signal.SIGTERM),
    "limit another process": lambda: resource.prlimit(
        os.getppid(), resource.RLIMIT_NOFILE, (64, 64)
    ),
    "see nothing wrong": lambda: None,
}


def probe(document: OpenDocument, request: Find) -> tuple[Match, ...]:
    """One match if the probe was let through, none if it was refused.

    What a worker looks for before it is shut in is no probe.
    """
    if request.needle not in PROBES:
        return ()
    try:
        PROBES[request.needle]()
    except (PermissionError, RuntimeError):
        return ()
    return (Match(0, ()),)


if __name__ == "__main__":
    desk._ANSWERS[Find] = probe
    sys.exit(main([]))
