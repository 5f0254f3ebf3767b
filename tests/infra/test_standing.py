"""What is heard of a paper is kept once, and never against its reader."""

from paperdesk.domain.paper import Found, PaperId
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.infra.standing import keep_notice
from paperdesk.library import Library, Opinions


def kept(changes: Changes, paper: PaperId, notice: str) -> bool:
    with changes.write() as write:
        return keep_notice(write.connection, paper, notice)


def test_a_notice_is_news_once(changes: Changes, journal: Journal) -> None:
    paper = Library(changes, journal).keep(Found("A Paper")).paper
    assert [kept(changes, paper, "withdrawn") for _ in range(2)] == [True, False]


def test_what_its_reader_said_stays(changes: Changes, journal: Journal) -> None:
    paper = Library(changes, journal).keep(Found("A Paper")).paper
    Opinions(changes, journal).notice([paper], "")
    assert not kept(changes, paper, "withdrawn")
