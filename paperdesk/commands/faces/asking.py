"""What the window asks: one of several things, a rule, the details of a paper."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from paperdesk.domain.details import Details
from paperdesk.domain.paper import PaperId
from paperdesk.domain.rule import Edited, Rule


@dataclass(frozen=True, slots=True)
class Choice:
    """A line to choose: what it is, a remark at its end, and what it does, if anything."""

    title: str
    remark: str = ""
    run: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class Tick:
    """A line that can be ticked: its name, what is in it."""

    title: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: what it is called, a remark beside it, words it also answers to.

    Without an id it can be read, but not chosen.
    """

    id: str
    title: str
    remark: str = ""
    also: str = ""


class Chooser(Protocol):
    """Lets one of a few things be chosen, by the keyboard or the mouse."""

    def prepare(self, title: str) -> None:
        """Open the sheet of a question before its options are known; what is typed waits."""
        ...

    def call_off(self, title: str) -> None:
        """Close the sheet of a question that has no options after all."""
        ...

    def choose(self, title: str, options: Sequence[str], taken: Callable[[str], None]) -> None:
        """Offer some options; `taken` is called with the one that is chosen, if any is."""
        ...

    def choose_or_make(
        self,
        title: str,
        options: Sequence[str],
        new: Callable[[str], str],
        taken: Callable[[str], None],
    ) -> None:
        """Offer some options, and last to make what is typed: `new` names that line, if any.

        `taken` is called with the option that is chosen, or with what was typed.
        """
        ...

    def offer(self, title: str, options: Sequence[Option], taken: Callable[[str], None]) -> None:
        """Offer any number of options, in their order; `taken` is called with the id of one."""
        ...

    def find_paper(self, title: str, taken: Callable[[PaperId], None]) -> None:
        """Let a paper be sought by title, author or key."""
        ...

    def consult(self, title: str, answer: Callable[[str], Sequence[Choice]]) -> None:
        """Offer what `answer` has for what is typed, anew after each key, at first for ""."""
        ...

    def tick(
        self,
        title: str,
        lead: str,
        lines: Sequence[Tick],
        taken: Callable[[Sequence[int]], None],
    ) -> None:
        """Let some lines be ticked; `taken` gets their numbers, once it is said to begin."""
        ...

    def label_everything(self) -> None:
        """Show a label at all that can be pressed in the window; typing it presses."""
        ...


class RuleEditor(Protocol):
    """Lets rules be written, with what they would find beside."""

    def edit(self, draft: Rule) -> Edited | None:
        """What was written of a draft or a rule; None when the user turned away."""
        ...

    def write_here(self) -> bool:
        """Put the caret into the query above the list; False if none stands there."""
        ...

    def write_query(self, question: str, text: str) -> str | None:
        """The query that was written in place of a text; None when the user turned away."""
        ...


class DetailsForm(Protocol):
    """Lets the details of a paper be written."""

    def write(self, details: Details, edited: Collection[str] = ()) -> Details | None:
        """What was written; None when the user turned away. `edited` are theirs already."""
        ...

    def write_remark(self, paper: PaperId, text: str, taken: Callable[[str], None]) -> bool:
        """Let a remark be written where it stands in the list; False if the list has no keys.

        `taken` is called with what was written, unless the user turns away.
        """
        ...
