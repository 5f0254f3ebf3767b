"""Files that were exported of a paper which is one with another now, until somebody sees to them.

Both papers had a file in the folder, and only one goes on being written there.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy

_START = "left behind:"
"""How the keys begin under which the memory keeps them."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """A file, the texts that it may hold untouched, and the paper that its own went into."""

    key: str
    paper: int
    folder: str
    name: str
    texts: tuple[str, ...]


def key(paper: int, folder: str) -> dict[str, str]:
    """Under what is kept which file is left of a paper in a folder."""
    return {"key": f"{_START}{paper} {folder}"}


def value(paper: int, name: str, folder: str, texts: Sequence[str | None]) -> dict[str, str]:
    """What is kept: the `paper` is the one that stays."""
    told = [text for text in texts if text is not None]
    return {"value": json.dumps({"paper": paper, "folder": folder, "name": name, "texts": told})}


def leftovers(connection: sqlite3.Connection, folder: str) -> list[Leftover]:
    """The files that are left in a folder."""
    rows = connection.execute(
        "SELECT key, value FROM memory WHERE key BETWEEN ? AND ? ORDER BY key",
        (_START, _START + "~"),
    )
    found = [(row["key"], json.loads(row["value"])) for row in rows]
    return [
        Leftover(each, kept["paper"], folder, kept["name"], tuple(kept["texts"]))
        for each, kept in found
        if kept["folder"] == folder
    ]


def forget(connection: sqlalchemy.Connection, seen_to: Sequence[Leftover]) -> None:
    """Let go of files that were seen to."""
    for one in seen_to:
        connection.exec_driver_sql("DELETE FROM memory WHERE key = ?", (one.key,))
