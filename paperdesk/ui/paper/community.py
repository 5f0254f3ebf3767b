"""What others say of a paper, as rich text: always marked as theirs, never as the paper's."""

import html
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, unquote

from paperdesk.domain.card import Card, Kind, Links
from paperdesk.domain.momentum import Momentum
from paperdesk.domain.paper import Paper
from paperdesk.infra.latex import rich
from paperdesk.ui.movement import climb, curve, gain, moment
from paperdesk.ui.words import amount, how_many

WORDS = "paperdesk:words/"
"""The beginning of a link that searches for a keyword."""

_HUB = {
    Kind.MODEL: "https://huggingface.co/",
    Kind.DATASET: "https://huggingface.co/datasets/",
    Kind.SPACE: "https://huggingface.co/spaces/",
}
_NOUNS = {Kind.MODEL: "model", Kind.DATASET: "data set", Kind.SPACE: "Space"}
_NAMED = 5
"""Models, data sets or Spaces that are named; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Dress:
    """Sizes in points and colours by name, as the theme has them."""

    size: float
    ink: str
    muted: str
    line: str
    link: str
    tint: str = ""
    alarm: str = ""
    """What went wrong; empty is as the rest."""


def sought(url: str) -> str:
    """The words that a keyword's link searches for; nothing of another link."""
    return f'"{unquote(url.removeprefix(WORDS))}"' if url.startswith(WORDS) else ""


def link(url: str, word: str) -> str:
    """A link, if it leads to the web; else the word alone."""
    if not url.startswith(("https://", "http://")):
        return html.escape(word)
    return f'<a href="{html.escape(url, quote=True)}">{html.escape(word)}</a>'


def votes(paper: Paper, now: datetime) -> str:
    """Upvotes and comments with how they move, and when they were asked for."""
    counts, momentum = paper.counts, paper.momentum
    said = []
    if counts.upvotes is not None:
        said.append(html.escape(how_many(counts.upvotes, "upvote")))
        said += _moves(momentum)
    if counts.comments is not None and (counts.comments or paper.card.discussion):
        words = how_many(counts.comments, "comment")
        said.append(link(paper.card.discussion, words) if paper.card.discussion else words)
    if said and momentum.asked is not None:
        said.append(f"as of {moment(momentum.asked, now)}")
    return " · ".join(said)


def _moves(momentum: Momentum) -> Iterator[str]:
    """How the upvotes move, and the place in what is trending."""
    moved, shape, places = gain(momentum), curve(momentum.upvotes()), climb(momentum)
    if moved:
        yield f"{moved} since your last visit"
    if shape:
        yield f"{shape} {html.escape(momentum.source)}".rstrip()
    if places:
        yield f"{places} in what is trending"


def summary(card: Card, dress: Dress) -> str:
    """The summary that a machine wrote, and the keywords that it chose, so labelled."""
    parts = []
    small = f"color:{dress.muted}; font-size:{dress.size * 0.9:.1f}pt"
    if card.summary:
        parts.append(
            f'<p style="{small}; margin:0 0 3px 0">AI summary, by Hugging Face</p>'
            f'<p style="margin:0; line-height:130%">{rich(card.summary)}</p>'
        )
    if card.keywords:
        chips = " ".join(_chip(word, dress) for word in card.keywords)
        label = "" if card.summary else "AI keywords, by Hugging Face: "
        parts.append(f'<p style="{small}; margin:6px 0 0 0; line-height:150%">{label}{chips}</p>')
    return _quoted("".join(parts), dress) if parts else ""


def linked(links: Links | None, dress: Dress) -> str:
    """How many models, data sets and Spaces name the paper, and the first of each."""
    lines = list(_linked(links)) if links else []
    if not lines:
        return ""
    small = f"color:{dress.muted}; font-size:{dress.size * 0.9:.1f}pt; margin:12px 0 3px 0"
    return f'<p style="{small}">Linked on Hugging Face</p>' + "".join(
        f'<p style="margin:0 0 4px 0; line-height:125%">{line}</p>' for line in lines
    )


def _linked(links: Links) -> Iterator[str]:
    for kind, count in links.counts:
        named = [one for one in links.first if one.kind is kind][:_NAMED]
        if not count:
            continue
        shown = [
            link(_HUB[kind] + one.name, one.name)
            + (f" ({amount(one.likes)} ♥)" if one.likes else "")
            for one in named
        ]
        more = f" and {count - len(named):,} more" if named and count > len(named) else ""
        colon = ": " if shown else ""
        yield f"<b>{how_many(count, _NOUNS[kind])}</b>{colon}{', '.join(shown)}{more}"


def _chip(word: str, dress: Dress) -> str:
    """A keyword on a ground of its own, which searches for it."""
    shown = html.escape(word).replace(" ", "&nbsp;").replace("-", "&#8209;")
    style = f"background-color:{dress.tint or dress.line}; color:{dress.ink}"
    target = html.escape(WORDS + quote(word, safe=""), quote=True)
    return f'<a href="{target}"><span style="{style}">&nbsp;{shown}&nbsp;</span></a>'


def _quoted(inside: str, dress: Dress) -> str:
    """Words of others, behind a bar."""
    return (
        '<table width="100%" cellspacing="0" cellpadding="0" style="margin:12px 0 0 0"><tr>'
        f'<td width="3" bgcolor="{dress.line}"></td>'
        f'<td style="padding:2px 0 2px 12px">{inside}</td></tr></table>'
    )
