"""Where the tables of a page are: between rules that are as wide as each other, and in grids."""

import re
from collections.abc import Sequence

from paperdesk.domain.note import Quad
from paperdesk.pdfworker.child.patches import touching

_WIDE = 60.0
_THIN = 3.0
_ALIKE = 6.0
"""Points by which the ends of rules of one table may differ."""

_FURTHEST = 260.0
"""Points between two rules of one table at most."""

_ROWS = 24.0
_MARGIN = 2.0
_PROSE = 60
"""Characters of a line of running text; the cells of a table have fewer."""

_MOST = 600
"""Rules and grids of a page that are looked at."""

_CAPTION = re.compile(r"tab(le|\.)?\s*\d", re.IGNORECASE)
_NEAR = 40.0

_Line = tuple[Quad, str]


def tables(pieces: Sequence[Quad], lines: Sequence[_Line], figures: Sequence[Quad]) -> list[Quad]:
    """The boxes of tables, given rules and fills, the lines of text, and what are figures."""
    rules, grids = [], []
    for box in touching(pieces):
        if box[3] - box[1] <= _THIN:
            rules.append(box)
        elif box[3] - box[1] > _ROWS and box[2] - box[0] > _WIDE:
            grids.append(box)
    ruled = [_around(group) for group in _ruled(rules) if _is_table(group, lines)]
    found: list[Quad] = []
    for box in (*ruled, *(grid for grid in grids[:_MOST] if _has_cells(grid, lines))):
        if not any(_cross(box, other) for other in (*figures, *found)):
            found.append((box[0] - _MARGIN, box[1] - _MARGIN, box[2] + _MARGIN, box[3] + _MARGIN))
    return found


def _ruled(rules: Sequence[Quad]) -> list[list[Quad]]:
    """Rules below each other that begin and end alike."""
    groups: list[list[Quad]] = []
    for rule in sorted(rules, key=lambda box: box[1])[:_MOST]:
        if rule[2] - rule[0] < _WIDE:
            continue
        group = next((group for group in groups if _goes_on(group[-1], rule)), None)
        if group is None:
            groups.append([rule])
        else:
            group.append(rule)
    return [group for group in groups if len(group) > 1]


def _goes_on(above: Quad, rule: Quad) -> bool:
    alike = abs(above[0] - rule[0]) < _ALIKE and abs(above[2] - rule[2]) < _ALIKE
    return alike and rule[1] - above[1] < _FURTHEST


def _is_table(group: Sequence[Quad], lines: Sequence[_Line]) -> bool:
    """Whether cells stand between some rules: three of them, or two and a caption."""
    box = _around(group)
    if not _has_cells(box, lines):
        return False
    near = box[0] - _NEAR, box[1] - _NEAR, box[2] + _NEAR, box[3] + _NEAR
    captioned = any(_CAPTION.match(text) and _cross(line, near) for line, text in lines)
    return len(group) > 2 or captioned


def _has_cells(box: Quad, lines: Sequence[_Line]) -> bool:
    inside = [text for line, text in lines if _middle_in(line, box)]
    prose = sum(len(text) > _PROSE for text in inside)
    return len(inside) >= 2 and 2 * prose < len(inside)


def _around(boxes: Sequence[Quad]) -> Quad:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _middle_in(box: Quad, other: Quad) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return other[0] <= x <= other[2] and other[1] <= y <= other[3]


def _cross(one: Quad, other: Quad) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
