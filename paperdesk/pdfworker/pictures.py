"""The memory that pixels come in: shared with the worker, leased, used again.

The worker makes a piece of memory (a memfd), writes the pixels and hands over
its descriptor; from then on the memory is the pool's alone. Free memory goes
along with a later request and is written over. Nothing has a name in the file
system, so nothing is left behind, whoever is killed.
"""

import fcntl
import mmap
import os
import threading
from collections.abc import Callable

from paperdesk.children.wire import Garbled
from paperdesk.domain.errors import Refused
from paperdesk.domain.pages import Picture
from paperdesk.pdfworker.codec import Shape
from paperdesk.pdfworker.limits import Limits

_SMALL = 2 * 2**20
"""A smaller picture, such as a tile, is copied: a mapping costs two descriptors,
and a few hundred tiles would use up those that a process may have."""

_DEEPEST = 1 << 16


class Slot:
    """A piece of shared memory, and the descriptor that names it."""

    def __init__(self, descriptor: int) -> None:
        """Take over a descriptor; Garbled unless its memory is here to stay.

        *Why the seal:* if the worker could shrink it, reading it would be fatal.
        """
        self.descriptor = descriptor
        try:
            if not fcntl.fcntl(descriptor, fcntl.F_GET_SEALS) & fcntl.F_SEAL_SHRINK:
                raise Garbled("memory that is not sealed")
            self.size = os.fstat(descriptor).st_size
            self._map = mmap.mmap(descriptor, self.size, prot=mmap.PROT_READ)
        except (OSError, ValueError, Garbled) as error:
            os.close(descriptor)
            raise Garbled("no shared memory") from error

    def view(self, size: int) -> memoryview:
        """The first bytes, in place."""
        return memoryview(self._map)[:size]

    def copy(self, size: int) -> memoryview:
        """The first bytes, for keeps; the interpreter is free meanwhile."""
        buffer = bytearray(size)
        os.preadv(self.descriptor, [buffer], 0)
        return memoryview(buffer).toreadonly()

    def close(self) -> None:
        """Give it up; the memory goes when the last view of it does."""
        os.close(self.descriptor)


class SharedPicture:
    """A picture somebody holds; see `domain.pages.Picture`."""

    __slots__ = ("_release", "height", "pixels", "stride", "width")

    def __init__(self, shape: Shape, pixels: memoryview, release: Callable[[], None]) -> None:
        self.width = shape.width
        self.height = shape.height
        self.stride = shape.stride
        self.pixels = pixels
        self._release: Callable[[], None] | None = release

    def release(self) -> None:
        """Give the memory back; a second time does nothing."""
        release, self._release = self._release, None
        if release is not None:
            self.pixels = memoryview(b"")
            release()


class Lease:
    """A drawn picture, handed to everyone who asked for it.

    It starts with one holder, whoever made it, so that it outlives the handing
    out; that one calls `release` when this is done.
    """

    def __init__(self, shape: Shape, pixels: memoryview, ended: Callable[[], None]) -> None:
        self._shape = shape
        self._pixels = pixels
        self._ended = ended
        self._holders = 1
        self._lock = threading.Lock()

    def share(self) -> Picture:
        """The picture, for one more holder."""
        with self._lock:
            self._holders += 1
        return SharedPicture(self._shape, self._pixels, self.release)

    def release(self) -> None:
        """One holder fewer; the last one gives the memory back."""
        with self._lock:
            self._holders -= 1
            last = self._holders == 0
        if last:
            self._ended()


class Gallery:
    """All picture memory of a pool; used from any thread."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._free: list[Slot] = []
        self._leased = 0
        self._latest = 0
        self._lock = threading.Lock()

    @property
    def leased(self) -> int:
        """How many bytes are held by pictures that were not released."""
        return self._leased

    def offer(self, size: int | None = None) -> Slot | None:
        """The free memory that fits a picture best, if there is any.

        Of a whole page nobody knows the size before it is drawn: most pages
        are as large as the one before.
        """
        if self._leased >= self._limits.leased:
            raise Refused("Too many pages are held in memory. Close a paper and try again.")
        with self._lock:
            wanted = self._latest if size is None else size
            fitting = [slot for slot in self._free if slot.size >= wanted]
            if not fitting:
                return None
            best = min(fitting, key=lambda slot: slot.size)
            self._free.remove(best)
            return best

    def take_back(self, slot: Slot) -> None:
        """Memory that nobody needs: kept for the next picture, within limits."""
        with self._lock:
            self._free.append(slot)
            surplus = self._surplus(self._limits.idle)
        for old in surplus:
            old.close()

    def hang(self, shape: Shape, slot: Slot) -> Lease:
        """A picture that was drawn into `slot`."""
        size = _checked_size(shape, slot.size)
        with self._lock:
            self._leased += size
        if size >= _SMALL:
            self._latest = size
            return Lease(shape, slot.view(size), lambda: self._end(size, slot))
        pixels = slot.copy(size)
        self.take_back(slot)
        return Lease(shape, pixels, lambda: self._end(size))

    def tidy(self) -> None:
        """A paper was closed: keep only what the first pages of the next one take."""
        with self._lock:
            surplus = self._surplus(self._limits.spare)
        for old in surplus:
            old.close()

    def close(self) -> None:
        """Let go of the memory that nobody holds."""
        with self._lock:
            free, self._free = self._free, []
        for slot in free:
            slot.close()

    def _end(self, size: int, slot: Slot | None = None) -> None:
        with self._lock:
            self._leased -= size
        if slot is not None:
            self.take_back(slot)

    def _surplus(self, most: int) -> list[Slot]:
        """What exceeds a number of bytes, longest unused first."""
        surplus = []
        while sum(slot.size for slot in self._free) > most:
            surplus.append(self._free.pop(0))
        return surplus


def _checked_size(shape: Shape, room: int) -> int:
    sound = (
        0 < shape.width < _DEEPEST
        and 0 < shape.height < _DEEPEST
        and shape.width * 3 <= shape.stride
        and shape.size <= room
    )
    if not sound:
        raise Garbled("a picture that does not fit its memory")
    return shape.size
