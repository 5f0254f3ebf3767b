"""What can be done to get papers in: by identifier, by title, as a PDF."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from paperdesk.domain.errors import Unreachable, WrongUsage
from paperdesk.domain.events import PapersChanged
from paperdesk.domain.feed import Listing
from paperdesk.domain.identifier import arxiv_from_doi, arxiv_id, doi
from paperdesk.domain.imprint import Clues
from paperdesk.domain.pages import Pages
from paperdesk.domain.paper import Found, Paper, PaperId, title_key
from paperdesk.domain.reference import Reference
from paperdesk.infra.changes import Changes, Write
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job
from paperdesk.infra.paths import Home
from paperdesk.intake import identifying, imports, savedpage
from paperdesk.intake.arxiv import Arxiv
from paperdesk.intake.doiorg import DoiOrg
from paperdesk.intake.downloads import Downloads
from paperdesk.intake.hub import Hub
from paperdesk.intake.missing import Missing

MOST_AT_ONCE = 50
"""Papers that arXiv is asked for in one request."""


class Taken(Protocol):
    """What became of one `Found`."""

    @property
    def paper(self) -> PaperId:
        """The paper that it is."""
        ...

    @property
    def changed(self) -> bool:
        """Whether anything was filled in."""
        ...


class Papers(Protocol):
    """Who makes papers of what is found."""

    def take(self, write: Write, founds: Sequence[Found], now: float) -> Sequence[Taken]:
        """One answer for each, in their order, within a transaction."""
        ...


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What a look-up found: the paper itself if that is sure, else who it may be."""

    sure: Found | None
    candidates: tuple[Found, ...] = ()


class Intake:
    """The ways in; `missing` finds PDFs again that are gone."""

    def __init__(
        self, changes: Changes, papers: Papers, http: Http, pages: Pages, home: Home
    ) -> None:
        self._changes = changes
        self._papers = papers
        self._http = http
        self.missing = Missing(changes, home)
        self.look_into: Callable[[Path], Clues] = partial(identifying.look, pages)
        """What a PDF tells of the paper that it is."""

        self._downloads = Downloads(changes, http, pages, home)

    def download(self, paper: Paper, job: Job, *, awaited: bool = False) -> Path:
        """The PDF of a paper: here at once if it was fetched before.

        One that is `awaited` goes ahead of all others that stand before its host.
        """
        return self._downloads.download(paper, job, urgency=2 if awaited else 1)

    def newest(self, paper: Paper, job: Job) -> Path | None:
        """The PDF as it is published now, beside the one that is here; None if that is it."""
        return self._downloads.newest(paper, job)

    def revisit(self, paper: PaperId) -> bool:
        """Look whether the PDF that is here was written over; whether that was so."""
        return self._downloads.revisit(paper)

    def edition(self, paper: PaperId, digest: str) -> Path | None:
        """The PDF with this digest, if it is still here."""
        return self._downloads.edition(paper, digest)

    def download_again(self, paper: Paper, job: Job) -> Path:
        """The PDF of a paper, fetched though it is here: it may have been damaged."""
        return self._downloads.download_again(paper, job)

    def unlocked(self, path: Path, pages: int) -> None:
        """A PDF that wanted a password was opened: its text can be indexed now."""
        self._downloads.unlocked(path, pages)

    def bring(self, paper: Paper, path: Path) -> Path:
        """Copy a PDF that lies on this machine to the paper it belongs to."""
        return self._downloads.bring(paper, path)

    def with_same(self, path: Path) -> PaperId | None:
        """A paper that has the very PDF that lies here, if any has."""
        return self._downloads.with_same(path)

    def named(self, ids: Sequence[str], job: Job) -> dict[str, Found]:
        """Those of some arXiv ids that arXiv knows, asked for together."""
        arxiv, founds = Arxiv(self._http, job), list[Found]()
        for at in range(0, len(ids), MOST_AT_ONCE):
            founds += arxiv.papers(ids[at : at + MOST_AT_ONCE])
        return {found.arxiv: found for found in founds if found.arxiv}

    def here(self, paper: PaperId) -> Path | None:
        """The PDF of a paper, if it is here."""
        return self._downloads.here(paper)

    def identify(self, word: str, job: Job) -> Found:
        """The paper that an arXiv id names, or a link or a DOI that holds one."""
        given = doi(word)
        named = arxiv_from_doi(given) if given else arxiv_id(word)
        if named is None:
            raise WrongUsage(f"“{word.strip()}” holds no arXiv id, such as 1706.03762.")
        return Arxiv(self._http, job).paper(named)

    def reference(self, word: str, job: Job) -> Reference:
        """What an arXiv id or a DOI names, or a link that holds one, with its citation."""
        given = doi(word)
        if given and arxiv_from_doi(given) is None:
            return DoiOrg(self._http, job).paper(given)
        return Reference(word.strip(), self.identify(word, job))

    def import_page(self, path: Path, given: date | None, now: datetime) -> Listing:
        """What a saved page lists, for the feeds to take.

        Its day is the one given, else the one at its head, else the latest such
        day. Imported again, it is the same listing, which changes nothing.
        """
        return imports.listing(_page(path), given, now)

    def page_heading(self, path: Path) -> str | None:
        """The day at the head of a saved page, as it is written there."""
        return _page(path).heading

    def look_up(self, title: str, job: Job) -> LookedUp:
        """Which paper has a title; the user is to be asked where that is not sure."""
        found = self._titled(title, job)
        same = [paper for paper in found if title_key(paper.title) == title_key(title)]
        return LookedUp(same[0] if len(same) == 1 else None, tuple(same) or found)

    def complete(self, papers: Sequence[Paper], job: Job) -> int:
        """Fill in what papers lack, from arXiv; what is there stays. How many gained by it."""
        arxiv = Arxiv(self._http, job)
        named = [paper.arxiv for paper in papers if paper.arxiv]
        founds: list[Found] = []
        for at in range(0, len(named), MOST_AT_ONCE):
            job.advance(at, len(papers))
            founds += arxiv.papers(named[at : at + MOST_AT_ONCE])
        filled = self._fill_in(founds)
        for paper in papers:
            if not (paper.arxiv or paper.doi or paper.url):
                sure = self.look_up(paper.title, job).sure
                filled += sure is not None and self.settle(paper, sure) == paper.id
        return filled

    def _fill_in(self, founds: Sequence[Found]) -> int:
        with self._changes.write() as write:
            taken = self._papers.take(write, founds, time.time())
            changed = tuple(one.paper for one in taken if one.changed)
            if changed:
                write.tell(PapersChanged(changed))
        return len(changed)

    def _titled(self, title: str, job: Job) -> tuple[Found, ...]:
        """What arXiv has under a title; where it has nothing or is silent, what the hub has."""
        hub = Hub(self._http, job)
        try:
            found = Arxiv(self._http, job).titled(title)
        except Unreachable as silence:
            try:
                return hub.titled(title)
            except Unreachable:
                raise silence from None
        if found:
            return found
        try:
            return hub.titled(title)
        except Unreachable:
            return ()

    def settle(self, paper: Paper, found: Found) -> PaperId:
        """Give a paper the ids that were found for it.

        If another paper has them already, that one is returned.
        """
        # Under its own title it is found again, whatever the source calls it.
        ours = replace(found, title=paper.title)
        with self._changes.write() as write:
            (taken,) = self._papers.take(write, [ours], time.time())
            write.tell(PapersChanged((paper.id, taken.paper)))
        return taken.paper


def _page(path: Path) -> savedpage.SavedPage:
    return savedpage.parse(imports.content(path), path.name)
