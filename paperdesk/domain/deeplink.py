"""Links into the library: built and understood in one place.

    paperdesk://paper/<id>?page=<n>&highlight=<id>

In a link pages count from 1, as people count; everywhere else from 0.
"""

import re
from dataclasses import dataclass

from paperdesk.domain.note import HighlightId
from paperdesk.domain.paper import PaperId

SCHEME = "paperdesk"

_LINK = re.compile(r"paperdesk://paper/(\d{1,15})/?(?:\?([\w=&-]*))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class DeepLink:
    """A paper, and a page or a highlight of it if one is meant.

    >>> str(DeepLink(PaperId(12), 3, HighlightId("habc")))
    'paperdesk://paper/12?page=4&highlight=habc'
    """

    paper: PaperId
    page: int | None = None
    highlight: HighlightId | None = None

    def __str__(self) -> str:
        parts = []
        if self.page is not None:
            parts.append(f"page={self.page + 1}")
        if self.highlight is not None:
            parts.append(f"highlight={self.highlight}")
        return f"{SCHEME}://paper/{self.paper}" + ("?" + "&".join(parts) if parts else "")


def deep_link(text: str) -> DeepLink | None:
    """What a link means; None where it is none of ours.

    Anybody can write such a link, so nothing but this form is accepted;
    what it says beyond page and highlight is ignored.
    """
    found = _LINK.fullmatch(text.strip())
    if found is None:
        return None
    said = dict(pair.partition("=")[::2] for pair in (found[2] or "").split("&"))
    return DeepLink(
        PaperId(int(found[1])),
        _page(said.get("page", "")),
        HighlightId(said["highlight"]) if said.get("highlight") else None,
    )


def _page(number: str) -> int | None:
    """A page as it is counted inside, if the link names a possible one."""
    if not number.isdigit() or len(number) > 6 or int(number) == 0:
        return None
    return int(number) - 1
