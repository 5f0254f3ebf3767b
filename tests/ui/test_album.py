"""Pictures from anywhere are read within limits, and asked for once a list stands still."""

import struct
import zlib

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QImageWriter
from pytestqt.qtbot import QtBot

from paperdesk.ui.album import BOX, Album, decode


def png(width: int, height: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def bomb() -> bytes:
    """A PNG that says it has 60,000 times 60,000 pixels, in a few bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"0" * 999)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def test_a_large_picture_comes_in_the_size_of_its_box() -> None:
    image = decode(png(1920, 1080))
    assert (image.width(), image.height()) == (BOX.width(), BOX.height())
    assert decode(png(100, 40)).width() == 100


@pytest.mark.parametrize(
    "data",
    [b"", b"<html>", b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", bomb()],
    ids=["nothing", "page", "svg", "bomb"],
)
def test_what_is_no_picture_or_too_large_is_none(data: bytes) -> None:
    assert decode(data).isNull()


def test_a_picture_that_is_not_here_is_wished_for_once_the_list_stands_still(qtbot: QtBot) -> None:
    album = Album()
    with qtbot.waitSignal(album.wanted) as wished:
        for url in ("a", "b", "a"):
            assert album.image(url) is None
    assert wished.args == [["a", "b"]]


def test_a_picture_that_came_is_here_and_one_that_did_not_takes_no_room() -> None:
    album = Album()
    album.put("a", decode(png(8, 8)))
    album.put("b", QImage())
    assert album.image("a") is not None
    assert (album.expects("a"), album.expects("b"), album.expects("")) == (True, False, False)


def test_without_pictures_none_is_wished_for(qtbot: QtBot) -> None:
    album = Album()
    with qtbot.waitSignal(album.arrived):
        album.show_pictures(on=False)
    with qtbot.assertNotEmitted(album.wanted, wait=300):
        assert album.image("a") is None
    assert not album.expects("a")
