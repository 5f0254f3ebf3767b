"""What a worker is handed in place of the names of files: descriptors.

*Why:* a worker that a hostile PDF has taken over could read whatever its user
can; so it may open nothing (`children.cage`), and an open file it can only read.
"""

import errno
import os
import stat
from pathlib import Path

Stamp = tuple[int, int]
"""When a file was changed, and its size: it is another one when these are."""

WANTS_FILE = {"wants": "file"}
"""What a worker sends in the midst of a request, to be handed the document's file."""

NOT_THERE: Stamp = (0, 0)


def open_to_read(path: Path) -> int:
    """The descriptor of a file; OSError for what is none, such as a folder or a pipe."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return descriptor
    os.close(descriptor)
    fault = errno.EISDIR if stat.S_ISDIR(mode) else errno.ENOTSUP
    raise OSError(fault, os.strerror(fault), str(path))


def stamp(path: Path) -> Stamp:
    """How a file looks from outside; `NOT_THERE` if it is not."""
    try:
        status = path.stat()
    except OSError:
        return NOT_THERE
    return status.st_mtime_ns, status.st_size
