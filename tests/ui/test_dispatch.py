import threading

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from paperdesk.ui.dispatch import Dispatch


def test_a_call_from_another_thread_runs_on_the_windows(qtbot: QtBot) -> None:
    dispatch, ran = Dispatch(), []
    worker = threading.Thread(
        target=lambda: dispatch(lambda: ran.append(threading.current_thread()))
    )
    worker.start()
    worker.join()
    assert ran == []
    qtbot.waitUntil(lambda: ran == [threading.main_thread()])


def test_calls_keep_their_order_and_come_soon_not_at_once(qtbot: QtBot) -> None:
    dispatch, ran = Dispatch(), []
    for number in range(3):
        dispatch(lambda number=number: ran.append(number))  # type: ignore[misc]
    assert ran == []
    QApplication.processEvents()
    assert ran == [0, 1, 2]
