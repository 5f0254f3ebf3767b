"""The trail of jumps of a view, from paper to paper."""

from collections.abc import Callable

from paperdesk.domain.note import Place
from paperdesk.domain.paper import PaperId
from paperdesk.reader.trail import Stop, Trail


class History:
    """What a view's own trail becomes when it shows one paper after another: a `Way`."""

    def __init__(
        self, shown: Callable[[], PaperId | None], open_at: Callable[[Stop], None]
    ) -> None:
        """`shown` is the paper in the view; `open_at` shows another one in it, at a place."""
        self._shown = shown
        self._open_at = open_at
        self._trail: Trail[Stop] = Trail()

    def leave(self, here: Place) -> None:
        """Remember a place that a jump, or another paper, is about to leave."""
        paper = self._shown()
        if paper is not None:
            self._trail.leave(Stop(paper, here))

    def back(self, here: Place, steps: int) -> Place | None:
        """The place so many jumps back (or forward); one in another paper is opened there."""
        paper = self._shown()
        return None if paper is None else self._arrive(self._trail.back(Stop(paper, here), steps))

    def swap(self, here: Place) -> Place | None:
        """The place that the last jump began at; one in another paper is opened there."""
        paper = self._shown()
        return None if paper is None else self._arrive(self._trail.swap(Stop(paper, here)))

    def clear(self) -> None:
        """Another document is shown: the trail leads there, too."""

    def _arrive(self, stop: Stop | None) -> Place | None:
        if stop is not None and stop.paper != self._shown():
            self._open_at(stop)
            return None
        return None if stop is None else stop.place
