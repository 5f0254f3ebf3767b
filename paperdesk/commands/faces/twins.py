"""Papers that may be one, as the commands show them and as they are decided on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from paperdesk.domain.duplicates import Twins
from paperdesk.domain.merger import Portrait
from paperdesk.domain.paper import PaperId


@dataclass(frozen=True, slots=True)
class Judging:
    """What can be done with papers that may be one: each calls its last argument when done."""

    look_at: Callable[[Sequence[int], Callable[[tuple[Portrait, ...]], None]], None]
    merge: Callable[[PaperId, Sequence[PaperId], Mapping[str, PaperId], Callable[[], None]], None]
    tell_apart: Callable[[Sequence[PaperId], Callable[[], None]], None]
    undo: Callable[[Callable[[], None]], None]


class DuplicateFaces(Protocol):
    """Shows papers that may be one side by side."""

    def show(self, groups: Sequence[Twins], judging: Judging) -> None:
        """Go through groups of papers, to merge each or to let it be."""
        ...
