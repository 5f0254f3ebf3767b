"""The process that compares two PDFs, and says how far it is: one line of JSON each time.

*Why a process:* to compare a thesis takes seconds of Python, in which a window
of the same process would stand still.
"""

import json
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from paperdesk.domain.comparison import Comparison
from paperdesk.domain.errors import PaperDeskError, Refused
from paperdesk.domain.pages import Document, Inspect, Words
from paperdesk.pdfworker import Pool
from paperdesk.reader.comparing import wire
from paperdesk.reader.comparing.paragraphs import Paragraph, paragraphs
from paperdesk.reader.comparing.told import compared

MOST_PAGES = 1500
"""Pages that are read of a version; the rest is said not to be compared."""

_WORKERS = 2
Progress = Callable[[int, int], None]


def main(words: Sequence[str]) -> int:  # noqa: ARG001
    """Compare the two PDFs that are named on stdin: `[[path, password], [path, password]]`."""
    asked = json.loads(sys.stdin.readline())
    old, new = (Document(Path(path), password) for path, password in asked)
    pool = _pool()
    try:
        answer: dict[str, Any] = {"found": wire.spelt(compare(pool, old, new, _progress))}
    except PaperDeskError as error:
        answer = {"failed": str(error)}
    finally:
        pool.close()
    _say(answer)
    return 0


def compare(pool: Pool, old: Document, new: Document, progress: Progress) -> Comparison:
    """Read both and tell what changed."""
    infos = [pool.call(Inspect(document)) for document in (old, new)]
    counts = [min(len(info.pages), MOST_PAGES) for info in infos]
    total, done = sum(counts), 0
    sides: list[list[Paragraph]] = []
    with ThreadPoolExecutor(_WORKERS) as readers:
        for document, info, count in zip((old, new), infos, counts, strict=True):
            requests = [Words(document, page) for page in range(count)]
            pages = []
            for words in readers.map(pool.call, requests):
                pages.append(words)
                done += 1
                progress(done, total)
            if not any(pages):
                raise Refused("A version has no text to compare: it is scanned.")
            titles = [item.title for item in info.outline]
            sides.append(paragraphs(pages, info.pages[:count], titles))
    found = compared(*sides)
    if any(len(info.pages) > MOST_PAGES for info in infos):
        return Comparison(found.changes, found.same, (f"Only {MOST_PAGES:,} pages were read.",))
    return found


def _pool() -> Pool:
    frozen = bool(getattr(sys, "frozen", False))
    command = ("--worker",) if frozen else ("-m", "paperdesk.pdfworker")
    return Pool((sys.executable, *command), lambda call: call(), workers=_WORKERS)


def _progress(done: int, total: int) -> None:
    _say({"done": done, "total": total})


def _say(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()
