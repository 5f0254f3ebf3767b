"""Events reach those who listen, on the window's thread."""

from collections.abc import Callable

from paperdesk.domain.events import Event, JobsChanged, PapersChanged
from paperdesk.domain.paper import PaperId
from paperdesk.infra.bus import Bus


def test_a_listener_hears_its_kind_of_event_only(bus: Bus) -> None:
    heard: list[Event] = []
    bus.listen(PapersChanged, heard.append)
    bus.publish(JobsChanged())
    bus.publish(PapersChanged((PaperId(1),)))
    assert heard == [PapersChanged((PaperId(1),))]


def test_who_stopped_listening_hears_nothing(bus: Bus) -> None:
    heard: list[Event] = []
    stop = bus.listen(JobsChanged, heard.append)
    stop()
    bus.publish(JobsChanged())
    assert heard == []


def test_events_wait_until_the_window_is_ready_for_them() -> None:
    waiting: list[Callable[[], None]] = []
    heard: list[Event] = []
    bus = Bus(waiting.append)
    bus.listen(JobsChanged, heard.append)
    bus.publish(JobsChanged())
    assert heard == []
    waiting.pop()()
    assert heard == [JobsChanged()]
