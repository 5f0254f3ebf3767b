"""Papers, hits and outcomes as the JSON that other programs read."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from paperdesk.domain.colours import Meanings
from paperdesk.domain.focus import Times
from paperdesk.domain.hit import Hit
from paperdesk.domain.note import Highlight
from paperdesk.domain.paper import Paper
from paperdesk.domain.progress import Progress
from paperdesk.domain.reference import Line
from paperdesk.domain.relation import Relation
from paperdesk.export import Outcome
from paperdesk.feeds import Brought
from paperdesk.safety import Preview

Json = dict[str, Any]


def paper(value: Paper, papers: Path) -> Json:
    """A paper, with the names that every version keeps; `papers` is where PDFs lie."""
    return {
        "id": value.id,
        "title": value.title,
        "authors": list(value.authors),
        "abstract": value.abstract,
        "date": value.published.isoformat() if value.published else None,
        "days": [day.isoformat() for day in value.days],
        "arxiv": value.arxiv,
        "doi": value.doi,
        "url": value.url,
        "code": value.code,
        "state": value.state.value,
        "tags": list(value.tags),
        "rating": value.rating,
        "flagged": value.flagged,
        "remark": value.remark,
        "notice": value.notice or None,
        "unread": value.unread,
        "upvotes": value.counts.upvotes,
        "comments": value.counts.comments,
        "stars": value.counts.stars,
        "sources": list(value.sources),
        "file": str(papers / value.file) if value.file else None,
        "citekey": value.citekey,
    }


def reading(progress: Progress, times: Times) -> Json:
    """How far a paper is read, and how long that took; pages count from 1."""
    return {
        "status": progress.status.value,
        "percent": progress.percent,
        "furthest": progress.furthest,
        "pages": progress.pages,
        "seen": [[first + 1, last + 1] for first, last in progress.seen],
        "minutes": round(times.seconds / 60, 1),
        "sections": {
            name: round(seconds / 60, 1) for name, seconds in times.sections.items() if name
        },
    }


def related(values: Sequence[Relation]) -> list[Json]:
    """The papers that belong with one, and how."""
    return [
        {"paper": one.paper, "citekey": one.citekey, "title": one.title, "kind": one.kind}
        for one in values
    ]


def whole(
    value: Paper,
    papers: Path,
    note: str,
    highlights: Sequence[Highlight],
    meanings: Meanings | None = None,
) -> Json:
    """A paper with what its reader left on it."""
    return {
        **paper(value, papers),
        "note": note,
        "highlights": [highlight(mark, meanings or {}) for mark in highlights],
    }


def highlight(value: Highlight, meanings: Meanings) -> Json:
    """A mark; its pages count from 1, as people do. `means` is what its colour stands for."""
    return {
        "id": value.id,
        "page": value.anchor.page + 1,
        "pages": [anchor.page + 1 for anchor in value.anchors],
        "label": value.anchor.label,
        "text": value.text,
        "colour": value.colour.value,
        "means": meanings.get(value.colour, ""),
        "comment": value.comment,
        "kind": value.kind.value,
        "tags": list(value.tags),
        "fate": value.fate.value,
    }


def hit(value: Hit) -> Json:
    """A hit; its page counts from 1, as people do."""
    return {
        "kind": value.kind.value,
        "paper": value.paper,
        "title": value.title,
        "page": None if value.page is None else value.page + 1,
        "snippet": value.snippet,
        "score": value.score,
    }


def outcome(value: Outcome) -> Json:
    """What became of one exported file."""
    return {
        "path": str(value.path),
        "paper": value.paper,
        "result": value.result.value,
        "reason": value.reason,
    }


def line(value: Line) -> Json:
    """What became of one entry or file that was to come in."""
    return {
        "input": value.input,
        "paper": value.paper,
        "result": value.result,
        "error": value.error or None,
        "remark": value.remark or None,
    }


def brought(value: Brought) -> Json:
    """What became of one line of a list of sources."""
    result = "failed" if value.error else "added" if value.new else "known"
    return {
        "input": value.input or f"line {value.line}",
        "paper": None,
        "source": value.source,
        "result": result,
        "error": value.error or None,
    }


def preview(value: Preview) -> Json:
    """What a backup holds, what the library holds, and what would differ."""
    return {**asdict(value), "copy": asdict(value.copy)}
