"""The lines of a page that stand out from the rest, by size, weight or a number."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from paperdesk.domain.pages import Headlines, Line, Setting
from paperdesk.pdfworker.child.documents import FAULTS, OpenDocument
from paperdesk.pdfworker.child.inspecting import finite
from paperdesk.pdfworker.child.wording import clean_line

_MOST_ON_A_PAGE = 80
_LONGEST = 200
"""Characters of a line; what is longer is no heading."""

_BOLD = 1 << 4
"""MuPDF's flag of a bold font; many fonts of TeX say so by their names only."""

_BOLD_NAME = re.compile(r"bold|black|heavy|cmbx|sfbx|cmssbx|-medi|demi|\.b$|-b$", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:\d{1,3}|[IVX]{1,5}|[A-H])(?:\.\d{1,3})*[.:)]? +\S|(?:\d{1,3}\.)+\d*$")
_FEW = 2
"""Words of a heading such as "Related Work", in whatever letters."""

_SLANT = 0.1
_BESIDE, _BELOW, _INDENT = 0.5, 1.6, 3.0
"""In sizes of a line: what two lines of one row share, how near the text below
begins, and how far it is indented."""

_NUMBER = re.compile(r"\d{1,3}|[IVX]{1,5}")
_LETTER = re.compile(r"[^\W\d_]")


def headlines(document: OpenDocument, request: Headlines) -> tuple[Setting, ...]:
    """How the pages from the first to the last are set; unreadable ones are left out."""
    pages = range(max(request.first, 0), min(request.last + 1, document.pages))
    found = (_setting(document, page) for page in pages)
    return tuple(setting for setting in found if setting is not None)


def _setting(document: OpenDocument, page: int) -> Setting | None:
    try:
        blocks = document.text_page(page).extractDICT()["blocks"]
    except FAULTS:
        return None
    raws = [raw for block in blocks for raw in block["lines"] if _is_text(raw)]
    sizes: Counter[float] = Counter()
    faces: Counter[str] = Counter()
    for raw in raws:
        for span in raw["spans"]:
            sizes[_size(span)] += len(span["text"])
            faces[span["font"]] += len(span["text"])
    if not sizes:
        return None
    (body, letters), face = sizes.most_common(1)[0], faces.most_common(1)[0][0]
    lines = [_line(raw, face) for raw in raws]
    told = [
        replace(line, heads=_heads(lines, index, body))
        for index, line in enumerate(lines)
        if _stands_out(line, body)
    ]
    return Setting(page, body, letters, tuple(told[:_MOST_ON_A_PAGE]))


def _is_text(raw: Mapping[str, Any]) -> bool:
    """Whether a line has letters or digits, and is not set upwards."""
    return abs(raw["dir"][1]) < _SLANT and any(span["text"].strip() for span in raw["spans"])


def _size(span: Mapping[str, Any]) -> float:
    """The size of letters in half points: files differ in the last digits."""
    return round(finite(span["size"]) * 2) / 2


def _line(raw: Mapping[str, Any], face: str) -> Line:
    sizes: Counter[float] = Counter()
    for span in raw["spans"]:
        sizes[_size(span)] += len(span["text"])
    left, top, right, bottom = raw["bbox"]
    said = [span for span in raw["spans"] if _LETTER.search(span["text"])]
    return Line(
        text=clean_line("".join(span["text"] for span in raw["spans"])),
        box=(finite(left), finite(top), finite(right), finite(bottom)),
        size=sizes.most_common(1)[0][0],
        bold=all(_is_bold(span) for span in said or raw["spans"]),
        apart=all(span["font"] != face for span in said or raw["spans"]),
        heads=False,
    )


def _heads(lines: Sequence[Line], index: int, body: float) -> bool:
    """Whether the text of the page goes on right below a line, and nothing stands beside it."""
    line = lines[index]
    for other in lines[max(index - 1, 0) : index + 2]:
        shared = min(line.box[3], other.box[3]) - max(line.box[1], other.box[1])
        if other is not line and shared > line.size * _BESIDE:
            return False
    if index + 1 == len(lines):
        return False
    below = lines[index + 1]
    plain = below.size == body and not below.apart
    near = -line.size * 0.5 < below.box[1] - line.box[3] < line.size * _BELOW
    return plain and near and abs(below.box[0] - line.box[0]) < line.size * _INDENT


def _is_bold(span: Mapping[str, Any]) -> bool:
    return bool(span["flags"] & _BOLD) or bool(_BOLD_NAME.search(span["font"]))


def _stands_out(line: Line, body: float) -> bool:
    if len(line.text) > _LONGEST:
        return False
    if _NUMBERED.match(line.text):
        return True
    if not _LETTER.search(line.text):
        return (line.bold or line.size > body) and bool(_NUMBER.fullmatch(line.text))
    few = len(line.text.split()) <= _FEW
    return line.size > body or line.bold or line.text.isupper() or few or line.apart
