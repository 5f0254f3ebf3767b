"""Addresses at which code is, as abstracts give them."""

import re
from collections.abc import Iterator

from paperdesk.domain.claims.numerals import before

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\[\]{}()\"'`|\\^]{3,300}|(?<![\w./@])(?:github|gitlab)\.com/[\w.-]{1,80}/[\w.-]{1,100}"
)
_HOSTS = re.compile(
    r"(?:https?://)?(?:www\.)?(?:github\.com|gitlab\.[\w.]{2,20}|bitbucket\.org|codeberg\.org|"
    r"git\.[\w.-]{3,40}|gitee\.com|anonymous\.4open\.science|sourceforge\.net)/[^/]{1,200}"
)
_SAYS_CODE = re.compile(
    r"\b(?:[Ss]ource )?(?:[Cc]odes?|CODE|[Ii]mplementations?|[Ss]oftware|[Rr]epository)\b|C\+\+"
)
_AFTER_IT = ".,;:!?*_'\u2019\u201d"


def addresses(text: str) -> Iterator[tuple[str, int, int]]:
    """Addresses in repositories, and those of which the sentence says that code is there."""
    for found in _ADDRESS.finditer(text):
        address = found[0].rstrip(_AFTER_IT)
        if _HOSTS.match(address) or _SAYS_CODE.search(_clause(text, found.start())):
            yield address, found.start(), found.start() + len(address)


def _clause(text: str, start: int) -> str:
    """The words that lead up to an address, and to no other."""
    head = before(text, start, 120)
    return head[max(head.rfind("http"), 0) :]
