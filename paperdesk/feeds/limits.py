"""How much a feed may ask of the machine before it is told no."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The caps on a process that reads feeds."""

    memory: int = 2**30
    """Bytes of address space."""

    seconds: float = 60.0
    """How long a feed may take; one of ten thousand entries takes six."""

    start_seconds: float = 30.0
    """How long a child may take to start, on a machine that is busy."""

    quiet: float = 90.0
    """Seconds without a feed after which a child ends."""
