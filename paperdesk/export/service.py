"""Writes papers into a folder, one Markdown file each, over its own files only."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from paperdesk.domain.errors import Cancelled
from paperdesk.export import leaving, place, store
from paperdesk.export.markdown import markdown
from paperdesk.export.names import Names, wishes
from paperdesk.export.outcome import Item, Outcome, Result
from paperdesk.export.step import Step, carried_out, decided, refused
from paperdesk.export.store import Record
from paperdesk.infra import latex
from paperdesk.infra.changes import Changes
from paperdesk.infra.jobs import Job
from paperdesk.infra.leftovers import Leftover, forget, leftovers

BATCH = 100
"""Files between two transactions."""


class Export:
    """Exports to folders, and remembers what it wrote there.

    *Why a text is remembered before it is written:* a kill between the file and
    the database would leave a file that looks as if somebody had changed it.
    """

    def __init__(self, changes: Changes, *, now: Callable[[], float] = time.time) -> None:
        self._changes = changes
        self._now = now

    def plan(self, items: Sequence[Item], folder: Path) -> tuple[Outcome, ...]:
        """What `write` would do; nothing is touched."""
        steps = tuple(step.outcome for batch in self._steps(items, folder) for step in batch)
        return (*steps, *filter(None, map(leaving.foreseen, self._left(folder))))

    def write(self, items: Sequence[Item], folder: Path, job: Job) -> tuple[Outcome, ...]:
        """Write the files that are new or changed; a cancelled job leaves whole files."""
        left = self._see_to_left(folder)  # first: their names may be given anew
        outcomes: list[Outcome] = []
        for batch in self._steps(items, folder):
            self._keep([step.intended for step in batch if step.writes])
            done: list[tuple[Step, Outcome]] = []
            try:
                for step in batch:
                    job.advance(len(outcomes) + len(done), len(items), step.outcome.path.name)
                    done.append((step, carried_out(step)))
            except Cancelled:
                self._settle(done, batch[len(done) :])
                raise
            self._settle(done, ())
            outcomes += [outcome for _, outcome in done]
        return (*outcomes, *left)

    def _left(self, folder: Path) -> list[Leftover]:
        """The files of papers that are one with others now."""
        folder = place.settled(folder)
        if place.refusal(folder):
            return []
        return leftovers(self._changes.database.read(), str(folder))

    def _see_to_left(self, folder: Path) -> list[Outcome]:
        """Put such files aside, or say once why they are left where they are."""
        left = self._left(folder)
        outcomes = {one: leaving.seen_to(one) for one in left}
        told = [
            one
            for one, outcome in outcomes.items()
            if outcome is None or outcome.result is not Result.REFUSED
        ]
        if told:
            with self._changes.write() as write:
                forget(write.connection, told)
        return [outcome for outcome in outcomes.values() if outcome is not None]

    def _settle(self, done: Sequence[tuple[Step, Outcome]], stopped: Sequence[Step]) -> None:
        """Remember what stands on the disk now, and take back what was only intended."""
        failed = [step for step, outcome in done if not _stands(outcome)]
        undone = [step for step in (*failed, *stopped) if step.writes and step.found is None]
        kept = [step.record for step, outcome in done if _stands(outcome)]
        self._keep([*kept, *(step.before for step in undone if step.before)])
        if new := [step.record for step in undone if not step.before]:
            with self._changes.write() as write:
                store.forget(write.connection, new)

    def _steps(self, items: Sequence[Item], folder: Path) -> Iterator[list[Step]]:
        """The steps in batches, each decided on just before it is carried out."""
        folder = place.settled(folder)
        sentence = place.refusal(folder)
        names = Names(store.names(self._changes.database.read(), folder))
        unique = list({item.paper.id: item for item in items}.values())
        for start in range(0, len(unique), BATCH):
            steps = self._decided(unique[start : start + BATCH], folder, names)
            yield [refused(step, sentence) for step in steps] if sentence else steps

    def _decided(self, items: Sequence[Item], folder: Path, names: Names) -> list[Step]:
        connection = self._changes.database.read()
        known = store.records(connection, [item.paper.id for item in items])
        steps = []
        for item in items:
            paper, records = item.paper, known[item.paper.id]
            name = names.give(paper.id, _wishes(item, records))
            step = decided(Record(paper.id, str(folder), name, markdown(item)), records)
            steps.append(replace(step, pictures=tuple(item.pictures.values())))
        return steps

    def _keep(self, records: Sequence[Record]) -> None:
        """Remember these, but not again what is remembered already."""
        known = store.records(self._changes.database.read(), [each.paper for each in records])
        news = [record for record in records if record not in known[record.paper]]
        if news:
            with self._changes.write() as write:
                store.keep(write.connection, news, self._now())


def _wishes(item: Item, records: Sequence[Record]) -> Iterator[str]:
    """The names that would suit: what the file is called elsewhere, then the title."""
    yield from (record.name for record in records)
    yield from wishes(latex.plain(item.paper.title), item.paper.citekey)


def _stands(outcome: Outcome) -> bool:
    """Whether the file now holds what it is to hold."""
    return outcome.result in (Result.NEW, Result.CHANGED, Result.UNCHANGED)
