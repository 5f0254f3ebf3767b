"""Headings of a paper that has no contents of its own, told by how its lines are set.

A heading is larger, bolder or in another font than the text, or numbered and set
apart; it stands in no list, no table, and not at the head of every page.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from paperdesk.domain.note import Quad
from paperdesk.domain.pages import Line, OutlineItem, PageSize, Setting
from paperdesk.reader.boxes import around
from paperdesk.reader.finding import fold

MOST = 2000
"""Headings that are kept."""

_LONGEST = 160
_LARGER = 1.08
"""Times the size of the text, from which a line is large."""

_SMALLER = 0.85
"""Times the size of the text, below which a line in another font is no heading."""

_MOSTLY = 0.5
_MUCH = 0.2
"""The part of a paper's text that is much of it."""

_A_PAGE = 7
"""Lines of one style on a page, above which it is no heading's."""

_EDGE = 0.09
"""The part of a page, at its head and foot, where running heads stand."""

_NUMBER = re.compile(
    r"(?:(?i:chapter|section|part|appendix|kapitel|anhang) +)?"
    r"(?P<number>(?:\d{1,3}|[A-Z](?=\W)|[IVX]{1,5}(?=\W|$))(?:\.\d{1,3}){0,6})"
    r"(?:[.:)](?: +|$)| +(?![a-z])|$)"
)
"""The number of a section; an "A" before a small letter is a word."""

_KNOWN = frozenset({
    "abstract", "introduction", "background", "method", "methods", "results", "discussion",
    "conclusion", "conclusions", "references", "bibliography", "acknowledgments",
    "acknowledgements", "acknowledgment", "acknowledgement", "appendix", "appendices",
    "evaluation", "experiments", "notation", "preliminaries", "summary", "zusammenfassung",
    "einleitung", "literatur", "literaturverzeichnis", "related work", "future work",
    "materials and methods", "results and discussion", "conclusions and future work",
    "conclusion and future work", "concluding remarks", "experimental results",
    "authors' contributions", "supplementary material", "competing interests",
    "author contributions",
})  # fmt: skip
_LISTS = frozenset({"contents", "tableofcontents", "inhaltsverzeichnis", "tabledesmatieres"})
_CAPTION = re.compile(
    r"^(?:fig(?:ure|\.)?|tab(?:le|\.)?|algorithm|listing|abbildung|tabelle|scheme|box|plate) *"
    r"[\dIVXS]",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:\. ?){4,}|…{2,}")
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")
_SERIES = re.compile(
    r"(?!chapter|section|part|appendix)(?P<thing>[^\W\d_][^\d.]*?) \d", re.IGNORECASE
)
_SEVERAL = 3
_WORD = re.compile(r"[^\W\d_]{3}|[\u3040-\u9fff\uac00-\ud7a3]{2}")
_NO_TITLE = re.compile(r"[@=·→≤≥\ufffd]")
_AUTHORS = re.compile(r"^(?:[A-Z]\. ?){2,}[A-Z]|[^\W\d_]{3}\d+(?:, ?\d+)*, ")
"""Initials before a name, or the number of an affiliation behind it."""

_ROMAN = re.compile(r"[IVX]+$")

Style = tuple[float, bool, bool]


@dataclass(frozen=True, slots=True)
class _Found:
    """A line that may be a heading, its page, and the size of that one's text."""

    page: int
    line: Line
    beside: float

    @property
    def style(self) -> Style:
        return self.line.size, self.line.bold, self.line.apart

    @property
    def number(self) -> str:
        """The number that it begins with, "" for none."""
        match = _NUMBER.match(self.line.text)
        return match["number"] if match else ""

    @property
    def words(self) -> str:
        """What it says behind the number."""
        match = _NUMBER.match(self.line.text)
        return self.line.text[match.end() :] if match else self.line.text

    @property
    def known(self) -> bool:
        """Whether papers have a section that is called so."""
        return self.words.casefold().strip(" .:") in _KNOWN


class Headings:
    """Gathers the lines that stand out, page after page, and tells the headings among them."""

    def __init__(self, pages: Sequence[PageSize]) -> None:
        self._pages = pages
        self._sizes: Counter[float] = Counter()
        self._found: list[_Found] = []

    def add(self, setting: Setting) -> None:
        """Take in how a page is set; pages come in their order."""
        self._sizes[setting.size] += setting.letters
        if setting.page in range(len(self._pages)):
            self._found += (one for one in _joined(setting) if _may_be(one))

    def outline(self) -> tuple[OutlineItem, ...]:
        """The headings of the pages so far, in reading order, with their levels."""
        running = _running(self._found, self._pages)
        kept = [one for one in self._found if _place(one) not in running]
        body = _body(self._sizes)
        usual = _usual_styles(kept, body)
        kept = [one for one in kept if _is_heading(one, body, usual)]
        for sift in _SIFTS:
            kept = sift(kept)
        return tuple(_levelled(kept[:MOST]))


def _body(sizes: Counter[float]) -> float:
    """The size of the text: the largest that much is set in, for references are smaller."""
    enough = sum(sizes.values()) * _MUCH
    return max((size for size, letters in sizes.items() if letters >= enough), default=0.0)


def _joined(setting: Setting) -> Iterator[_Found]:
    """The lines of a page, those that belong to one heading as one."""
    waiting: Line | None = None
    for line in setting.lines:
        if waiting is not None and _goes_on(waiting, line):
            text = f"{waiting.text} {line.text}"
            box, heads = around((waiting.box, line.box)), waiting.heads or line.heads
            waiting = replace(waiting, text=text, box=box, heads=heads)
            continue
        if waiting is not None:
            yield _Found(setting.page, waiting, setting.size)
        waiting = line
    if waiting is not None:
        yield _Found(setting.page, waiting, setting.size)


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line goes on with a heading: beside its number, or as its next line."""
    if (before.size, before.bold) != (line.size, line.bold):
        return False
    if abs(before.box[1] - line.box[1]) < before.size * 0.3:
        return bool(_NUMBER.fullmatch(before.text)) and line.box[0] > before.box[2]
    if _NUMBER.match(line.text) or before.apart != line.apart:
        return False
    below = line.box[1] - before.box[3]
    beside = min(before.box[2], line.box[2]) - max(before.box[0], line.box[0])
    return -before.size * 0.5 < below < before.size * 0.5 and beside > 0


def _may_be(found: _Found) -> bool:
    """Whether the words alone could be a heading."""
    text, words = found.line.text, found.words
    letters = sum(char.isalpha() for char in words)
    if len(text) > _LONGEST or letters < max(2, len(words) * 0.5):
        return False
    if any(those.search(text) for those in (_CAPTION, _LEADERS, _NO_TITLE, _AUTHORS)):
        return False
    if words[-1] in ",;:-=" or (words[-1] == "." and not found.number and not found.known):
        return False
    first = words.lstrip("“\"'([¿¡")[:1]
    return first.isalnum() and not first.islower() and bool(_WORD.search(words))


def _place(found: _Found) -> tuple[str, int]:
    """What a running head says, and how high it stands; its page number does not count."""
    return _DIGITS.sub("", found.line.text.casefold()).strip(), round(found.line.box[1] / 8)


def _running(found: Iterable[_Found], pages: Sequence[PageSize]) -> set[tuple[str, int]]:
    """What stands at the same height on several pages, near an edge above all."""
    seen: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    edge: set[tuple[str, int]] = set()
    for one in found:
        seen[_place(one)].add(one.page)
        if _on_edge(one.line.box, pages[one.page].height):
            edge.add(_place(one))
    return {place for place, on in seen.items() if len(on) > (1 if place in edge else 3)}


def _on_edge(box: Quad, height: float) -> bool:
    return box[3] < height * _EDGE or box[1] > height * (1 - _EDGE)


def _usual_styles(found: Sequence[_Found], body: float) -> set[Style]:
    """The styles that headings may have: not those of tables, lists and figures."""
    by_style: defaultdict[Style, list[_Found]] = defaultdict(list)
    for one in found:
        by_style[one.style].append(one)
    return {style for style, those in by_style.items() if _is_usual(style, those, body)}


def _is_usual(style: Style, those: Sequence[_Found], body: float) -> bool:
    """Whether lines that are set so are headings, most of them."""
    size, bold, apart = style
    a_page = sorted(Counter(one.page for one in those).values())
    if a_page[len(a_page) // 2] > _A_PAGE:
        return False
    heading = sum(one.line.heads for one in those) >= len(those) * _MOSTLY
    larger = size >= body * _LARGER
    return larger or (heading and (apart or bold) and size >= body * _SMALLER)


def _is_heading(found: _Found, body: float, usual: set[Style]) -> bool:
    """Whether a line is set as headings are."""
    if found.style in usual:
        return True
    if found.line.size < min(body * _SMALLER, found.beside):
        return False
    upper = found.words.isupper()
    if found.number:
        return upper or found.line.bold or (found.line.apart and _is_short(found.words))
    return found.known and (upper or found.line.bold or found.line.apart)


def _is_short(words: str) -> bool:
    return len(words) <= 70 and words[-1] != "."


def _without_title(found: list[_Found]) -> list[_Found]:
    """Leave out what stands on the first page before the first section: title and authors."""
    first = [one for one in found if one.page == 0]
    start = next((index for index, one in enumerate(first) if one.known or one.number), None)
    if start is None:
        largest = max((one.line.size for one in first), default=0.0)
        return [one for one in found if one.page or one.line.size < largest]
    return found[start:]


def _without_lists(found: list[_Found]) -> list[_Found]:
    """Leave out tables of contents: pages whose headings come again later."""
    last = {_said(one): one.page for one in found}
    again = Counter(one.page for one in found if last[_said(one)] > one.page)
    pages = Counter(one.page for one in found)
    lists = {page for page, count in again.items() if count >= max(2, pages[page] * 0.5)}
    lists |= {one.page for one in found if _said(one) in _LISTS}
    return [one for one in found if one.page not in lists or _said(one) in _LISTS]


def _without_series(found: list[_Found]) -> list[_Found]:
    """Leave out "Example 1", "Example 2" and so on: things that are counted."""
    counted = Counter(match["thing"] for one in found if (match := _SERIES.match(one.line.text)))
    series = {thing for thing, count in counted.items() if count >= _SEVERAL}
    return [one for one in found if not _is_of(one, series)]


def _without_echoes(found: list[_Found]) -> list[_Found]:
    """Leave out what was said before: a running head repeats its numbered section."""
    first: dict[str, _Found] = {}
    for one in found:
        known = first.get(_said(one))
        if known is None or (known.page == one.page and known.line.size < one.line.size):
            first[_said(one)] = one
    return [one for one in found if not one.number or first[_said(one)] is one]


def _without_cells(found: list[_Found]) -> list[_Found]:
    """Where sections are numbered, leave out what is set like none of them: heads of tables."""
    numbered = [one.style for one in found if one.number]
    if len(numbered) < max(_SEVERAL, len(found) * 0.3):
        return found
    styles = set(numbered)
    return [one for one in found if one.number or one.known or one.style in styles]


_SIFTS = (_without_lists, _without_title, _without_series, _without_echoes, _without_cells)


def _said(one: _Found) -> str:
    """What a heading says, in letters and digits alone."""
    return fold(one.line.text)


def _is_of(one: _Found, series: set[str]) -> bool:
    match = _SERIES.match(one.line.text)
    return match is not None and match["thing"] in series


def _levelled(found: Sequence[_Found]) -> Iterator[OutlineItem]:
    """Headings with their levels: by their numbers, and by what is set like them."""
    numbered: defaultdict[Style, Counter[int]] = defaultdict(Counter)
    roman = any(_ROMAN.match(one.number) and len(one.number) > 1 for one in found)
    for one in found:
        if one.number:
            numbered[one.style][_depth(one.number, roman=roman)] += 1
    levels = {style: counts.most_common(1)[0][0] for style, counts in numbered.items()}
    sizes = sorted({one.style for one in found if one.style not in levels}, reverse=True)
    for one in found:
        if one.number:
            level = _depth(one.number, roman=roman)
        elif one.known and one.style not in levels:
            level = 1
        else:
            level = levels.get(one.style) or _rank(one.style, sizes, levels)
        left, top = max(one.line.box[0], 0.0), max(one.line.box[1], 0.0)
        yield OutlineItem(level, one.line.text, one.page, top, left)


def _depth(number: str, *, roman: bool) -> int:
    """How deep a number is: 3.2 lies under 3; where I and II are sections, A lies under one."""
    under = roman and number.isalpha() and not _ROMAN.match(number)
    return number.count(".") + 1 + under


def _rank(style: Style, styles: Sequence[Style], levels: dict[Style, int]) -> int:
    """The level of a style by how many larger ones there are."""
    larger = [level for known, level in levels.items() if known[0] > style[0]]
    if larger:
        return min(max(larger) + 1, 6)
    return min(styles.index(style) + 1, 6)
