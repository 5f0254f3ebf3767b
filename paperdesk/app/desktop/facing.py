"""Faces that follow: commands speak to one, and it is always that of the view with the keys."""

from collections.abc import Callable
from typing import Generic, TypeVar, cast

T = TypeVar("T")


def facing(whose: Callable[[], T]) -> T:
    """A face that asks `whose` it is at every call, so that no command has to."""
    return cast(T, _Face(whose))


class _Face(Generic[T]):
    """Hands on whatever is asked of it."""

    def __init__(self, whose: Callable[[], T]) -> None:
        self._whose = whose

    def __getattr__(self, name: str) -> object:
        return getattr(self._whose(), name)
