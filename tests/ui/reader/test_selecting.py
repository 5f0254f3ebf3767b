from typing import Any

import pytest

from paperdesk.domain.pages import Document, PageSize
from paperdesk.reader.layout import Point
from paperdesk.reader.selection import Unit
from paperdesk.ui.reader.content import Content
from paperdesk.ui.reader.selecting import Selecting
from tests.ui.reader.conftest import FakePages


@pytest.fixture
def selecting(qapp: Any, fake: FakePages, document: Document) -> Selecting:
    content = Content(fake)
    content.show(document, (PageSize(595, 842),) * 10)
    selecting = Selecting(content)
    selecting.setProperty("content", content)
    return selecting


def test_a_selection_waits_for_the_words_of_its_page(selecting: Selecting, fake: FakePages) -> None:
    selecting.begin(Point(0, 60, 105))
    selecting.extend(Point(0, 92, 105))
    assert selecting.anchors() == ()
    fake.answer()
    assert selecting.text() == "alpha beta"


def test_each_page_of_a_selection_has_its_anchor(selecting: Selecting, fake: FakePages) -> None:
    selecting.begin(Point(0, 100, 105))
    selecting.extend(Point(1, 60, 105))
    fake.answer()
    assert [(anchor.page, anchor.text) for anchor in selecting.anchors()] == [
        (0, "beta gamma"),
        (1, "delta"),
    ]
    assert selecting.text() == "beta gamma delta"


def test_a_change_is_told_once(selecting: Selecting, fake: FakePages) -> None:
    told: list[None] = []
    selecting.begin(Point(0, 60, 105), Unit.WORD)
    fake.answer()
    selecting.changed.connect(lambda: told.append(None))
    selecting.extend(Point(0, 61, 105))
    assert told == []
    selecting.clear()
    assert told == [None]


def test_extending_nothing_begins_a_selection(selecting: Selecting, fake: FakePages) -> None:
    selecting.extend(Point(0, 60, 105))
    selecting.extend(Point(0, 92, 105))
    fake.answer()
    assert selecting.text() == "alpha beta"


def test_boxes_are_those_of_the_page(selecting: Selecting, fake: FakePages) -> None:
    selecting.begin(Point(0, 60, 105), Unit.LINE)
    fake.answer()
    assert len(selecting.quads(0)) == 1
    assert selecting.quads(1) == ()
