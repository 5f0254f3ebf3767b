"""Ways through a paper by what is printed in it: its sections, its page labels."""

from paperdesk.reader import pagenames
from paperdesk.ui.reader.parts import Parts
from paperdesk.ui.reader.sections import Sections

_WORDS = 8
"""Of a line, to call a place by."""


class Ways:
    """Leads to sections and pages by name: the `Ways` of the commands."""

    def __init__(self, parts: Parts, sections: Sections) -> None:
        self._parts = parts
        self._sections = sections

    def section(self, direction: int) -> None:
        """Go to the next section (1), or to the beginning of this one or the one before (-1)."""
        self._sections.step(direction)

    def heading(self) -> str:
        """What to call this place: its section, else the first words at the window's top."""
        at = self._sections.current()
        if at >= 0:
            return self._parts.outline.contents.items[at].title
        place = self._parts.view.scroller.place
        text = self._parts.content.text(place.page)
        words = text.words if text is not None else ()
        below = [word.text for word in words if word.box[1] >= place.top]
        return " ".join(below[:_WORDS]) or f"Page {place.page + 1}"

    def page_called(self, name: str) -> int | None:
        """The page with this label, or this number; None if there is none."""
        return pagenames.page_called(self._parts.outline.pages, name)

    def span(self) -> str:
        """From which page to which the paper runs."""
        return pagenames.span(self._parts.outline.pages)
