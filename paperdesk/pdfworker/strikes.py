"""Which pages have ended workers, so that they do not go on doing it."""

import threading
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from paperdesk.domain.errors import BadDocument
from paperdesk.domain.pages import Document, Inspect, Request
from paperdesk.pdfworker import sentences
from paperdesk.pdfworker.handing import Stamp, stamp

_OUT = 2


@dataclass(slots=True)
class _Record:
    stamp: Stamp
    strikes: Counter[tuple[str, object]] = field(default_factory=Counter)


class Strikes:
    """Counts, for each page and what was asked of it, the workers that ended.

    At two, it is refused without trying; a document that does so when it is
    opened is refused altogether. A file that has changed starts afresh.
    """

    def __init__(self) -> None:
        self._records: dict[Path, _Record] = {}
        self._lock = threading.Lock()

    def add(self, request: Request[Any]) -> None:
        """A worker ended over this request."""
        path = request.document.path
        now = stamp(path)
        with self._lock:
            record = self._records.get(path)
            if record is None or record.stamp != now:
                record = self._records[path] = _Record(now)
            record.strikes[_key(request)] += 1

    def check(self, request: Request[Any]) -> None:
        """Raise BadDocument if this request is not to be tried again."""
        path = request.document.path
        if path not in self._records:
            return
        now = stamp(path)
        with self._lock:
            record = self._records[path]
            if record.stamp != now:
                return
            strikes = max(record.strikes[_key(request)], record.strikes[_OPENING])
        if strikes >= _OUT:
            raise BadDocument(sentences.quarantined(request))

    def forgive(self, document: Document, page: int | None) -> None:
        """Try again what was asked of a page; without one, all of the document."""
        with self._lock:
            record = self._records.get(document.path)
            if record is None:
                return
            for key in list(record.strikes):
                if page is None or key in (_OPENING, (key[0], page)):
                    del record.strikes[key]


def _key(request: Request[Any]) -> tuple[str, object]:
    where = getattr(request, "page", getattr(request, "first", None))
    return type(request).__name__, where


_OPENING = (Inspect.__name__, None)
