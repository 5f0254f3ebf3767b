"""Bibliographies coming in: entries become papers that are kept, batch by batch.

Each batch is written wholly or not at all, with what undoes it; the batches of one
import are one step. What a bibliography says fills in what a paper lacks, and takes
the place of nothing.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from paperdesk.domain.paper import LIBRARY, PaperId, State
from paperdesk.domain.reference import Line, Reference
from paperdesk.infra.changes import Changes, Write
from paperdesk.infra.journal import Change, Edit, Journal
from paperdesk.infra.sweeps import Rows, Sweep
from paperdesk.infra.tags import tag_made
from paperdesk.library import adding, gathering, store
from paperdesk.library.arrivals import Arrivals
from paperdesk.library.taking import Known, Taken

BATCH = 200
"""Entries that are written together: the others wait for no more than these."""

Pairs = Sequence[tuple[PaperId, Reference]]
Beside = Callable[[Edit, Pairs], None]
"""What else an import brings, written with its papers."""


def nothing(edit: Edit, pairs: Pairs) -> None:
    """Bring nothing else."""


@dataclass(frozen=True, slots=True)
class Import:
    """An import that may come in batches: its title, what makes them one, what is beside."""

    title: str
    run: str = ""
    beside: Beside = nothing
    state: State = State.INBOX


class References:
    """What bibliographies say of papers."""

    def __init__(self, changes: Changes, journal: Journal) -> None:
        self._changes = changes
        self._journal = journal

    def bring(self, references: Sequence[Reference], whole: Import) -> tuple[Line, ...]:
        """Keep the papers of some entries, at most `BATCH`; what became of each."""
        good = [one for one in references if not one.error]
        if not good:
            return tuple(Line(one.input, error=one.error) for one in references)
        papers: list[PaperId] = []
        with self._journal.act(whole.title, papers, merge=whole.run) as edit:
            lines = iter(_Batch(edit, good, whole).take(papers))
        return tuple(
            Line(one.input, error=one.error) if one.error else next(lines) for one in references
        )

    def relate(self, related: Mapping[PaperId, Sequence[PaperId]], whole: Import) -> None:
        """Join papers that another program had joined, in the same step as the import."""
        with self._journal.act(whole.title, sorted(related), merge=whole.run) as edit:
            gathering.relate(edit, related)

    def of(self, paper: PaperId) -> tuple[str, dict[str, object]]:
        """The kind of a paper and its variables, as CSL has them; empty where none are known."""
        row = self._changes.database.read().execute(
            "SELECT kind, fields FROM reference WHERE paper = ?", (paper,)
        )
        found = row.fetchone()
        return (found["kind"], json.loads(found["fields"])) if found else ("", {})


class _Batch:
    """Some entries on their way in, within one transaction."""

    def __init__(self, edit: Edit, references: Sequence[Reference], whole: Import) -> None:
        self._edit = edit
        self._write = Write(edit.connection)
        self._references = references
        self._whole = whole
        self._now = time.time()

    def take(self, papers: list[PaperId]) -> list[Line]:
        """Write all of them; `papers` gets the papers that they are."""
        write = self._write
        founds = [one.found for one in self._references]
        before = store.images(write.connection, _those(adding.known(write, founds)))
        taken = Arrivals(write, founds, self._now, 0).take()
        papers += dict.fromkeys(one.paper for one in taken)
        pairs = list(zip((one.paper for one in taken), self._references, strict=True))
        self._note_changes(before)
        fresh = self._keep(papers, taken, before)
        touched = self._refer(pairs) | self._tag(pairs) | gathering.place(self._edit, pairs)
        self._whole.beside(self._edit, pairs)
        keys = store.citekeys(write.connection, papers)
        return [
            self._line(reference, one, keys[one.paper], fresh, touched)
            for reference, one in zip(self._references, taken, strict=True)
        ]

    def _note_changes(self, before: Mapping[int, dict[str, object]]) -> None:
        """Put into the journal what the entries filled in of papers that were here."""
        after = store.images(self._write.connection, before)
        for paper, row in before.items():
            new = {name: value for name, value in after[paper].items() if row[name] != value}
            if new:
                old = {name: row[name] for name in new}
                self._edit.changes.append(Change("paper", {"id": paper}, old, new))

    def _keep(
        self,
        papers: Sequence[PaperId],
        taken: Sequence[Taken],
        before: Mapping[int, dict[str, object]],
    ) -> set[int]:
        """Keep those that nobody kept before; which they are.

        Those that are new come out of the trash, and go back there when this is
        undone: nothing that was done to them meanwhile is lost.
        """
        new = [one.paper for one in taken if one.new]
        connection = self._write.connection
        if new:
            store.update_papers(connection, new, {"state": State.TRASH.value})
        library = {state.value for state in LIBRARY}
        known = (paper for paper, row in before.items() if row["state"] not in library)
        fresh = set(new) | (set(known) & set(papers))
        row = {"state": self._whole.state.value, "state_at": self._now}
        self._edit.update_each(Rows("paper", "id", sorted(fresh)), row)
        return fresh

    def _refer(self, pairs: Pairs) -> set[int]:
        """Keep what the entries say beside; which papers of before gained by it."""
        edited = store.edited(self._write.connection, (paper for paper, _ in pairs))
        wanted = {
            paper: (one.kind, _but(one.fields, edited.get(paper, ())))
            for paper, one in reversed(pairs)
        }
        rows = Rows("reference", "paper", list(wanted))
        there = {
            paper: (kind, fields)
            for paper, kind, fields in rows.there(self._write.connection, ("kind", "fields"))
        }
        gained = set()
        for paper, (kind, fields) in there.items():
            more = {**json.loads(wanted[paper][1]), **json.loads(fields)}
            new = {"kind": kind or wanted[paper][0], "fields": _json(more)}
            if more != json.loads(fields) or new["kind"] != kind:
                self._edit.update("reference", {"paper": paper}, new)
                gained.add(paper)
        missing = [paper for paper in wanted if paper not in there]
        if missing:
            columns = {
                "kind": [wanted[paper][0] for paper in missing],
                "fields": [wanted[paper][1] for paper in missing],
            }
            self._edit.sweep([Sweep(Rows("reference", "paper", missing), None, columns)])
        return gained | set(missing)

    def _tag(self, pairs: Pairs) -> set[int]:
        tagged: defaultdict[str, list[PaperId]] = defaultdict(list)
        for paper, reference in pairs:
            for name in reference.tags:
                tagged[name].append(paper)
        before = len(self._edit.changes)
        for name, papers in tagged.items():
            rest = {"tag": tag_made(self._write.connection, name)}
            self._edit.insert_each(Rows("tagging", "paper", list(dict.fromkeys(papers)), rest))
        swept = (one for one in self._edit.changes[before:] if isinstance(one, Sweep))
        return {paper for one in swept for paper in one.rows.keys}

    def _line(
        self,
        reference: Reference,
        taken: Taken,
        key: str,
        fresh: set[int],
        touched: set[int],
    ) -> Line:
        """What became of an entry."""
        changed = taken.changed or taken.paper in touched
        result = "added" if taken.paper in fresh else "updated" if changed else "known"
        fresh.discard(taken.paper)  # a second entry of the file finds it here
        touched.discard(taken.paper)
        wanted = reference.found.citekey
        remark = ""
        if wanted and wanted != key:
            remark = (
                f"Its key “{wanted}” is another paper’s: it is “{key}” here."
                if taken.new
                else f"It is here under the key “{key}”."
            )
        return Line(reference.input, taken.paper, result, remark=remark)


_WRITTEN = {"venue": "container-title", "published": "issued", "authors": "author"}
"""What citations have by another name of what a reader may write."""


def _but(fields: str, edited: Collection[str]) -> str:
    """The variables of an entry, without those that are the reader's to say."""
    if not edited:
        return fields
    theirs = {_WRITTEN.get(name, name) for name in edited}
    return _json({name: one for name, one in json.loads(fields).items() if name not in theirs})


def _those(known: Iterable[Sequence[Known]]) -> list[int]:
    return list(dict.fromkeys(one.id for ones in known for one in ones))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
