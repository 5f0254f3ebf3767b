"""Pictures of listed papers: fetched when somebody looks, kept on disk under a cap."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from paperdesk.infra import files
from paperdesk.infra.http import Bounds, Http
from paperdesk.infra.jobs import Job

PICTURE = 6_000_000
"""Bytes of one picture, at most: an animation can be larger, and is left out."""

CAP = 64_000_000
"""Bytes of all that are kept."""


class Pictures:
    """Bytes of pictures by address; what they hold is for others to distrust."""

    def __init__(self, http: Http, folder: Path, *, cap: int = CAP) -> None:
        self._http = http
        self._folder = folder
        self._cap = cap

    def get(self, url: str, job: Job) -> bytes:
        """A picture, from disk if it was fetched before; may wait for the network."""
        path = self._folder / hashlib.sha256(url.encode()).hexdigest()
        with suppress(OSError):
            body = path.read_bytes()
            # The time tells which was looked at last: the others go first.
            os.utime(path)
            return body
        body = self._http.visit(url, job, Bounds.TYPED, cap=PICTURE).body
        self._make_room(len(body))
        with files.replacing(path) as file:
            file.write(body)
        return body

    def _make_room(self, wanted: int) -> None:
        """Drop what was not looked at for the longest, until there is room."""
        with suppress(OSError):
            kept = [(one, one.stat()) for one in self._folder.iterdir()]
            kept.sort(key=lambda pair: pair[1].st_mtime)
            held = sum(stat.st_size for _, stat in kept) + wanted
            for path, stat in kept:
                if held <= self._cap:
                    return
                path.unlink(missing_ok=True)
                held -= stat.st_size
