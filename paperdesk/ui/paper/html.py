"""The abstract page as rich text."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from paperdesk.domain.paper import Paper, State
from paperdesk.infra.latex import rich
from paperdesk.ui import told
from paperdesk.ui.words import STATES, date_words, how_many, newer_words

FOLDED = 30
"""Authors that are named before "and 634 more"."""

_ENDLESS = re.compile(r"\S{200}(?=\S)")
"""Letters without a break: Qt's time to break them grows with their square."""

UNFOLD = "paperdesk:authors"
"""The link that names all authors."""


@dataclass(frozen=True, slots=True)
class Dress:
    """Sizes in points and colours by name, as the theme has them."""

    size: float
    ink: str
    muted: str
    line: str
    link: str


def page(paper: Paper, dress: Dress, remarks: Sequence[str] = (), *, unfolded: bool = False) -> str:
    """A paper's abstract page, with remarks on what was done with it."""
    facts = " · ".join(html.escape(fact) for fact in _facts(paper))
    links = " &nbsp; ".join(_link(url, word) for url, word in _links(paper))
    here = " &nbsp; ".join(html.escape(word) for word in (*_standing(paper), *remarks))
    small = f"color:{dress.muted}; font-size:{dress.size}pt; margin:0 0 6px 0"
    parts = (
        f'<h1 style="font-size:{dress.size * 1.4:.1f}pt; font-weight:600; margin:0 0 10px 0">'
        f"{rich(paper.title)}</h1>",
        f'<p style="margin:0 0 8px 0; line-height:120%">{_authors(paper, unfolded=unfolded)}</p>',
        f'<p style="{small}">{facts}</p>' if facts else "",
        f'<p style="margin:0 0 6px 0">{links}</p>' if links else "",
        f'<p style="{small}">{here}</p>' if here else "",
        f'<p style="font-size:{dress.size * 1.1:.1f}pt; line-height:135%; margin:14px 0 24px 0">'
        f"{_abstract(paper, dress)}</p>",
        told.table(paper, dress.muted, dress.size),
    )
    return (
        f'<body style="color:{dress.ink}; font-size:{dress.size}pt">'
        f"<style>a {{ color:{dress.link}; text-decoration:none }}</style>{''.join(parts)}</body>"
    )


def _abstract(paper: Paper, dress: Dress) -> str:
    if paper.abstract:
        return rich(_ENDLESS.sub("\\g<0>\u200b", paper.abstract))
    return f'<span style="color:{dress.muted}">The source gave no abstract.</span>'


def _authors(paper: Paper, *, unfolded: bool) -> str:
    if unfolded or len(paper.authors) <= FOLDED:
        return html.escape(", ".join(paper.authors))
    more = len(paper.authors) - FOLDED
    named = html.escape(", ".join(paper.authors[:FOLDED]))
    return f'{named} <a href="{UNFOLD}">and {more:,} more</a>'


def _facts(paper: Paper) -> list[str]:
    counts = paper.counts
    facts = [date_words(paper.published)] if paper.published else []
    facts += paper.sources
    if counts.upvotes is not None:
        facts.append(how_many(counts.upvotes, "upvote"))
    if counts.comments:
        facts.append(how_many(counts.comments, "comment"))
    return facts


def _links(paper: Paper) -> list[tuple[str, str]]:
    links = []
    if paper.arxiv:
        links.append((f"https://arxiv.org/abs/{paper.arxiv}", f"arXiv {paper.arxiv}"))
    if paper.code:
        stars = paper.counts.stars
        links.append((paper.code, "Code" if stars is None else f"Code, {how_many(stars, 'star')}"))
    if paper.doi:
        links.append((f"https://doi.org/{paper.doi}", f"DOI {paper.doi}"))
    if paper.url:
        links.append((paper.url, "Web page"))
    return links


def _standing(paper: Paper) -> list[str]:
    words = [] if paper.state is State.NEW else [STATES[paper.state]]
    words += [f"New version: {newer_words(paper.newer)}"] if paper.newer else []
    words += ["Unread"] if paper.unread else []
    words += ["PDF here"] if paper.file else []
    return words + [f"#{tag}" for tag in paper.tags]


def _link(url: str, word: str) -> str:
    """A link, if it leads to the web; else the word alone."""
    if not url.startswith(("https://", "http://")):
        return html.escape(word)
    return f'<a href="{html.escape(url, quote=True)}">{html.escape(word)}</a>'
