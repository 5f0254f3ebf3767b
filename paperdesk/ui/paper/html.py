"""The abstract page as rich text."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from paperdesk.domain.card import Links
from paperdesk.domain.paper import Paper, State
from paperdesk.domain.relation import Relation
from paperdesk.infra.latex import Draw, rich
from paperdesk.ui import told
from paperdesk.ui.paper import community
from paperdesk.ui.paper.community import Dress, link
from paperdesk.ui.words import STATES, TAKEN_BACK, date_words, how_many, newer_words, stars

FOLDED = 30
"""Authors that are named before "and 634 more"."""

_ENDLESS = re.compile(r"\S{200}(?=\S)")
"""Letters without a break: Qt's time to break them grows with their square."""

UNFOLD = "paperdesk:authors"
"""The link that names all authors."""


PICTURE = "paperdesk:picture"
"""The picture of the paper, once it is here."""


FIRST = "paperdesk:first"
"""The first page of its PDF in little, once it is drawn."""

OPEN = "paperdesk:open"
"""The link around that."""


GO = "paperdesk:go/"
"""The beginning of a link that goes to another paper in the list."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What a page shows that is not of the paper itself.

    `picture` and `first` are the widths in pixels of the paper's picture and of its
    first page in little; 0 is none.
    """

    links: Links | None = None
    picture: int = 0
    first: int = 0
    unfolded: bool = False
    remarks: Sequence[str] = ()
    """What was done with the paper."""
    related: Sequence[Relation] = ()
    draw: Draw | None = None
    """The HTML of formulas that need a picture."""


def page(paper: Paper, dress: Dress, beside: Beside, now: datetime) -> str:
    """A paper's abstract page."""
    small = f"color:{dress.muted}; font-size:{dress.size}pt; margin:0 0 6px 0"
    linked = community.linked(beside.links, dress)
    parts = (
        _first(beside.first),
        f'<h1 style="font-size:{dress.size * 1.4:.1f}pt; font-weight:600; margin:0 0 10px 0">'
        f"{rich(paper.title, beside.draw)}</h1>",
        _notice(paper, dress),
        _line(html.escape(paper.remark), "margin:0 0 8px 0; font-style:italic"),
        f'<p style="margin:0 0 8px 0; line-height:120%">'
        f"{_authors(paper, unfolded=beside.unfolded)}</p>",
        _line(" · ".join(html.escape(fact) for fact in _facts(paper)), small),
        _line(community.votes(paper, now), small),
        _line(" &nbsp; ".join(link(*one) for one in _links(paper)), "margin:0 0 6px 0"),
        _line(
            " &nbsp; ".join(html.escape(word) for word in (*_standing(paper), *beside.remarks)),
            small,
        ),
        f'<p style="margin:12px 0 0 0"><img src="{PICTURE}" width="{beside.picture}"></p>'
        if beside.picture
        else "",
        _related(beside.related, small),
        community.summary(paper.card, dress),
        f'<p style="font-size:{dress.size * 1.1:.1f}pt; line-height:135%; margin:14px 0 '
        f'{16 if linked else 24}px 0">{_abstract(paper, dress, beside.draw)}</p>',
        told.table(paper, dress.muted, dress.size),
        linked,
    )
    return (
        f'<body style="color:{dress.ink}; font-size:{dress.size}pt">'
        f"<style>a {{ color:{dress.link}; text-decoration:none }}</style>{''.join(parts)}</body>"
    )


def _related(relations: Sequence[Relation], style: str) -> str:
    """The papers that belong with this one: each leads there."""
    lines = [
        f'<a href="{GO}{one.paper}">{rich(one.title)}</a> '
        + html.escape(f"({', '.join((one.kind, *_state(one)))})")
        for one in relations
    ]
    return _line(f"Related: {'<br>'.join(lines)}", style) if lines else ""


def _state(one: Relation) -> tuple[str, ...]:
    return () if one.state is State.NEW else (STATES[one.state].lower(),)


def _first(width: int) -> str:
    if not width:
        return ""
    image = f'<img src="{FIRST}" width="{width}" style="float:right">'
    return f'<a href="{OPEN}" title="First page: open the paper">{image}</a>'


def _line(inside: str, style: str) -> str:
    return f'<p style="{style}">{inside}</p>' if inside else ""


def _notice(paper: Paper, dress: Dress) -> str:
    """The banner over a paper that does not stand any more."""
    said = TAKEN_BACK.get(paper.notice)
    ink = dress.alarm or dress.ink
    frame = (
        '<table width="100%" border="1" cellspacing="0" cellpadding="8" style="border-style:solid;'
        f' border-color:{ink}; margin:8px 0 12px 0"><tr><td style="border-style:none">'
    )
    words = _line(f"⚠ {said}", f"margin:0; font-weight:600; color:{ink}")
    return f"{frame}{words}</td></tr></table>" if said else ""


def _abstract(paper: Paper, dress: Dress, draw: Draw | None) -> str:
    if paper.abstract:
        return rich(_ENDLESS.sub("\\g<0>\u200b", paper.abstract), draw)
    return f'<span style="color:{dress.muted}">The source gave no abstract.</span>'


def _authors(paper: Paper, *, unfolded: bool) -> str:
    if unfolded or len(paper.authors) <= FOLDED:
        return html.escape(", ".join(paper.authors))
    more = len(paper.authors) - FOLDED
    named = html.escape(", ".join(paper.authors[:FOLDED]))
    return f'{named} <a href="{UNFOLD}">and {more:,} more</a>'


def _facts(paper: Paper) -> list[str]:
    facts = [paper.card.organisation] if paper.card.organisation else []
    facts += [date_words(paper.published)] if paper.published else []
    facts += paper.sources
    facts += [f"listed {' and '.join(map(date_words, paper.days[-2:]))}"] if paper.days else []
    return facts + ([f"submitted by {paper.card.submitter}"] if paper.card.submitter else [])


def _links(paper: Paper) -> list[tuple[str, str]]:
    links = []
    if paper.arxiv:
        links.append((f"https://arxiv.org/abs/{paper.arxiv}", f"arXiv {paper.arxiv}"))
    if paper.code:
        stars = paper.counts.stars
        links.append((paper.code, "Code" if stars is None else f"Code, {how_many(stars, 'star')}"))
    if paper.card.project:
        links.append((paper.card.project, "Project page"))
    if paper.card.discussion:
        links.append((paper.card.discussion, "Discussion"))
    if paper.doi:
        links.append((f"https://doi.org/{paper.doi}", f"DOI {paper.doi}"))
    if paper.url:
        links.append((paper.url, "Web page"))
    return links


def _standing(paper: Paper) -> list[str]:
    words = [] if paper.state is State.NEW else [STATES[paper.state]]
    words += [f"Rated {stars(paper.rating)}"] if paper.rating else []
    words += ["Flagged"] if paper.flagged else []
    words += [f"New version: {newer_words(paper.newer)}"] if paper.newer else []
    words += ["Unread"] if paper.unread else []
    words += ["PDF here"] if paper.file else []
    return words + [f"#{tag}" for tag in paper.tags]
