"""What the program says of itself, in a file that stays small and tells no secret."""

import contextlib
import logging
import logging.handlers
import os
import re
import sys
from pathlib import Path

_SECRET = re.compile(
    r"(?i)((?:authorization|password|token|api[-_]?key|secret)\W{1,4}(?:bearer\s+)?)[^\s&\"']+"
)


class Redacted(logging.Formatter):
    """Writes a line with passwords and tokens struck out."""

    def format(self, record: logging.LogRecord) -> str:
        """One record as text, traceback included."""
        return _SECRET.sub(r"\1…", super().format(record))


class _Quiet(logging.handlers.RotatingFileHandler):
    """A log that, on a disk which takes no more, goes without a line rather than complain."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Leave the line out, unless the fault is in the line itself."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)


def start(folder: Path) -> None:
    """Send the program's log to a file of at most 1 MB, with one before it.

    Where none can be written there is none: the library may still be read.
    """
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK):
        logging.getLogger("paperdesk").addHandler(logging.NullHandler())
        return
    handler = _Quiet(
        folder / "paperdesk.log", maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(Redacted("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("paperdesk")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
