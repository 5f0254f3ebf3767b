"""Pictures of areas: drawn once, found again, made anew."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from paperdesk.domain.errors import Refused
from paperdesk.domain.note import Anchor, Colour, Highlight, HighlightId, Kind
from paperdesk.domain.pages import Document, Pages
from paperdesk.domain.paper import PaperId
from paperdesk.infra.paths import Home
from paperdesk.notes import Captures
from paperdesk.notes.captures import density

AREA = Highlight(
    HighlightId("habc"),
    PaperId(7),
    Anchor(2, ((10.0, 20.0, 82.0, 56.0),), ""),
    Colour.RED,
    datetime(2026, 1, 1, tzinfo=UTC),
    kind=Kind.AREA,
)
PDF = Document(Path("a.pdf"))


@dataclass
class Drawn:
    """A red picture that must be given back."""

    width: int = 200
    height: int = 100
    stride: int = 600
    given_back: int = 0
    pixels: memoryview = field(default_factory=lambda: memoryview(bytes([255, 0, 0]) * 20_000))

    def release(self) -> None:
        self.given_back += 1


@dataclass
class Worker:
    """Draws, unless it fails."""

    error: Exception | None = None
    asked: list[Any] = field(default_factory=list)
    drawn: Drawn = field(default_factory=Drawn)

    def call(self, request: Any, *, timeout: float = 60.0) -> Drawn:
        self.asked.append(request)
        if self.error:
            raise self.error
        return self.drawn


@pytest.fixture
def worker() -> Worker:
    return Worker()


@pytest.fixture
def captures(home: Home, worker: Worker) -> Captures:
    return Captures(home, cast(Pages, worker))


def test_an_area_is_drawn_once_at_200_dots_an_inch(captures: Captures, worker: Worker) -> None:
    path = captures.make(AREA, PDF)
    assert captures.make(AREA, PDF) == path == captures.path(AREA)
    (request,) = worker.asked
    assert (request.page, request.clip) == (2, AREA.anchor.quads[0])
    assert round(request.scale * 72) == 200
    assert (worker.drawn.given_back, path.read_bytes()[:4]) == (1, b"\x89PNG")


def test_a_picture_that_was_lost_is_drawn_again(captures: Captures, worker: Worker) -> None:
    captures.make(AREA, PDF).unlink()
    assert captures.made(AREA, None) is None
    assert captures.made(AREA, PDF) == captures.made(AREA, None)


def test_an_area_that_was_moved_has_another_picture_and_one_that_was_moved_back_its_own(
    captures: Captures, worker: Worker
) -> None:
    moved = replace(AREA, anchor=replace(AREA.anchor, quads=((0.0, 0.0, 9.0, 9.0),)))
    assert captures.path(moved) != captures.path(AREA) == captures.path(replace(AREA))
    captures.make(AREA, PDF)
    assert captures.made(moved, None) is None


def test_what_cannot_be_drawn_is_no_picture(captures: Captures, worker: Worker) -> None:
    worker.error = Refused("This page cannot be drawn.")
    assert captures.made(AREA, PDF) is None
    assert captures.made(replace(AREA, kind=Kind.HIGHLIGHT), PDF) is None


def test_an_id_cannot_lead_out_of_the_folder(captures: Captures, home: Home) -> None:
    path = captures.path(replace(AREA, id=HighlightId("../../etc/passwd")))
    assert path.parent == home.captures / "7"


def test_a_large_area_is_drawn_coarser() -> None:
    assert density((0, 0, 10_000, 10_000)) < 0.4
