"""Which rows of a page are equations that are set apart, to be shown as they are printed."""

import re
from collections.abc import Sequence

from paperdesk.domain.typed import MATHS
from paperdesk.reader.columns import Row

_NUMBER = re.compile(r"\(([A-Z]\.?)?\d{1,3}(\.\d{1,3})?[a-z]?\)$")
_SIGN = re.compile(r"[=<>≤≥∈≈∼→≡∝]")
_MOSTLY = 0.28
"""The share of letters of mathematics in an equation."""

_INDENT = 0.8
_SHORT = 24
"""Characters of a limit, a fraction's half, a number."""

_ROUNDS = 3


def equations(rows: Sequence[Row], body: float) -> frozenset[Row]:
    """The rows that are equations, or parts of one."""
    text = [row for row in rows if not row.is_picture]
    apart = [row for row in text if row.box[0] > row.reach[0] + _INDENT * body]
    prose = [row for row in text if row.box[0] <= row.reach[0] + _INDENT * body]
    found = {row for row in apart if _is_maths(row) and not _stands_in(row, prose)}
    rest = [row for row in apart if row not in found and len(row.text) < _SHORT]
    for _ in range(_ROUNDS):
        more = {row for row in rest if row not in found and any(_over(row, it) for it in found)}
        if not more:
            break
        found |= more
    return frozenset(found)


def _is_maths(row: Row) -> bool:
    inked = [(run, len(run.text.strip())) for run in row.runs]
    maths = sum(length for run, length in inked if run.style & MATHS)
    share = maths / max(sum(length for _, length in inked), 1)
    if share > _MOSTLY:
        return True
    return bool(_NUMBER.search(row.text.strip()) and (maths or _SIGN.search(row.text)))


def _stands_in(row: Row, prose: Sequence[Row]) -> bool:
    """Whether a row is a part of a line of text: a tall symbol, or what hangs over it."""
    return any(row.column == line.column and _overlap(row, line) > 0.5 for line in prose)


def _over(row: Row, other: Row) -> bool:
    return row.column == other.column and _overlap(row, other) > 0.25


def _overlap(one: Row, other: Row) -> float:
    """How much of the lower of two rows lies beside the other."""
    shared = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    return shared / max(min(one.box[3] - one.box[1], other.box[3] - other.box[1]), 0.1)
