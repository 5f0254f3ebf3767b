"""The papers that are open beside each other, and those that were."""

from collections.abc import Sequence

from paperdesk.domain.paper import PaperId

MOST = 24
"""Tabs; one more closes the one that was shown longest ago, which loses nothing.

A tab is no more than a paper: its place is kept in the library all the same,
and the tab itself can be opened again.
"""

REMEMBERED = 50
"""Closed tabs that can be opened again."""

_LAST = 9
"""The number that stands for the last tab, as in a browser."""


class Tabs:
    """Open papers in a row, one of them current; no paper has two tabs.

    One of the tabs may be in passing: who goes through a list leaves no trail
    of tabs, since the next paper that is passed takes the place of the last.
    """

    def __init__(
        self,
        papers: Sequence[PaperId] = (),
        current: PaperId | None = None,
        closed: Sequence[PaperId] = (),
        passing: PaperId | None = None,
    ) -> None:
        self.papers = list(dict.fromkeys(papers))[:MOST]
        self.current = current if current in self.papers else next(iter(self.papers), None)
        self.closed = [paper for paper in closed if paper not in self.papers]
        self.passing = passing if passing in self.papers else None
        self._shown = [paper for paper in self.papers if paper != self.current]

    def show(self, paper: PaperId, *, passing: bool = False) -> None:
        """Make a paper the current one, in a new tab beside the current if it has none.

        In passing it takes the tab of the paper passed before; shown otherwise it stays.
        """
        if paper not in self.papers:
            self._insert(paper, passing=passing)
        elif not passing:
            self.settle(paper)
        self.closed = [one for one in self.closed if one != paper]
        if self.current is not None and self.current != paper:
            self._shown = [one for one in self._shown if one != self.current] + [self.current]
        self._shown = [one for one in self._shown if one != paper]
        self.current = paper
        if len(self.papers) > MOST:
            self.close(self._shown[0])

    def settle(self, paper: PaperId) -> None:
        """Let a paper that was only passed keep its tab."""
        if self.passing == paper:
            self.passing = None

    def close(self, paper: PaperId) -> None:
        """Close a paper's tab; after the current one comes its neighbour to the right."""
        if paper not in self.papers:
            return
        at = self.papers.index(paper)
        self.settle(paper)
        self.papers.remove(paper)
        self._shown = [one for one in self._shown if one != paper]
        self.closed = [*self.closed, paper][-REMEMBERED:]
        if paper == self.current:
            self.current = self.papers[min(at, len(self.papers) - 1)] if self.papers else None

    def neighbour(self, steps: int) -> PaperId | None:
        """The paper so many tabs to the right of the current one, round the end."""
        if not self.papers:
            return None
        return self.papers[(self._at() + steps) % len(self.papers)]

    def at(self, number: int) -> PaperId | None:
        """The paper of a tab, counted from 1; 9 is the last."""
        if number == _LAST:
            return self.papers[-1] if self.papers else None
        return self.papers[number - 1] if 0 < number <= len(self.papers) else None

    def lately(self) -> list[PaperId]:
        """The open papers, those shown last first; the current one is the last."""
        before = self._shown[::-1]
        return before if self.current is None else [*before, self.current]

    def last_closed(self) -> PaperId | None:
        """The paper whose tab was closed last."""
        return self.closed[-1] if self.closed else None

    def arrange(self, papers: Sequence[PaperId]) -> None:
        """Put the tabs into another order."""
        if sorted(papers) == sorted(self.papers):
            self.papers = list(papers)

    def _insert(self, paper: PaperId, *, passing: bool) -> None:
        """Give a paper its tab: beside the current one, or that of the paper passed before."""
        if passing and self.passing is not None:
            self.papers[self.papers.index(self.passing)] = paper
            self._shown = [one for one in self._shown if one != self.passing]
            self.current = paper if self.current == self.passing else self.current
        else:
            self.papers.insert(self._at() + 1, paper)
        if passing:
            self.passing = paper

    def _at(self) -> int:
        return -1 if self.current is None else self.papers.index(self.current)
