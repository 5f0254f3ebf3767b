"""The PDFs that are wanted and not here yet, in their order, also after a restart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from paperdesk.domain.paper import PaperId
from paperdesk.infra import memory
from paperdesk.infra.changes import Changes

_KEY = "downloads"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper whose PDF is wanted, and whether that waits until somebody says so."""

    paper: PaperId
    paused: bool = False


class Queue:
    """What is to be downloaded; none of it is a step to undo."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    def all(self) -> tuple[Wanted, ...]:
        """Every PDF that is wanted, the longest wanted first."""
        return _read(memory.recall(self._changes.database, _KEY))

    def want(self, papers: Sequence[PaperId], *, paused: bool = False) -> None:
        """Want PDFs; those that are wanted already keep their places."""

        def follow(wanted: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
            known = {one.paper for one in wanted}
            fresh = tuple(Wanted(paper) for paper in dict.fromkeys(papers) if paper not in known)
            return _set((*wanted, *fresh), papers, paused=paused)

        self._keep(follow)

    def drop(self, papers: Sequence[PaperId]) -> None:
        """Want PDFs no more: they are here, or not to be had."""
        gone = frozenset(papers)
        self._keep(lambda wanted: tuple(one for one in wanted if one.paper not in gone))

    def _keep(self, follow: Callable[[tuple[Wanted, ...]], tuple[Wanted, ...]]) -> None:
        memory.keep_on(
            self._changes,
            _KEY,
            lambda known: [[one.paper, one.paused] for one in follow(_read(known))],
        )


def _set(
    wanted: tuple[Wanted, ...], papers: Sequence[PaperId], *, paused: bool
) -> tuple[Wanted, ...]:
    about = frozenset(papers)
    return tuple(replace(one, paused=paused) if one.paper in about else one for one in wanted)


def _read(known: object) -> tuple[Wanted, ...]:
    if not isinstance(known, list):
        return ()
    return tuple(Wanted(PaperId(int(paper)), bool(paused)) for paper, paused in known)
