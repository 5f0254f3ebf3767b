"""Picture memory: leased, given back once, used again, never more than allowed."""

import fcntl
import os

import pytest

from paperdesk.children.wire import Garbled
from paperdesk.domain.errors import Refused
from paperdesk.pdfworker.codec import Shape
from paperdesk.pdfworker.limits import Limits
from paperdesk.pdfworker.pictures import Gallery, Slot

LARGE = Shape(1000, 1000, 3000, offered=False)
SMALL = Shape(2, 2, 6, offered=False)


def memory(size: int, seals: int = fcntl.F_SEAL_SHRINK) -> int:
    descriptor = os.memfd_create("test", os.MFD_ALLOW_SEALING)
    os.pwrite(descriptor, b"\x07" * size, 0)
    fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, seals)
    return descriptor


def test_memory_comes_back_when_the_last_holder_releases_it() -> None:
    gallery = Gallery(Limits())
    lease = gallery.hang(LARGE, Slot(memory(3_000_000)))
    one, two = lease.share(), lease.share()
    lease.release()
    one.release()
    assert gallery.offer() is None
    assert two.pixels[0] == 7
    two.release()
    assert gallery.offer() is not None


def test_releasing_twice_is_releasing_once() -> None:
    gallery = Gallery(Limits())
    lease = gallery.hang(LARGE, Slot(memory(3_000_000)))
    picture = lease.share()
    picture.release()
    picture.release()
    assert gallery.leased == 3_000_000
    assert len(picture.pixels) == 0
    lease.release()
    assert gallery.leased == 0


def test_a_small_picture_gives_its_memory_back_at_once() -> None:
    gallery = Gallery(Limits())
    lease = gallery.hang(SMALL, Slot(memory(4096)))
    assert gallery.offer() is not None
    assert bytes(lease.share().pixels) == b"\x07" * 12


def test_the_memory_that_fits_best_is_offered() -> None:
    gallery = Gallery(Limits())
    for size in (4096, 65536, 16384):
        gallery.take_back(Slot(memory(size)))
    sizes = [slot.size if slot else 0 for slot in (gallery.offer(9000), gallery.offer(99999))]
    assert sizes == [16384, 0]


def test_idle_memory_has_a_limit() -> None:
    gallery = Gallery(Limits(idle=10_000))
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(5):
        gallery.take_back(Slot(memory(4096)))
    assert len(os.listdir("/proc/self/fd")) == before + 2 * 2
    gallery.close()


def test_little_is_kept_between_two_papers() -> None:
    gallery = Gallery(Limits(spare=5_000))
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(5):
        gallery.take_back(Slot(memory(4096)))
    gallery.tidy()
    assert len(os.listdir("/proc/self/fd")) == before + 2
    gallery.close()


def test_a_view_outlives_the_memory_it_was_made_of() -> None:
    slot = Slot(memory(4096))
    view = slot.view(16)
    slot.close()
    del slot
    assert bytes(view) == b"\x07" * 16


def test_no_more_than_the_cap_is_leased() -> None:
    gallery = Gallery(Limits(leased=3_000_000))
    gallery.hang(LARGE, Slot(memory(3_000_000)))
    with pytest.raises(Refused):
        gallery.offer()


@pytest.mark.parametrize(
    "shape",
    [
        Shape(0, 1, 3, offered=False),
        Shape(1, -1, 3, offered=False),
        Shape(2, 1, 3, offered=False),
        Shape(1, 2000, 3, offered=False),
        Shape(-(2**40), 2**40, 3, offered=False),
    ],
)
def test_a_shape_that_does_not_fit_is_garbled(shape: Shape) -> None:
    slot = Slot(memory(4096))
    with pytest.raises(Garbled):
        Gallery(Limits()).hang(shape, slot)
    slot.close()


def test_memory_that_could_shrink_is_refused() -> None:
    with pytest.raises(Garbled):
        Slot(memory(4096, seals=fcntl.F_SEAL_GROW))


def test_what_is_no_memory_is_refused_and_closed() -> None:
    read, write = os.pipe()
    with pytest.raises(Garbled):
        Slot(write)
    assert os.read(read, 1) == b""
    os.close(read)
