"""Ways of a caret through the words of a page: by letters, words, lines and more.

It goes the way of the running text; what stands beside that, such as a
footnote, is stepped over, unless the caret is in it.
"""

from bisect import bisect_left

from paperdesk.reader.bidi import leftward
from paperdesk.reader.selection import Caret, Line, PageText, Unit


def moved(text: PageText, caret: Caret, unit: Unit, direction: int, x: float) -> Caret | None:
    """The place a unit further on (1) or back (-1); None beyond the page.

    `x` is where on its line a caret that moves by lines wants to be.
    """
    if unit is Unit.CHARACTER:
        return _by_character(text, caret, direction)
    if unit is Unit.WORD:
        return _by_word(text, caret, direction)
    if unit is Unit.LINE:
        return _by_line(text, caret, direction, x)
    return _by_stretch(text, caret, unit, direction)


def from_right(text: PageText, caret: Caret) -> bool:
    """Whether the line of a caret is written from right to left: there, left is onward."""
    line = text.line(caret.word)
    words = text.words[line.first : line.last + 1]
    return sum(leftward(word.text) for word in words) * 2 > len(words)


def edge(text: PageText, caret: Caret, direction: int) -> Caret:
    """The beginning (-1) or the end (1) of the line that a caret is on."""
    line = text.line(caret.word)
    return Caret(line.first, 0) if direction < 0 else _behind(text, line.last)


def entry(text: PageText, unit: Unit, direction: int, x: float) -> Caret | None:
    """Where a caret comes in that leaves the page before (1) or after (-1) this one."""
    if not text.words:
        return None
    caret = text.beginning() if direction > 0 else text.ending()
    if unit is Unit.LINE:
        return text.on_line(text.line(caret.word), x)
    if unit is Unit.CHARACTER or direction > 0:
        return caret
    return moved(text, caret, unit, direction, x)


def _by_character(text: PageText, caret: Caret, direction: int) -> Caret | None:
    char = caret.char + direction
    if 0 <= char <= len(text.words[caret.word].text):
        return Caret(caret.word, char)
    other = _follow(text, caret.word, direction)
    if other is None:
        return None
    return Caret(other, 0) if direction > 0 else _behind(text, other)


def _by_word(text: PageText, caret: Caret, direction: int) -> Caret | None:
    if direction > 0:
        return _start_or_end(text, caret, _follow(text, caret.word, 1), caret.word)
    before = caret.word if caret.char > 0 else _follow(text, caret.word, -1)
    return None if before is None else Caret(before, 0)


def _by_line(text: PageText, caret: Caret, direction: int, x: float) -> Caret | None:
    here = text.line(caret.word)
    line = here
    while True:
        index = _follow(text, line.last if direction > 0 else line.first, direction)
        if index is None:
            return None
        line = text.line(index)
        if not _on_one_row(here, line):
            return text.on_line(line, x)


def _by_stretch(text: PageText, caret: Caret, unit: Unit, direction: int) -> Caret | None:
    """By sentences or paragraphs: to the beginning of the next, of this one, of the last."""
    running = text.running
    ends = running.paragraphs if unit is Unit.PARAGRAPH else running.sentences
    first, last = running.stretch(caret.word, ends)
    if direction > 0:
        return _start_or_end(text, caret, _follow(text, last, 1), last)
    if caret > Caret(first, 0):
        return Caret(first, 0)
    before = _follow(text, first, -1)
    return None if before is None else Caret(running.stretch(before, ends)[0], 0)


def _start_or_end(text: PageText, caret: Caret, other: int | None, last: int) -> Caret | None:
    """Before another word; where there is none, behind the last one, once."""
    if other is not None:
        return Caret(other, 0)
    end = _behind(text, last)
    return end if caret < end else None


def _follow(text: PageText, index: int, direction: int) -> int | None:
    """The word that comes next in reading, or before."""
    run = text.running.along(index)
    at = bisect_left(run, index) + direction
    if 0 <= at < len(run):
        return run[at]
    beyond = index + direction
    return beyond if text.running.beside(index) and 0 <= beyond < len(text.words) else None


def _behind(text: PageText, index: int) -> Caret:
    return Caret(index, len(text.words[index].text))


def _on_one_row(here: Line, other: Line) -> bool:
    """Whether two lines are pieces of one, as MuPDF cuts those with formulas."""
    height = min(here.box[3] - here.box[1], other.box[3] - other.box[1])
    shared = min(here.box[3], other.box[3]) - max(here.box[1], other.box[1])
    apart = max(other.box[0] - here.box[2], here.box[0] - other.box[2])
    return shared > height / 2 and apart < height * 3
