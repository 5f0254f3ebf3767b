"""What could not be shown in the reader, as the commands see it."""

from typing import Protocol


class Remedy(Protocol):
    """Pages and files in which something went wrong."""

    def try_again(self) -> bool:
        """Try what shows and could not be drawn, or opened; whether there was any."""
        ...
