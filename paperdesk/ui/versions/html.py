"""A change as rich text: the old words and the new ones side by side, or one below the other."""

import html
from collections.abc import Sequence
from dataclasses import dataclass

from paperdesk.domain.comparison import Change, Stretch

AROUND = 15
"""Words that are shown on either side of what changed."""


@dataclass(frozen=True, slots=True)
class Dress:
    """Sizes in points and colours by name, as the theme has them."""

    size: float
    ink: str
    muted: str
    gone: str
    fresh: str


def change_page(change: Change, names: tuple[str, str], dress: Dress, *, wide: bool) -> str:
    """A change; what is gone is struck out, what is new underlined: no colour need be seen."""
    sides = (
        (names[0], change.old, f"color:{dress.gone}; text-decoration:line-through"),
        (names[1], change.new, f"color:{dress.fresh}; text-decoration:underline"),
    )
    cells = [_cell(name, side, style, dress) for name, side, style in sides if side]
    if wide:
        rows = "<tr>" + "".join(f'<td width="50%">{cell}</td>' for cell in cells) + "</tr>"
    else:
        rows = "".join(f"<tr><td>{cell}</td></tr>" for cell in cells)
    return (
        f'<body style="color:{dress.ink}; font-size:{dress.size}pt">'
        f'<table width="100%" cellpadding="6">{rows}</table></body>'
    )


def _cell(name: str, side: Sequence[Stretch], style: str, dress: Dress) -> str:
    whole = all(one.changed for one in side)
    shown = side if whole or not any(one.changed for one in side) else _folded(side)
    text = "".join(_stretch(one, "" if whole else style) for one in shown)
    note = f'<p style="color:{dress.muted}; margin:0 0 4px 0">{html.escape(name)}</p>'
    return f'{note}<p style="line-height:130%; margin:0">{text}</p>'


def _folded(side: Sequence[Stretch]) -> list[Stretch]:
    """The words around what changed; of long stretches that did not, both ends."""
    found: list[Stretch] = []
    for index, one in enumerate(side):
        words = one.text.split()
        if one.changed or len(words) <= 2 * AROUND:
            found.append(one)
            continue
        before = " ".join(words[:AROUND]) if index else ""
        after = " ".join(words[-AROUND:]) + " " if index + 1 < len(side) else ""
        found.append(Stretch(f"{before} … {after}".lstrip()))
    return found


def _stretch(one: Stretch, style: str) -> str:
    """Words; of a side that is new or gone as a whole, nothing need be picked out."""
    text = html.escape(one.text)
    if not one.changed or not style:
        return text
    bold = "; font-weight:bold" if one.number else ""
    return f'<span style="{style}{bold}">{text.rstrip()}</span>{" " * text.endswith(" ")}'
