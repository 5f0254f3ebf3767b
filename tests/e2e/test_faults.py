"""Hosts that fail: the window says so in a sentence, stays alive, and tries again."""

import time

import pytest

from paperdesk.ui.theme import LIGHT
from tests.conftest import World
from tests.e2e.conftest import Read
from tests.e2e.person import LIST, PAPER, WINDOW, Person

pytestmark = pytest.mark.screen

FEED = "^/api/daily_papers"
PDF = "^/arxiv/pdf/"

# What goes wrong, with the parameters that make it short.
BROKEN: list[tuple[str, dict[str, object]]] = [
    ("status", {"code": 503}),
    ("drop", {}),
    ("html", {}),
    ("garbage", {}),
    ("truncate", {}),
    ("hang", {"seconds": 1}),
]
LONG = pytest.mark.long


def alarmed(person: Person) -> bool:
    """Whether a sentence in the colour of alarm is on the screen."""
    return person.see().holds(LIGHT.alarm, WINDOW) > 20


@pytest.mark.parametrize(
    ("kind", "parameters"),
    [
        pytest.param(kind, parameters, marks=() if kind in ("html", "hang") else LONG)
        for kind, parameters in BROKEN
    ],
)
def test_a_fetch_that_fails_is_said_and_tried_again(
    person: Person, world: World, kind: str, parameters: dict[str, object]
) -> None:
    world.fault(kind, FEED, **parameters)
    person.start()
    empty = person.settled(LIST)
    person.press("R")
    person.wait("the window says what went wrong", lambda: alarmed(person))
    assert person.answers() < 1
    (sentence,) = person.look_up("SELECT last_error FROM source WHERE last_error IS NOT NULL")[0]
    assert sentence.endswith(".")
    assert "Traceback" not in sentence

    world.heal()
    person.press("Escape", "R")
    person.wait("papers come after all", lambda: person.see().part(LIST) != empty)
    person.wait("they are kept", person.here)


@pytest.mark.parametrize(
    ("kind", "parameters"),
    [
        pytest.param(kind, parameters, marks=() if kind == "truncate" else LONG)
        for kind, parameters in BROKEN
    ],
)
def test_a_download_that_fails_is_said_and_tried_again(
    person: Person, world: World, read: Read, kind: str, parameters: dict[str, object]
) -> None:
    world.fault(kind, PDF, **parameters)
    person.start()
    person.settled(LIST)
    person.press("Return")
    person.wait("the strip says what went wrong", lambda: alarmed(person), seconds=60)
    assert person.answers() < 1
    assert person.papers("has:pdf") == [read.paper]

    world.heal()
    page = person.see().part(PAPER)
    person.press("Return")
    person.wait("the PDF comes after all", lambda: len(person.with_pdf()) == 2)
    person.wait("it is shown", lambda: person.see().part(PAPER) != page)
    assert not alarmed(person)


def test_a_short_pause_that_the_host_asks_for_is_waited_out(person: Person, world: World) -> None:
    world.fault("ratelimit", FEED, reset=2, times=1)
    person.start()
    person.press("R")
    person.wait("papers come after the pause", person.here)


@pytest.mark.long
def test_a_long_pause_is_said_and_kept(person: Person, world: World) -> None:
    world.fault("ratelimit", FEED, reset=3600)
    person.start()
    person.press("R")
    person.wait("the window says so", lambda: alarmed(person))
    asked = len(world.asked())
    person.press("Escape", "R")
    person.wait("it says so again", lambda: alarmed(person))
    assert len(world.asked()) == asked
    assert person.answers() < 1


def test_a_host_that_never_answers_holds_neither_keys_nor_the_end(
    person: Person, world: World
) -> None:
    world.fault("hang", FEED)
    person.start()
    person.press("R")
    person.wait("it was asked", lambda: world.asked("/api/daily_papers"))
    assert person.answers() < 1
    assert person.quit() < 5


def test_a_download_can_be_stopped(person: Person, world: World, read: Read) -> None:
    world.fault("slow", PDF, seconds=0.1, rate=3000)
    person.start()
    person.settled(LIST)
    person.press("Return")
    person.wait("bytes are coming", lambda: world.asked("/arxiv/pdf/"))
    time.sleep(0.5)  # some of them
    moving = person.see().part(PAPER)
    person.run_command("Stop what is running")
    person.wait("it stops", lambda: person.see().part(PAPER) != moving)
    person.settled(PAPER)
    assert person.papers("has:pdf") == [read.paper]
    assert person.quit() < 5


def test_a_download_that_waits_is_gone_on_with_after_the_plug_was_pulled(
    person: Person, world: World, read: Read
) -> None:
    queue = "SELECT value FROM memory WHERE key = 'downloads'"
    world.fault("slow", PDF, seconds=0.1, rate=30_000)
    person.start()
    person.settled(LIST)
    person.press("d")
    parts = person.home / "cache/downloads"
    person.wait("bytes are coming", lambda: any(one.stat().st_size for one in parts.glob("*.part")))
    person.run_command("Pause all downloads")
    person.wait("it waits", lambda: "true" in str(person.look_up(queue)))
    person.kill()
    asked = len(world.asked("/arxiv/pdf/"))
    person.start()
    person.settled(LIST)
    assert len(world.asked("/arxiv/pdf/")) == asked

    world.heal()
    person.run_command("Go on with all downloads")
    person.wait("the PDF comes", lambda: len(person.with_pdf()) == 2)
    assert "Range" in world.asked("/arxiv/pdf/")[asked]["headers"]
    person.wait("nothing is wanted any more", lambda: person.look_up(queue) == [("[]",)])


def test_offline_nothing_is_asked_and_what_is_here_works(
    person: Person, world: World, read: Read
) -> None:
    with (person.home / "settings.toml").open("a") as settings:
        settings.write("offline = true\n")
    person.start()
    person.press("R")
    person.wait("the window says that it is offline", lambda: alarmed(person))
    everything = person.see().part(LIST)
    person.press("Escape", "g", "i")
    person.settled(LIST, unlike=everything)
    abstract = person.settled(PAPER)
    person.press("Return")
    person.settled(PAPER, unlike=abstract)
    assert world.asked() == []


def test_a_pdf_that_arrives_does_not_take_the_keys_from_a_note(
    person: Person, world: World, read: Read
) -> None:
    world.fault("slow", PDF, seconds=3, times=1)
    person.start()
    abstract = person.settled(PAPER)
    person.press("Return")
    person.wait("it is on its way", lambda: person.see().part(PAPER) != abstract)
    person.press("c")

    def comes() -> bool:
        person.type("else ")
        return len(person.with_pdf()) == 2

    person.wait("it is here", comes)
    person.type("else the end")
    notes = "SELECT text FROM note"
    person.wait("it is kept", lambda: person.look_up(notes))
    person.wait("to the end", lambda: person.look_up(notes)[0][0].endswith("else the end"))
    (paper,) = person.papers("has:note")
    assert person.show(paper)["state"] == "new"
