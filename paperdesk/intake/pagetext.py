"""The text of a papers page, as copied from a browser: titles, each with its abstract.

There is nothing to tell a title but its shape: one short line before a long
paragraph of sentences. What stands between (buttons, counts, names) is neither.
"""

import re

from paperdesk.domain.identifier import arxiv_id
from paperdesk.domain.paper import Found
from paperdesk.intake.pageday import is_day

_LONGEST_TITLE = 300
_SHORTEST_TITLE = 6
_SHORTEST_ABSTRACT = 80
_HARD_WRAP = 120
"""Lines longer than this were not wrapped by hand: each is a block of its own."""

_MARKS = re.compile(
    r"(?:AK and the research community|trending papers|daily papers|huggingface\.co/papers)",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"(?:[\d.,]+\s*k?|[·•|].*|new|subscribe|sign up|log ?in|submitted by.*|upvotes?.*|published.*"
    r"|view (?:arxiv|pdf).*|arxiv(?: page| explained.*)?|pdf|github.*|\d+ (?:authors?|comments?))",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?:;)\]\"”’'](?:\s|$)")


def read_text(content: str) -> tuple[str | None, list[Found]]:
    """The day at the head of the text, and the papers below it."""
    blocks = _blocks(content)
    head = next((at for at, block in enumerate(blocks) if is_day(block)), None)
    if head is None and not _MARKS.search(content):
        return None, []
    rest = blocks if head is None else blocks[head + 1 :]
    return (None if head is None else blocks[head]), _papers(rest)


def _papers(blocks: list[str]) -> list[Found]:
    blocks = [block for block in blocks if not _NOISE.fullmatch(block) and not is_day(block)]
    papers: list[Found] = []
    at = 0
    while at < len(blocks):
        if not _begins_paper(blocks, at):
            at += 1
            continue
        end = at + 2
        while end < len(blocks) and _is_abstract(blocks[end]) and not _begins_paper(blocks, end):
            end += 1
        papers.append(_found(blocks[at], "\n\n".join(blocks[at + 1 : end])))
        at = end
    return papers


def _found(title: str, abstract: str) -> Found:
    named = arxiv_id(title)
    return Found(title, abstract=abstract, arxiv=named.base if named else None)


def _begins_paper(blocks: list[str], at: int) -> bool:
    return _is_title(blocks[at]) and at + 1 < len(blocks) and _is_abstract(blocks[at + 1])


def _is_title(block: str) -> bool:
    return _SHORTEST_TITLE <= len(block) <= _LONGEST_TITLE and not block.endswith(".")


def _is_abstract(block: str) -> bool:
    return len(block) >= _SHORTEST_ABSTRACT and _SENTENCE_END.search(block) is not None


def _blocks(content: str) -> list[str]:
    """What blank lines part, hard-wrapped lines joined."""
    blocks: list[str] = []
    for part in re.split(r"\n[^\S\n]*\n", content.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [" ".join(line.split()) for line in part.split("\n")]
        is_wrapped = max(map(len, lines)) <= _HARD_WRAP
        blocks += [" ".join(filter(None, lines))] if is_wrapped else lines
    return [block for block in blocks if block]
