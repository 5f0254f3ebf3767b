"""What happens when a bug is met: it is written down, said in a sentence, survived."""

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

_log = logging.getLogger("paperdesk.crash")


class Watch:
    """Takes the exceptions that nobody caught, on every thread."""

    def __init__(self, logs: Path, say: Callable[[str], None]) -> None:
        """`say` shows a sentence; it is called on the thread that met the bug."""
        self._sentence = (
            "Something in PaperDesk went wrong and was stopped; what you did before is kept. "
            f"What it was stands in {logs / 'paperdesk.log'}."
        )
        self._say = say

    def install(self) -> None:
        """Watch from here on."""
        sys.excepthook = self.caught
        threading.excepthook = lambda met: self.caught(
            met.exc_type, met.exc_value, met.exc_traceback
        )

    def caught(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Write a bug down and say so."""
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        _log.error("A bug was met", exc_info=(kind, error or kind(), trace))
        self._say(self._sentence)
