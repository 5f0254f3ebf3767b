"""A file on its way here, which goes on where it stopped.

Beside it lies a small file that says what it is a part of: without that, or
when the host has another version by now, it begins anew.
"""

import contextlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from paperdesk.infra.answers import Answer, Loss, Lost


class Partial:
    """What there is so far of a file, and how to ask for the rest."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._label = path.with_name(f"{path.name}.from")

    def conditions(self, url: str) -> dict[str, str]:
        """The headers that ask for the rest, or for all if it has changed."""
        try:
            size = self.path.stat().st_size
            known = json.loads(self._label.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(known, dict) or known.get("url") != url or not size:
            return {}
        return {"Range": f"bytes={size}-", "If-Range": str(known.get("mark", ""))}

    @contextlib.contextmanager
    def opened(self, url: str, answer: Answer) -> Iterator[BinaryIO]:
        """The file, to be written from where this answer begins."""
        start = _start(answer)
        if start and (not self.path.exists() or self.path.stat().st_size != start):
            self.drop()
            raise Lost(Loss.DROPPED)
        mark = _mark(answer)
        if mark:
            self._label.write_text(json.dumps({"url": url, "mark": mark}), "utf-8")
        else:
            self._label.unlink(missing_ok=True)
        try:
            with open(self.path, "ab" if start else "wb") as file:
                yield file
        finally:
            if not self.path.stat().st_size:
                self.drop()

    def drop(self) -> None:
        """Leave nothing behind."""
        self.path.unlink(missing_ok=True)
        self._label.unlink(missing_ok=True)


def _start(answer: Answer) -> int:
    """The byte at which an answer begins; -1 if it says something impossible."""
    if answer.status != 206:
        return 0
    said = re.match(r"bytes (\d{1,15})-", answer.headers.get("content-range", ""))
    return int(said[1]) if said else -1


def _mark(answer: Answer) -> str:
    """What tells this version of a file from another; weak marks do not."""
    tag = answer.headers.get("etag", "")
    if tag and not tag.startswith("W/"):
        return tag
    return answer.headers.get("last-modified", "")
