"""The screen where there is none: what is said is collected, the rest refused."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from paperdesk.domain.errors import PaperDeskError, Refused
from paperdesk.domain.paper import PaperId


class Spoken:
    """A `View` for the command line: the papers that were named, and what was said."""

    def __init__(self) -> None:
        self.chosen: tuple[PaperId, ...] = ()
        self.said: list[str] = []
        self.problems: list[str] = []

    def selected(self) -> tuple[PaperId, ...]:
        """The papers that were named."""
        return self.chosen

    def say(self, sentence: str, *, undo: bool = False) -> None:  # noqa: ARG002
        """Keep a sentence for stdout."""
        self.said.append(sentence)

    def complain(self, error: PaperDeskError) -> None:
        """Keep a sentence for stderr."""
        self.problems.append(str(error))

    def confirm(self, question: str, verb: str) -> bool:  # noqa: ARG002
        """Who names the papers one by one means them."""
        return True

    def ask_text(
        self,
        question: str,
        text: str = "",  # noqa: ARG002
        choices: Sequence[str] = (),  # noqa: ARG002
    ) -> str | None:
        """Nobody is there to ask."""
        raise _needs_window(f"answer “{question}”")

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

    def __getattr__(self, name: str) -> Callable[..., Any]:
        raise _needs_window("be run")


def _needs_window(what: str) -> Refused:
    return Refused(
        f"This command needs the window to {what}: start paperdesk and press Ctrl+Shift+P."
    )
