"""How the table of one view stands: its columns, their widths and order, what it is sorted by."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from paperdesk.domain.shelf import Group, Sort
from paperdesk.ui.list.columns import COLUMNS

NAMES = tuple(one.name for one in COLUMNS)
TITLE = NAMES[0]
"""The column that is always there, and always the first."""

MOST_SORTS = 4


@dataclass(frozen=True, slots=True)
class Look:
    """A table, or the cards in its place, as one view has them."""

    on: bool = False
    hidden: frozenset[str] = frozenset(one.name for one in COLUMNS if not one.shown)
    order: tuple[str, ...] = NAMES
    widths: Mapping[str, int] = field(
        default_factory=lambda: {one.name: one.width for one in COLUMNS}
    )
    sorts: tuple[Sort, ...] = ()
    """The columns that it is sorted by, the first one first."""

    group: Group | None = None
    """What its papers stand together by, as cards too."""

    def toggled(self, name: str) -> Self:
        """With a column shown, or hidden; the title stays."""
        return self if name == TITLE else replace(self, hidden=self.hidden ^ {name})

    def shown(self) -> tuple[str, ...]:
        """The columns that are shown, from the left."""
        return tuple(name for name in self.order if name not in self.hidden)

    def moved(self, name: str, steps: int) -> Self:
        """With a column that many shown columns further right; the title stays the first."""
        shown = list(self.shown())
        if name not in shown or name == TITLE:
            return self
        at = shown.index(name)
        beside = min(max(at + steps, 1), len(shown) - 1)
        if beside == at:
            return self
        order = [one for one in self.order if one != name]
        order.insert(order.index(shown[beside]) + (beside > at), name)
        return replace(self, order=tuple(order))

    def ordered(self, names: tuple[str, ...]) -> Self:
        """With the columns in this order, the title first."""
        rest = tuple(name for name in names if name != TITLE)
        return replace(self, order=(TITLE, *rest))

    def wide(self, name: str, width: int) -> Self:
        """With a column that wide."""
        return replace(self, widths={**self.widths, name: width})

    def sorted_alone(self, name: str, *, falling: bool) -> Self:
        """Sorted by a column; again, the other way; a third time, not at all."""
        now = self.sorts[0] if len(self.sorts) == 1 else None
        turned = _turned(now if now is not None and now.column == name else None, name, falling)
        return replace(self, sorts=() if turned is None else (turned,))

    def sorted_further(self, name: str, *, falling: bool) -> Self:
        """Sorted by a column after those that it is sorted by; again, as alone."""
        at = next((at for at, one in enumerate(self.sorts) if one.column == name), len(self.sorts))
        before, after = self.sorts[:at], self.sorts[at + 1 :]
        if at == MOST_SORTS:
            return self
        now = self.sorts[at] if at < len(self.sorts) else None
        turned = _turned(now, name, falling)
        return replace(self, sorts=(*before, *(() if turned is None else (turned,)), *after))

    def kept(self) -> dict[str, Any]:
        """As it is kept in the library."""
        return {
            "on": self.on,
            "hidden": sorted(self.hidden),
            "order": list(self.order),
            "widths": dict(self.widths),
            "sort": [[one.column, one.descending] for one in self.sorts],
            "group": self.group,
        }


def look(kept: Mapping[str, Any]) -> Look:
    """As it was kept; columns that are no more are passed over, new ones stand last."""
    names = [name for name in kept.get("order", NAMES) if name in NAMES]
    missing = [name for name in NAMES if name not in names]
    widths = {name: int(width) for name, width in kept["widths"].items() if name in NAMES}
    sorts = kept["sort"] or []
    if sorts and isinstance(sorts[0], str):  # One column, as it was kept before there were several.
        sorts = [sorts]
    begun = Look()
    return Look(
        on=bool(kept["on"]),
        hidden=frozenset(NAMES) & {*kept["hidden"], *(begun.hidden & {*missing})} - {TITLE},
        order=begun.ordered((*names, *missing)).order,
        widths={**begun.widths, **widths},
        sorts=tuple(
            Sort(column, descending=bool(descending))
            for column, descending in sorts
            if column in NAMES
        ),
        group=next((one for one in Group if one == kept.get("group")), None),
    )


def _turned(now: Sort | None, name: str, falling: bool) -> Sort | None:  # noqa: FBT001
    """What a column is sorted by next: its own way first, then the other, then not."""
    if now is None:
        return Sort(name, descending=falling)
    return Sort(name, descending=not falling) if now.descending is falling else None
