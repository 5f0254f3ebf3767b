"""What a look at the library found: a sentence each, with its remedy named before it is used."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

Repair = Callable[[sqlite3.Connection], None]
"""Puts something right, within a transaction."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be.

    `name` is what other programs know it by; `remedy` is what would be done about
    it, or what a person can do where this program cannot.
    """

    name: str
    sentence: str
    remedy: str
    mendable: bool = False
    """Whether this program can put it right by itself, and safely."""


@dataclass(frozen=True, slots=True)
class Remedied:
    """A finding with what puts it right.

    `apart` works beside the database: it moves a file, or has the index made anew.
    """

    finding: Finding
    repair: Repair | None = None
    apart: Callable[[], None] | None = None


def found(
    name: str,
    sentence: str,
    remedy: str,
    repair: Repair | None = None,
    apart: Callable[[], None] | None = None,
) -> Remedied:
    """Something that is wrong; without `repair` or `apart`, `remedy` is for a person."""
    mendable = repair is not None or apart is not None
    return Remedied(Finding(name, sentence, remedy, mendable), repair, apart)


def counted(number: int, one: str, more: str = "") -> str:
    """A number of things, in words that fit it.

    >>> counted(1, "paper"), counted(2, "paper")
    ('1 paper', '2 papers')
    """
    return f"{number:,} {one if number == 1 else more or one + 's'}"
