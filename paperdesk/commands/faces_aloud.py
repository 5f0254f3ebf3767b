"""Reading aloud, as the commands see it."""

from typing import Protocol


class Aloud(Protocol):
    """The system's voice, and the paper that it reads."""

    def toggle(self) -> None:
        """Begin to read the open paper aloud; pause; go on."""
        ...

    def stop(self) -> None:
        """Read no more."""
        ...

    def step(self, sentences: int) -> None:
        """Go on with a later sentence, or with an earlier one."""
        ...
