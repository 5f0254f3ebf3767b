"""PDFs on demand: fetched once, looked at, and put in their place all at once."""

from __future__ import annotations

import hashlib
import re
import time
from dataclasses import dataclass
from pathlib import Path

from paperdesk.domain.errors import BadDocument, Locked, NotFound, Refused
from paperdesk.domain.events import FileArrived
from paperdesk.domain.identifier import ArxivId
from paperdesk.domain.pages import Document, Inspect, Pages
from paperdesk.domain.paper import Paper, PaperId
from paperdesk.infra import endpoints, files
from paperdesk.infra.changes import Changes
from paperdesk.infra.gates import Gate
from paperdesk.infra.http import BadStatus, Http, Reply
from paperdesk.infra.jobs import Job
from paperdesk.infra.partial import Partial
from paperdesk.infra.paths import Home
from paperdesk.intake import store

PIECE = 1 << 20
KEEP_SECONDS = 7 * 24 * 3600.0
"""How long a download that was broken off may still be gone on with."""


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A PDF that was found good: where it lies, and what is known of it."""

    path: Path
    version: int
    pages: int


class Downloads:
    """Fetches the PDFs of papers; one paper is fetched once at a time."""

    def __init__(self, changes: Changes, http: Http, pages: Pages, home: Home) -> None:
        self._changes = changes
        self._http = http
        self._pages = pages
        self._home = home
        self._gates: dict[PaperId, Gate] = {}

    def download(self, paper: Paper, job: Job, *, urgency: int = 1) -> Path:
        """The PDF of a paper, fetched if it is not here yet."""
        with self._gates.setdefault(paper.id, Gate(0.0)).turn(job.check):
            return self.here(paper.id) or self._fetched(paper, job, urgency)

    def here(self, paper: PaperId) -> Path | None:
        """The PDF of a paper, if it is here."""
        kept = store.newest_file(self._changes.database.read(), paper)
        path = self._home.papers / kept if kept else None
        return path if path is not None and path.is_file() else None

    def bring(self, paper: Paper, path: Path) -> Path:
        """Copy a PDF that lies on this machine to the paper it belongs to."""
        return self._placed(paper, _Arrival(path, 0, self._looked_at(path)))

    def _fetched(self, paper: Paper, job: Job, urgency: int) -> Path:
        url = address(paper)
        partial = Partial(self._waiting_room() / f"{hashlib.sha256(url.encode()).hexdigest()}.part")
        try:
            reply = self._http.download(url, partial, job, urgency=urgency)
        except (BadStatus, Refused):
            partial.drop()
            raise
        try:
            arrival = _Arrival(partial.path, _version(paper, reply), self._looked_at(partial.path))
            job.check()
            return self._placed(paper, arrival)
        finally:
            partial.drop()

    def _waiting_room(self) -> Path:
        """The folder of what is on its way, rid of what nobody came back for."""
        folder = self._home.cache / "downloads"
        for path in folder.glob("*"):
            if path.stat().st_mtime < time.time() - KEEP_SECONDS:
                path.unlink(missing_ok=True)
        return folder

    def _looked_at(self, path: Path) -> int:
        """How many pages a PDF has; 0 if it wants a password first."""
        # An empty answer leaves no file at all.
        if not path.exists() or b"%PDF" not in _head(path):
            raise BadDocument("What was sent is not a PDF. Try again later, or look at the page.")
        document = Document(path)
        try:
            pages = len(self._pages.call(Inspect(document)).pages)
        except Locked:
            return 0
        except BadDocument as error:
            raise BadDocument(f"The PDF that was sent cannot be read. {error}") from error
        finally:
            self._pages.forget(document)
        if not pages:
            raise BadDocument("The PDF that was sent has no pages. Try again later.")
        return pages

    def _placed(self, paper: Paper, arrival: _Arrival) -> Path:
        """Put a PDF where it stays, and say so."""
        name = paper.arxiv.replace("/", "-") if paper.arxiv else paper.citekey
        version = f"v{arrival.version}" if arrival.version else ""
        below = Path(str(paper.id)) / files.safe_name(f"{name}{version}", ending=".pdf")
        target = self._home.papers / below
        digest = hashlib.sha256()
        with open(arrival.path, "rb") as source, files.replacing(target) as file:
            while piece := source.read(PIECE):
                digest.update(piece)
                file.write(piece)
        row: store.Row = {
            "paper": paper.id,
            "version": arrival.version,
            "path": below.as_posix(),
            "digest": digest.hexdigest(),
            "size": target.stat().st_size,
            "pages": arrival.pages,
            "arrived": time.time(),
        }
        with self._changes.write(durable=False) as write:
            store.keep_file(write.connection, row)
            write.tell(FileArrived(paper.id, target))
        return target


def address(paper: Paper) -> str:
    """Where the PDF of a paper lies."""
    if paper.arxiv:
        return endpoints.arxiv_pdf(ArxivId(paper.arxiv))
    if paper.url and re.search(r"\.pdf($|[?#])", paper.url, re.IGNORECASE):
        return endpoints.rehomed(paper.url)
    raise NotFound(
        f"No PDF is known for “{paper.title}”. Open its web page, or look it up at arXiv."
    )


def _head(path: Path) -> bytes:
    with open(path, "rb") as file:
        return file.read(1024)


def _version(paper: Paper, reply: Reply) -> int:
    """The version that arXiv says it sent; 0 where nobody says."""
    for text in (reply.headers.get("content-disposition", ""), reply.url):
        said = re.search(r"v([1-9]\d{0,2})(?:\.pdf)?\"?$", text)
        if paper.arxiv and said:
            return int(said[1])
    return 0
