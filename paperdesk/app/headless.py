"""The screen where there is none: what is said is collected, the rest refused."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from paperdesk.app import build
from paperdesk.app.build import Rooms
from paperdesk.commands.desk import Desk, Work
from paperdesk.commands.faces.reader import ReaderFaces
from paperdesk.commands.faces.window import WindowFaces
from paperdesk.domain.errors import NotFound, PaperDeskError, Refused, StorageError
from paperdesk.domain.paper import PaperId
from paperdesk.domain.shelf import ALL, Shelf
from paperdesk.infra import paths
from paperdesk.infra.bus import at_once
from paperdesk.infra.jobs import AtOnce
from paperdesk.pdfworker import Pool
from paperdesk.search import stems
from paperdesk.search.here import SearchHere

_FOR_GOOD = "Delete"
"""The verb of what cannot be undone: it is to be given as the answer."""


class Spoken:
    """A `View` for the command line: the papers that were named, and what was said.

    A question takes the next of the answers that were given with the command.
    """

    def __init__(self, resolve: Callable[[str], PaperId]) -> None:
        """`resolve` knows which paper a word names."""
        self._resolve = resolve
        self.chosen: tuple[PaperId, ...] = ()
        self.answers: list[str] = []
        self.said: list[str] = []
        self.problems: list[str] = []

    def selected(self) -> tuple[PaperId, ...]:
        """The papers that were named."""
        return self.chosen

    def say(self, sentence: str, *, undo: bool = False) -> None:  # noqa: ARG002
        """Keep a sentence for stdout."""
        self.said.append(sentence)

    def mention(self, sentence: str) -> None:
        """Keep a sentence for stdout."""
        self.said.append(sentence)

    def complain(self, error: PaperDeskError) -> None:
        """Keep a sentence for stderr."""
        self.problems.append(str(error))

    def withdraw(self, start: str) -> None:
        """Put away the sentences for stderr that start so."""
        self.problems = [said for said in self.problems if not said.startswith(start)]

    def confirm(self, question: str, verb: str) -> bool:
        """Who names the papers one by one means them; what nothing brings back is to be said."""
        return verb != _FOR_GOOD or self._next(question).casefold() == verb.casefold()

    def ask_text(
        self,
        question: str,
        text: str = "",  # noqa: ARG002
        choices: Sequence[str] = (),  # noqa: ARG002
    ) -> str | None:
        """The next answer that was given; else nobody is there to ask."""
        return self._next(question)

    def choose(self, title: str, options: Sequence[str], taken: Callable[[str], None]) -> None:
        """Take the option that is the next answer; else nobody is there to choose."""
        answer = self._next(title)
        word = next((one for one in options if one.casefold() == answer.casefold()), None)
        if word is None:
            raise NotFound(f"“{answer}” is not offered. There are: {', '.join(options)}.")
        taken(word)

    def choose_or_make(
        self,
        title: str,
        options: Sequence[str],
        new: Callable[[str], str],
        taken: Callable[[str], None],
    ) -> None:
        """Take the option that is the next answer, else what is to be made of that."""
        answer = self._next(title)
        word = next((one for one in options if one.casefold() == answer.casefold()), answer)
        taken("" if word == new("") else word)

    def find_paper(self, title: str, taken: Callable[[PaperId], None]) -> None:
        """Take the paper that the next answer names; else nobody is there to seek one."""
        taken(self._resolve(self._next(title)))

    def write_query(self, question: str, text: str) -> str | None:  # noqa: ARG002
        """The next answer that was given; else nobody is there to write one."""
        return self._next(question)

    def write_here(self) -> bool:
        """There is no list above which a query could stand."""
        return False

    def _next(self, question: str) -> str:
        if not self.answers:
            raise _needs_window(f"answer “{question}”")
        return self.answers.pop(0)

    def __getattr__(self, name: str) -> Callable[..., Any]:
        raise _needs_window("be run")

    def ask_folder(self, question: str) -> Path | None:
        """Nobody is there to ask."""
        raise _needs_window(f"answer “{question}”")

    def ask_files(self, question: str) -> tuple[Path, ...]:
        """Nobody is there to ask."""
        raise _needs_window(f"answer “{question}”")

    def copy(self, text: str) -> None:
        """What would be copied is said."""
        self.said.append(text)

    def browse(self, url: str) -> None:
        """The address is said, for whoever wants to follow it."""
        self.said.append(url)

    def quit(self) -> None:
        """There is no window to close."""


class NoScreen:
    """The list, the page and the panes where there is no window.

    Moving on after a verb needs none; everything else says that it does.
    """

    def advance(self, papers: Sequence[PaperId]) -> None:
        """There is no cursor to move."""

    def reload(self) -> None:
        """There is no list to ask for again."""

    def shelf(self) -> Shelf:
        """No list is shown, so none that a verb could be about."""
        return ALL

    def follow(self, shelf: Shelf) -> None:
        """There is no list to show it in."""

    def write_remark(self, paper: PaperId, text: str, taken: Callable[[str], None]) -> bool:  # noqa: ARG002
        """There is no list with a line in it."""
        return False

    def wake(self) -> None:
        """Nothing is asked by itself."""

    def paper(self) -> PaperId | None:
        """No paper is open."""
        return None

    def __getattr__(self, name: str) -> Callable[..., Any]:
        raise _needs_window("be run")


def _needs_window(what: str) -> Refused:
    return Refused(
        f"This command needs the window to {what}: start paperdesk and press Ctrl+Shift+P."
    )


@dataclass(frozen=True, slots=True)
class Headless:
    """A desk without a screen: for the command line."""

    rooms: Rooms
    desk: Desk
    spoken: Spoken
    search: SearchHere

    def choose(self, papers: Sequence[PaperId], answers: Sequence[str] = ()) -> None:
        """Say which papers the next command is about, and how its questions are answered."""
        self.spoken.chosen = tuple(papers)
        self.spoken.answers = list(answers)


@contextlib.contextmanager
def headless() -> Iterator[Headless]:
    """A library opened for a verb, and closed after it."""
    made = build.rooms(paths.home(), at_once, stems.kin)
    spoken, nothing = Spoken(made.library.resolve), NoScreen()
    try:
        desk = build.desk(
            made,
            Work(AtOnce(), nothing, nothing),
            _around(spoken, nothing),
            ReaderFaces(**{face.name: nothing for face in fields(ReaderFaces)}),
        )
        here = SearchHere(made.home, made.database, _one_worker)
        yield Headless(made, desk, spoken, here)
        with contextlib.suppress(StorageError):  # what waits to be judged goes on waiting
            made.rules.settle()
    finally:
        made.close()


def _around(spoken: Spoken, nothing: Any) -> WindowFaces:
    """The window's faces: what is said is heard, the rest is not there."""
    heard = ("view", "chooser", "editor")
    return WindowFaces(
        **{face.name: spoken if face.name in heard else nothing for face in fields(WindowFaces)}
    )


def _one_worker() -> Pool:
    """A pool for background work: slow, but small."""
    return Pool(build.worker("--worker"), at_once, workers=1)
