"""New versions of kept papers, as arXiv's catalogue tells them."""

from collections.abc import Sequence
from datetime import date

import pytest

from paperdesk.domain.errors import Unreachable
from paperdesk.domain.paper import Found, PaperId, State
from paperdesk.infra.changes import Changes
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job
from paperdesk.infra.journal import Journal
from paperdesk.infra.paths import Home
from paperdesk.intake import revisions as module
from paperdesk.intake.arxiv import Arxiv
from paperdesk.intake.revisions import Revisions
from paperdesk.library import Library, Opinions

ASKED: list[list[str]] = []


def job() -> Job:
    return Job(1, "Look")


def found(arxiv: str, version: int, **more: object) -> Found:
    title = str(more.pop("title", f"Paper {arxiv}"))
    comment = str(more.pop("comment", "20 pages"))
    extra: dict[str, object] = {"updated": "2026-05-20", "comment": comment}
    return Found(
        title, ("Ada",), "An abstract", date(2026, 5, 1), arxiv, version=version, extra=extra
    )


@pytest.fixture
def revisions(changes: Changes, journal: Journal, http: Http, home: Home) -> Revisions:
    return Revisions(changes, journal, http, home)


@pytest.fixture
def arxiv(monkeypatch: pytest.MonkeyPatch) -> dict[str, Found | Unreachable]:
    """What arXiv says of each id."""
    says: dict[str, Found | Unreachable] = {}
    ASKED.clear()

    def papers(_: Arxiv, named: Sequence[str]) -> tuple[Found, ...]:
        ASKED.append(list(named))
        for name in named:
            if isinstance(said := says.get(name), Unreachable):
                raise said
        return tuple(one for name in named if isinstance(one := says.get(name), Found))

    monkeypatch.setattr(Arxiv, "papers", papers)
    return says


def kept(library: Library, *founds: Found) -> list[PaperId]:
    return [library.keep(one).paper for one in founds]


def test_a_new_version_is_news_until_it_is_ignored_and_again_when_that_is_undone(
    library: Library, revisions: Revisions, journal: Journal, arxiv: dict[str, Found]
) -> None:
    (paper,) = kept(library, found("2605.00001", 1))
    arxiv["2605.00001"] = found("2605.00001", 2)
    assert revisions.look(job()) == (paper,)
    newer = library.paper(paper).newer
    assert newer is not None
    assert (newer.version, newer.day) == (2, date(2026, 5, 20))
    revisions.ignore([paper])
    assert library.paper(paper).newer is None
    journal.undo()
    assert library.paper(paper).newer == newer
    assert revisions.news() == 1


def test_what_each_version_said_is_kept(
    library: Library, revisions: Revisions, arxiv: dict[str, Found]
) -> None:
    (paper,) = kept(library, found("2605.00001", 1, title="Old"))
    arxiv["2605.00001"] = found("2605.00001", 3, title="New")
    revisions.look(job())
    old, new = revisions.of(paper)
    assert (old.version, old.title, old.authors) == (1, "Old", ("Ada",))
    assert (new.version, new.title, new.comment) == (3, "New", "20 pages")


def test_a_paper_that_its_authors_took_back_is_marked_unless_its_reader_knows_better(
    library: Library, changes: Changes, journal: Journal, revisions: Revisions,
    arxiv: dict[str, Found],
) -> None:  # fmt: skip
    one, other = kept(library, found("2605.00001", 1), found("2605.00002", 1))
    Opinions(changes, journal).notice([other], "")
    for name in ("2605.00001", "2605.00002"):
        arxiv[name] = found(name, 1, comment="Withdrawn by the authors: Lemma 2 is wrong")
    revisions.look(job(), every=True)
    assert [paper.notice for paper in library.papers([one, other])] == ["withdrawn", ""]


def test_a_paper_is_asked_for_once_a_day_also_when_arxiv_does_not_know_it(
    library: Library, revisions: Revisions, arxiv: dict[str, Found]
) -> None:
    kept(library, found("2605.00001", 1), found("2605.00002", 1))
    arxiv["2605.00001"] = found("2605.00001", 1)
    assert revisions.look(job()) == ()
    assert revisions.look(job()) == ()
    assert ASKED == [["2605.00001", "2605.00002"]]
    assert revisions.waiting() == 0
    revisions.look(job(), every=True)
    assert len(ASKED) == 2


def test_papers_come_in_batches_the_rest_the_next_time(
    library: Library,
    revisions: Revisions,
    arxiv: dict[str, Found],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "BATCH", 2)
    kept(library, *(found(f"2605.0000{number}", 1) for number in range(1, 6)))
    for _ in range(3):
        revisions.look(job())
    assert [len(asked) for asked in ASKED] == [2, 2, 1]


def test_a_batch_that_fails_lets_the_others_go_first(
    library: Library,
    revisions: Revisions,
    arxiv: dict[str, Found | Unreachable],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "BATCH", 1)
    kept(library, found("2605.00001", 1), found("2605.00002", 1))
    arxiv["2605.00001"] = Unreachable("arXiv does not answer.")
    with pytest.raises(Unreachable):
        revisions.look(job())
    revisions.look(job())
    assert ASKED == [["2605.00001"], ["2605.00002"]]


def test_what_a_feed_says_first_is_news_as_well(
    library: Library, revisions: Revisions, changes: Changes
) -> None:
    (paper,) = kept(library, found("2605.00001", 1))
    with changes.write() as write:
        library.take(write, [found("2605.00001", 2), found("2605.00009", 1)], 0.0)
        library.take(write, [found("2605.00009", 2)], 0.0)
    newer = library.paper(paper).newer
    assert newer is not None
    assert newer.version == 2
    assert revisions.news() == 1, "what only came by is no news"


def test_a_paper_that_was_dismissed_is_not_asked_for(
    library: Library, revisions: Revisions, arxiv: dict[str, Found]
) -> None:
    papers = kept(library, found("2605.00001", 1))
    library.set_state(papers, State.DISMISSED)
    assert revisions.look(job()) == ()
    assert ASKED == []


def test_the_version_that_was_fetched_is_news_no_longer(
    library: Library, revisions: Revisions, arxiv: dict[str, Found], changes: Changes
) -> None:
    (paper,) = kept(library, found("2605.00001", 1))
    arxiv["2605.00001"] = found("2605.00001", 2)
    revisions.look(job())
    with changes.write() as write:
        write.connection.exec_driver_sql(
            "INSERT INTO file (paper, version, path, digest, size, pages, arrived) "
            "VALUES (?, 2, 'p', 'd', 1, 1, 0)",
            (paper,),
        )
    assert library.paper(paper).newer is None


def test_a_paper_without_a_named_version_tells_by_its_day(
    library: Library, revisions: Revisions, arxiv: dict[str, Found]
) -> None:
    (paper,) = kept(library, found("2605.00001", 0))
    arxiv["2605.00001"] = found("2605.00001", 2)
    revisions.look(job())
    assert library.paper(paper).newer is None, "it came out before the paper was kept"
    arxiv["2605.00001"] = found("2605.00001", 3)
    assert revisions.look(job(), every=True) == (paper,)
