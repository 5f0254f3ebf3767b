"""The source of a demonstration paper, read into HTML that can be typeset.

A source is Markdown in spirit and light LaTeX in its lines: `## Heading {#sec-x}`,
paragraphs, `$$…$$ {#eq-x}`, fenced `figure` and `table` blocks in TOML, and at
the end `## References` with lines `- key: text`. `[@key]` cites, `[#sec-x]`
points to a section, figure, table or equation by its number.
"""

import html
import re
import tomllib
from dataclasses import dataclass, field

from paperdesk.infra.latex import rich

Json = dict[str, object]

LINK = "color: #1f4f82; text-decoration: none; hyphens: none"

_HEADING = re.compile(r"(#{2,3}) (.+?)(?: \{#([\w-]+)\})?")
_EQUATION = re.compile(r"\$\$(.+)\$\$ \{#([\w-]+)\}", re.DOTALL)
_FENCE = re.compile(r"```(figure|table) ([\w-]+)\n(.*)\n```", re.DOTALL)
_REFERENCE = re.compile(r"- ([\w-]+): (.+)", re.DOTALL)
_TAG = re.compile(r"(<[^>]+>|&[#\w]+;)")
_SHORT = re.compile(r"\b([A-Za-z]{4,7}|[a-z]{5,8}(?:th|ly|er|ed|en|es))\b")
_CITED = re.compile(r"\[(@[\w; @-]+)\]")
_POINTED = re.compile(r"\[#([\w-]+)\]")


@dataclass(frozen=True, slots=True)
class Block:
    """One thing to be set: a heading, a paragraph, a formula, a figure, a table.

    A figure has a drawing above its caption, the `html`.
    """

    kind: str
    html: str
    anchor: str = ""
    drawing: Json | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One paper, ready to be set."""

    head: Json
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class _Numbers:
    """What bears which number, and under which name it is pointed to."""

    names: dict[str, str] = field(default_factory=dict)
    references: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def next(self, kind: str, anchor: str) -> int:
        """Number a thing of this kind ("Figure", "Table" …)."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        self.names[anchor] = f"{kind} {self.counts[kind]}"
        return self.counts[kind]


def read(text: str) -> Source:
    """Read a source: TOML between two lines of `+++`, then the paper."""
    _, head, body = text.split("+++\n", 2)
    blocks = _blocks(body)
    numbers = _numbered(blocks)
    return Source(tomllib.loads(head), tuple(_block(block, numbers) for block in blocks))


def _blocks(body: str) -> list[str]:
    """The blocks of a source; fenced ones may hold blank lines."""
    blocks: list[str] = []
    for part in re.split(r"(^```.*?^```$)", body, flags=re.DOTALL | re.MULTILINE):
        blocks += [part] if part.startswith("```") else re.split(r"\n\s*\n|\n(?=- \w+: )", part)
    return [block.strip() for block in blocks if block.strip()]


def _numbered(blocks: list[str]) -> _Numbers:
    """A first pass: who has which number, so that text may point forward."""
    numbers = _Numbers()
    for block in blocks:
        if (found := _HEADING.fullmatch(block)) and found[3] and found[1] == "##":
            numbers.next("Section", found[3])
        elif found := _EQUATION.fullmatch(block):
            numbers.next("Eq.", found[2])
        elif found := _FENCE.fullmatch(block):
            numbers.next(found[1].capitalize(), found[2])
        elif found := _REFERENCE.fullmatch(block):
            numbers.references[found[1]] = len(numbers.references) + 1
    return numbers


def _block(block: str, numbers: _Numbers) -> Block:
    if found := _HEADING.fullmatch(block):
        return _heading(found, numbers)
    if found := _EQUATION.fullmatch(block):
        return _equation(found, numbers)
    if found := _FENCE.fullmatch(block):
        make = _table if found[1] == "table" else _figure
        return make(found[2], tomllib.loads(found[3]), numbers)
    if found := _REFERENCE.fullmatch(block):
        text = f"[{numbers.references[found[1]]}] {_inline(found[2], numbers)}"
        anchor = f"ref-{found[1]}"
        return Block("reference", f'<p class="reference" id="{anchor}">{text}</p>', anchor)
    # What goes on after a formula is not indented.
    kind = "on" if block[0].islower() else "p"
    return Block(kind, f'<p class="{kind}">{_inline(block, numbers)}</p>')


def _heading(found: re.Match[str], numbers: _Numbers) -> Block:
    kind, anchor = f"h{len(found[1])}", found[3] or found[2].lower().replace(" ", "-")
    number = numbers.names.get(anchor, "").removeprefix("Section ")
    title = f"{number}&ensp;{rich(found[2])}" if number else rich(found[2])
    return Block(kind, f'<{kind} id="{anchor}">{title}</{kind}>', anchor)


def _equation(found: re.Match[str], numbers: _Numbers) -> Block:
    formula, number = _inline(f"${found[1].strip()}$", numbers), numbers.names[found[2]][4:]
    cells = f'<td class="formula">{formula}</td><td class="number">({number})</td>'
    table = f'<div id="{found[2]}"><table class="equation"><tr>{cells}</tr></table></div>'
    return Block("equation", table, found[2])


def _figure(anchor: str, spec: Json, numbers: _Numbers) -> Block:
    caption = _inline(str(spec["caption"]), numbers)
    text = f'<p class="caption" id="{anchor}"><b>{numbers.names[anchor]}.</b> {caption}</p>'
    return Block("figure", text, anchor, spec)


def _table(anchor: str, spec: Json, numbers: _Numbers) -> Block:
    rows = spec["rows"]
    assert isinstance(rows, list)
    first, *rest = ["".join(_cells(row, numbers)) for row in rows]
    last = rest.pop()
    body = "".join(f"<tr>{row}</tr>" for row in rest)
    caption = _inline(str(spec["caption"]), numbers)
    text = (
        f'<p class="caption" id="{anchor}"><b>{numbers.names[anchor]}.</b> {caption}</p>'
        f'<table><tr class="first">{first}</tr>{body}<tr class="last">{last}</tr></table>'
    )
    return Block("table", text, anchor)


def _cells(row: list[str], numbers: _Numbers) -> list[str]:
    return [
        f'<td class="{"name" if at == 0 else "figure"}">{_inline(cell, numbers)}</td>'
        for at, cell in enumerate(row)
    ]


def _inline(text: str, numbers: _Numbers) -> str:
    """A line's LaTeX and its pointers."""
    shown = (
        rich(" ".join(text.split()))
        .replace("&#x27;", "’")
        .replace(" - ", " − ")
        .replace(">-", ">−")
    )
    shown = _CITED.sub(lambda found: _citation(found[1], numbers), shown)
    shown = _POINTED.sub(lambda found: _link(found[1], numbers.names[found[1]]), shown)
    return _unbroken(shown)


def _unbroken(shown: str) -> str:
    """Short words kept whole: MuPDF would part "on-ce" and "mon-th"."""
    parts = _TAG.split(shown)
    parts[::2] = [_SHORT.sub(r'<span style="hyphens:none">\1</span>', part) for part in parts[::2]]
    return "".join(parts)


def _citation(keys: str, numbers: _Numbers) -> str:
    cited = [key.strip().removeprefix("@") for key in html.unescape(keys).split(";")]
    links = [_link(f"ref-{key}", str(numbers.references[key])) for key in cited]
    return f"[{', '.join(links)}]"


def _link(anchor: str, shown: str) -> str:
    return f'<a href="#{anchor}" style="{LINK}">{shown.replace(" ", "&nbsp;")}</a>'
