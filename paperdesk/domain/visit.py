"""When somebody was last at the desk: what came since is news."""

from dataclasses import dataclass, replace

PAUSE = 2 * 3600.0
"""Seconds without a look at any paper that end a visit, whether the program was closed or not."""


@dataclass(frozen=True, slots=True)
class Visit:
    """The last sign of somebody (seconds since 1970), and of the visit before the last one."""

    last: float
    before: float | None = None

    def seen(self, now: float) -> "Visit":
        """The visit as it is with somebody here now: it goes on, or is another one."""
        if now - self.last > PAUSE:
            return Visit(now, self.last)
        return replace(self, last=max(now, self.last))

    def since(self, now: float) -> float | None:
        """The end of the visit before the one of now; None where this is the first."""
        return self.seen(now).before
