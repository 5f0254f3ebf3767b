"""One question to a host, and what came of it: for people to look at."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

_KILO, _MEGA = 1_000, 1_000_000


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was asked of whom, when and why, and what came back.

    `url` bears no secrets. `status` is 0 where nobody answered, `error` a
    sentence if it came to nothing.
    """

    at: datetime
    purpose: str
    why: str
    url: str
    status: int = 0
    size: int = 0
    seconds: float = 0.0
    conditional: bool = False
    error: str = ""

    @property
    def host(self) -> str:
        """Who was asked."""
        return urlsplit(self.url).hostname or self.url

    @property
    def result(self) -> str:
        """What came of it, in a few words: 200, 1.2 MB; unchanged; no answer."""
        if self.status == 304:
            return "304, unchanged"
        if not self.status:
            return "no answer"
        return f"{self.status}, {amount(self.size)}"

    @property
    def line(self) -> str:
        """All of it in one line, to be copied."""
        parts = (
            f"{self.at.astimezone():%Y-%m-%d %H:%M:%S}",
            f"GET {self.url}",
            self.result,
            f"{self.seconds:.2f} s",
            "conditional" if self.conditional else "",
            f"{self.purpose} ({self.why})",
            self.error,
        )
        return "  ".join(part for part in parts if part)


def amount(size: int) -> str:
    """Bytes as people read them: 812 B, 34 kB, 1.2 MB."""
    if size < _KILO:
        return f"{size} B"
    return f"{size / _KILO:.0f} kB" if size < _MEGA else f"{size / _MEGA:.1f} MB"
