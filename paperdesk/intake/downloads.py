"""PDFs on demand: fetched once, looked at, and put in their place all at once."""

from __future__ import annotations

import hashlib
import itertools
import re
import shutil
import time
from dataclasses import dataclass, replace
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
from paperdesk.infra.wholeness import is_whole
from paperdesk.intake import store

PIECE = 1 << 20
_TICK = 2.0
"""Seconds that the clocks of a file system and of the library may differ."""

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
            here = self.here(paper.id) or self._fetched(paper, job, urgency)
            if here is None:
                raise NotFound("The PDF is not here after all. Try again.")
            return here

    def newest(self, paper: Paper, job: Job) -> Path | None:
        """The PDF as it is published now, beside the one that is here; None if that is it."""
        with self._gates.setdefault(paper.id, Gate(0.0)).turn(job.check):
            return self._fetched(paper, job, urgency=2)

    def revisit(self, paper: PaperId) -> bool:
        """Look whether somebody has written over the PDF that is here; whether that was so.

        Its size and its age tell; only where they differ is it read.
        """
        row = store.read_row(self._changes.database.read(), paper)
        path = self._home.papers / str(row["path"]) if row else None
        if row is None or path is None or not path.is_file():
            return False
        known, status = float(str(row["arrived"])), path.stat()
        if status.st_size == row["size"] and status.st_mtime <= known + _TICK:
            return False
        if not is_whole(path):
            return False  # it is being written: what is half there is no edition
        arrival = _Arrival(path, int(str(row["version"])), self._looked_at(path))
        digest = _digest(path)
        self._written_down(paper, path, arrival, digest)
        return bool(digest != row["digest"])

    def edition(self, paper: PaperId, digest: str) -> Path | None:
        """The PDF with this digest, if it is still here as it was."""
        below = store.path_of(self._changes.database.read(), paper, digest)
        path = self._home.papers / below if below else None
        return path if path is not None and path.is_file() else None

    def download_again(self, paper: Paper, job: Job) -> Path:
        """The PDF of a paper, fetched once more; the old one stays unless a good one comes."""
        with self._gates.setdefault(paper.id, Gate(0.0)).turn(job.check):
            sent = self._fetched(paper, job, urgency=2)
            here = sent or self.here(paper.id)
            if here is None:
                raise NotFound("The PDF is not here after all. Try again.")
            return here

    def unlocked(self, path: Path, pages: int) -> None:
        """A PDF that wanted a password was opened: say how many pages there are to index."""
        if not path.is_relative_to(self._home.papers):
            return
        below = path.relative_to(self._home.papers).as_posix()
        row = store.row_at(self._changes.database.read(), below)
        if row is None or row["pages"] == pages:
            return
        arrival = _Arrival(path, int(str(row["version"])), pages)
        self._written_down(PaperId(int(str(row["paper"]))), path, arrival, str(row["digest"]))

    def here(self, paper: PaperId) -> Path | None:
        """The PDF of a paper, if it is here."""
        kept = store.newest_file(self._changes.database.read(), paper)
        path = self._home.papers / kept if kept else None
        return path if path is not None and path.is_file() else None

    def with_same(self, path: Path) -> PaperId | None:
        """A paper that has the very PDF that lies here, if any has."""
        return store.paper_with(self._changes.database.read(), _digest(path))

    def bring(self, paper: Paper, path: Path) -> Path:
        """Copy a PDF that lies on this machine to the paper it belongs to."""
        return self._placed(paper, _Arrival(path, 0, self._looked_at(path)))

    def _fetched(self, paper: Paper, job: Job, urgency: int) -> Path | None:
        """Fetch a PDF and put it in its place; None if it is here already."""
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
            row = store.newest_row(self._changes.database.read(), paper.id)
            if row is None or self.here(paper.id) is None:
                return self._placed(paper, arrival)
            # It is here already: what was sent is news only if it is another file.
            if _digest(arrival.path) == row["digest"]:
                return self._restored(paper.id, arrival, row)
            version = max(arrival.version, int(str(row["version"])))
            return self._placed(paper, replace(arrival, version=version))
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
        target = _free(self._home.papers / str(paper.id), f"{name}{version}")
        digest = hashlib.sha256()
        with open(arrival.path, "rb") as source, files.replacing(target) as file:
            while piece := source.read(PIECE):
                digest.update(piece)
                file.write(piece)
        if arrival.pages:
            self._looked_at(target)  # where it stays: known from now on, it opens sooner
        self._written_down(paper.id, target, arrival, digest.hexdigest())
        return target

    def _restored(self, paper: PaperId, arrival: _Arrival, row: store.Row) -> Path | None:
        """Put a PDF back over one that was spoilt since it came; None if it was not."""
        path, digest = self._home.papers / str(row["path"]), str(row["digest"])
        if path.is_file() and _digest(path) == digest:
            return None
        with open(arrival.path, "rb") as source, files.replacing(path) as file:
            shutil.copyfileobj(source, file, PIECE)
        self._written_down(paper, path, arrival, digest)
        return path

    def _written_down(self, paper: PaperId, path: Path, arrival: _Arrival, digest: str) -> None:
        row: store.Row = {
            "paper": paper,
            "version": arrival.version,
            "path": path.relative_to(self._home.papers).as_posix(),
            "digest": digest,
            "size": path.stat().st_size,
            "pages": arrival.pages,
            "arrived": time.time(),
        }
        with self._changes.write(durable=False) as write:
            store.keep_file(write.connection, row)
            write.tell(FileArrived(paper, path))


def address(paper: Paper) -> str:
    """Where the PDF of a paper lies."""
    if paper.arxiv:
        return endpoints.arxiv_pdf(ArxivId(paper.arxiv))
    if paper.url and re.search(r"\.pdf($|[?#])", paper.url, re.IGNORECASE):
        return endpoints.rehomed(paper.url)
    raise NotFound(
        f"No PDF is known for “{paper.title}”. Open its web page, or look it up at arXiv."
    )


def _free(folder: Path, name: str) -> Path:
    """A name in a folder under which there is no file yet: an old edition is kept."""
    names = itertools.chain([name], (f"{name}-{count}" for count in itertools.count(2)))
    paths = (folder / files.safe_name(each, ending=".pdf") for each in names)
    return next(path for path in paths if not path.exists())


def _digest(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


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
