"""The open paper is read aloud, and can be paused, stepped through and stopped."""

import threading
from collections.abc import Iterator
from typing import cast

import pytest

from paperdesk.app.desktop.speaking import Speaking
from paperdesk.domain.errors import Refused
from paperdesk.infra.jobs import Job
from tests.app.conftest import Desktop


class FakeVoice:
    """Speaks as fast as it is allowed to."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.go = threading.Semaphore(0)

    def say(self, text: str, job: Job) -> None:
        self.said.append(text)
        while not self.go.acquire(timeout=0.01):
            job.check()

    def close(self) -> None:
        pass


@pytest.fixture
def reading(desktop: Desktop) -> Desktop:
    """A paper is open in the reader."""
    paper = next(each for each in desktop.papers() if desktop.rooms.intake.here(each.id))
    desktop.go_to(paper.id)
    desktop.run("paper.open")
    desktop.wait(lambda: len(desktop.parts.reader.parts.view.scroller.column) > 0)
    return desktop


@pytest.fixture
def voice(reading: Desktop) -> Iterator[FakeVoice]:
    voice, speaking = FakeVoice(), cast(Speaking, reading.desk.aloud)
    speaking.find_voice = lambda: voice
    yield voice
    speaking.stop()
    speaking._voice = None


def test_sentences_are_read_and_marked_on_the_page(reading: Desktop, voice: FakeVoice) -> None:
    reading.run("page.read-aloud")
    reading.wait(lambda: len(voice.said) == 1)
    marks = reading.parts.reader.parts.marks
    first = marks.spoken
    assert first[0]
    voice.go.release()
    reading.wait(lambda: len(voice.said) == 2)
    assert marks.spoken != first


def test_it_pauses_and_goes_on_with_the_same_sentence(reading: Desktop, voice: FakeVoice) -> None:
    reading.run("page.read-aloud")
    reading.wait(lambda: len(voice.said) == 1)
    reading.run("page.read-aloud")
    assert not cast(Speaking, reading.desk.aloud).reading
    reading.run("page.read-aloud")
    reading.wait(lambda: len(voice.said) == 2)
    assert voice.said[0] == voice.said[1]


def test_it_steps_on_and_back(reading: Desktop, voice: FakeVoice) -> None:
    reading.run("page.read-aloud")
    reading.wait(lambda: len(voice.said) == 1)
    reading.run("page.next-sentence")
    reading.wait(lambda: len(voice.said) == 2)
    reading.run("page.previous-sentence")
    reading.wait(lambda: len(voice.said) == 3)
    assert voice.said[2] == voice.said[0] != voice.said[1]


def test_stopped_it_leaves_no_mark(reading: Desktop, voice: FakeVoice) -> None:
    reading.run("page.read-aloud")
    reading.wait(lambda: len(voice.said) == 1)
    reading.run("page.stop-reading")
    assert reading.parts.reader.parts.marks.spoken == {}
    voice.go.release()
    reading.wait(lambda: not cast(Speaking, reading.desk.aloud).reading)
    assert len(voice.said) == 1


def test_without_a_voice_it_says_what_to_install(reading: Desktop, voice: FakeVoice) -> None:
    def none() -> FakeVoice:
        raise Refused("This system has no voice for reading aloud. Install one.")

    speaking = cast(Speaking, reading.desk.aloud)
    speaking.find_voice = none
    reading.run("page.read-aloud")
    errors = reading.parts.window.errors
    reading.wait(lambda: any("no voice" in said for said in errors.sentences()))
    assert "Reading aloud" not in reading.parts.window.toast.sentence()
    assert not speaking.reading
    errors.withdraw("This system has no voice for reading aloud. Install one.")
