"""What is meant by what somebody types or pastes to add a source.

A source is known by its address, in one form for each: its kind, its name and
what it is asked follow from that alone.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

from paperdesk.domain import daily
from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.feed import SourceKind
from paperdesk.domain.identifier import arxiv_id, doi, identifier
from paperdesk.domain.words import fold
from paperdesk.feeds.categories import NAMES, categories
from paperdesk.infra import answers

TRENDING = f"{daily.HOME}/trending"
LONGEST = 250
"""Characters of a question that Hugging Face takes."""

MOST = 40
"""Categories that are offered for some words."""

_NEWS = "https://rss.arxiv.org/rss/"
_QUERY = "https://export.arxiv.org/api/query"
_QUERIED = re.compile(r"\b(au|ti|abs|cat|all|co|jr|rn):\S")
_SUBMITTER = re.compile(r"(?:@|submitter:)([\w-]{1,60})$")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){1,3}$")
_HOST = r"([\w-]+\.)+[a-z]{2,}|localhost|(\d{1,3}\.){3}\d{1,3}|\[[0-9a-f:]+\]"
_ADDRESS = re.compile(rf"(feed:|https?://)\S+$|({_HOST})(:\d+)?(/\S*)?$", re.I)
_LISTED = re.compile(r"/(?:list|rss|atom)/([\w.+-]+?)(?:/\w+)?/?$")
_BY = re.compile(r"(?:by|author):\s*(.+)", re.I)
_MEMBER = re.compile(r"(?:org|organisation|organization):\s*\S+", re.I)


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that may have been meant: in words, with a remark, and its address.

    Without an address it cannot be had; `page` is one that is to be looked at
    first, for it may be a feed or have links to some.
    """

    title: str
    remark: str = ""
    address: str = ""
    page: bool = False
    paper: bool = False
    """Whether it is no source but a paper, and the address its name."""


def understood(text: str) -> tuple[Wish, ...]:
    """What a text may mean, the likeliest first; of no text, what could be wished."""
    plain = " ".join(text.split())
    if not plain:
        return (*_hub(""), *_categories(""))
    for reading in _CERTAIN:
        if found := tuple(reading(plain)):
            return found
    return tuple(wish for reading in _GUESSES for wish in reading(plain))


def address(text: str) -> str:
    """The address of a source, in the form in which it is kept."""
    said = text.strip()
    if said.startswith("feed:"):
        said = said.removeprefix("feed:").removeprefix("//")
    if "://" not in said:
        said = f"https://{said}"
    if not answers.sound(said):
        raise WrongUsage(f"“{text}” is not the address of a feed.")
    parts = urlsplit(said)
    plain = parts._replace(netloc=parts.netloc.lower(), fragment="").geturl()
    return _own(plain) or plain


def kind_of(url: str) -> SourceKind:
    """How a source at an address is asked."""
    parts, asked = urlsplit(url), parse_qs(urlsplit(url).query)
    if url == daily.HOME:
        return SourceKind.HUGGINGFACE
    if url == TRENDING:
        return SourceKind.TRENDING
    if url.startswith(f"{daily.HOME}?"):
        return SourceKind.SUBMITTER if "submitter" in asked else SourceKind.HUB_SEARCH
    if url.startswith(_NEWS):
        return SourceKind.ARXIV
    if parts.path == urlsplit(_QUERY).path and _at_arxiv(parts.hostname):
        return SourceKind.ARXIV_QUERY
    return SourceKind.FEED


def name_of(url: str) -> str:
    """What to call a source at an address, until it says its own name."""
    kind = kind_of(url)
    if kind in _NAMED:
        return _NAMED[kind](url)
    parts = urlsplit(url)
    return f"{parts.hostname or ''}{parts.path}".rstrip("/")[:80]


def asked_of(url: str) -> str:
    """What a source is asked for: a name, words, a query, categories."""
    query = parse_qs(urlsplit(url).query)
    for field in ("search_query", "submitter", "q"):
        if field in query:
            return query[field][0]
    return unquote(urlsplit(url).path.rpartition("/")[2])


def news(codes: tuple[str, ...]) -> str:
    """The address of what arXiv announces in some categories."""
    return _NEWS + "+".join(codes)


def query(words: str) -> str:
    """The address of a question to arXiv's catalogue, in its own language."""
    return f"{_QUERY}?{urlencode({'search_query': words})}"


def hub_search(words: str) -> str:
    """The address of a question to Hugging Face."""
    return f"{daily.HOME}?{urlencode({'q': words[:LONGEST]})}"


def everywhere(words: str) -> str:
    """Words as arXiv's language has them: all of them, anywhere; a query stays as it is."""
    if _QUERIED.search(words):
        return words
    parts = re.findall(r'"[^"]+"|[\w-]+', words)
    return " AND ".join(f"all:{part}" for part in parts) or "all:"


def _own(url: str) -> str:
    """The one form of an address of Hugging Face or arXiv; "" for others."""
    parts = urlsplit(url)
    plain = f"https://{parts.netloc}{parts.path}".rstrip("/")
    if plain == daily.HOME or plain == TRENDING:
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if "submitter" in asked:
            return f"{daily.HOME}?submitter={quote(asked['submitter'])}"
        return hub_search(asked["q"]) if "q" in asked else plain
    if _at_arxiv(parts.hostname):
        listed = _LISTED.search(parts.path)
        codes = categories(listed[1]) if listed else ()
        asked_for = parse_qs(parts.query).get("search_query") if "/api/" in parts.path else None
        return news(codes) if codes else query(asked_for[0]) if asked_for else ""
    return ""


def _at_arxiv(host: str | None) -> bool:
    return host == "arxiv.org" or (host or "").endswith(".arxiv.org")


def _query_name(url: str) -> str:
    asked = asked_of(url)
    author = re.fullmatch(r'au:"([^"]+)"', asked)
    if author:
        return f"arXiv: {author[1]}"
    return f"arXiv: {asked.replace('all:', '').replace(' AND ', ' ')}"[:80]


_NAMED: dict[SourceKind, Callable[[str], str]] = {
    SourceKind.HUGGINGFACE: lambda _: "Hugging Face Daily Papers",
    SourceKind.TRENDING: lambda _: "Hugging Face Trending",
    SourceKind.HUB_SEARCH: lambda url: f"Hugging Face: {asked_of(url)}"[:80],
    SourceKind.SUBMITTER: lambda url: f"Hugging Face: submitted by {asked_of(url)}"[:80],
    SourceKind.ARXIV: lambda url: f"arXiv {asked_of(url).replace('+', ', ')}"[:80],
    SourceKind.ARXIV_QUERY: _query_name,
}


def _paper(text: str) -> Iterator[Wish]:
    named = identifier(text) or (text if _bare_paper(text) else "")
    if named:
        yield Wish(
            f"The paper {named}, into the inbox", "no source, but a paper", named, paper=True
        )


def _bare_paper(text: str) -> bool:
    found = arxiv_id(text)
    return (found is not None and str(found) == text) or doi(text) == text.lower()


def _organisation(text: str) -> Iterator[Wish]:
    if _MEMBER.match(text):
        yield Wish(
            "Hugging Face lists no papers by organisation",
            "a smart feed follows what comes by of it",
        )


def _submitter(text: str) -> Iterator[Wish]:
    found = _SUBMITTER.match(text)
    if found:
        yield Wish(
            f"Hugging Face: what {found[1]} submits",
            "daily papers of one submitter",
            f"{daily.HOME}?submitter={quote(found[1])}",
        )


def _known_category(text: str) -> Iterator[Wish]:
    codes = categories(text)
    if codes:
        names = ", ".join(NAMES[code] for code in codes)
        yield Wish(f"arXiv {', '.join(codes)}: {names}", "what it announces", news(codes))


def _at_address(text: str) -> Iterator[Wish]:
    if not _ADDRESS.match(text):
        return
    try:
        url = address(text)
    except WrongUsage:
        return
    if kind_of(url) is SourceKind.FEED:
        yield Wish(url, "a feed, or a page with links to some", url, page=True)
    else:
        yield Wish(name_of(url), "its own kind of source", url)


def _hub(text: str) -> Iterator[Wish]:
    for url, remark in ((daily.HOME, "day by day"), (TRENDING, "in its own order, day by day")):
        if fold(text) in fold(name_of(url)):
            yield Wish(name_of(url), remark, url)


def _in_arxivs_language(text: str) -> Iterator[Wish]:
    if _QUERIED.search(text):
        yield Wish(f"arXiv: {text}", "newest first", query(text))


def _categories(text: str) -> Iterator[Wish]:
    words = fold(text).split()
    found = (
        code
        for code, name in NAMES.items()
        if all(f" {word}" in f" {fold(name)}" or code.lower().startswith(word) for word in words)
    )
    for code, _ in zip(found, range(MOST), strict=False):
        yield Wish(f"arXiv {code}: {NAMES[code]}", "what it announces", news((code,)))


def _said_author(text: str) -> Iterator[Wish]:
    said = _BY.match(text)
    if said:
        yield from _author(said[1].strip('" '))


def _author(text: str) -> Iterator[Wish]:
    if _NAME.match(text):
        yield Wish(f"arXiv: papers by {text}", "newest first", query(f'au:"{text}"'))


def _name_or_words(text: str) -> Iterator[Wish]:
    """Who writes names in capitals means an author first."""
    readings = (_author, _words) if text.istitle() else (_words, _author)
    for reading in readings:
        yield from reading(text)


def _words(text: str) -> Iterator[Wish]:
    if not re.search(r"\w", text):
        return
    yield Wish(f"arXiv: papers about “{text}”", "newest first", query(everywhere(text)))
    if len(text) <= LONGEST:
        yield Wish(f"Hugging Face: papers about “{text}”", "best first", hub_search(text))


_CERTAIN: tuple[Callable[[str], Iterator[Wish]], ...] = (
    _paper,
    _organisation,
    _submitter,
    _said_author,
    _known_category,
    _at_address,
    _in_arxivs_language,
)
"""The first of these that understands anything is right."""

_GUESSES: tuple[Callable[[str], Iterator[Wish]], ...] = (_hub, _categories, _name_or_words)
