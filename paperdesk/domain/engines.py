"""Search engines of one's own: names, and addresses with a place for the words."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote_plus, urlsplit

PLACE = "%s"
"""Where the words go in an address."""

DEFAULT = (
    "Google Scholar https://scholar.google.com/scholar?q=%s"
    " | Semantic Scholar https://www.semanticscholar.org/search?q=%s"
    " | arXiv https://arxiv.org/search/?query=%s&searchtype=all"
    " | DuckDuckGo https://duckduckgo.com/?q=%s"
)

_LONGEST = 300
"""Characters of what is searched for; no engine takes a page of text."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A search engine: what it is called, and its address with %s in it."""

    name: str
    template: str

    def address(self, words: str) -> str:
        """Where its answers to some words are.

        >>> Engine("S", "https://s.example/?q=%s").address("naïve Bayes & co")
        'https://s.example/?q=na%C3%AFve+Bayes+%26+co'
        """
        return self.template.replace(PLACE, quote_plus(shortened(words)))


def engines(text: str) -> tuple[Engine, ...]:
    """The engines that are spelt in a setting: name, address, a bar between two.

    What is no web address, or has no place for the words, is left out.
    """
    spelt = (part.strip().rpartition(" ") for part in text.split("|"))
    return tuple(Engine(name.strip(), url) for name, _, url in spelt if name and _is_template(url))


def flaws(text: str) -> tuple[str, ...]:
    """The parts of a setting that spell no engine."""
    parts = [part.strip() for part in text.split("|") if part.strip()]
    return tuple(part for part in parts if not engines(part))


def last_first(known: Sequence[Engine], last: str) -> tuple[Engine, ...]:
    """The engines, the one that was used last before the others."""
    return tuple(sorted(known, key=lambda engine: engine.name != last))


def shortened(words: str) -> str:
    """Words on one line, as many as an engine takes."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rpartition(" ")[0]


def _is_template(url: str) -> bool:
    if PLACE not in url:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    # The words may not say which host is asked.
    return parts.scheme in ("http", "https") and bool(parts.netloc) and PLACE not in parts.netloc
