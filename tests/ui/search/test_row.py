import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from paperdesk.domain.hit import Answer, Hit, HitKind
from paperdesk.domain.paper import PaperId
from paperdesk.ui.search.results import Results
from paperdesk.ui.search.row import KINDS, where


def hit(kind: HitKind = HitKind.PAPER, page: int | None = None) -> Hit:
    return Hit(kind, PaperId(1), "A title", "some words around the match", 1.0, page)


def picture(qtbot: QtBot, *hits: Hit) -> QImage:
    results = Results()
    qtbot.addWidget(results)
    results.resize(400, 300)
    results.show_answer(Answer(hits))
    return results.grab().toImage()


def test_every_kind_of_hit_has_a_name_and_an_icon() -> None:
    assert set(KINDS) == set(HitKind)
    assert len({word for word, _ in KINDS.values()}) == len(HitKind)


def test_pages_are_counted_from_one_for_people() -> None:
    assert where(hit(HitKind.PAGE, 3)) == "Full text · page 4"
    assert where(hit(HitKind.NOTE)) == "Note"


@pytest.mark.parametrize("field", ["marks", "title_marks"])
def test_the_words_that_matched_look_different(qtbot: QtBot, field: str) -> None:
    marks = {field: ((2, 5),)}
    marked = Hit(HitKind.PAPER, PaperId(1), "A title", "some words around", 1.0, **marks)  # type: ignore[arg-type]
    plain = Hit(HitKind.PAPER, PaperId(1), "A title", "some words around", 1.0)
    assert picture(qtbot, marked) != picture(qtbot, plain)


def test_marks_beyond_what_is_shown_do_no_harm(qtbot: QtBot) -> None:
    far = Hit(
        HitKind.PAGE, PaperId(1), "A" * 500, "b " * 500, 1.0, 0, "", ((900, 905),), ((400, 410),)
    )
    assert not picture(qtbot, far).isNull()
