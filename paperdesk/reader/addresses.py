"""Where a link of a PDF leads, told so plainly that nobody is led astray."""

import unicodedata
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlsplit

from paperdesk.domain.errors import Refused

_LONGEST = 700
"""Characters of an address that are shown; the rest is counted."""

_LETTER_FIELDS = ("subject", "body", "cc")
"""What a mail address may fill in; not `attach`, which some programs obey."""


@dataclass(frozen=True, slots=True)
class Departure:
    """An address outside, as it is shown before anybody goes there.

    `place` is the host, or who a letter goes to; `caution` is what is odd about it.
    """

    url: str
    place: str
    shown: str
    caution: str = ""

    @property
    def mail(self) -> bool:
        """Whether it is a letter, not a page."""
        return self.url.startswith("mailto:")


def departure(address: str) -> Departure:
    """Look at an address; Refused, with a sentence, if it is none that one may follow."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        raise Refused(f"The address of this link is broken: {_visible(address)}") from None
    if parts.scheme == "mailto":
        return _letter(parts.path, parts.query)
    if parts.scheme in ("http", "https") and host:
        return Departure(_escaped(address), _plain(host), _short(address), _caution(parts, host))
    if parts.scheme == "file":
        raise Refused(
            f"This link leads to another file, {_short(unquote(parts.path))}. "
            "PaperDesk opens no files, and starts no programs, for a PDF."
        )
    raise Refused(
        f"This link leads to {_short(address)}. From a PDF, PaperDesk opens only web pages "
        "and mail addresses."
    )


def _letter(to: str, query: str) -> Departure:
    to = unquote(to)
    fields = [(name, value) for name, value in parse_qsl(query) if name.lower() in _LETTER_FIELDS]
    filled = "&".join(f"{name}={quote(value)}" for name, value in fields)
    url = f"mailto:{quote(to, safe='@,.+-')}" + (f"?{filled}" if filled else "")
    return Departure(url, _visible(to), _short(url))


def _caution(parts: SplitResult, host: str) -> str:
    said = []
    pretended, at, _ = parts.netloc.rpartition("@")
    if at:
        said.append(f"It only looks like {_visible(pretended)}.")
    if _plain(host) != host or "xn--" in host:
        said.append("The host has letters of another script, which can look like others.")
    if parts.scheme == "http":
        said.append("The page is not encrypted on its way.")
    return " ".join(said)


def _plain(host: str) -> str:
    """A host as the network knows it: letters that are not ASCII in Punycode."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return _visible(host)


def _short(address: str) -> str:
    seen = _visible(address)
    left = len(seen) - _LONGEST
    return f"{seen[:_LONGEST]}… ({left:,} more characters)" if left > 0 else seen


def _visible(text: str) -> str:
    """Text with all that does not show, or turns the direction, spelt out."""
    return "".join(
        char if char.isprintable() and not unicodedata.category(char).startswith("C")
        else quote(char.encode("utf-8", "replace"))
        for char in text
    )  # fmt: skip


def _escaped(address: str) -> str:
    return "".join(char if char.isprintable() and char != " " else quote(char) for char in address)
