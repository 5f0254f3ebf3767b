"""Papers added by what names them, one or many."""

import pytest

from paperdesk.commands import identifiers
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import Offline, PaperDeskError, WrongUsage
from paperdesk.domain.paper import Found, PaperId, State
from paperdesk.domain.reference import Reference
from paperdesk.infra.jobs import Job
from tests.commands.conftest import Screen, with_rooms


class World:
    """What arXiv and doi.org know; `gone` if nobody answers."""

    gone: PaperDeskError | None = None

    def identify(self, word: str, _: Job) -> Found:
        return Found(f"Found {word}", arxiv="2401.00001")

    def named(self, ids: list[str], _: Job) -> dict[str, Found]:
        if self.gone:
            raise self.gone
        return {one: Found(f"arXiv {one}", arxiv=one) for one in ids if one != "2401.00009"}

    def reference(self, word: str, _: Job) -> Reference:
        if self.gone:
            raise self.gone
        if not word.startswith("10."):
            raise WrongUsage(f"“{word}” holds no arXiv id.")
        return Reference(word, Found("By DOI", doi=word), "article-journal", '{"volume": "4"}')


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def online(desk: Desk, world: World) -> Desk:
    return with_rooms(desk, intake=world)


def test_a_paper_is_added_by_its_identifier(online: Desk, screen: Screen) -> None:
    screen.answer = "arXiv:2401.00001"
    identifiers.add(online)
    assert screen.said == ["Added to the inbox: Found arXiv:2401.00001"]
    assert online.library.paper(online.library.resolve("2401.00001")).state is State.INBOX


def test_many_are_added_at_once_and_each_is_reported(
    online: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    online.library.set_state(papers[:1], State.LATER)
    screen.answer = "1706.03762, 2401.00002 https://arxiv.org/pdf/2401.00003v2\n10.1000/x\nwords"
    identifiers.add(online)
    assert screen.undoable == ["Papers: 3 added, 1 here already, 1 not taken"]
    assert screen.offered[-1][1][0].title == "✗  words: “words” holds no arXiv id."
    paper = online.library.resolve("10.1000/x")
    assert online.references.of(paper) == ("article-journal", {"volume": "4"})
    assert online.library.paper(paper).unread


def test_all_of_them_are_one_step(online: Desk) -> None:
    identifiers.take(online, ["2401.00002", "2401.00003"], Job(0, "Add"))
    assert [step.title for step in online.journal.steps()] == ["Adding of 2 papers"]
    online.journal.undo()
    states = {online.library.paper(PaperId(one)).state for one in (1, 2)}
    assert states == {State.TRASH}


def test_offline_each_says_so_and_what_is_here_is_known(
    online: Desk, world: World, papers: tuple[PaperId, ...]
) -> None:
    world.gone = Offline("Offline.")
    online.library.set_state(papers[:1], State.INBOX)
    words = ["1706.03762", "2401.00002", "2401.00003"]
    lines = identifiers.take(online, words, Job(0, "Add")).lines
    assert [(one.result, one.error) for one in lines] == [
        ("known", ""), ("failed", "Offline."), ("failed", "Offline.")
    ]  # fmt: skip


def test_who_turns_away_adds_nothing(online: Desk, screen: Screen) -> None:
    identifiers.add(online)
    assert (screen.said, screen.offered) == ([], [])
