"""The figures of the demonstration papers, drawn as vectors."""

from typing import Any

import pymupdf
from demo_source import Json

COLOURS = [(0.12, 0.31, 0.51), (0.80, 0.36, 0.16), (0.29, 0.52, 0.36), (0.55, 0.35, 0.60)]
INK, PALE = (0.15, 0.16, 0.19), (0.85, 0.86, 0.88)
SIZE = 7.6


def draw(page: pymupdf.Page, box: pymupdf.Rect, spec: Json) -> None:
    """Draw a figure into its box, by its `kind`."""
    kinds = {"lines": _lines, "bars": _bars, "boxes": _boxes}
    kinds[str(spec["kind"])](_Canvas(page, box, spec))


class _Canvas:
    """A box on a page, a scale, and the pens to draw with."""

    def __init__(self, page: pymupdf.Page, box: pymupdf.Rect, spec: Json) -> None:
        self.spec = spec
        self.font = pymupdf.Font("helv")
        self.shape = page.new_shape()
        self._page = page
        self._texts: list[tuple[pymupdf.TextWriter, object]] = []
        self.plot = pymupdf.Rect(box.x0 + 32, box.y0 + 6, box.x1 - 6, box.y1 - 26)
        self.box = box

    def text(self, x: float, y: float, words: str, *, align: float = 0, up: bool = False) -> None:
        """Words at a point: `align` 0 starts there, 0.5 centres, 1 ends there."""
        writer = pymupdf.TextWriter(self._page.rect, color=INK)
        length = self.font.text_length(words, SIZE)
        start = pymupdf.Point(x - align * length, y)
        writer.append(start, words, self.font, SIZE)
        turn = (pymupdf.Point(x, y), pymupdf.Matrix(90)) if up else None
        writer.write_text(self._page, morph=turn)

    def at(self, x: float, y: float) -> pymupdf.Point:
        """A point of the plot, both values from 0 to 1."""
        plot = self.plot
        return pymupdf.Point(plot.x0 + x * plot.width, plot.y1 - y * plot.height)

    def axes(self) -> None:
        """The frame of a plot with its ticks and titles."""
        for share, label in _ticks(self.spec["y_ticks"]):
            line = (self.at(0, share), self.at(1, share))
            self.shape.draw_line(*line)
            self.text(line[0].x - 4, line[0].y + 2.6, label, align=1)
        self.shape.finish(color=PALE, width=0.5)
        self.shape.draw_line(self.at(0, 0), self.at(1, 0))
        self.shape.finish(color=INK, width=0.7)
        self.text(
            self.plot.x0 + self.plot.width / 2, self.box.y1 - 3, str(self.spec["x"]), align=0.5
        )
        middle = self.plot.y0 + self.plot.height / 2
        self.text(self.box.x0 + 7, middle, str(self.spec["y"]), align=0.5, up=True)

    def key(self, names: list[str]) -> None:
        """What the colours stand for, in the corner of the plot."""
        width = max(self.font.text_length(name, SIZE) for name in names) + 16
        x = self.plot.x1 - width if self.spec.get("key", "right") == "right" else self.plot.x0 + 8
        y = (
            self.plot.y0 + 4
            if self.spec.get("key_at", "top") == "top"
            else self.plot.y1 - 10 * len(names)
        )
        for at, name in enumerate(names):
            here = y + 10 * at
            self.shape.draw_line((x, here), (x + 11, here))
            self.shape.finish(color=COLOURS[at], width=1.6)
            self.text(x + 15, here + 2.6, name)

    def done(self) -> None:
        """Put the drawing on the page."""
        self.shape.commit()


def _lines(canvas: _Canvas) -> None:
    canvas.axes()
    for share, label in _ticks(canvas.spec["x_ticks"]):
        point = canvas.at(share, 0)
        canvas.shape.draw_line(point, pymupdf.Point(point.x, point.y + 3))
        canvas.text(point.x, point.y + 11, label, align=0.5)
    canvas.shape.finish(color=INK, width=0.6)
    series = _table(canvas.spec["series"])
    for (_, points), colour in zip(series.items(), COLOURS, strict=False):
        places = [canvas.at(x, y) for x, y in points]
        canvas.shape.draw_polyline(places)
        canvas.shape.finish(color=colour, width=1.3, closePath=False)
        if canvas.spec.get("marks"):
            for place in places:
                canvas.shape.draw_circle(place, 1.8)
            canvas.shape.finish(color=colour, fill=(1, 1, 1), width=1.0)
    canvas.key(list(series))
    canvas.done()


def _bars(canvas: _Canvas) -> None:
    canvas.axes()
    groups = canvas.spec["groups"]
    assert isinstance(groups, list)
    series = {name: list(values) for name, values in _table(canvas.spec["series"]).items()}
    step, thick = 1 / len(groups), 0.7 / len(groups) / len(series)
    for group, label in enumerate(groups):
        middle = (group + 0.5) * step
        canvas.text(canvas.at(middle, 0).x, canvas.plot.y1 + 11, str(label), align=0.5)
        for at, values in enumerate(series.values()):
            x = middle + (at - len(series) / 2) * thick
            canvas.shape.draw_rect(
                pymupdf.Rect(canvas.at(x, float(values[group])), canvas.at(x + thick * 0.9, 0))
            )
            canvas.shape.finish(color=None, fill=COLOURS[at])
    if len(series) > 1:
        canvas.key(list(series))
    canvas.done()


def _boxes(canvas: _Canvas) -> None:
    """Boxes with words in them, and arrows between: all places in shares of the box."""
    frame = canvas.box
    centres: dict[str, pymupdf.Rect] = {}
    for name, (x, y, width, *lines) in _table(canvas.spec["boxes"]).items():
        height = 11 * len(lines) + 7
        left, top = frame.x0 + float(x) * frame.width, frame.y0 + float(y) * frame.height
        centres[name] = pymupdf.Rect(left, top, left + float(width) * frame.width, top + height)
        canvas.shape.draw_rect(centres[name], radius=0.14)
        canvas.shape.finish(color=COLOURS[0], fill=(0.94, 0.96, 0.98), width=0.9)
    for first, second in _pairs(canvas.spec["arrows"]):
        _arrow(canvas, centres[first], centres[second])
    canvas.done()
    for name, (_, _, _, *lines) in _table(canvas.spec["boxes"]).items():
        box = centres[name]
        for at, line in enumerate(lines):
            canvas.text(box.x0 + box.width / 2, box.y0 + 12.5 + 11 * at, str(line), align=0.5)


def _arrow(canvas: _Canvas, first: pymupdf.Rect, second: pymupdf.Rect) -> None:
    """A line from one box to the next, on the sides that face each other."""
    beside = second.x0 >= first.x1 or first.x0 >= second.x1
    if beside:
        rightward = second.x0 >= first.x1
        start = pymupdf.Point(first.x1 if rightward else first.x0, (first.y0 + first.y1) / 2)
        end = pymupdf.Point(second.x0 if rightward else second.x1, (second.y0 + second.y1) / 2)
    else:
        down = second.y0 >= first.y1
        middle = (max(first.x0, second.x0) + min(first.x1, second.x1)) / 2
        start = pymupdf.Point(middle, first.y1 if down else first.y0)
        end = pymupdf.Point(middle, second.y0 if down else second.y1)
    along = (end - start).unit
    across = pymupdf.Point(-along.y, along.x)
    canvas.shape.draw_line(start, end - along * 4)
    canvas.shape.finish(color=INK, width=0.9)
    canvas.shape.draw_polyline(
        [end, end - along * 5 + across * 2.4, end - along * 5 - across * 2.4]
    )
    canvas.shape.finish(color=INK, fill=INK, width=0.3, closePath=True)


def _ticks(value: object) -> list[tuple[float, str]]:
    """Ticks are given as pairs: where (0 to 1), and what is written there."""
    assert isinstance(value, list)
    return [(float(share), str(label)) for share, label in value]


def _pairs(value: object) -> list[tuple[str, str]]:
    assert isinstance(value, list)
    return [(str(first), str(second)) for first, second in value]


def _table(value: object) -> dict[str, Any]:
    assert isinstance(value, dict)
    return value
