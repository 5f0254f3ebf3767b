"""How much of the machine is given to what strangers wrote, before it is told no."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The caps on a process that reads files from outside."""

    memory: int
    """Bytes of address space."""

    seconds: float
    """How long a file may take, on a machine that is busy."""

    processor: float
    """Seconds of the processor for a file."""

    start_seconds: float = 30.0
    """How long the process may take to start, on a machine that is busy."""

    quiet: float | None = None
    """Seconds without a file after which it ends by itself, if it does."""
