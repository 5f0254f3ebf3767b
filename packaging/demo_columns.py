"""Blocks poured into two columns; figures and tables float to where there is room."""

import io
from dataclasses import dataclass
from typing import Any

import pymupdf
from demo_source import Block, Json

INK = "#16181d"
STYLE = f"""
body {{ margin: 0; font-family: Times; font-size: 9.8pt; line-height: 1.2; color: {INK}; }}
p, h2, h3, table {{ margin: 0; }}
p {{ text-indent: 1em; text-align: justify; }}
p.on {{ text-indent: 0; }}
h2 {{ font-size: 11.5pt; }}
h3 {{ font-size: 10pt; font-style: italic; font-weight: normal; }}
sup, sub {{ font-size: 7pt; line-height: 1; }}
code {{ font-family: Courier; font-size: 8.4pt; }}
table {{ width: 100%; border-collapse: collapse; }}
td {{ padding: 1.6pt 2pt; font-size: 8.4pt; text-indent: 0; hyphens: none; }}
td.figure {{ text-align: right; }}
tr.first td {{ border-top: 0.8pt solid {INK}; border-bottom: 0.5pt solid {INK}; }}
tr.first td {{ font-weight: bold; }}
tr.last td {{ border-bottom: 0.8pt solid {INK}; }}
td.formula {{ text-align: center; font-size: 10pt; }}
td.number {{ text-align: right; font-size: 10pt; width: 22pt; }}
p.caption {{ font-size: 8.4pt; line-height: 1.15; text-indent: 0; }}
p.caption + table {{ margin-top: 4pt; }}
p.reference {{ font-size: 8.4pt; line-height: 1.15; text-indent: -14pt; margin-left: 14pt; }}
p.title {{ font-size: 17pt; font-weight: bold; line-height: 1.15; hyphens: none; }}
p.title, p.authors, p.place {{ text-align: center; text-indent: 0; }}
p.authors {{ font-size: 11pt; margin-top: 9pt; }}
p.place {{ font-size: 9pt; font-style: italic; }}
p.abstract {{ font-size: 9pt; text-indent: 0; margin: 0 30pt; }}
h2.abstract {{ font-size: 9.5pt; text-align: center; margin: 10pt 0 2pt 0; }}
"""
BEFORE = {"h2": 10.0, "h3": 7.0, "equation": 5.0, "figure": 9.0, "table": 9.0, "reference": 2.5}
AFTER = {"h2": 3.5, "h3": 2.0, "equation": 5.0, "figure": 9.0, "table": 9.0}
KEEP = {"h2": 46.0, "h3": 42.0, "equation": 20.0}
"""How much room a heading or a formula wants below its top, or it goes on."""

FLOATS = ("figure", "table")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper that is printed on, in points."""

    width: float
    height: float
    margin: float
    gutter: float = 16.0

    @property
    def top(self) -> float:
        """Where the columns begin."""
        return self.margin + 6

    @property
    def bottom(self) -> float:
        """Where the columns end."""
        return self.height - self.margin - 8

    @property
    def column(self) -> float:
        """The width of a column."""
        return (self.width - 2 * self.margin - self.gutter) / 2


class Columns:
    """The columns of a paper, being filled.

    Why block by block, though MuPDF's Story flows by itself: it loses text
    behind a box of fixed height that crosses the end of a column.
    """

    def __init__(self, sheet: Sheet, last: tuple[int, float] = (-1, 0.0)) -> None:
        self.places: list[Any] = []
        self.drawings: list[tuple[int, pymupdf.Rect, Json]] = []
        self._sheet = sheet
        self._last_page, self._last_end = last
        self._written = io.BytesIO()
        self._writer = pymupdf.DocumentWriter(self._written)
        self._device = self._writer.begin_page(self._paper())
        self._page, self._side = 0, 0
        self._from = self._y = sheet.top
        self._waiting: list[Block] = []
        self._last = ""

    def head(self, title: str) -> None:
        """The title over both columns."""
        sheet = self._sheet
        story = pymupdf.Story(title, user_css=STYLE)
        room = pymupdf.Rect(sheet.margin, sheet.top, sheet.width - sheet.margin, sheet.bottom)
        _, filled = story.place(room)
        self._note(story)
        story.draw(self._device)
        self._from = self._y = filled[3] + 16

    def add(self, block: Block) -> None:
        """Set the next block; figures and tables may wait for the next column."""
        if block.kind in FLOATS and (self._waiting or self._height(block) > self._room()):
            self._waiting.append(block)
            return
        if KEEP.get(block.kind, 12.0) > self._room() - self._gap(block):
            self._next_column()
        self._set(block)

    @property
    def used(self) -> tuple[int, float]:
        """The page that is being filled, and where its columns would end in balance."""
        full = self._side * (self._end() - self._from)
        return self._page, self._from + (full + self._y - self._from) / 2

    def document(self) -> pymupdf.Document:
        """The finished pages."""
        while self._waiting:
            self._next_column()
        self._writer.end_page()
        self._writer.close()
        return pymupdf.open("pdf", self._written.getvalue())

    def _set(self, block: Block) -> None:
        self._y += self._gap(block)
        if block.drawing is not None:
            height = float(str(block.drawing["height"]))
            x = self._left()
            box = pymupdf.Rect(x, self._y, x + self._sheet.column, self._y + height)
            self.drawings.append((self._page, box, block.drawing))
            self._y += height + 4
        is_first = self._last in ("h2", "h3") and block.kind == "p"
        text = block.html.replace('class="p"', 'class="on"') if is_first else block.html
        story = pymupdf.Story(page_of(text), user_css=STYLE)
        self._last = block.kind
        while self._place(story):
            self._next_column()
        self._y += AFTER.get(block.kind, 0.0)

    def _place(self, story: pymupdf.Story) -> bool:
        """Set what fits into the column; whether there is more."""
        x = self._left()
        more, filled = story.place(pymupdf.Rect(x, self._y, x + self._sheet.column, self._end()))
        self._note(story)
        story.draw(self._device)
        self._y = max(self._y, filled[3])
        return bool(more)

    def _next_column(self) -> None:
        if self._side == 0:
            self._side, self._y = 1, self._from
        else:
            self._writer.end_page()
            self._device = self._writer.begin_page(self._paper())
            self._page, self._side = self._page + 1, 0
            self._from = self._y = self._sheet.top
        waiting, self._waiting = self._waiting, []
        for block in waiting:
            if self._height(block) <= self._room():
                self._set(block)
            else:
                self._waiting.append(block)

    def _note(self, story: pymupdf.Story) -> None:
        """Remember where headings, anchors and links have come to stand."""

        def keep(place: Any) -> None:
            place.page_num = self._page
            self.places.append(place)

        story.element_positions(keep)

    def _height(self, block: Block) -> float:
        story = pymupdf.Story(page_of(block.html), user_css=STYLE)
        _, filled = story.place(pymupdf.Rect(0, 0, self._sheet.column, 5000))
        drawing = float(str(block.drawing["height"])) + 4 if block.drawing else 0.0
        return float(filled[3]) + drawing + self._gap(block)

    def _gap(self, block: Block) -> float:
        return 0.0 if self._y <= self._from else BEFORE.get(block.kind, 0.0)

    def _room(self) -> float:
        return self._end() - self._y

    def _end(self) -> float:
        if self._page == self._last_page:
            return self._last_end
        is_noted = self._page == 0 and self._side == 0
        return self._sheet.bottom - (26 if is_noted else 0)

    def _left(self) -> float:
        return self._sheet.margin + self._side * (self._sheet.column + self._sheet.gutter)

    def _paper(self) -> pymupdf.Rect:
        return pymupdf.Rect(0, 0, self._sheet.width, self._sheet.height)


def page_of(body: str) -> str:
    """A page for MuPDF to lay out, in English for its hyphens."""
    return f'<html lang="en-us"><body lang="en-us" style="hyphens:auto">{body}</body></html>'
