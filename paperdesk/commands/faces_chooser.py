"""The face of a question with a few answers to choose from."""

from collections.abc import Callable, Sequence
from typing import Protocol


class Chooser(Protocol):
    """Lets one of a few things be chosen, by the keyboard or the mouse."""

    def choose(self, title: str, options: Sequence[str], taken: Callable[[str], None]) -> None:
        """Offer some options; `taken` is called with the one that is chosen, if any is."""
        ...

    def label_everything(self) -> None:
        """Show a label at all that can be pressed in the window; typing it presses."""
        ...
