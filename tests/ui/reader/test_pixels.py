from typing import Any

from paperdesk.reader.wishes import Piece
from paperdesk.ui.reader.pixels import Pixels


class Picture:
    """A picture of a given number of bytes."""

    def __init__(self, width: int = 10, height: int = 10) -> None:
        self.width, self.height, self.stride = width, height, width * 3
        self.pixels = memoryview(bytes(self.stride * height))
        self.released = 0

    def release(self) -> None:
        self.released += 1


def test_a_picture_is_seen_without_a_copy(qapp: Any) -> None:
    picture = Picture()
    source = bytearray(300)
    picture.pixels = memoryview(source)
    pixels = Pixels()
    pixels.put(Piece(0, 1.0), picture)
    source[0] = 255
    image = pixels.image(Piece(0, 1.0))
    assert image is not None
    assert image.pixelColor(0, 0).red() == 255


def test_bytes_are_counted_and_the_longest_unused_goes(qapp: Any) -> None:
    pixels = Pixels(cap=700)
    pictures = [Picture() for _ in range(3)]
    for page, picture in enumerate(pictures[:2]):
        pixels.put(Piece(page, 1.0), picture)
    pixels.image(Piece(0, 1.0))
    pixels.put(Piece(2, 1.0), pictures[2])
    assert pixels.bytes == 600
    assert [picture.released for picture in pictures] == [0, 1, 0]


def test_a_picture_that_is_replaced_is_given_back(qapp: Any) -> None:
    pixels, old, new = Pixels(), Picture(), Picture()
    pixels.put(Piece(0, 1.0), old)
    pixels.put(Piece(0, 1.0), new)
    assert (old.released, new.released, pixels.bytes, len(pixels)) == (1, 0, 300, 1)


def test_the_only_picture_stays_even_beyond_the_cap(qapp: Any) -> None:
    pixels = Pixels(cap=10)
    pixels.put(Piece(0, 1.0), Picture())
    assert Piece(0, 1.0) in pixels


def test_a_page_is_known_while_anything_of_it_is_held(qapp: Any) -> None:
    pixels = Pixels()
    pixels.put(Piece(3, 1.0), Picture())
    pixels.put(Piece(3, 4.0, 1, 1), Picture())
    pixels.drop_if(lambda piece: piece.whole, 3)
    assert pixels.has_page(3)
    pixels.clear()
    assert (pixels.has_page(3), pixels.bytes) == (False, 0)


def test_what_is_set_aside_stands_in_until_it_is_drawn_anew(qapp: Any) -> None:
    pixels, old = Pixels(), Picture()
    pixels.put(Piece(0, 1.0), old)
    pixels.set_aside()
    assert Piece(0, 1.0) not in pixels
    assert Piece(0, 1.0, former=True) in pixels
    assert pixels.has_page(0)
    assert (old.released, pixels.bytes) == (0, 300)


def test_setting_aside_twice_keeps_the_later_pixels(qapp: Any) -> None:
    pixels, first, second = Pixels(), Picture(), Picture()
    pixels.put(Piece(0, 1.0), first)
    pixels.set_aside()
    pixels.put(Piece(0, 1.0), second)
    pixels.set_aside()
    assert (first.released, second.released, len(pixels), pixels.bytes) == (1, 0, 1, 300)
    pixels.clear()
    assert (second.released, pixels.has_page(0)) == (1, False)
