import time
from array import array
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paperdesk.domain.hit import HitKind
from paperdesk.domain.query import (
    EVERYTHING,
    TEXT_FIELDS,
    And,
    Node,
    Not,
    Or,
    Term,
    parse,
    spelt,
    terms,
)
from paperdesk.domain.shelf import Order
from paperdesk.domain.words import fold
from paperdesk.infra.known import UNKNOWN, Known
from paperdesk.infra.latex import plain
from paperdesk.infra.where import ORDER, prepare, where
from paperdesk.search.editions import Editions
from paperdesk.search.stems import kin

Books = Any


def listed(books: Books, query: str) -> list[str]:
    """The titles of the papers that a list has."""
    sql, values = where(parse(query))
    library = prepare(books.database.read(), kin)
    rows = library.execute(f"SELECT title FROM paper WHERE {sql}", values)
    return [row["title"] for row in rows]


def test_words_are_anded_where_that_finds_enough(books: Books) -> None:
    for number in range(5):
        books.paper(f"Cat and dog {number}")
    books.paper("Cat alone")
    books.index()
    answer = books.find("cat dog")
    assert len(answer.hits) == 5
    assert not answer.relaxed


def test_words_are_ored_where_too_few_have_them_all(books: Books) -> None:
    books.paper("Cat alone: cat cat cat")
    books.paper("A dog, much later, somewhere near a cat", abstract="and more words here " * 9)
    books.paper("Fish")
    books.index()
    answer = books.find("cat dog")
    assert answer.relaxed
    assert [hit.title[:5] for hit in answer.hits] == ["A dog", "Cat a"], "all words come first"


def test_conditions_are_not_relaxed(books: Books) -> None:
    books.paper("Cat", state="inbox")
    books.paper("Dog", state="archive")
    books.index()
    assert books.titles("cat dog state:inbox") == ["Cat"]
    assert not books.find("cat state:inbox").relaxed


def test_nothing_of_the_trash_unless_it_is_named(books: Books) -> None:
    paper = books.paper("Cat", state="inbox")
    books.note(paper, "about a cat")
    books.index()
    books.change("UPDATE paper SET state = 'trash'")
    assert books.find("cat").hits == ()
    assert len(books.find("cat state:trash").hits) == 2


def test_a_change_of_state_or_tag_needs_no_indexing(books: Books) -> None:
    paper = books.paper("Cat", state="new")
    books.index()
    books.change("UPDATE paper SET state = 'later'")
    for number, (kind, name) in enumerate(
        (("org", "Lab one"), ("org", "Lab two"), ("submitter", "One"), ("category", "cs.LG")), 1
    ):
        books.change("INSERT INTO trait VALUES (?, ?, ?)", number, kind, name)
        books.change(f"INSERT INTO bearing SELECT {number}, id FROM paper WHERE id % 5 = {number}")
    books.change("UPDATE entry SET kind = CASE paper % 3 WHEN 0 THEN 'new' ELSE 'cross' END")
    books.change("UPDATE paper SET unread = id % 2, upvotes = id WHERE id % 4")
    books.change("UPDATE paper SET stars = id * 100 WHERE id % 3")
    books.change("INSERT INTO rule (name, query, created, position) VALUES ('some', 'x', 0, 0)")
    books.change("INSERT INTO hit SELECT 1, id, 0, 0 FROM paper WHERE id % 3 = 1")
    books.change("INSERT INTO deed SELECT id, 1, 'hide', 0, id % 2 FROM paper WHERE id > 9")
    books.change("INSERT INTO tag (id, name) VALUES (1, 'pets')")
    books.change("INSERT INTO tagging VALUES (?, 1)", paper)
    answer = books.find("cat state:later tag:pets in:library")
    assert (len(answer.hits), answer.waiting) == (1, 0)


def test_a_remark_is_found_by_its_words_and_no_longer_once_it_is_gone(books: Books) -> None:
    paper = books.paper("Cat")
    books.index()
    books.change("UPDATE paper SET remark = 'read with Ada' WHERE id = ?", paper)
    books.index()
    assert books.titles("ada has:remark") == ["Cat"] == listed(books, "ada has:remark")
    books.change("UPDATE paper SET remark = '' WHERE id = ?", paper)
    books.index()
    assert books.titles("ada") == [] == listed(books, "ada")


def test_the_library_comes_first_among_equals(books: Books) -> None:
    for state in ("new", "inbox", "dismissed", "archive"):
        books.paper("The same cat", state=state)
    books.index()
    kinds = [hit.kind.value for hit in books.find("cat").hits]
    assert kinds == ["paper", "paper", "feed", "feed"]


def test_a_paper_shows_its_three_best_pages(books: Books) -> None:
    paper = books.paper("Book")
    books.file(paper, [f"cat {'filler ' * page}" for page in range(9)])
    books.file(books.paper("Leaflet"), [f"cat {'filler ' * 50}"])
    books.index()
    hits = books.find("cat").hits
    assert [(hit.title, hit.page) for hit in hits] == [
        ("Book", 0), ("Book", 1), ("Book", 2), ("Leaflet", 0),
    ]  # fmt: skip


def test_without_words_papers_are_found_and_not_their_pages(books: Books) -> None:
    books.file(books.paper("Cat", year=2020), ["a page"])
    books.index()
    assert [hit.kind.value for hit in books.find("year:2020").hits] == ["paper"]


@pytest.mark.parametrize(
    ("query", "order"),
    [("in:library", Order.ADDED), ("-has:pdf", Order.ADDED), ("day:2026-05", Order.RANK)],
)
def test_without_words_hits_stand_as_in_a_list(varied: Books, query: str, order: Order) -> None:
    sql, values = where(parse(query))
    listed = f"SELECT id FROM paper WHERE {sql} ORDER BY {ORDER[order]}"
    rows = prepare(varied.database.read(), kin).execute(listed, values)
    assert [hit.paper for hit in varied.find(query).hits] == [row["id"] for row in rows]


@pytest.mark.parametrize("sign", ["-", "NOT "])
@pytest.mark.parametrize("ruled_out", ["dog", "title:dog", "(dog OR fish)", "state:archive"])
def test_what_only_rules_out_finds_the_other_papers(
    books: Books, sign: str, ruled_out: str
) -> None:
    books.file(books.paper("Cat", state="inbox"), ["a page"])
    books.paper("Dog", state="archive")
    books.paper("Mouse", state="trash")
    books.index()
    hits = books.find(sign + ruled_out).hits
    assert [(hit.title, hit.kind.value) for hit in hits] == [("Cat", "paper")]


@pytest.mark.parametrize("field", ["", "source:", "tag:", "state:", "title:", "day:"])
def test_half_a_letter_is_looked_for_and_not_found(books: Books, field: str) -> None:
    books.paper("Cat")
    books.index()
    answer = books.find(f"{field}\udcffnot")
    assert answer.hits == ()
    assert bool(answer.fault) is (field in ("state:", "day:"))


def test_a_wrong_value_is_said_unless_it_is_still_typed(books: Books) -> None:
    books.paper("Cat", state="archive")
    books.index()
    assert books.find("cat state:bogus").fault.startswith("No state is called “bogus”.")
    assert books.find("cat state:arch").fault
    assert books.titles("cat state:arch", typing=True) == ["Cat"]
    assert not books.find("cat state:arch", typing=True).fault


def test_nothing_asked_is_nothing_found(books: Books) -> None:
    books.paper("Cat")
    books.index()
    for text in ("", "  ", "state:", "()", "-", "NOT", '"'):
        assert books.find(text).hits == ()


def test_a_hit_shows_why_it_was_found(books: Books) -> None:
    paper = books.paper("Cats $x^2$", abstract=f"{'filler ' * 80} the catalogue of cats. More.")
    books.highlight("h7", paper, "a cat passage", page=2)
    books.index()
    first, second = books.find("cats").hits
    assert first.title == "Cats x²"
    assert [first.title[a:b] for a, b in first.title_marks] == ["Cats"]
    assert [first.snippet[a:b] for a, b in first.marks] == ["cats"]
    assert (second.ref, second.page, second.snippet) == ("h7", 2, "a cat passage")


def test_a_hit_reads_as_text_with_its_marks_in_place(books: Books) -> None:
    books.paper(r"\textit{Tall} cats", abstract=r"By 57\% the cat's $\alpha$ rises.")
    books.index()
    (hit,) = books.find("cat").hits
    assert (hit.title, hit.snippet) == ("Tall cats", "By 57% the cat's α rises.")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["cat"]
    assert [hit.title[start:end] for start, end in hit.title_marks] == ["cats"]


def test_no_text_steers_the_terminal_that_shows_it(books: Books) -> None:
    paper = books.paper("Cats", abstract="a cat\x1b[2J", arxiv="2503.12345")
    books.note(paper, "my\x07 \u202ecat")
    books.highlight("h", paper, "\u202etac cat\x1b]0;")
    books.file(paper, ["page \u202e\x07cat\x1b"])
    books.index()
    hits = books.find("cat").hits
    assert len(hits) == 4
    assert not any(sign in hit.snippet for hit in hits for sign in "\x07\x1b\u202e")


def test_an_answer_names_the_words_to_mark_on_a_page(books: Books) -> None:
    books.paper("Learned and learning", abstract="learns")
    books.index()
    answer = books.find('learning "and so" author:x -no')
    assert {"learning", "learned", "learns", "and so", "x"} == set(answer.terms)


@pytest.mark.parametrize("query", ["alpha", "Α", "α"])
def test_an_answer_names_a_greek_letter_as_a_page_has_it(books: Books, query: str) -> None:
    books.file(books.paper("Cat"), ["where α is, or alpha"])
    books.index()
    assert {"alpha", "α"} <= {fold(term) for term in books.find(query).terms}


@pytest.mark.parametrize(
    "query",
    [
        "2503.12345", "2503.12345v2", "arXiv:2503.12345", "arXiv:2503.12345v2",
        "https://arxiv.org/abs/2503.12345v1", "http://arxiv.org/pdf/2503.12345.pdf",
        "10.1000/XYZ-123.4", "doi:10.1000/xyz-123.4", "https://doi.org/10.1000/xyz-123.4",
        "schroedinger2025bridge", "schrodinger", "SCHRÖDINGER", "GPT4", "gpt-4", "C++", "3D",
        "AR/VR", "author:Schrödinger", 'author:"Schrödinger, Erwin"', 'by:"erwin schrodinger"',
        'author:"Schrodinger, E."', 'author:"Erwin Schrödinger"', 'author:"Erwin R. Schrödinger"',
        '"Rudolf Schrodinger"', "$\\alpha$", "efficient", "cafe",
        "alpha", "α", "Α", "alph", "α-divergence", "alpha-divergence", '"an α"', "title:λ",
        "title:lambda",
        "epsilon", "ε-greedy", "lambda-free", "λ-free", '"an alpha that is"',
    ],
)  # fmt: skip
def test_a_paper_is_found_by_all_its_names(books: Books, query: str) -> None:
    title = "The λ-free Schrödinger Bridge with GPT-4, C++ and 3D AR/VR"
    books.paper(
        title, arxiv="2503.12345", doi="10.1000/xyz-123.4", citekey="schroedinger2025bridge",
        authors=("Erwin Rudolf Schrödinger", "Max Born"),
        abstract="An $\\alpha$ that is e\ufb03cient at the café: "
        "$\\alpha$-divergence, $\\varepsilon$-greedy",
    )  # fmt: skip
    books.paper("Another", arxiv="2503.12346")
    books.index()
    assert books.titles(query) == [title]
    assert listed(books, query) == [title]


@pytest.mark.parametrize(
    "query", ['author:"Born, Erwin"', 'author:"Erwin M. Bohr"', 'by:"Er Bohr"']
)
def test_the_words_of_a_name_stand_in_one_name(books: Books, query: str) -> None:
    books.paper("Some", authors=("Erwin Bohr", "Max Born"))
    books.index()
    assert books.titles(query) == []
    assert listed(books, query) == []


def test_a_real_paper_is_found_by_its_title(daily: Books) -> None:
    titles = [row["title"] for row in daily.database.read().execute("SELECT title FROM paper")]
    assert len(titles) > 100
    missed = [title for title in titles if plain(title) not in daily.titles(f'"{title}"')[:3]]
    assert missed == []


def test_a_real_paper_is_found_by_its_id_and_by_an_author(daily: Books) -> None:
    sql = "SELECT arxiv, title FROM paper LIMIT 20"
    for row in daily.database.read().execute(sql).fetchall():
        assert row["title"] in daily.titles(row["arxiv"])[:1]
    hits = daily.titles('author:"Ruibin Yuan"')
    assert any("YuE" in title for title in hits)


BESIDE = ("thumbnail", "summary", "project", "model", "dataset", "space")

_LEAVES = st.sampled_from(
    [Term(value, field) for field, values in {
        "state": ("inbox", "new", "archive", "trash"),
        "in": ("library", "feed"),
        "tag": ("a", "b"),
        "year": ("2019", ">=2020", "2018..2019"),
        "day": ("2026-05", "2026-05-01"),
        "source": ("1", "2"),
        "late": ("2026-05", "2026-05-01", ">=2026-06"),
        "has": ("note", "pdf", "highlight", "code", "update", "remark", "collection",
                "related", *BESIDE),
        "rating": ("4", ">=3", "<3", "0", "2..4"),
        "version": ("2", ">1", "1..2"),
        "params": ("<3B", "7B", "1..10B"),
        "bits": ("4", ">=8"),
        "dataset": ("cifar", "cifar-10", "nothing"),
        "is": ("unread", "read", "muted", "flagged", "withdrawn", "retracted"),
        "kind": ("new", "cross"),
        "org": ("lab", "lab one", "two"),
        "submitter": ("one",),
        "category": ("cs", "cs.lg"),
        "upvotes": (">=10", "3", "5..20"),
        "stars": ("<1k",),
        "rule": ("some",),
        "collection": ("top", "low", "Top / Low", "smart", "wordy", "self", "1", "nothing"),
        "directly": ("top", "2", "smart"),
        "related": ("1", "2", "40", "nobody"),
        "author": ("a", "ad", "adams", "baker"),
        "title": ("one", "two", "t", "gpt4"),
        "": ("one", "on", "thre", "agent", "agen", "age", "learning", "gpt", "adam", "深", "深度",
             "remarkable"),
    }.items() for value in values] + [
        Term("remarkable thing", phrase=True),
        Term("one two", phrase=True), Term("two thr", phrase=True), Term("one", phrase=True),
        Term("agent/thre"), Term("one/two"), Term("Hoc, Ad", "author", phrase=True),
        Term("ad adams", "author", phrase=True), Term("hoc, a", "author", phrase=True),
        Term("hoc/a", "author"), Term("ad/ho", "author"), Term("ad ho", "author", phrase=True),
    ]
)  # fmt: skip
_TREES = st.recursive(
    _LEAVES,
    lambda nodes: st.one_of(
        st.builds(Not, nodes),
        st.builds(And, st.lists(nodes, min_size=2, max_size=3).map(tuple)),
        st.builds(Or, st.lists(nodes, min_size=2, max_size=3).map(tuple)),
    ),
    max_leaves=6,
)


@pytest.fixture
def varied(books: Books) -> Books:
    """Papers that differ in every circumstance, indexed."""
    states = ("inbox", "new", "archive", "trash", "dismissed")
    names = ("Adams", "Baker", "Ad Hoc")
    titles = ("One two", "Two three", "GPT-4", "Agentic tone", "Agents three", "深度学习")
    books.change(
        "INSERT INTO source (id, kind, name, url, enabled, muted)"
        " VALUES (2, 'feed', 'Q', 'q', 1, 1)"
    )
    for number in range(40):
        paper = books.paper(
            titles[number % 6],
            state_at=float(number % 9),
            abstract="Learned" if number % 10 == 0 else "Learnable",
            state=states[number % 5],
            year=2017 + number % 6,
            authors=names[number % 3 :],
            code="url" if number % 7 == 0 else None,
        )
        if number % 4 == 0:
            books.note(paper, "note")
        if number % 6 == 0:
            books.file(paper, ["page one"])
        if number % 8 == 0:
            books.highlight(f"h{paper}", paper, "one")
        day = f"2026-0{4 + number % 3}-01"
        entry = "INSERT INTO entry (source, day, paper, key, rank, first_seen, last_seen, extra)"
        source = 2 if number % 10 == 1 else 1
        values = "VALUES (?, ?, ?, '', 1, ?, 0, '{}')"
        books.change(f"{entry} {values}", source, day, paper, number)
        columns = "paper, picture, summary, project, models, datasets, spaces"
        said = [word * (number % nth == 0) for nth, word in ((2, "p"), (3, "s"), (5, "x"))]
        books.change(
            f"INSERT INTO card ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)",
            paper, *said, number % 4, number % 3, number % 2,
        )  # fmt: skip
    fact = "INSERT INTO fact SELECT id, ?, 'abstract', ?, 0, ?, '', ? FROM paper WHERE id % ? = 1"
    for name, value, key, nth in (
        ("params", 7e9, "", 3), ("params", 1e9, "", 4), ("bits", 4, "", 2), ("bits", 8, "", 5),
        ("dataset", None, "cifar10", 3), ("dataset", None, "cifar100", 7), ("code", None, "", 9),
    ):  # fmt: skip
        books.change(fact, name, nth, value, key, nth)
    books.change("INSERT INTO finished VALUES ('day:2026-05', 20), ('day:2026-06-01', 9)")
    books.change("UPDATE paper SET version = id % 4, rating = id % 6, flagged = id % 5 = 0")
    books.change("UPDATE paper SET remark = 'A remarkable thing of ' || id WHERE id % 7 = 2")
    books.change("UPDATE paper SET notice = 'withdrawn' WHERE id % 9 = 2")
    books.change("UPDATE paper SET notice = 'retracted' WHERE id % 9 = 3")
    books.change("INSERT INTO watch SELECT id, 1, 1 + id % 2, id % 3, 0 FROM paper WHERE id % 3")
    collection = "INSERT INTO collection (id, parent, name, query, position, created)"
    for number, parent, name, query in (
        (1, None, "Top", ""), (2, 1, "Low", ""), (3, None, "Smart", "tag:a OR (in:feed -tag:b)"),
        (4, 1, "Wordy", "agent OR title:two"), (5, None, "Self", "collection:5 OR collection:Low"),
    ):  # fmt: skip
        books.change(f"{collection} VALUES (?, ?, ?, ?, 1, 0)", number, parent, name, query)
    books.change("INSERT INTO membership SELECT 1 + id % 2, id, 0 FROM paper WHERE id % 3 = 1")
    books.change("INSERT INTO relation SELECT 1, id, '', 0 FROM paper WHERE id % 4 = 2")
    books.change("INSERT INTO relation SELECT id, 40, '', 0 FROM paper WHERE id IN (5, 9)")
    books.change("INSERT INTO tag (id, name) VALUES (1, 'a'), (2, 'b')")
    books.change("INSERT INTO tagging SELECT id, 1 + id % 2 FROM paper WHERE id % 3 = 0")
    books.index()
    return books


@settings(
    max_examples=300,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(tree=_TREES)
def test_the_index_and_the_library_agree(varied: Books, tree: Node) -> None:
    text = spelt(tree)
    library = prepare(varied.database.read(), kin)
    sql, values = where(parse(text), library)
    rows = library.execute(f"SELECT id FROM paper WHERE {sql}", values)
    wanted = {row["id"] for row in rows} if parse(text) != EVERYTHING else set()
    answer = varied.find(text, limit=500)
    found = {hit.paper for hit in answer.hits if hit.kind in (HitKind.PAPER, HitKind.FEED)}
    assert found >= wanted if answer.relaxed else found == wanted


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(tree=_TREES, waiting=st.sets(st.integers(1, 12)))
def test_what_the_index_tells_of_words_gives_the_same_list(
    varied: Books, tree: Node, waiting: set[int]
) -> None:
    node = parse(spelt(tree))
    every = {one for one in (*terms(node), *terms(node, wanted=False)) if one.field in TEXT_FIELDS}
    asked = sorted(every, key=str)
    told = varied.searcher.papers(asked)
    assert told is not None
    known = Known.told(dict(zip(asked, told, strict=True)), waiting)
    sql, values = where(node, varied.database.read())
    lists = [
        {
            row["id"]
            for row in prepare(varied.database.read(), kin, said).execute(
                f"SELECT id FROM paper WHERE {sql}", values
            )
        }
        for said in (UNKNOWN, known)
    ]
    assert lists[0] == lists[1]


def test_while_an_index_is_built_beside_the_old_one_nothing_is_told_of_words(
    books: Books,
) -> None:
    books.paper("Cat")
    books.index()
    assert books.searcher.papers([Term("cat")]) == [array("q", [1])]
    editions = Editions(books.home.index)
    editions.begin(1)
    assert books.searcher.papers([Term("cat")]) is None


def test_without_an_index_nothing_is_told_of_words(books: Books) -> None:
    books.paper("Cat")
    assert books.searcher.papers([Term("cat")]) is None


_PIECES = st.sampled_from(
    [
        "(", ")", '"', "-", "|", "OR", "NOT", "AND", ":", "*", "\0", "\udcff", "..", ">=", "~",
        "state:", "author:", "tag:", "year:", "day:", "source:", "one", "gpt-4", "agents", "深度",
        "שלום", "e\u0301", "👩\u200d🔬", "ﬁ", "$\\alpha$", "C++", "%", "'", ";--", "\u202e",
        "x" * 70, "((((" * 20, "-(a " * 20, "٣", "İ", "ß", "2026-05", "99999999999999999999",
    ]
)  # fmt: skip
_TEXTS = st.lists(st.one_of(_PIECES, st.text(max_size=8)), max_size=12).flatmap(
    lambda pieces: st.sampled_from((" ", "")).map(lambda joint: joint.join(pieces))
)


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=_TEXTS, typing=st.booleans())
def test_whatever_is_asked_is_answered_by_both(varied: Books, text: str, typing: bool) -> None:
    tree = parse(text, typing=typing)
    answer = varied.find(text, typing=typing)
    assert all(
        0 <= start < end <= len(hit.snippet) for hit in answer.hits for start, end in hit.marks
    )
    if not answer.fault:
        sql, values = where(tree)
        library = prepare(varied.database.read(), kin)
        library.execute(f"SELECT id FROM paper WHERE {sql}", values).fetchall()


@pytest.mark.parametrize(
    "text", ["(" * 5000, '"' * 5001, "-" * 5000, "agents " * 15_000, "a-" * 50_000]
)
def test_a_very_long_question_is_answered_soon(varied: Books, text: str) -> None:
    start = time.thread_time()
    varied.find(text, typing=True)
    sql, values = where(parse(text))
    varied.database.read().execute(f"SELECT id FROM paper WHERE {sql}", values).fetchall()
    assert time.thread_time() - start < 2
