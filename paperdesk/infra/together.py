"""All rows of a question in one step, for the window's thread.

*Why:* Python's sqlite3 gives up the interpreter's lock at every row. Where another
thread runs Python meanwhile, as while a long feed is merged, each time costs up to
a switch interval: a screenful of papers has some seven hundred rows.
"""

import json
import sqlite3
from collections.abc import Sequence
from typing import Any


def together(
    connection: sqlite3.Connection, sql: str, values: Sequence[object], columns: int
) -> list[list[Any]]:
    """The rows of a statement with so many columns, in its order.

    Numbers with a point keep 15 digits, as `rounded` has them.
    """
    names = ", ".join(f"c{number}" for number in range(columns))
    asked = f"WITH rows ({names}) AS ({sql}) SELECT json_group_array(json_array({names})) FROM rows"
    rows: list[list[Any]] = json.loads(connection.execute(asked, values).fetchone()[0])
    return rows


def rounded(number: float) -> float:
    """A number as `together` reads it: of a moment, to a hundred-thousandth of a second."""
    return float(f"{number:.15g}")
