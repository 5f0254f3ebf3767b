"""What is read aloud: sentences, without marks of citations, up to the references."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from paperdesk.domain.note import Quad
from paperdesk.domain.pages import Word
from paperdesk.reader.boxes import around, tidied
from paperdesk.reader.flow import join

_ABBREVIATIONS = re.compile(
    r"(e\.g|i\.e|al|figs?|eqs?|secs?|tab|refs?|vs|cf|dr|prof|mrs?|ms|nos?|vol|pp|resp|approx|st"
    r"|eds?|ca|viz|ch|thm|lem|def|prop|jr)\."
)
_INITIAL = re.compile(r"[A-Z]\.$")
_ENUMERATOR = re.compile(r"\d{1,2}(\.\d{1,2})*\.")
_SMALL = 0.88
_ENDS = re.compile(r"[.?!][”’\"')\]]*\d{0,2}$")
_BEGINS = re.compile(r"[“‘\"'(\[]*[A-Z0-9•–—]")
_REFERENCES = re.compile(
    r"(\d{1,2}\.?\s+|[IVX]+\.\s+)?(references|bibliography|works cited|literature cited)[.:]?",
    re.IGNORECASE,
)
_APPENDIX = re.compile(
    r"(appendix|appendices|supplement\w*|supporting information)\b", re.IGNORECASE
)
_PAGE_NUMBER = re.compile(r"[-–—\s]*\d{1,4}[-–—\s]*")
_NUMBERED = re.compile(r"\s*\[\d{1,3}[a-z]?(\s*[,;–-]\s*\d{1,3}[a-z]?)*\]")
_YEAR = r"(19|20)\d{2}[a-z]?"
_NAMED = re.compile(
    rf"\s*\(((see|e\.g\.,?|cf\.|also)\s+)*[A-ZÀ-Þ][^()]{{0,60}}?,?\s+{_YEAR}([,;][^()]{{0,160}})?\)"
)
_SPOKEN = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence to be spoken, and where it stands: boxes by page."""

    text: str
    places: tuple[tuple[int, tuple[Quad, ...]], ...]

    @property
    def page(self) -> int:
        """The page that it begins on."""
        return self.places[0][0]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A word and its page."""

    word: Word
    page: int


class Script:
    """Takes pages one after the other, and makes sentences of them."""

    def __init__(self) -> None:
        self._rest: list[_Placed] = []
        self._in_references = False

    def add(self, page: int, words: Sequence[Word]) -> list[Sentence]:
        """The sentences that are whole with this page; the last may go on over its end."""
        placed = [_Placed(word, page) for word in self._wanted(words)]
        groups = _split([*self._rest, *placed])
        self._rest = groups.pop() if groups and not _is_whole(groups[-1]) else []
        return _sentences(groups)

    def finish(self) -> list[Sentence]:
        """What is left when there is no page more."""
        rest, self._rest = self._rest, []
        return _sentences([rest] if rest else [])

    def _wanted(self, words: Sequence[Word]) -> Iterable[Word]:
        """The words of lines that are read: no page numbers, no references."""
        lines = [list(run) for _, run in groupby(words, key=lambda word: (word.block, word.line))]
        for line in _without_notes(lines):
            text = " ".join(word.text for word in line)
            if _REFERENCES.fullmatch(text):
                self._in_references = True
            elif self._in_references and _APPENDIX.match(text):
                self._in_references = False
            if not self._in_references and not _PAGE_NUMBER.fullmatch(text):
                yield from line


def begin(sentences: Sequence[Sentence], page: int, top: float, left: float = 0.0) -> int:
    """Which sentence stands at a height of a page, or first below it."""
    below = [
        (number, quad)
        for number, sentence in enumerate(sentences)
        for at, quads in sentence.places
        if at == page
        for quad in quads
        if quad[3] > top + 1
    ]
    here = [number for number, quad in below if quad[1] <= top + 1 and quad[0] <= left <= quad[2]]
    return next(iter(here), below[0][0] if below else 0)


def spoken(text: str) -> str:
    """A text as it is said: without marks of citations."""
    said = _NAMED.sub("", _NUMBERED.sub("", text))
    return re.sub(r"\s+([,.;:?!])", r"\1", " ".join(said.split()))


def _without_notes(lines: Sequence[list[Word]]) -> Iterable[list[Word]]:
    """Lines but for footnotes: small letters in the lower half of the page."""
    heights = sorted(line[0].box[3] - line[0].box[1] for line in lines)
    usual = heights[len(heights) // 2] if heights else 0.0
    bottom = max((line[0].box[3] for line in lines), default=0.0)
    for line in lines:
        all_heights = sorted(word.box[3] - word.box[1] for word in line)
        top, height = line[0].box[1], all_heights[len(all_heights) // 2]
        if height > _SMALL * usual or top < bottom / 2:
            yield line


def _sentences(groups: Sequence[Sequence[_Placed]]) -> list[Sentence]:
    made = []
    for group in groups:
        text = spoken(join([one.word for one in group]))
        if _SPOKEN.search(text):
            made.append(Sentence(text, tuple(_places(group))))
    return made


def _places(group: Sequence[_Placed]) -> Iterable[tuple[int, tuple[Quad, ...]]]:
    for page, run in groupby(group, key=lambda one: one.page):
        lines = groupby((one.word for one in run), key=lambda word: (word.block, word.line))
        yield page, tidied([around([word.box for word in line]) for _, line in lines])


def _split(words: Sequence[_Placed]) -> list[list[_Placed]]:
    """Words in groups, one for each sentence."""
    groups: list[list[_Placed]] = [[words[0]]] if words else []
    for before, after in pairwise(words):
        if _parts(before, after):
            groups.append([])
        groups[-1].append(after)
    return groups


def _parts(before: _Placed, after: _Placed) -> bool:
    """Whether a sentence ends between two words."""
    begins = bool(_BEGINS.match(after.word.text))
    if _ends(before.word.text):
        return begins
    apart = before.page == after.page and before.word.block != after.word.block
    return apart and begins


def _ends(text: str) -> bool:
    if not _ENDS.search(text):
        return False
    plain = text.lstrip("([“‘\"'").casefold()
    if _ENUMERATOR.fullmatch(plain):
        return False
    return not _ABBREVIATIONS.fullmatch(plain) and not _INITIAL.fullmatch(text)


def _is_whole(group: Sequence[_Placed]) -> bool:
    return _ends(group[-1].word.text)
