"""What a person reads when a page or a paper cannot be shown."""

from typing import Any

from paperdesk.domain.annotation import Annotate, Annotations
from paperdesk.domain.extent import Extents
from paperdesk.domain.imprint import AskImprint
from paperdesk.domain.pages import Find, Headlines, Inspect, Links, Render, Request
from paperdesk.domain.scan import Underlay
from paperdesk.domain.wordcount import Count

_OF_A_FILE: dict[type, str] = {
    Inspect: "This PDF could not be opened",
    Underlay: "The words could not be added to a copy of this PDF",
    Annotate: "The marks could not be put into a copy of this PDF",
    AskImprint: "What this PDF says of itself could not be read",
}

_OF_A_PAGE: dict[type[Request[Any]], str] = {
    AskImprint: "What this PDF says of itself could not be read",
    Extents: "The margins of page {} could not be measured",
    Links: "The links of page {} could not be read",
    Render: "Page {} could not be drawn",
}


def overdue(request: Request[Any], seconds: float) -> str:
    """It took too long."""
    return f"{_failure(request)}: it took more than {seconds:g} s. {_rest(request)}"


def died(request: Request[Any]) -> str:
    """The worker ended over it."""
    return f"{_failure(request)}: the program that reads PDFs stopped over it. {_rest(request)}"


def changed(request: Request[Any]) -> str:
    """The file was being written while it was read."""
    return f"{_failure(request)}: the file changed while it was read. Try again."


def quarantined(request: Request[Any]) -> str:
    """It ended workers before and is not tried again."""
    return (
        f"{_failure(request)}: it stopped the program that reads PDFs twice, "
        f"so it is left alone. {_rest(request)}"
    )


def damaged(request: Request[Any]) -> str:
    """The file is broken there."""
    return f"{_failure(request)}: the file is damaged there. {_rest(request)}"


def greedy(request: Request[Any]) -> str:
    """It wants more memory than it may have."""
    return f"{_failure(request)}: it needs too much memory. {_rest(request)}"


def too_large(request: Request[Any]) -> str:
    """The picture would have too many pixels."""
    return f"{_failure(request)} at this size: the picture would be too large. Zoom out."


def _failure(request: Request[Any]) -> str:
    if type(request) in _OF_A_FILE:
        return _OF_A_FILE[type(request)]
    match request:
        case Find():
            return f"Pages {request.first + 1} to {request.last + 1} could not be searched"
        case Annotations():
            return f"The marks on pages {request.first + 1} to {request.last + 1} could not be read"
        case Count():
            return f"The words of pages {request.first + 1} to {request.last + 1} were not counted"
        case Headlines():
            return f"The headings of pages {request.first + 1} to {request.last + 1} were not read"
    page = getattr(request, "page", 0) + 1
    return _OF_A_PAGE.get(type(request), "The text of page {} could not be read").format(page)


def _rest(request: Request[Any]) -> str:
    if isinstance(request, Inspect):
        return "Try to download it again, or open it with another program."
    return "The rest of the paper can be read."
