"""A passage as Markdown: text that reads as it is, in one block, with its source."""

import re

_INLINE = re.compile(
    r"""[\\`*~$]            # code, emphasis, strike-through and, in many readers, formulas
    | (?<![^\W_])_ | _(?![^\W_])  # emphasis; the underscore of snake_case is harmless
    | <(?=[A-Za-z/!?])      # tags, comments
    | &(?=\#?\w+;)          # entities
    | \](?=[(:])            # links, and where links lead
    | \[(?=[\[^]) | \^(?=\[)       # wiki links, footnotes
    | =(?==)                # marked text
    """,
    re.VERBOSE,
)
_BLOCK = re.compile(
    r"""(?:\#{1,6}(?=\s|$)  # headings
    | >                     # quotes
    | [-+](?=[\s-]|$)       # lists and rules
    | =(?=[\s=]|$)          # underlined headings
    | \|                    # tables
    | (?P<number>\d{1,9})(?P<mark>[.)])(?=\s|$))
    """,
    re.VERBOSE,
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def plain_line(text: str) -> str:
    """A text on one line: white space collapsed, control characters gone."""
    return " ".join(_CONTROL.sub(" ", text).split())


def escaped(text: str) -> str:
    r"""A text on one line, so marked that Markdown shows it as it is.

    No more is escaped than must be: the file is read in plain editors too.

    >>> escaped("# 1. see_this *and* [12]")
    '\\# 1. see_this \\*and\\* [12]'
    """
    line = _INLINE.sub(lambda found: "\\" + found[0], plain_line(text))
    return _BLOCK.sub(_opened, line, count=1) if _BLOCK.match(line) else line


def block(*paragraphs: str) -> str:
    """Markdown paragraphs as one block quote, whatever blocks they hold."""
    lines = "\n\n".join(
        paragraph.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        for paragraph in paragraphs
        if paragraph.strip()
    )
    return "\n".join(f"> {line}" if line.strip() else ">" for line in lines.split("\n"))


def source(label: str, page: int, link: str) -> str:
    """Where a passage stands: its page by the printed label, linked."""
    return f"[p. {escaped(label) or page + 1}]({link})"


def _opened(found: re.Match[str]) -> str:
    """What would open a block, with a backslash in its way."""
    if found["number"]:
        return found["number"] + "\\" + found["mark"]
    return "\\" + found[0]
