"""A query finds papers by how far they were read, as `domain.progress` tells it."""

import json
import operator
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paperdesk.domain.paper import Found, PaperId
from paperdesk.domain.progress import Progress, Status
from paperdesk.domain.query import parse
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.infra.where import among, where
from paperdesk.library import Library

IS = {"unstarted": Status.UNSTARTED, "reading": Status.READING, "finished": Status.READ}
SIGNS = {
    "": operator.eq,
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
}

progresses = st.builds(
    lambda pages, seen, said: Progress(said=said).looked(seen, pages),
    st.integers(1, 12),
    st.sets(st.integers(0, 11)),
    st.sampled_from((None, *Status)),
)


@pytest.fixture
def papers(changes: Changes, journal: Journal) -> tuple[PaperId, ...]:
    with changes.write() as write:
        founds = [Found(f"Paper {number}") for number in range(4)]
        taken = Library(changes, journal).take(write, founds, 1.0)
    return tuple(one.paper for one in taken)


def put(changes: Changes, papers: Sequence[PaperId], rows: Sequence[Progress]) -> None:
    with changes.write() as write:
        write.connection.exec_driver_sql("DELETE FROM progress")
        for paper, row in zip(papers, rows, strict=False):
            write.connection.exec_driver_sql(
                "INSERT INTO progress VALUES (?, ?, ?, ?, ?, 0)",
                (paper, row.said or "", row.furthest, row.pages, json.dumps(row.seen)),
            )


def found(changes: Changes, query: str) -> set[int]:
    sql, values = where(parse(query))
    connection = changes.database.read()
    listed = {row[0] for row in connection.execute(f"SELECT id FROM paper WHERE {sql}", values)}
    inside = among(parse(query), "SELECT id FROM main.paper")
    chosen = {row[0] for row in connection.execute(inside, values)}
    assert chosen == listed
    return listed


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.lists(progresses, max_size=3), st.integers(0, 101), st.sampled_from(sorted(SIGNS)))
def test_lists_tell_progress_as_the_paper_does(
    changes: Changes,
    papers: tuple[PaperId, ...],
    rows: list[Progress],
    percent: int,
    sign: str,
) -> None:
    put(changes, papers, rows)
    every = dict(zip(papers, [*rows, *[Progress()] * (4 - len(rows))], strict=True))
    for name, status in IS.items():
        wanted = {paper for paper, row in every.items() if row.status is status}
        assert found(changes, f"is:{name}") == wanted
    wanted = {paper for paper, row in every.items() if SIGNS[sign](row.percent, percent)}
    assert found(changes, f"read:{sign}{percent}") == wanted
    assert found(changes, f"-read:{sign}{percent}") == set(papers) - wanted


def test_a_share_may_be_a_range_or_bear_its_sign(
    changes: Changes, papers: tuple[PaperId, ...]
) -> None:
    put(changes, papers, [Progress().looked(range(5), 10), Progress(said=Status.READ)])
    assert found(changes, "read:10..90") == {papers[0]}
    assert found(changes, "read:>50%") == {papers[1]}
    assert found(changes, "read:much") == set()


def test_pages_that_cannot_be_read_are_none(changes: Changes, papers: tuple[PaperId, ...]) -> None:
    with changes.write() as write:
        write.connection.exec_driver_sql(
            "INSERT INTO progress VALUES (?, '', 1, 4, 'unreadable', 0)", (papers[0],)
        )
    assert found(changes, "is:reading") == set()
    assert found(changes, "is:unstarted") == set(papers)
