"""A note while it is written: what stands, what is on its way, what is typed."""

from collections import deque

from paperdesk.domain.merge import merged


class Draft:
    """Knows what is unsaved, and takes in what others write meanwhile.

    Saves come home in the order in which they were sent.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        """What is in the editor."""

        self._stands = text
        self._last = text
        self._sent: deque[str] = deque()

    @property
    def is_saved(self) -> bool:
        """Whether all that is typed is known to be kept."""
        return not self._sent and self.text == self._last

    def send(self) -> tuple[str, str] | None:
        """What is to be saved, and the text it was made from; None if nothing."""
        if self.text == self._last:
            return None
        base, self._last = self._last, self.text
        self._sent.append(self.text)
        return self.text, base

    def settled(self, stands: str) -> str | None:
        """The oldest save is home and left this text; as `heard` from here on."""
        self._stands = self._sent.popleft() if self._sent else stands
        return self.heard(stands)

    def failed(self) -> None:
        """What was sent is not kept: it is unsaved again."""
        self._sent.clear()
        self._last = self._stands

    def heard(self, stands: str) -> str | None:
        """Others have read that this is kept; what to show instead, if that differs."""
        if stands in self._sent:
            return None
        if not stands.strip() and not self.text.strip():
            stands = self.text  # a note of blanks is kept as none
        known = [self._stands, *self._sent]
        base = next((text for text in reversed(known) if stands.startswith(text)), self._stands)
        before, self.text = self.text, merged(base, self.text, stands)
        self._stands = stands
        if not self._sent:
            self._last = stands
        return self.text if self.text != before else None
