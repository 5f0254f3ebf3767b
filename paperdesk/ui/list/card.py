"""What a card says, broken into lines for one width; made once, painted often."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from paperdesk.domain.paper import Paper, State
from paperdesk.infra.latex import plain
from paperdesk.ui import told
from paperdesk.ui.album import Album
from paperdesk.ui.lines import wrap
from paperdesk.ui.movement import climb, curve, gain
from paperdesk.ui.theme import Scale, font
from paperdesk.ui.words import NOTICES, STATES, amount, date_words, newer_words, stars

_KEPT = 256
"""Cards that are remembered: a few screenfuls at any size of window."""

_ABSTRACT = 700
"""Letters of an abstract that a card could show; the rest is not looked at."""

GUTTER = 28
"""Pixels on the left, where the sign of unread or selected stands."""

MARGIN = 16
INDENT = 17
"""Pixels that the pen before a remark takes."""

_ROOMY = 380
"""Pixels across from which a card has room for a picture."""

_SHARE = 0.4
"""Of the line of names, for an organisation at its end."""

PAD = 10
GAP = 3


@dataclass(frozen=True, slots=True)
class Badge:
    """A small fact: an icon and a word, `framed` where it names a thing."""

    word: str
    icon: str = ""
    framed: bool = False
    colour: str = ""
    """Of a pinned tag: the name of its colour; its word begins with its digit."""


_NONE = QSize(0, 0)


@dataclass(frozen=True, slots=True)
class Card:
    """A paper, ready to paint."""

    paper: Paper
    width: int
    title: tuple[str, ...]
    authors: str
    date: str
    abstract: tuple[str, ...]
    badges: tuple[Badge, ...]
    chip: str
    organisation: str = ""
    remark: str = ""
    """What its reader says of it, on a line under the title."""
    picture: QSize = _NONE
    """The room for a picture in the lower right corner."""

    @property
    def whose(self) -> bool:
        """Whether there is a line about people and date; without one, the abstract moves up."""
        return bool(self.authors or self.organisation or self.date)


class Faces:
    """The fonts of a card, and how high a card is in them."""

    def __init__(self) -> None:
        self.read = font(Scale.LEAD)
        self.unread = font(Scale.LEAD, bold=True)
        self.body = font(Scale.BODY)
        self.caption = font(Scale.CAPTION)
        self.strong = font(Scale.CAPTION, bold=True)
        self.title_line = round(QFontMetricsF(self.unread).height())
        self.body_line = round(QFontMetricsF(self.body).height()) + 1
        self.caption_line = round(QFontMetricsF(self.caption).height()) + 2

    @property
    def height(self) -> int:
        """Pixels that a card takes: four lines of title and abstract, two of facts."""
        words = 2 * self.title_line + 3 * self.body_line + self.caption_line
        return 2 * PAD + words + 3 * GAP + 1

    @property
    def heading(self) -> int:
        """Pixels that what is said above a card takes."""
        return self.caption_line + PAD

    @property
    def picture(self) -> QSize:
        """The room for a picture, beside the last lines."""
        height = 2 * self.body_line + GAP + self.caption_line
        return QSize(height * 16 // 9, height)

    def title(self, paper: Paper) -> QFont:
        """The font of a title: bold while unread."""
        return self.unread if paper.unread else self.read


class Cards:
    """Makes cards, and remembers the last few."""

    def __init__(self, album: Album | None = None) -> None:
        """`album` has the pictures; without one there are none."""
        self.faces = Faces()
        self._album = album
        self._made: OrderedDict[int, Card] = OrderedDict()

    def renew(self) -> None:
        """Start anew: the fonts have changed."""
        self.faces = Faces()
        self._made.clear()

    def card(self, paper: Paper, width: int) -> Card:
        """The card of a paper in a list that is `width` pixels wide."""
        card = self._made.get(paper.id)
        picture = self._picture(paper, width)
        known = card is not None and card.paper is paper and card.picture == picture
        if card is None or not known or card.width != width:
            card = self._make(paper, width, picture)
            self._made[paper.id] = card
            if len(self._made) > _KEPT:
                self._made.popitem(last=False)
        return card

    def _picture(self, paper: Paper, width: int) -> QSize:
        """The room for a picture that is here or may come."""
        comes = self._album is not None and self._album.expects(paper.card.picture)
        return self.faces.picture if comes and width >= _ROOMY else _NONE

    def _make(self, paper: Paper, width: int, picture: QSize) -> Card:
        inner = width - GUTTER - MARGIN
        beside = picture.width() + MARGIN if picture.width() else 0
        title = wrap(plain(paper.title), self.faces.title(paper), inner, 2)
        body = QFontMetricsF(self.faces.body)
        day = date_words(paper.published) if paper.published else ""
        room = inner - (body.horizontalAdvance(day) + MARGIN if day else 0)
        whose = _organisation(paper.card.organisation, body, room)
        room -= body.horizontalAdvance(whose)
        people = ", ".join(paper.authors[:40])
        lines = (4 if people or whose or day else 5) - len(title) - bool(paper.remark)
        return Card(
            paper=paper,
            width=width,
            title=title,
            authors=body.elidedText(people, Qt.TextElideMode.ElideRight, room),
            date=day,
            abstract=wrap(opening(paper.abstract), self.faces.body, inner - beside, lines),
            badges=tuple(badges(paper)),
            chip="" if paper.state is State.NEW else STATES[paper.state],
            organisation=whose,
            remark=body.elidedText(paper.remark, Qt.TextElideMode.ElideRight, inner - INDENT),
            picture=picture,
        )


def _organisation(name: str, face: QFontMetricsF, room: float) -> str:
    """The organisation behind the names, with what parts it from them."""
    return face.elidedText(f" · {name}", Qt.TextElideMode.ElideRight, room * _SHARE) if name else ""


def opening(abstract: str) -> str:
    """The beginning of an abstract as text, cut between two words."""
    if len(abstract) > _ABSTRACT:
        abstract = abstract[:_ABSTRACT].rsplit(" ", 1)[0]
    return plain(abstract)


def badges(paper: Paper) -> Iterator[Badge]:
    """What stands on the last line of a card; absent facts take no space."""
    yield from _judged(paper)
    if paper.newer is not None:
        yield Badge(newer_words(paper.newer), "newer", framed=True)
    yield from _counted(paper)
    if paper.file is not None:
        yield Badge("PDF", "pdf", framed=True)
    for words in told.badges(paper):
        yield Badge(words, framed=True)
    pinned = {pin.tag for pin in paper.pins}
    for tag in paper.tags:
        if tag not in pinned:
            yield Badge(tag, "tag")
    if paper.card.submitter:
        yield Badge(f"by {paper.card.submitter}", "feed")


def _judged(paper: Paper) -> Iterator[Badge]:
    """Whether it still stands, and what its reader thinks of it: first of all, as it is short."""
    if paper.notice:
        yield Badge(NOTICES[paper.notice], "warning")
    if paper.flagged:
        yield Badge("Flagged", "flag")
    if paper.rating:
        yield Badge(stars(paper.rating))
    for pin in paper.pins:
        yield Badge(f"{pin.digit} {pin.tag}", colour=pin.colour)


def _counted(paper: Paper) -> Iterator[Badge]:
    """What a community says in figures."""
    counts = paper.counts
    if counts.upvotes is not None:
        yield Badge(_moving(paper), "upvote")
    if counts.comments:
        yield Badge(amount(counts.comments), "comment")
    if paper.code is not None or counts.stars is not None:
        yield Badge(amount(counts.stars) if counts.stars is not None else "Code", "code")


def _moving(paper: Paper) -> str:
    """The upvotes, and how they move: 44 +14 ▂▃█ ▲3."""
    momentum = paper.momentum
    moves = (gain(momentum), curve(momentum.upvotes()), climb(momentum))
    return " ".join(filter(None, (amount(paper.counts.upvotes or 0), *moves)))
