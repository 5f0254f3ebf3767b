"""How much a feed may ask of the machine before it is told no."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The caps on a process that reads feeds."""

    memory: int = 2**30
    """Bytes of address space."""

    seconds: float = 180.0
    """How long a feed may take, on a machine that is busy."""

    processor: float = 30.0
    """Seconds of the processor for a feed; one of ten thousand entries takes five."""

    start_seconds: float = 30.0
    """How long a child may take to start, on a machine that is busy."""

    quiet: float = 90.0
    """Seconds without a feed after which a child ends."""
