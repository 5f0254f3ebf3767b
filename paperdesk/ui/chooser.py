"""A sheet over the window with a few things to choose from."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from paperdesk.commands.faces.asking import Choice, Option, Tick
from paperdesk.domain.paper import PaperId
from paperdesk.ui.sheet import Entry, Rank, Sheet, ranked
from paperdesk.ui.ticks import Ticks
from paperdesk.ui.windowhints import WindowHints


def _unknown(title: str, taken: Callable[[PaperId], None]) -> None:
    """Nobody knows of papers."""


_NEW = "\0new"
"""What the line stands for that makes what is typed: no option is called so."""


class SheetChooser:
    """Offers options as lines of a sheet: the `Chooser` of the commands."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.finding: Callable[[str, Callable[[PaperId], None]], None] = _unknown
        self._sheets: dict[str, Sheet] = {}
        self._taken: Callable[[str], None] | None = None
        self._asked: dict[str, Consulted] = {}
        self._expected: dict[str, int] = {}
        self._ticks: Ticks | None = None
        self._hints = WindowHints(window)

    def prepare(self, title: str) -> None:
        """Open the sheet of a question before its options are known; what is typed waits."""
        self._expected[title] = self._expected.get(title, 0) + 1
        sheet = self.sheet(title)
        sheet.expect()
        sheet.fit(1)

    def call_off(self, title: str) -> None:
        """Close the sheet of a question that has no options after all."""
        if self._comes(title):
            self.sheet(title).dismiss()

    def choose(self, title: str, options: Sequence[str], taken: Callable[[str], None]) -> None:
        """Offer some options; `taken` is called with the one that is chosen, if any is."""
        entries = [Entry(option, command=option) for option in options]
        self._show(title, ranked, entries, taken)

    def choose_or_make(
        self,
        title: str,
        options: Sequence[str],
        new: Callable[[str], str],
        taken: Callable[[str], None],
    ) -> None:
        """Offer some options, and last to make what is typed, where `new` has a name for that."""
        typed = ""

        def rank(entries: Sequence[Entry], wanted: str) -> tuple[Entry, ...]:
            nonlocal typed
            typed = wanted.strip()
            line = new(typed)
            return (*ranked(entries, wanted), *([Entry(line, command=_NEW)] if line else ()))

        entries = [Entry(option, command=option) for option in options]
        self._show(title, rank, entries, lambda word: taken(typed if word == _NEW else word), 1)

    def offer(self, title: str, options: Sequence[Option], taken: Callable[[str], None]) -> None:
        """Offer any number of options, in their order; `taken` is called with the id of one."""
        entries = [Entry(one.title, "", one.remark, one.id, one.also) for one in options]
        self._show(title, with_all, entries, taken)

    def find_paper(self, title: str, taken: Callable[[PaperId], None]) -> None:
        """Let a paper be sought; who knows of all of them is told by `finding`."""
        self.finding(title, taken)

    def consult(self, title: str, answer: Callable[[str], Sequence[Choice]]) -> None:
        """Offer what `answer` has for what is typed, anew after each key, at first for ""."""
        self.consulted(title).open(answer)

    def tick(
        self,
        title: str,
        lead: str,
        lines: Sequence[Tick],
        taken: Callable[[Sequence[int]], None],
    ) -> None:
        """Let some lines be ticked; `taken` gets their numbers, once it is said to begin."""
        if self._ticks is None:
            self._ticks = Ticks(self._window)
        self._ticks.open(title, lead, [(line.title, line.remark) for line in lines], taken)

    def label_everything(self) -> None:
        """Show a label at all that can be pressed in the window; typing it presses."""
        self._hints.offer()

    def sheet(self, title: str, rank: Rank | None = None) -> Sheet:
        """The sheet of a question, made when it is first asked."""
        if title not in self._sheets:
            made = Sheet(title, self._window)
            made.chosen.connect(self._take)
            self._sheets[title] = made
        if rank is not None:
            self._sheets[title].rank = rank
        return self._sheets[title]

    def consulted(self, title: str) -> "Consulted":
        """The sheet that answers under this title, made when it is first asked."""
        if title not in self._asked:
            self._asked[title] = Consulted(title, self._window)
        return self._asked[title]

    def _show(
        self,
        title: str,
        rank: Rank,
        entries: Sequence[Entry],
        taken: Callable[[str], None],
        more: int = 0,
    ) -> None:
        """Open a sheet, no higher than its lines and some `more`, unless it was turned away."""
        if self._comes(title):
            self._taken = taken
            sheet = self.sheet(title, rank)
            sheet.open(entries)
            sheet.fit(len(entries) + more)

    def _comes(self, title: str) -> bool:
        """Whether nobody has turned away from a sheet that was expected."""
        waiting = self._expected.pop(title, 0)
        if waiting > 1:
            self._expected[title] = waiting - 1
        return not waiting or not self.sheet(title).isHidden()

    def _take(self, option: str) -> None:
        taken, self._taken = self._taken, None
        if taken is not None:
            taken(option)


def with_all(entries: Sequence[Entry], wanted: str) -> tuple[Entry, ...]:
    """Those that have all the words, in the order in which they were offered."""
    words = wanted.casefold().split()
    return tuple(
        entry
        for entry in entries
        if all(word in f"{entry.title} {entry.place} {entry.also}".casefold() for word in words)
    )


class Consulted:
    """A sheet whose lines are an answer to what is typed."""

    def __init__(self, title: str, window: QWidget) -> None:
        self._answer: Callable[[str], Sequence[Choice]] = lambda _: ()
        self._choices: Sequence[Choice] = ()
        self.sheet = Sheet(title, window, self._lines)
        self.sheet.chosen.connect(self._run)

    def open(self, answer: Callable[[str], Sequence[Choice]]) -> None:
        """Show what there is to choose before anything is typed."""
        self._answer = answer
        self.sheet.open(())

    def _lines(self, _: Sequence[Entry], wanted: str) -> tuple[Entry, ...]:
        self._choices = self._answer(wanted)
        return tuple(
            Entry(choice.title, place=choice.remark, command=str(number) if choice.run else "")
            for number, choice in enumerate(self._choices)
        )

    def _run(self, number: str) -> None:
        run = self._choices[int(number)].run
        if run is not None:
            run()
