"""What a paper says of itself, in the words of the screen: short, or with its source."""

import html
from collections.abc import Iterator

from paperdesk.domain.facts import (
    AMOUNTS,
    BITS,
    COMPRESSION,
    CONTEXT,
    DATASET,
    PARAMS,
    SPEEDUP,
    TITLE,
    Fact,
    source,
    written,
)
from paperdesk.domain.paper import Paper
from paperdesk.infra.latex import plain

TITLES = {
    PARAMS: "Parameters",
    BITS: "Bits",
    SPEEDUP: "Speed-up",
    COMPRESSION: "Compression",
    CONTEXT: "Context",
    DATASET: "Data sets",
}
"""What the facts are called on the screen."""

_SHORT = {
    PARAMS: "{}",
    BITS: "{}-bit",
    SPEEDUP: "{} faster",
    COMPRESSION: "{} smaller",
    CONTEXT: "{} context",
}
_FEW = 2
"""Values that stand beside each other; of more, the least and the greatest do."""

_OPEN, _SHUT = "\ue000", "\ue001"
"""Characters that no text has, around the words of a fact."""

_SENTENCES = 6
"""Source sentences of one fact that are shown at once."""


def amounts(paper: Paper, name: str) -> str:
    """The amounts of one fact: 7B, or 7B, 13B, or 7B–70B."""
    values = sorted({fact.value for fact in paper.facts if fact.name == name and fact.value})
    words = [written(name, value) for value in values]
    return ", ".join(words) if len(words) <= _FEW else f"{words[0]}–{words[-1]}"


def datasets(paper: Paper) -> str:
    """The data sets that a paper names, in its order."""
    return ", ".join(fact.text for fact in paper.facts if fact.name == DATASET)


def badges(paper: Paper) -> Iterator[str]:
    """Its amounts, so short that they stand on a card: 7B, 4-bit, 2.5× faster."""
    for name in AMOUNTS:
        words = amounts(paper, name)
        if words:
            yield _SHORT[name].format(words)


def sentences(paper: Paper, name: str) -> list[str]:
    """The sentences that a fact was read from, as rich text, its words in bold; a few."""
    facts = [fact for fact in paper.facts if fact.name == name]
    return list(dict.fromkeys(filter(None, (_sentence(paper, fact) for fact in facts))))[
        :_SENTENCES
    ]


def _sentence(paper: Paper, fact: Fact) -> str:
    text = paper.title if fact.place == TITLE else paper.abstract
    before, words, after = source(text, fact)
    # A formula may begin before the words and end in them: it is read as a whole.
    read = html.escape(plain(f"{before}{_OPEN}{words}{_SHUT}{after}"), quote=False)
    return read.replace(_OPEN, "<b>").replace(_SHUT, "</b>") if words else ""


def table(paper: Paper, muted: str, size: float) -> str:
    """All facts with the sentences that they stand in, as rich text; empty without any."""
    rows = "".join(_row(paper, name, title, muted) for name, title in TITLES.items())
    if not rows:
        return ""
    return (
        f'<p style="color:{muted}; font-size:{size}pt; margin:0 0 4px 0">Read from the abstract</p>'
        f'<table cellspacing="0" cellpadding="3" style="font-size:{size}pt">{rows}</table>'
    )


def _row(paper: Paper, name: str, title: str, muted: str) -> str:
    words = datasets(paper) if name == DATASET else amounts(paper, name)
    if not words:
        return ""
    said = "" if name == DATASET else "<br>".join(sentences(paper, name))
    return (
        f'<tr><td style="color:{muted}">{title}</td><td><b>{html.escape(words)}</b></td>'
        f'<td style="color:{muted}">{said}</td></tr>'
        if said
        else f'<tr><td style="color:{muted}">{title}</td>'
        f'<td colspan="2">{html.escape(words)}</td></tr>'
    )
