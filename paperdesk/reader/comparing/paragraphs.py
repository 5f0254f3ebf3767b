"""The paragraphs of a document in reading order, without what stands on every page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from paperdesk.domain.comparison import Part
from paperdesk.domain.note import Quad
from paperdesk.domain.pages import PageSize, Word
from paperdesk.reader.asides import asides
from paperdesk.reader.boxes import around
from paperdesk.reader.finding import fold
from paperdesk.reader.flow import join, words_known
from paperdesk.reader.sentences import breaks

_EDGE = 0.1
"""The part of a page at its head and foot where running heads stand."""

_NUMBERED = re.compile(r"(?:[A-Z]|\d{1,2})(?:\.\d{1,2}){0,4}\.?\s+(?=[^\W\d_])")
_KNOWN = re.compile(
    r"(?:abstract|introduction|references|bibliography|acknowledge?ments?|appendix|appendices|"
    r"conclusions?|discussion|related work|methods?|results)\W*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(fig(?:ure|\.)?|table|tab\.|algorithm|listing)\s*([A-Z]?\d[\w.]*?|[IVX]+)(?=[.:\s|]|$)",
    re.IGNORECASE,
)
_LABELS = {"fig": "Figure", "fig.": "Figure", "tab.": "Table"}
_HEADING = 14
"""Words of a heading, at most."""

_PAGE_NUMBER = re.compile(r"[-\u2013 ]*(?:page )?\d{1,5}(?: of \d+)?[-\u2013 ]*", re.IGNORECASE)
_STAMP = re.compile(r"arxiv:\S+v\d+", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_ENDED = re.compile(r"[.!?:][\"'\u2019\u201d)\]]*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that belong together, and where they begin."""

    part: Part
    words: tuple[str, ...]
    page: int
    box: Quad
    section: str = ""
    label: str = ""


def paragraphs(
    pages: Sequence[Sequence[Word]], sizes: Sequence[PageSize], titles: Sequence[str] = ()
) -> list[Paragraph]:
    """All paragraphs: first the text, then what stands beside it; `titles` are known headings."""
    running = _running(pages, sizes)
    known = frozenset(filter(None, map(fold, titles)))
    text: list[Paragraph] = []
    beside: list[Paragraph] = []
    for number, words in enumerate(pages):
        kept = [word for word in words if word.text.strip()]
        found = _on_page(kept, number, sizes[number].height, running)
        text += (_headed(one, known) for one in found if one.part is Part.TEXT)
        beside += _labelled([one for one in found if one.part is Part.ASIDE])
    return [*_sectioned(_whole(text)), *beside]


def _on_page(
    words: Sequence[Word], page: int, height: float, running: frozenset[str]
) -> list[Paragraph]:
    if not words:
        return []
    apart = asides(words, height)
    _, ends = breaks(words, apart)
    lexicon = words_known(words)
    found: list[Paragraph] = []
    for part, run in _runs(words, apart, ends):
        said = join(run, lexicon).split()
        box = around([word.box for word in run])
        edge = _on_edge(box, height)
        if said and not (edge and _is_running(" ".join(said), running)):
            found.append(Paragraph(part, tuple(said), page, box))
    return found


def _runs(
    words: Sequence[Word], apart: frozenset[int], ends: frozenset[int]
) -> Iterator[tuple[Part, list[Word]]]:
    """The words of each paragraph of the text, then those of each block beside it."""
    run: list[Word] = []
    beside: dict[int, list[Word]] = {}
    for index, word in enumerate(words):
        if word.block in apart:
            beside.setdefault(word.block, []).append(word)
            continue
        run.append(word)
        if index in ends:
            yield Part.TEXT, run
            run = []
    if run:
        yield Part.TEXT, run
    for block in beside.values():
        yield Part.ASIDE, block


def _running(pages: Sequence[Sequence[Word]], sizes: Sequence[PageSize]) -> frozenset[str]:
    """What stands at the edge of several pages; its digits do not count."""
    seen: Counter[str] = Counter()
    for words, size in zip(pages, sizes, strict=True):
        blocks: dict[int, list[Word]] = {}
        for word in words:
            blocks.setdefault(word.block, []).append(word)
        edge = {
            _key(" ".join(word.text for word in block))
            for block in blocks.values()
            if _on_edge(around([word.box for word in block]), size.height)
        }
        seen.update(edge)
    return frozenset(key for key, count in seen.items() if count > 2)


def _is_running(text: str, running: frozenset[str]) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(text) or _STAMP.match(text)) or _key(text) in running


def _on_edge(box: Quad, height: float) -> bool:
    return box[3] < height * _EDGE or box[1] > height * (1 - _EDGE)


def _key(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.casefold().split()))


def _headed(one: Paragraph, known: frozenset[str]) -> Paragraph:
    """A paragraph as a heading, if it reads like one."""
    text = " ".join(one.words)
    if len(one.words) > _HEADING or text.endswith((".", ",", ";")):
        return one
    numbered = _NUMBERED.match(text)
    heads = fold(text) in known or _KNOWN.fullmatch(text[numbered.end() :] if numbered else text)
    capital = numbered is not None and text[numbered.end()].isupper()
    return replace(one, part=Part.HEADING) if heads or capital else one


def _whole(text: Sequence[Paragraph]) -> list[Paragraph]:
    """Paragraphs that the end of a page broke are one."""
    found: list[Paragraph] = []
    for one in text:
        last = found[-1] if found else None
        if last is None or not _goes_on(last, one):
            found.append(one)
            continue
        words = last.words
        if words[-1][-1:] in "-\u2010\u00ad":
            words = (*words[:-1], words[-1][:-1] + one.words[0], *one.words[1:])
        else:
            words = (*words, *one.words)
        found[-1] = replace(last, words=words)
    return found


def _goes_on(last: Paragraph, one: Paragraph) -> bool:
    if one.page == last.page or Part.HEADING in (one.part, last.part):
        return False
    return one.words[0][:1].islower() and not _ENDED.search(last.words[-1])


def _sectioned(text: Sequence[Paragraph]) -> list[Paragraph]:
    section = ""
    found = []
    for one in text:
        if one.part is Part.HEADING:
            section = " ".join(one.words)
        found.append(replace(one, section=section))
    return found


def _labelled(beside: Sequence[Paragraph]) -> list[Paragraph]:
    """Captions by their names, and what stands next to one by its name."""
    captions = [(label, one) for one in beside if (label := _label(one))]
    found = []
    for one in beside:
        near = min(captions, key=lambda named: _distance(named[1].box, one.box), default=None)
        close = near is not None and _distance(near[1].box, one.box) < 240
        found.append(replace(one, label=_label(one) or (near[0] if near and close else "")))
    return found


def _label(one: Paragraph) -> str:
    match = _LABEL.match(" ".join(one.words[:3]))
    if match is None:
        return ""
    kind = match[1].lower()
    return f"{_LABELS.get(kind, kind.capitalize())} {match[2].rstrip('.')}"


def _distance(one: Quad, other: Quad) -> float:
    return max(one[1] - other[3], other[1] - one[3], 0.0)
