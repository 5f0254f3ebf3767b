"""What can be done with papers."""

from __future__ import annotations

import time
from array import array
from collections.abc import Iterable, Mapping, Sequence

from paperdesk.domain.errors import NotFound
from paperdesk.domain.events import PapersChanged
from paperdesk.domain.identifier import arxiv_id, doi
from paperdesk.domain.paper import Found, Paper, PaperId, State
from paperdesk.domain.shelf import Shelf
from paperdesk.domain.tags import tag_name
from paperdesk.domain.words import Kin
from paperdesk.infra.changes import Changes, Write
from paperdesk.infra.journal import Edit, Journal
from paperdesk.infra.sweeps import Rows
from paperdesk.infra.tags import tag_id, tag_made
from paperdesk.library import store, trash
from paperdesk.library.arrivals import Arrivals
from paperdesk.library.cards import Linkage
from paperdesk.library.taking import Taken

_VERBS = {
    State.NEW: "put back to new",
    State.DISMISSED: "dismissed",
    State.INBOX: "kept in the inbox",
    State.LATER: "put off till later",
    State.SHORTLIST: "shortlisted",
    State.ARCHIVE: "archived",
    State.TRASH: "moved to the trash",
}

TAGGED_SO = "Nothing to change: the tags are so already."
"""What is said in place of what was done, where nothing was."""


class Library:
    """The reading list; `linkage` is what Hugging Face links to its papers.

    `kin` knows the forms of a word, for shelves that are asked for by words.
    """

    def __init__(self, changes: Changes, journal: Journal, kin: Kin | None = None) -> None:
        self._changes = changes
        self._kin = kin
        self._journal = journal
        self.linkage = Linkage(changes)

    def ids(self, shelf: Shelf, limit: int | None = None) -> array[int]:
        """The papers of a shelf, in its order; with a limit, its first ones."""
        return store.ids(self._changes.database.read(), shelf, self._kin, limit)

    def papers(self, ids: Sequence[PaperId]) -> tuple[Paper, ...]:
        """Papers by id, in the order asked for; those that are gone are left out."""
        return store.papers(self._changes.database.read(), ids)

    def paper(self, paper: PaperId) -> Paper:
        """One paper; by the number of one that was merged into it, too."""
        connection = self._changes.database.read()
        survivor = store.merged_into(connection, "paper", str(paper))
        found = self.papers([paper]) or self.papers([survivor] if survivor else [])
        if not found:
            raise NotFound("That paper is no longer in the library.")
        return found[0]

    def came_by(self, papers: Sequence[PaperId]) -> tuple[PaperId, ...]:
        """Those of some papers that only came by: nobody kept them."""
        return store.came_by(self._changes.database.read(), papers)

    def any_read(self, papers: Sequence[PaperId]) -> bool:
        """Whether any of some papers is read."""
        return store.any_read(self._changes.database.read(), papers)

    def lately_read(self, limit: int) -> tuple[Paper, ...]:
        """The papers that were read last, the latest first."""
        connection = self._changes.database.read()
        return store.papers(connection, store.lately_read(connection, limit))

    def titled(self, key: str) -> bool:
        """Whether a paper has a title with this key."""
        return store.titled(self._changes.database.read(), key)

    def keyed(self, start: str, limit: int) -> tuple[Paper, ...]:
        """The papers whose citation keys begin so."""
        connection = self._changes.database.read()
        return store.papers(connection, store.keyed(connection, start, limit))

    def resolve(self, word: str) -> PaperId:
        """The paper that an id, a citation key, an arXiv id or a DOI names."""
        named = arxiv_id(word)
        found = store.by_word(
            self._changes.database.read(), doi(word) or word, named.base if named else None
        )
        if found is None:
            raise NotFound(f"No paper is known as “{word}”. Try `paperdesk search`.")
        return found

    def state_counts(self) -> dict[State, tuple[int, int]]:
        """Of each state: how many papers, and how many of them unread."""
        return store.state_counts(self._changes.database.read())

    def tag_counts(self) -> dict[str, int]:
        """Each tag, and how many papers bear it."""
        return store.tag_counts(self._changes.database.read())

    def set_state(self, papers: Sequence[PaperId], state: State) -> str:
        """Put papers into a state; says what was done.

        A paper that somebody has decided about is read.
        """
        return self._move({state: papers})

    def put_away(self, papers: Sequence[PaperId]) -> str:
        """Archive those that were kept, dismiss those that only came by; says what was done."""
        passing = frozenset(self.came_by(papers))
        kept = [paper for paper in papers if paper not in passing]
        return self._move({State.ARCHIVE: kept, State.DISMISSED: sorted(passing)})

    def _move(self, moves: Mapping[State, Sequence[PaperId]]) -> str:
        """Put papers into states, as one step; says what was done."""
        told = [f"{_counted(papers)} {_VERBS[state]}" for state, papers in moves.items() if papers]
        title = ", ".join(told)
        with self._journal.act(title, [one for papers in moves.values() for one in papers]) as edit:
            for state, papers in moves.items():
                _put(edit, papers, state)
        return title

    def set_unread(self, papers: Sequence[PaperId], *, unread: bool) -> str:
        """Mark papers as read or not; says what was done."""
        title = f"{_counted(papers)} marked as {'unread' if unread else 'read'}"
        with self._journal.act(title, papers) as edit:
            edit.update_each(Rows("paper", "id", list(papers)), {"unread": int(unread)})
        return title

    def seen(self, paper: PaperId) -> None:
        """Mark a paper as read because it was opened; no step to undo."""
        with self._changes.write(durable=False) as write:
            store.update_paper(write.connection, paper, {"unread": 0})
            write.tell(PapersChanged((paper,)))

    def tag(
        self, papers: Sequence[PaperId], *, add: Iterable[str] = (), remove: Iterable[str] = ()
    ) -> str:
        """Put tags on papers and take others off; says what was done."""
        added, removed = [tag_name(name) for name in add], [tag_name(name) for name in remove]
        words = [f"+{name}" for name in added] + [f"-{name}" for name in removed]
        title = f"{_counted(papers)} tagged {' '.join(words)}"
        with self._journal.act(title, papers) as edit:
            for name in added:
                edit.insert_each(_taggings(papers, tag_made(edit.connection, name)))
            for name in removed:
                edit.delete_each(_taggings(papers, tag_id(edit.connection, name)))
        return title if edit.changes else TAGGED_SO

    def take(
        self, write: Write, founds: Sequence[Found], now: float, first: int = 0
    ) -> tuple[Taken, ...]:
        """Make papers of what a source reports, within its transaction.

        Each becomes the paper that it already is here, filled in, or a new one.
        `first` is the place of the first of them in its list.
        """
        return Arrivals(write, founds, now, first).take()

    def keep(self, found: Found) -> Taken:
        """Put a paper that the user asked for into the inbox, as one step to undo."""
        papers: list[PaperId] = []
        with self._journal.act(f"1 paper {_VERBS[State.INBOX]}", papers) as edit:
            (taken,) = self.take(Write(edit.connection), [found], time.time())
            papers.append(taken.paper)
            edit.events.append(PapersChanged((taken.paper,)))
            if taken.new or not store.is_kept(edit.connection, taken.paper):
                _put(edit, papers, State.INBOX)
        return taken


def _put(edit: Edit, papers: Sequence[PaperId], state: State) -> None:
    """Put papers into a state, which is to have seen them unless they are as they came."""
    trash.remember(edit, papers, state)
    row = {"state": state.value, "state_at": time.time()}
    if state is not State.NEW:
        row["unread"] = 0
    edit.update_each(Rows("paper", "id", list(papers)), row)


def _taggings(papers: Sequence[PaperId], tag: int | None) -> Rows:
    return Rows("tagging", "paper", list(papers), {"tag": tag})


def _counted(papers: Sequence[PaperId]) -> str:
    return "1 paper" if len(papers) == 1 else f"{len(papers):,} papers"
