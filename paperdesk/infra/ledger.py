"""What was asked of the network, a line for each request, in a file that stays small.

Nothing secret gets in: of an address, only what is known to be harmless is kept.
"""

from __future__ import annotations

import contextlib
import json
import re
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qsl, quote, urlsplit

from paperdesk.domain.errors import Cancelled, PaperDeskError
from paperdesk.domain.exchange import Exchange
from paperdesk.infra import answers
from paperdesk.infra.answers import Again, Answer, Lost
from paperdesk.infra.jobs import Job

CAP = 1_000_000
"""Bytes after which a new file is begun; the one before it is kept."""

MOST = 2_000
"""Exchanges that are read, the last ones."""

_NAMES = """
    cat date id_list limit max_results month n p page q search_query sort sortby sortorder
    start submitter week year
"""
HARMLESS = frozenset(_NAMES.split())
"""Names of what follows the ? of an address whose values say nothing of who asks."""

STRUCK = "…"
_OPAQUE = re.compile(r"(?=[^/]*\d)(?=[^/]*[A-Za-z])[A-Za-z0-9_=+~-]{20,}")
"""What stands in a path like a key: long, of letters and digits."""


@dataclass(slots=True)
class Record:
    """An exchange under way."""

    exchange: Exchange

    def counted(self, answer: Answer) -> Answer:
        """The same answer, which is counted as it is read."""
        self.exchange = replace(self.exchange, status=answer.status)
        return Answer(answer.status, answer.headers, self._pieces(answer))

    def _pieces(self, answer: Answer) -> Iterator[bytes]:
        for piece in answer.chunks:
            self.exchange = replace(self.exchange, size=self.exchange.size + len(piece))
            yield piece


class Ledger:
    """The record of all exchanges of a library; without a file, of none.

    *Why a lock here:* several threads ask at a time, and one file is changed
    for the next by one of them only.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._writing = threading.Lock()

    @contextlib.contextmanager
    def asking(self, job: Job, url: str, *, conditional: bool) -> Iterator[Record]:
        """Note what becomes of a request within the block."""
        began = time.monotonic()
        at = datetime.now(UTC)
        first = Exchange(at, job.title, job.why, harmless(url), conditional=conditional)
        record, error = Record(first), ""
        try:
            yield record
        except (PaperDeskError, Lost, Again) as raised:
            error = _said(raised, url)
            raise
        finally:
            took = time.monotonic() - began
            self._note(replace(record.exchange, seconds=round(took, 3), error=error))

    def exchanges(self) -> tuple[Exchange, ...]:
        """What was asked, the newest first."""
        lines = [line for path in self._files() for line in _lines(path)]
        read = (_read(line) for line in reversed(lines))
        return tuple(one for one in read if one is not None)[:MOST]

    def clear(self) -> None:
        """Forget all of it."""
        with self._writing:
            for path in self._files():
                path.unlink(missing_ok=True)

    def _files(self) -> tuple[Path, ...]:
        """The older file and the newer one."""
        if self._path is None:
            return ()
        return (self._path.with_suffix(".1.jsonl"), self._path)

    def _note(self, exchange: Exchange) -> None:
        """Write a line; where none can be written there is none."""
        if self._path is None:
            return
        older, newer = self._files()
        row = {**asdict(exchange), "at": exchange.at.isoformat()}
        line = json.dumps(row, ensure_ascii=False) + "\n"
        with self._writing, contextlib.suppress(OSError):
            newer.parent.mkdir(parents=True, exist_ok=True)
            if newer.is_file() and newer.stat().st_size > CAP:
                newer.replace(older)
            with newer.open("a", encoding="utf-8", errors="replace") as file:
                file.write(line)


def harmless(url: str) -> str:
    """An address without what may be a secret: who asks, keys, unknown parameters."""
    try:
        parts = urlsplit(url)
        place = parts.hostname or ""
        place = f"[{place}]" if ":" in place else place
        place = f"{place}:{parts.port}" if parts.port else place
        asked = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return STRUCK
    path = _OPAQUE.sub(STRUCK, parts.path)
    query = "&".join(f"{quote(name, safe='')}={_shown(name, value)}" for name, value in asked)
    return f"{parts.scheme}://{place}{path}" + (f"?{query}" if query else "")


def _shown(name: str, value: str) -> str:
    known = name.lower() in HARMLESS and not _OPAQUE.search(value)
    return quote(value, safe=" ,:*") if known else STRUCK


def _said(raised: PaperDeskError | Lost | Again, url: str) -> str:
    """Why it came to nothing, without the address in it."""
    if isinstance(raised, Cancelled):
        return "Stopped."
    if isinstance(raised, Lost):
        return str(answers.lost(raised, url))
    return str(raised)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return []


def _read(line: str) -> Exchange | None:
    """An exchange as it was written; None if the line was cut or is not ours."""
    try:
        row = json.loads(line)
        return Exchange(**{**row, "at": datetime.fromisoformat(row["at"])})
    except (ValueError, TypeError, KeyError):
        return None
