"""What to read in the minutes that somebody has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from paperdesk.commands.desk import Desk
from paperdesk.commands.faces.asking import Option
from paperdesk.commands.reading import open_at
from paperdesk.domain.errors import NotFound, WrongUsage
from paperdesk.domain.filling import Candidate, Pick, candidate, fill
from paperdesk.domain.pace import duration
from paperdesk.domain.paper import Paper, PaperId
from paperdesk.domain.progress import Progress, Status
from paperdesk.domain.shelf import Order, Shelf

USUAL = "45"
_LONGEST = 24 * 60
_MOST = 100
"""Papers of each group that are looked at."""

_GROUPS = (
    ("shortlist", "state:shortlist"),
    ("being read", "in:library is:reading"),
    ("later", "state:later"),
    ("inbox", "state:inbox"),
)
_AS_LIST = "list"

Words = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What could be read: the groups, how far their papers are read, their PDFs."""

    groups: tuple[tuple[str, tuple[Paper, ...]], ...]
    progress: Mapping[PaperId, Progress]
    pdfs: Mapping[PaperId, Path]


def fill_minutes(desk: Desk) -> None:
    """Propose kept papers that can be read in the minutes you have."""
    typed = desk.view.ask_text("How many minutes have you got?", USUAL)
    if typed is None:
        return
    minutes = _minutes(typed)
    desk.read(
        lambda: _kept(desk),
        lambda kept: desk.timer.lengths(
            kept.pdfs, lambda words: _propose(desk, kept, words, minutes)
        ),
    )


def _minutes(typed: str) -> int:
    digits = typed.lower().removesuffix("min").removesuffix("minutes").strip()
    if not digits.isdecimal() or not 0 < int(digits[:5]) <= _LONGEST:
        raise WrongUsage(f"“{typed}” is no number of minutes. Write one from 1 to {_LONGEST}.")
    return int(digits)


def _kept(desk: Desk) -> _Kept:
    """Gather what is kept and not read through, beside the window's thread."""
    found = [(name, _papers(desk, Shelf(name, query))) for name, query in _GROUPS]
    every = {paper.id: paper for _, papers in found for paper in papers}
    progress = desk.times.all_progress(tuple(every))
    done = {paper for paper, one in progress.items() if one.status is Status.READ}
    groups = tuple(
        (name, tuple(paper for paper in papers if paper.id not in done)) for name, papers in found
    )
    wanted = [paper.id for paper in every.values() if paper.file and paper.id not in done]
    here = {paper: desk.intake.here(paper) for paper in wanted}
    return _Kept(groups, progress, {paper: pdf for paper, pdf in here.items() if pdf is not None})


def _papers(desk: Desk, shelf: Shelf) -> tuple[Paper, ...]:
    return desk.library.papers([PaperId(one) for one in desk.library.ids(shelf, _MOST)])


def _propose(desk: Desk, kept: _Kept, words: Mapping[PaperId, Words], minutes: int) -> None:
    groups = [
        [
            candidate(
                paper.id,
                paper.title,
                name,
                kept.progress.get(paper.id, Progress()),
                words.get(paper.id),
            )
            for paper in papers
        ]
        for name, papers in kept.groups
    ]
    picks = fill(groups, minutes, desk.times.pace())
    if not picks:
        desk.view.complain(NotFound(_nothing(groups, minutes)))
        return
    total = sum(pick.minutes for pick in picks)
    count = "this paper" if len(picks) == 1 else f"these {len(picks)} papers"
    about = "about " if any(pick.candidate.guessed for pick in picks) else ""
    listed = Option(_AS_LIST, f"List {count}: {about}{total} of {minutes} min", "J goes on")
    options = [*map(_option, picks), listed]
    desk.chooser.offer("To read now, in this order", options, lambda one: _take(desk, picks, one))


def _nothing(groups: Sequence[Sequence[Candidate]], minutes: int) -> str:
    if not any(groups):
        return (
            "No kept paper waits to be read. Keep some first: s shortlists, l puts off, "
            "i keeps in the inbox."
        )
    return f"No kept paper fits into {duration(minutes)}. Try more minutes."


def _option(pick: Pick) -> Option:
    one = pick.candidate
    length = f"about {pick.minutes} min, guessed" if one.guessed else f"{pick.minutes} min"
    left = " left" if one.begun else ""
    return Option(str(one.paper), one.title, f"{length}{left} · {one.place}")


def _take(desk: Desk, picks: Sequence[Pick], choice: str) -> None:
    """Open one paper, or list all of them."""
    if choice != _AS_LIST:
        open_at(desk, PaperId(int(choice)))
        return
    papers = desk.library.papers([pick.candidate.paper for pick in picks])
    keys = " OR ".join(f'"{paper.citekey}"' for paper in papers)
    shelf = Shelf("To read now", f"in:library ({keys})", Order.NAMED)
    desk.rows.show(shelf, papers[0].id)
