"""A papers page saved as HTML: the data that it carries, or else what it shows."""

import re
from dataclasses import dataclass, field

from paperdesk.domain import daily
from paperdesk.domain.identifier import arxiv_id
from paperdesk.domain.paper import Counts, Found
from paperdesk.infra.markup import Tag, pieces
from paperdesk.intake.pagedata import read_data
from paperdesk.intake.pageday import is_day

_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_PAPER = re.compile(r"(?:^|//[^/]+)/(?:papers|abs|pdf)/(?P<id>[^/?#]+)(?P<rest>#community)?")
_DATED = re.compile(r"/papers/date/(\d{4}-\d{2}-\d{2})")
_COUNT = re.compile(r"(\d{1,9})|(\d{1,4}(?:\.\d)?)k")
_SHORTEST_TITLE = 8
_SHORTEST_ABSTRACT = 40


def read_markup(page: str) -> tuple[str | None, list[Found]]:
    """The day that the page is of, and its papers."""
    shown = _Shown()
    for piece in pieces(page):
        if isinstance(piece, Tag):
            data = read_data(piece.attributes.get("data-props", ""))
            if data is not None and data[1]:
                return data[0] or shown.heading, data[1]
        shown.take(piece)
    return shown.heading, shown.papers()


@dataclass(slots=True)
class _Draft:
    """A paper of which some has been seen."""

    title: str = ""
    link: str = ""
    paragraphs: list[str] = field(default_factory=list)
    upvotes: int | None = None
    comments: int | None = None


class _Shown:
    """What a reader would see of the page, tag by tag."""

    def __init__(self) -> None:
        self.heading: str | None = None
        self._drafts: list[_Draft] = []
        self._text: list[str] = []
        self._inside = ""
        self._link = self._link_text = ""
        self._about_comments = False

    def take(self, piece: Tag | str) -> None:
        """Look at the next tag or text of the page."""
        if isinstance(piece, str):
            self._words(piece)
        elif piece.closes:
            self._close(piece.name)
        else:
            self._open(piece)

    def papers(self) -> list[Found]:
        """What has been seen, as far as it makes a paper."""
        return [_found(draft) for draft in self._drafts if draft.title]

    def _open(self, tag: Tag) -> None:
        if tag.name == "article":
            self._drafts.append(_Draft())
        elif tag.name == "a":
            found = _PAPER.search(tag.attributes.get("href", ""))
            self._link = found["id"] if found and found["id"] != "date" else ""
            self._about_comments = bool(found and found["rest"])
            self._link_text = ""
            if self._link and self._drafts and not self._drafts[-1].link:
                self._drafts[-1].link = self._link
        elif tag.name in _HEADINGS or tag.name in ("p", "title"):
            self._inside, self._text = tag.name, []
        elif tag.name in ("link", "meta", "time"):
            self._dated(tag)

    def _close(self, name: str) -> None:
        if name == self._inside:
            text, self._inside = " ".join("".join(self._text).split()), ""
            if name == "p":
                self._paragraph(text)
            elif name != "title" and self._link:
                self._title(text)
            else:
                self._untitled(text)
        elif name == "a" and not self._inside:
            if self._link and len(self._link_text) >= _SHORTEST_TITLE:
                self._title(self._link_text)
            self._link, self._about_comments = "", False

    def _words(self, text: str) -> None:
        if self._inside:
            self._text.append(text)
            return
        text = " ".join(text.split())
        if self._link:
            self._link_text = f"{self._link_text} {text}".strip()
        if self._drafts and (count := _count(text)) is not None:
            self._counted(self._drafts[-1], count)
        elif not self._drafts and self.heading is None and is_day(text):
            self.heading = text

    def _counted(self, draft: _Draft, count: int) -> None:
        if self._about_comments:
            draft.comments = count
        elif draft.upvotes is None:
            draft.upvotes = count

    def _title(self, text: str) -> None:
        """A title with a link: of the article begun, or of the next paper."""
        if not self._drafts or (self._drafts[-1].title and self._drafts[-1].link != self._link):
            self._drafts.append(_Draft())
        draft = self._drafts[-1]
        draft.title, draft.link = draft.title or text, self._link

    def _untitled(self, text: str) -> None:
        """A heading without a link: the day, or the title of an article."""
        if is_day(text) and self.heading is None:
            self.heading = text
        elif self._drafts and not self._drafts[-1].title and not is_day(text):
            self._drafts[-1].title = text

    def _paragraph(self, text: str) -> None:
        if self._drafts and self._drafts[-1].title and len(text) >= _SHORTEST_ABSTRACT:
            self._drafts[-1].paragraphs.append(text)
        elif self.heading is None and not self._drafts and is_day(text):
            self.heading = text

    def _dated(self, tag: Tag) -> None:
        """The day in the page's own address."""
        attributes = tag.attributes
        is_own = attributes.get("rel") == "canonical" or attributes.get("property") == "og:url"
        found = _DATED.search(attributes.get("href") or attributes.get("content") or "")
        if is_own and found:
            self.heading = found[1]
        elif tag.name == "time" and not self._drafts and self.heading is None:
            day = attributes.get("datetime", "")[:10]
            self.heading = day if is_day(day) else None


def _found(draft: _Draft) -> Found:
    named = arxiv_id(draft.link)
    return Found(
        title=draft.title,
        abstract="\n\n".join(draft.paragraphs),
        arxiv=named.base if named else None,
        version=named.version if named else 0,
        url=f"{daily.HOME}/{draft.link}" if draft.link else None,
        counts=Counts(draft.upvotes, draft.comments),
    )


def _count(text: str) -> int | None:
    """A number as buttons show it: "53", "1.2k"."""
    found = _COUNT.fullmatch(text)
    if found is None:
        return None
    return int(found[1]) if found[1] else round(float(found[2]) * 1000)
