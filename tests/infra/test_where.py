import sqlite3
from pathlib import Path

import pytest

from paperdesk.domain.faults import BELONGINGS, DEEPEST, MOST, PLACES, WAYS, faults
from paperdesk.domain.query import parse
from paperdesk.domain.words import sought, stands
from paperdesk.infra.belongings import HAS
from paperdesk.infra.database import Database
from paperdesk.infra.where import _IN, _IS, among, condition, prepare, where

_PAPER = """
INSERT INTO paper (id, title, title_key, first_key, abstract, year, code, version, citekey, state,
                   state_at, unread, added_at)
VALUES (?, ?, '', '', ?, ?, ?, 0, ?, ?, 0, 1, ?)
"""
_NAMED = """
INSERT INTO paper (id, title, title_key, first_key, abstract, version, citekey, state, state_at,
                   unread, added_at)
VALUES (?, ?, '', '', '', 0, ?, ?, ?, 1, 0)
"""
DAY = 86_400.0


@pytest.fixture
def library(database: Database, home_database: Path) -> sqlite3.Connection:
    """Four papers: in the inbox, dismissed, kept, and thrown away."""
    connection = sqlite3.connect(home_database)
    with connection:
        for row in (
            (
                1,
                "Attention Is All You Need",
                "Sequence transduction",
                2017,
                None,
                "k1",
                "inbox",
                0.0,
            ),
            (2, "GPT-4 Report", "We fine-tune naïve models", 2023, "url", "k2", "dismissed", DAY),
            (3, "Deep Résidual Learning", "Image recognition", None, "", "k3", "archive", 2 * DAY),
            (4, "Attention, again", "Thrown away", 2018, None, "k4", "trash", 0.0),
        ):
            connection.execute(_PAPER, row)
        connection.executescript(_REST)
    connection.close()
    return prepare(database.read())


@pytest.fixture
def home_database(database: Database, tmp_path: Path) -> Path:
    return next(tmp_path.rglob("library.db"))


_REST = """
INSERT INTO author VALUES (1, 'Ashish Vaswani', ''), (2, 'Kaiming He', ''), (3, 'Anna Heß', '');
INSERT INTO authorship VALUES (1, 0, 1), (3, 0, 2), (2, 0, 3);
INSERT INTO source (id, kind, name, url, enabled) VALUES
    (7, 'huggingface', 'Hugging Face Daily Papers', 'u1', 1), (8, 'feed', 'A Lab 7', 'u2', 1);
INSERT INTO entry (source, day, paper, key, rank, first_seen, last_seen, extra) VALUES
    (7, '2026-05-01', 1, '', 1, 0, 0, '{}'), (7, '2026-05-08', 2, '', 1, 0, 0, '{}'),
    (8, '2026-06-01', 3, '', 1, 0, 0, '{}');
INSERT INTO tag (id, name) VALUES (1, 'To Read'), (2, 'reading');
INSERT INTO tagging VALUES (1, 1), (3, 2);
INSERT INTO fact VALUES (1, 'params', 'abstract', 0, 2, 7e9, '7B', ''),
    (3, 'params', 'abstract', 0, 2, 1.5e9, '1.5B', ''), (3, 'bits', 'title', 0, 2, 4, 'INT4', ''),
    (1, 'speedup', 'title', 0, 2, 2.5, '2.5x', ''), (2, 'context', 'title', 0, 2, 128e3, '', ''),
    (1, 'dataset', 'title', 9, 12, NULL, 'CIFAR-10', 'cifar10'),
    (2, 'dataset', 'title', 9, 12, NULL, 'CIFAR-100', 'cifar100'),
    (3, 'code', 'abstract', 5, 9, NULL, 'https://github.com/a/b', '');
INSERT INTO trait VALUES (1, 'org', 'Google DeepMind'), (2, 'submitter', 'A. K.'),
    (3, 'category', 'cs.LG'), (4, 'category', 'cs'), (5, 'category', 'csx');
INSERT INTO bearing VALUES (1, 1), (1, 3), (2, 2), (3, 1), (4, 2), (5, 3);
UPDATE entry SET kind = CASE paper WHEN 1 THEN 'new' ELSE 'replace-cross' END WHERE paper < 3;
UPDATE paper SET unread = 0, upvotes = 40, stars = 1500 WHERE id = 1;
UPDATE paper SET upvotes = 7 WHERE id = 3;
INSERT INTO rule (id, name, query, created, position) VALUES (1, 'Big Ones', 'x', 0, 0);
INSERT INTO hit VALUES (1, 1, 0, 0), (1, 2, 0, 0);
INSERT INTO collection (id, parent, name, query, position, created) VALUES
    (1, NULL, 'Quantisation', '', 1, 0), (2, 1, 'Überblick 2', '', 1, 0), (3, NULL, '7', '', 2, 0),
    (4, 3, 'Überblick 2', '', 1, 0), (5, 1, 'Heavy', 'stars:>1k', 2, 0),
    (6, NULL, 'All of it', 'collection:Heavy OR collection:"3" OR collection:"7"', 3, 0),
    (7, NULL, 'Circle', 'collection:Ring', 4, 0),
    (8, NULL, 'Ring', 'collection:Circle OR year:2017', 5, 0);
INSERT INTO membership VALUES (1, 1, 0), (2, 3, 0), (4, 2, 0), (1, 4, 0);
INSERT INTO relation VALUES (1, 2, '', 0), (2, 3, 'same data', 0), (1, 4, '', 0);
INSERT INTO note VALUES (1, 'a note', 0), (2, '', 0);
INSERT INTO file VALUES (1, 3, 0, 'p', 'd', 1, 1, 0, 0);
UPDATE paper SET version = 2 WHERE id = 3;
INSERT INTO watch VALUES (3, 1, 2, 0, 0);
INSERT INTO card (paper, picture, summary, project, models, datasets, spaces) VALUES
    (1, 'https://x/a.png', '', 'https://x', 2, 0, 0), (2, '', 'Short.', '', 0, 1, 0),
    (3, '', '', '', 0, 0, 7);
INSERT INTO highlight
    (id, paper, page, quads, text, prefix, suffix, colour, comment, created, trashed)
    VALUES ('h', 1, 0, '[]', 't', '', '', 'yellow', '', 0, 1.0);
"""


@pytest.mark.parametrize(
    ("query", "papers"),
    [
        ("", [1, 2, 3]),
        ("attention", [1]),
        ("attention state:trash", [4]),
        ("-state:trash", [1, 2, 3]),
        ("-state:inbox", [2, 3]),
        ("state:trash OR state:inbox", [1, 4]),
        ("in:library", [1, 3]),
        ("in:feed", [2]),
        ("in:nowhere", []),
        ("residual", [3]),
        ("NAIVE", [2]),
        ("recog", [3]),
        ("gpt4", [2]),
        ("finetune", [2]),
        ('"all you"', [1]),
        ('"all need"', []),
        ("author:vas", [1]),
        ("by:hess", [2]),
        ('author:"kaiming he"', [3]),
        ('author:"he"', [3]),
        ("title:atten", [1]),
        ("title:sequence", []),
        ('tag:"to read"', [1]),
        ("tag:read", []),
        ("tag:🔥", []),
        ("source:★", []),
        ("x" * 100, []),
        ("year:..", [1, 2, 3]),
        ("tag:READING", [3]),
        ("source:7", [1, 2]),
        ('source:"7"', [3]),
        ("source:huggingface", [1, 2]),
        ('source:"hugging face"', [1, 2]),
        ("source:lab", [3]),
        ("day:2026-05-01", [1]),
        ("day:2026-05", [1, 2]),
        ("day:2026-05-02..2026-06-01", [2, 3]),
        ("day:>2026-05-08", [3]),
        ("day:<2026-05-08", [1]),
        ("year:2017", [1]),
        ("year:>=2018", [2]),
        ("year:20", [1, 2]),
        ("year:2016..2019", [1]),
        ("-year:2017", [2, 3]),
        ("year:soon", []),
        ("added:1970-01-02", [2]),
        ("added:>=1970-01-02", [2, 3]),
        ("added:1970-01-01..1970-01-02", [1, 2]),
        ("added:<1970-01-03", [1, 2]),
        ("added:>1970-01-01", [2, 3]),
        ("added:<=1970-01", [1, 2, 3]),
        ("added:>1970", []),
        ("added:soon", []),
        ("-added:soon", [1, 2, 3]),
        ("has:note", [1]),
        ("has:pdf", [3]),
        ("has:update", [3]),
        ("has:thumbnail", [1]),
        ("has:summary", [2]),
        ("has:project", [1]),
        ("has:model", [1]),
        ("has:dataset", [2]),
        ("has:space", [3]),
        ("-has:model", [2, 3]),
        ("version:>1", [3]),
        ("version:few", []),
        ("has:highlight", []),
        ("has:code", [2, 3]),
        ("-has:code", [1]),
        ("has:wings", []),
        ("params:7B", [1]),
        ("params:<3B", [3]),
        ("params:1..10B", [1, 3]),
        ("params:..", [1, 2, 3]),
        ("params:many", []),
        ("-params:<3B", [1, 2]),
        ("bits:4", [3]),
        ("speedup:>=2x", [1]),
        ("compression:>1", []),
        ("context:128k", [2]),
        ("dataset:cifar10", [1, 2]),
        ('dataset:"CIFAR 10"', [1]),
        ("dataset:-", []),
        ("org:deepmind", [1, 3]),
        ('org:"google deep"', []),
        ("-org:google", [2]),
        ("submitter:k", [2]),
        ("org:k", []),
        ("category:cs", [1, 2]),
        ("cat:CS.lg", [1]),
        ("venue:csx", [3]),
        ("kind:new", [1]),
        ("kind:replace-cross", [2]),
        ("-kind:new", [2, 3]),
        ("is:unread", [2, 3]),
        ("is:read", [1]),
        ("is:muted", []),
        ("is:odd", []),
        ("upvotes:>=10", [1]),
        ("upvotes:5..10", [3]),
        ("-upvotes:>=10", [2, 3]),
        ("upvotes:..", [1, 2, 3]),
        ("upvotes:many", []),
        ("stars:1.5k", [1]),
        ('rule:"big ones"', [1, 2]),
        ("collection:quantisation", [1, 3]),
        ("directly:quantisation", [1]),
        ("collection:1", [1, 3]),
        ("directly:1", [1]),
        ('collection:"7"', [2]),
        ("collection:7", [1]),
        ("collection:99", []),
        ('collection:"uberblick 2"', [2, 3]),
        ('collection:"Quantisation / Überblick 2"', [3]),
        ('collection:"quantisation/uberblick  2"', [3]),
        ('collection:"7 / Überblick 2"', [2]),
        ('collection:"Überblick 2 / Quantisation"', []),
        ("collection:/", []),
        ('collection:"a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/u/v"', []),
        ("-collection:1", [2]),
        ("collection:heavy", [1]),
        ("directly:heavy", [1]),
        ("-collection:heavy", [2, 3]),
        ('collection:"all of it"', [1]),
        ("collection:circle", [1]),
        ("collection:ring -collection:heavy", []),
        ("has:collection", [1, 2, 3]),
        ("has:collection -directly:4 -directly:2", [1]),
        ("has:related", [1, 2, 3]),
        ("related:k1", [2]),
        ("related:K2", [1, 3]),
        ("related:2", [1, 3]),
        ('related:"2"', []),
        ("-related:k2", [2]),
        ("related:nobody", []),
        ("follow:big", []),
    ],
)
def test_a_query_finds_its_papers(
    library: sqlite3.Connection, query: str, papers: list[int]
) -> None:
    assert _found(library, query) == papers


@pytest.mark.parametrize(
    ("query", "papers"),
    [("state:inb", [1]), ("tag:rea", [3]), ("in:lib", [1, 3]), ("has:p", [1, 3])],
)
def test_a_value_that_is_being_typed_is_a_beginning(
    library: sqlite3.Connection, query: str, papers: list[int]
) -> None:
    sql, values = where(parse(query, typing=True))
    rows = library.execute(f"SELECT id FROM paper WHERE {sql} ORDER BY id", values)
    assert [row["id"] for row in rows] == papers


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("state:inbox", "ix_paper_state (state=?)"),
        ("day:2026-05-01", "ix_entry_day (day>? AND day<?)"),
        ("source:7", "ix_entry_source (source=?)"),
        ("collection:1", "membership_1 (collection=?)"),
        ("state:inbox day:2026-05", "ix_entry_day (day>? AND day<?)"),
        ("params:<3B", "ix_fact_value (name=? AND value<?)"),
        ("dataset:cifar", "ix_fact_key (name=? AND key>? AND key<?)"),
    ],
)
def test_shelves_are_found_by_an_index(library: sqlite3.Connection, query: str, index: str) -> None:
    sql, values = where(parse(query))
    plan = library.execute(f"EXPLAIN QUERY PLAN SELECT id FROM paper WHERE {sql}", values)
    steps = [row["detail"] for row in plan]
    assert any(index in step for step in steps)
    assert "SCAN paper" not in steps


@pytest.mark.parametrize("joint", [" ", " OR ", " -"])
@pytest.mark.parametrize("leaf", ["", "author:", "title:", "tag:", "source:", "year:>"])
@pytest.mark.parametrize("deepest", ["", "a (b OR ", "a OR -(b -(c OR "])
def test_what_may_be_asked_is_answered(
    library: sqlite3.Connection, leaf: str, joint: str, deepest: str
) -> None:
    """As many conditions as may be, in groups as deep as may be."""
    groups = deepest * ((DEEPEST - 1) // max(1, deepest.count("(") * 2))
    words = joint.join(f"{leaf}{number}" for number in range(1000, 1000 + MOST - 40))
    tree = parse(groups + words)
    assert not list(faults(tree))
    assert set(_found(library, groups + words)) <= {1, 2, 3}


def test_what_can_be_named_is_what_is_looked_up() -> None:
    assert (set(_IN), set(HAS), set(_IS)) == (set(PLACES), set(BELONGINGS), set(WAYS))


@pytest.mark.parametrize(
    ("shelf", "late"),
    [
        ("day:2026-05-08", {"late:2026-05": [2], "late:2026-05-08": [2], "late:2026-06": []}),
        ("day:2026-05", {"late:2026-05": [2], "late:>=2026": [2], "-late:2026-05": [1, 3]}),
        ("day:2026-05-04..2026-05-10", {"late:2026-05-08": [2], "late:2026-05-09": []}),
        ("day:2026-05-01", {"late:>=2026": []}),
        ("day:2026-06", {"late:>=2026": []}),
        ("day:2026-05-08 cat", {"late:>=2026": []}),
        ("source:7", {"late:>=2026": []}),
    ],
)
def test_late_is_what_came_to_a_day_after_it_was_worked_off(
    library: sqlite3.Connection, home_database: Path, shelf: str, late: dict[str, list[int]]
) -> None:
    _write(home_database, "UPDATE entry SET first_seen = 50 + (paper = 2) * 50")
    _write(home_database, f"INSERT INTO finished VALUES ('{shelf}', 70)")
    assert {query: _found(library, query) for query in late} == late


@pytest.mark.parametrize("hidden", ["", " -is:muted"])
def test_late_is_also_what_came_to_a_smart_feed_after_it_was_worked_off(
    library: sqlite3.Connection, home_database: Path, hidden: str
) -> None:
    _write(
        home_database, "INSERT INTO rule VALUES (5, 'Cats', 'c', '', '', 0, 1, 1, NULL, 0, 1, 0)"
    )
    _write(home_database, "INSERT INTO hit VALUES (5, 1, 0, 0), (5, 2, 0, 0)")
    _write(home_database, f"INSERT INTO finished VALUES ('rule:\"Cats\"{hidden}', {DAY / 2})")
    assert _found(library, "late:2026-05") == [2]  # 1 was there before, 3 is not in it
    assert _found(library, "late:2026-05-01") == []
    assert _found(library, "-late:2026-05") == [1, 3]


def test_who_was_there_before_is_not_late_for_another_source(
    library: sqlite3.Connection, home_database: Path
) -> None:
    _write(home_database, "INSERT INTO finished VALUES ('day:2026-05-08', 70)")
    again = (
        "(8, '2026-05-08', 2, '', 1, 100, 100, '{}'), (8, '2026-05-08', 3, '', 2, 100, 100, '{}')"
    )
    columns = "source, day, paper, key, rank, first_seen, last_seen, extra"
    _write(home_database, f"INSERT INTO entry ({columns}) VALUES {again}")
    assert _found(library, "late:2026-05-08") == [3]


@pytest.mark.parametrize(
    ("query", "papers"),
    [
        ("", [1, 3]),
        ("in:feed", []),
        ("is:muted", [2]),
        ("-is:muted", [1, 3]),
        ("gpt4", [2]),
        ("gpt4 -is:muted", []),
        ('rule:"big ones"', [1, 2]),
    ],
)
def test_what_a_rule_has_hidden_is_found_by_who_asks_for_it(
    library: sqlite3.Connection, home_database: Path, query: str, papers: list[int]
) -> None:
    _write(home_database, "INSERT INTO deed VALUES (2, 1, 'hide', 0, 1), (1, 1, 'hide', 0, 1)")
    assert _found(library, query) == papers, "the first was kept all the same"


def test_what_a_rule_hid_is_back_when_that_is_undone(
    library: sqlite3.Connection, home_database: Path
) -> None:
    _write(home_database, "INSERT INTO deed VALUES (2, 1, 'hide', 0, 0)")
    assert _found(library, "in:feed") == [2]


@pytest.mark.parametrize(
    "query",
    [
        "", "attention", "author:vas", 'tag:"to read" OR has:pdf', "org:deepmind -cat:csx",
        "has:model OR has:space", "late:2026-05", "collection:quantisation", "-directly:4",
        "related:k2", "-has:related",
        "day:2026-05 -kind:new", "source:7 upvotes:>=1", "-(has:note has:code)", "bits:4",
    ],
)  # fmt: skip
def test_among_chosen_papers_a_query_finds_what_it_finds_among_all(
    library: sqlite3.Connection, query: str
) -> None:
    tree = parse(query)
    sql = among(tree, "SELECT id FROM main.paper WHERE id IN (1, 3)")
    found = {row[0] for row in library.execute(sql, condition(tree)[1])}
    assert found == set(_found(library, query)) & {1, 3}


def test_among_chosen_papers_no_table_is_looked_through(library: sqlite3.Connection) -> None:
    tree = parse("author:vas attention org:deepmind")
    sql = among(tree, "SELECT value AS id FROM json_each('[1]')")
    plan = library.execute(f"EXPLAIN QUERY PLAN {sql}", condition(tree)[1])
    steps = [row["detail"] for row in plan]
    asked = {step.split(" USING ")[0] for step in steps if " main." in step}
    assert asked == {f"SEARCH main.{name}" for name in TABLES}
    assert not [step for step in steps if "main.trait" in step and "kind=" in step]


TABLES = ("paper", "author", "authorship", "trait", "bearing")


def _write(path: Path, sql: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(sql)
    connection.close()


def _found(library: sqlite3.Connection, query: str) -> list[int]:
    sql, values = where(parse(query), library)
    rows = library.execute(f"SELECT id FROM paper WHERE {sql} ORDER BY id", values)
    return [row["id"] for row in rows]


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("has:code", "code"),
        ("is:unread", "unread"),
        ("stars:>1k", "stars"),
        ("upvotes:>=10", "upvotes"),
        ("version:>1", "version"),
        ("added:1970-01", "added"),
    ],
)
def test_what_few_papers_are_is_told_by_an_index_of_those(
    library: sqlite3.Connection, query: str, index: str
) -> None:
    sql, values = condition(parse(query))
    plan = library.execute(f"EXPLAIN QUERY PLAN SELECT id FROM paper WHERE {sql}", values)
    assert any(f"INDEX ix_paper_{index}" in row["detail"] for row in plan)


@pytest.mark.parametrize(
    "asked", ["ober", "obrien", "o", "he", "hess", "jean-luc", "jeanl", "李明", "d"]
)
def test_no_name_is_passed_over_for_being_plain(database: Database, asked: str) -> None:
    names = ["A. Ober", "P. O'Brien", "Kaiming He", "A. Heß", "Jean-Luc Durand", "J. Öberg", "李明"]
    with database.write() as connection:
        for number, name in enumerate(names, 1):
            row = (number, name, str(number), "new", 0.0)
            connection.exec_driver_sql(_NAMED, row)
            connection.exec_driver_sql("INSERT INTO author VALUES (?, ?, '')", (number, name))
            connection.exec_driver_sql("INSERT INTO authorship VALUES (?, 0, ?)", (number, number))
    sql, values = condition(parse(f"author:{asked}"))
    library = prepare(database.read())
    found = [row["id"] for row in library.execute(f"SELECT id FROM paper WHERE {sql}", values)]
    words = sought(asked)
    assert found == [at for at, name in enumerate(names, 1) if stands(name, words, beginning=True)]
