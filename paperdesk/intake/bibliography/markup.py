"""HTML in a bibliography: tags in titles go, a note becomes Markdown."""

import html
import re
from html.parser import HTMLParser

_TAGS = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_BLOCKS = frozenset(
    ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre",
     "table", "tr", "br", "hr")
)  # fmt: skip
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`", "s": "~~", "del": "~~"}
_UNSEEN = frozenset(("script", "style", "head", "title"))
_BLANKS = re.compile(r"\n{3,}")


def plain(text: str) -> str:
    """A title or the like in one line, without the tags that styles put in it."""
    if "<" in text:
        text = _TAGS.sub("", text)
    return " ".join(html.unescape(text).split())


def paragraphs(text: str) -> str:
    """An abstract, its paragraphs kept; JATS and HTML go."""
    if "<" in text:
        text = _TAGS.sub("", re.sub(r"</(?:jats:)?(?:p|title|sec|div)>|<br */?>", "\n\n", text))
    parts = re.split(r"\n\s*\n", html.unescape(text))
    return "\n\n".join(filter(None, (" ".join(part.split()) for part in parts)))


def markdown(text: str) -> str:
    """A note as Markdown; one that is no HTML stays as it is."""
    if not _TAGS.search(text):
        return text.strip()
    writer = _Writer()
    writer.feed(text)
    writer.close()
    return _BLANKS.sub("\n\n", writer.text()).strip()


def _within(lines: list[str], at: int) -> bool:
    """Whether a line has words of the same quote before and behind it."""
    around = (lines[:at][::-1], lines[at + 1 :])
    return all(
        next((one for one in side if one.strip("> ")), "").startswith(">") for side in around
    )


class _Writer(HTMLParser):
    """Writes what it reads as Markdown; tags that it does not know are passed over."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._out: list[str] = []
        self._lists: list[int | None] = []
        self._quoted = 0
        self._unseen = 0
        self._kept = 0
        self._links: list[str] = []

    def text(self) -> str:
        """What was written."""
        lines = [line.rstrip() for line in "".join(self._out).split("\n")]
        # A line with nothing but the mark of a quote stands between two of its lines only.
        return "\n".join(
            "" if not line.strip("> ") and not _within(lines, at) else line
            for at, line in enumerate(lines)
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what a tag begins."""
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in ("ul", "ol"):
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "blockquote":
            self._quoted += 1
        elif tag == "pre":
            self._kept += 1
        if tag in _BLOCKS:
            self._block(tag)
        elif tag in _MARKS:
            self._out.append(_MARKS[tag])
        elif tag == "a":
            self._links.append(dict(attrs).get("href") or "")
            self._out.append("[")

    def handle_endtag(self, tag: str) -> None:
        """End what a tag ends, if it was begun."""
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "blockquote":
            self._quoted = max(self._quoted - 1, 0)
        elif tag == "pre":
            self._kept = max(self._kept - 1, 0)
        if tag in _MARKS:
            self._out.append(_MARKS[tag])
        elif tag == "a" and self._links:
            self._out.append(f"]({self._links.pop()})")
        elif tag in _BLOCKS and tag not in ("li", "br"):
            self._line(2)

    def handle_data(self, data: str) -> None:
        """Write words; white space is one space, but in what is kept as it is."""
        if self._unseen:
            return
        words = data if self._kept else re.sub(r"\s+", " ", data)
        if not words.strip() and self._at_start():
            return
        self._out.append(words.lstrip() if self._at_start() and not self._kept else words)

    def _block(self, tag: str) -> None:
        self._line(1 if tag in ("br", "li", "tr") else 2)
        if tag == "li":
            depth = max(len(self._lists) - 1, 0)
            number = self._lists[-1] if self._lists else None
            if number is not None:
                self._lists[-1] = number + 1
            mark = "-" if number is None else f"{number + 1}."
            self._out.append(f"{'  ' * depth}{mark} ")
        elif tag[0] == "h" and tag[1:].isdigit():
            self._out.append(f"{'#' * int(tag[1:])} ")
        elif tag == "hr":
            self._out.append("---")

    def _line(self, breaks: int) -> None:
        self._out.append("\n" * breaks + "> " * min(self._quoted, 5))

    def _at_start(self) -> bool:
        return not self._out or self._out[-1].endswith(("\n", "> ", "- ", ". ", "# "))
