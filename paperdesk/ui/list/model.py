"""The rows of a list: one vector of ids, and the papers near the cursor."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from paperdesk.domain.paper import Paper, PaperId, State
from paperdesk.infra.latex import plain
from paperdesk.ui.list import sifting
from paperdesk.ui.list.columns import COLUMNS, Column, said_of
from paperdesk.ui.list.headings import Headings
from paperdesk.ui.list.titled import CARD, Titled
from paperdesk.ui.words import NOTICES

BLOCK = 64
"""Papers that are read together: 0.3 ms."""

_KEPT = 48
"""Blocks that are remembered: some 3,000 papers."""

PAPER = Qt.ItemDataRole.UserRole
"""The `Paper` of a row; None if it is gone."""

MARKED = Qt.ItemDataRole.UserRole + 1
"""Whether the row is selected."""

MOVED = Qt.ItemDataRole.UserRole + 2
"""Whether the paper has left the list since it was opened, and stays to be seen."""

HEADING = Qt.ItemDataRole.UserRole + 3
"""What is said above a row with which a group begins; nothing above all others."""

Load = Callable[[Sequence[PaperId]], Sequence[Paper]]
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PaperModel(Titled):
    """Papers by row, fetched in blocks when they are looked at."""

    def __init__(self, load: Load, parent: QObject | None = None) -> None:
        """`load` reads papers by id, in any order; those that are gone are left out."""
        super().__init__(parent)
        self._load = load
        self._ids: array[int] = array("q")
        self._blocks: OrderedDict[int, dict[int, Paper]] = OrderedDict()
        self._came_as: dict[int, State] = {}
        self._marked: set[int] = set()
        self.headings = Headings()

    # What Qt asks.

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many papers there are."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The paper of a row, or what is said of it."""
        row = index.row()
        if role == PAPER:
            return self.paper(row)
        if role == MARKED:
            return self._ids[row] in self._marked
        if role == MOVED:
            return self._moved(row)
        if role == HEADING:
            return self.headings.heading(row, len(self._ids))
        if index.column() != CARD:
            paper = self.paper(row)
            return cell(paper, COLUMNS[index.column() - CARD - 1], role) if paper else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            paper = self.paper(row)
            spoken = said(paper, marked=self._ids[row] in self._marked) if paper else ""
            heading = self.headings.heading(row, len(self._ids))
            return ". ".join(part for part in (heading, spoken) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            paper = self.paper(row)
            return read_to(paper) if paper else ""
        return None

    # What the list asks.

    def ids(self) -> "array[int]":
        """The ids, in order; not to be changed."""
        return self._ids

    def set_ids(self, ids: "array[int]", *, keep: bool = False) -> None:
        """Show other rows; with `keep`, what happened in this view is remembered."""
        self.beginResetModel()
        self._ids = ids
        self._blocks.clear()
        self.headings.clear()
        if keep:
            self._marked = sifting.chosen(self._marked, ids)
        else:
            self._came_as.clear()
            self._marked.clear()
        self.endResetModel()

    def take_out(self, gone: frozenset[int]) -> None:
        """Take papers out that exist no more; groups stay, latecomers are forgotten."""
        rows = [row for row, paper in enumerate(self._ids) if paper in gone]
        headings, self.headings = self.headings, Headings()
        self.set_ids(sifting.without(gone, self._ids), keep=True)
        headings.without(rows)
        self.headings = headings

    def append(self, ids: "array[int]", since: str) -> None:
        """Let latecomers stand below all others, as those added `since` something."""
        first = len(self._ids)
        # What was read of the last block is not all that stands there now.
        self._blocks.pop(first // BLOCK, None)
        self.beginInsertRows(_NOWHERE, first, first + len(ids) - 1)
        self._ids = self._ids + ids
        self.endInsertRows()
        self.headings.begin(first, since)

    def holds(self, ids: Iterable[PaperId]) -> bool:
        """Whether these papers are all among those that were looked at of late."""
        return all(any(paper in block for block in self._blocks.values()) for paper in ids)

    def paper(self, row: int) -> Paper | None:
        """The paper of a row."""
        return self._block(row // BLOCK).get(self._ids[row]) if 0 <= row < len(self._ids) else None

    def row_of(self, paper: PaperId, near: int = 0) -> int:
        """Where a paper stands, -1 if it does not; looked for `near` a row first."""
        for first, last in ((max(0, near - BLOCK), near + BLOCK), (0, len(self._ids))):
            try:
                return self._ids.index(paper, first, last)
            except ValueError:
                continue
        return -1

    def changed(self, ids: Collection[PaperId]) -> None:
        """Read these papers again where they are held; no ids means all that are.

        Of many, those that were looked at last; the others when they are seen again.
        """
        wanted = set(ids)
        room = BLOCK
        for number, block in reversed(tuple(self._blocks.items())):
            stale = [paper for paper in block if not wanted or paper in wanted]
            if stale:
                self._renew(number, block, stale, now=len(stale) <= room)
                room -= len(stale)

    # Marks: the selection, kept by id so that rows may come and go.

    def marked(self) -> tuple[PaperId, ...]:
        """The selected papers, in the order of the list."""
        if not self._marked:
            return ()
        return tuple(map(PaperId, sifting.in_order(self._marked, self._ids)))

    def mark(self, rows: Iterable[int], *, on: bool = True) -> None:
        """Select rows, or take them out."""
        change = self._marked.update if on else self._marked.difference_update
        change(self._ids[row] for row in rows)
        self._repaint()

    def how_many_marked(self) -> int:
        """How many papers are selected."""
        return len(self._marked)

    def unmark(self) -> None:
        """Select nothing."""
        if self._marked:
            self._marked.clear()
            self._repaint()

    def _repaint(self) -> None:
        if self._ids:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._ids) - 1, len(COLUMNS)), [MARKED]
            )

    def _moved(self, row: int) -> bool:
        """Whether a paper was dealt with; one that is new again waits for that."""
        paper = self.paper(row)
        if paper is None or paper.state is State.NEW:
            return False
        return self._came_as.get(paper.id, paper.state) is not paper.state

    def _block(self, number: int) -> dict[int, Paper]:
        block = self._blocks.get(number)
        if block is None:
            ids = self._ids[number * BLOCK : (number + 1) * BLOCK]
            block = {paper.id: paper for paper in self._load([PaperId(paper) for paper in ids])}
            self._blocks[number] = block
            if len(self._blocks) > _KEPT:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(number)
        return block

    def _renew(
        self, number: int, block: dict[int, Paper], stale: Sequence[int], *, now: bool
    ) -> None:
        """Read papers of a block again, or forget it until it is seen; paint their rows."""
        for paper in stale:
            self._came_as.setdefault(paper, block[paper].state)
        if now:
            for paper in stale:
                del block[paper]
            block.update((paper.id, paper) for paper in self._load(tuple(map(PaperId, stale))))
        else:
            del self._blocks[number]
        start, gone = number * BLOCK, set(stale)
        ids = self._ids[start : start + BLOCK]
        for first, last in _runs([start + at for at, paper in enumerate(ids) if paper in gone]):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS)))


def cell(paper: Paper, column: Column, role: int) -> object:
    """What a cell of the table says; on hover, the words that it was read from."""
    if role == Qt.ItemDataRole.DisplayRole:
        return column.text(paper)
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return column.aloud(paper)
    if role == Qt.ItemDataRole.ToolTipRole:
        return said_of(paper, column.name) or ("" if column.short else column.text(paper))
    return None


def said(paper: Paper, *, marked: bool) -> str:
    """What a screen reader says of a row."""
    people = ", ".join(paper.authors[:3]) + (" and others" if len(paper.authors) > 3 else "")
    parts = (
        "Selected" if marked else "",
        "Unread" if paper.unread else "",
        NOTICES.get(paper.notice, ""),
        plain(paper.title),
        f"Remark: {paper.remark}" if paper.remark else "",
        f"Rated {paper.rating} of 5" if paper.rating else "",
        "Flagged" if paper.flagged else "",
        ", ".join(f"{pin.digit} {pin.tag}" for pin in paper.pins),
        people,
        paper.state.value if paper.state is not State.NEW else "",
        read_to(paper),
    )
    return ". ".join(part for part in parts if part)


def read_to(paper: Paper) -> str:
    """How far a paper was read, in words; nothing of one that was not."""
    return f"Read to {round(paper.seen * 100)} %" if paper.seen > 0 else ""


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring rows together: one signal for a stretch."""
    at = 0
    while at < len(rows):
        end = at
        while end + 1 < len(rows) and rows[end + 1] == rows[end] + 1:
            end += 1
        yield rows[at], rows[end]
        at = end + 1
