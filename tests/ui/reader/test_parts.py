from pytestqt.qtbot import QtBot

from paperdesk.ui.reader.parts import Parts
from tests.ui.reader.conftest import FakePages


def test_the_pages_show_first_and_a_card_is_at_hand(qtbot: QtBot, fake: FakePages) -> None:
    parts = Parts(fake)
    qtbot.addWidget(parts.stack)
    qtbot.addWidget(parts.bar)
    qtbot.addWidget(parts.status)
    assert parts.stack.currentWidget() is parts.view
    assert parts.stack.indexOf(parts.card) >= 0
    assert fake.asked == []
