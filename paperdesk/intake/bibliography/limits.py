"""How much a bibliography may ask of the machine before it is told no."""

from dataclasses import dataclass

MOST_BYTES = 100_000_000
"""Of a file; a bibliography of a hundred thousand entries has sixty million."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The caps on a process that reads bibliographies."""

    memory: int = 2**31
    """Bytes of address space."""

    seconds: float = 600.0
    """How long one may take, on a machine that is busy."""

    processor: float = 300.0
    """Seconds of the processor; ten thousand entries take five."""

    start_seconds: float = 30.0
    """How long the process may take to start."""

    pause: float = 120.0
    """Seconds without an entry after which it is given up."""
