"""How and where the open paper is searched, as the commands see it."""

from typing import Protocol


class Seeking(Protocol):
    """The switches of the find bar."""

    def switch(self, option: str) -> bool:
        """Switch `case`, `words` or `regex`, for this search and the next; whether it is on."""
        ...

    def within(self, part: str) -> None:
        """Search the `section` one is in, `pages` that are typed, or the whole paper (``)."""
        ...
