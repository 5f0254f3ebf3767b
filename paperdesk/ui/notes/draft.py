"""A note while it is written: what stands, what is on its way, what is typed."""

from collections import deque

from paperdesk.domain.merge import merged


class Draft:
    """Knows what is unsaved, and takes in what others write meanwhile.

    Saves come home in the order in which they were sent. *Why nothing is taken
    in while one is out:* only the answer to the last one tells exactly what the
    library made of our text, and so what others changed in it.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        """What is in the editor."""

        self._stands = text
        self._last = text
        self._sent: deque[str] = deque()
        self._home = (text, text)

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

    def settled(self, text: str, stands: str) -> str | None:
        """The save of `text` is home and left this; as `heard` from here on."""
        if text not in self._sent:  # it was sent before this draft was begun
            return self.heard(stands)
        self._forget(text)
        self._home = (text, stands)
        return self._come_home()

    def failed(self, text: str) -> str | None:
        """The save of `text` is not kept: it is unsaved again, if none came after it."""
        self._forget(text)
        return self._come_home()

    def heard(self, stands: str) -> str | None:
        """Others have read that this is kept; what to show instead, if that differs."""
        return None if self._sent else self._take_in(self._stands, stands)

    def _forget(self, text: str) -> None:
        """No answer to this is awaited any more, nor to what was sent before it."""
        if text in self._sent:
            while self._sent.popleft() != text:
                pass

    def _come_home(self) -> str | None:
        return None if self._sent else self._take_in(*self._home)

    def _take_in(self, base: str, stands: str) -> str | None:
        """Go on from what is kept now, which was made of our `base`."""
        if not stands.strip() and not self.text.strip():
            stands = self.text  # a note of blanks is kept as none
        before, self.text = self.text, merged(base, self.text, stands)
        self._stands = self._last = stands
        self._home = (stands, stands)
        return self.text if self.text != before else None
