"""Pages by what is printed on them: the label first, then the number."""

from collections.abc import Sequence

from paperdesk.domain.pages import PageSize


def page_called(pages: Sequence[PageSize], name: str) -> int | None:
    """The page with this label, else the page of this number (from 1); None if there is none.

    Of several pages with one label, as where an appendix counts anew, the first.
    """
    name = name.strip()
    wanted = name.casefold()
    labels = [page.label for page in pages]
    for called, known in ((name, labels), (wanted, [label.casefold() for label in labels])):
        if called and called in known:
            return known.index(called)
    if name.isascii() and name.isdigit() and 0 < int(name[:9]) <= len(pages):
        return int(name) - 1
    return None


def span(pages: Sequence[PageSize]) -> str:
    """From which page to which a paper runs, in words."""
    labels = [page.label or str(number + 1) for number, page in enumerate(pages)]
    if not labels:
        return "no pages"
    if labels == [str(number + 1) for number in range(len(labels))]:
        return f"1 to {len(labels)}"
    return f"{labels[0]} to {labels[-1]}, or 1 to {len(labels)}"
