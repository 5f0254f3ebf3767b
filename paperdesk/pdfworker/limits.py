"""How much a PDF may ask of the machine before it is told no."""

from dataclasses import dataclass

_MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """The caps on a worker and on what it hands out; sizes are in bytes."""

    memory: int = 1536 * _MEGABYTE
    """Address space of a worker: a memory hog gets a MemoryError, not the machine."""

    seconds: float = 20.0
    """How long one request may take before its worker is ended."""

    start_seconds: float = 30.0
    """How long a worker may take to start, on a machine that is busy."""

    pixels: int = 40_000_000
    """The largest picture; beyond it the screen asks for tiles."""

    pages: int = 20_000
    """The longest document."""

    documents: int = 4
    """How many documents a worker keeps open."""

    outline: int = 10_000
    """The longest table of contents; what is beyond is left out."""

    leased: int = 512 * _MEGABYTE
    """Pictures that may be held at the same time."""

    idle: int = 32 * _MEGABYTE
    """Picture memory kept for reuse when nobody holds it."""

    spare: int = 8 * _MEGABYTE
    """How much of that is kept between two papers."""
