"""What was found out about whole PDFs, kept on disk: a book opens as soon as a letter.

*Why only `Inspect`:* the sizes and the contents of 400 pages take 20 ms, must be
known before the first page shows, and stay true while the file stays as it is.
"""

import contextlib
import json
import os
from hashlib import sha256
from pathlib import Path
from typing import Any

from paperdesk.children.wire import Garbled
from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.pages import DocumentInfo, Inspect, Request
from paperdesk.pdfworker.codec import decode_answer
from paperdesk.pdfworker.handing import NOT_THERE, stamp


class Kept:
    """Answers as the workers sent them, a small file each; safe to delete.

    Nothing is kept of a file that wants a password: its contents are not for others.
    """

    def __init__(self, folder: Path | None) -> None:
        """Without a folder, nothing is kept."""
        self._folder = folder

    def recall(self, request: Request[Any]) -> DocumentInfo | None:
        """The answer to a request, if it was given before and the file is still the same."""
        file = self._file(request)
        if file is None:
            return None
        try:
            info = decode_answer(request, json.loads(file.read_bytes()))
        except (OSError, ValueError, Garbled, PaperDeskError):
            return None
        return info if isinstance(info, DocumentInfo) else None

    def keep(self, request: Request[Any], message: object) -> None:
        """Write down what a worker sent; where that cannot be, it is asked for again, no more."""
        file = self._file(request)
        if file is None:
            return
        partial = file.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            partial.write_text(json.dumps(message, separators=(",", ":")), "ascii")
            partial.replace(file)

    def _file(self, request: Request[Any]) -> Path | None:
        document = request.document
        if self._folder is None or not isinstance(request, Inspect) or document.password:
            return None
        now = stamp(document.path)
        if now == NOT_THERE:
            return None
        name = f"{document.path}\n{now}".encode("utf-8", "surrogateescape")
        return self._folder / f"{sha256(name).hexdigest()}.json"
