"""What the program says of itself, in a file that stays small and tells no secret."""

import contextlib
import logging
import logging.handlers
import os
import re
from pathlib import Path

_SECRET = re.compile(
    r"(?i)((?:authorization|password|token|api[-_]?key|secret)\W{1,4}(?:bearer\s+)?)[^\s&\"']+"
)


class Redacted(logging.Formatter):
    """Writes a line with passwords and tokens struck out."""

    def format(self, record: logging.LogRecord) -> str:
        """One record as text, traceback included."""
        return _SECRET.sub(r"\1…", super().format(record))


def start(folder: Path) -> None:
    """Send the program's log to a file of at most 1 MB, with one before it.

    Where none can be written there is none: the library may still be read.
    """
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK):
        logging.getLogger("paperdesk").addHandler(logging.NullHandler())
        return
    handler = logging.handlers.RotatingFileHandler(
        folder / "paperdesk.log", maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(Redacted("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("paperdesk")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
