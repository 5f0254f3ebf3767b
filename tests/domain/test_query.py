import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.query import (
    EVERYTHING,
    FIELDS,
    And,
    Node,
    Not,
    Or,
    Term,
    asks_for_trash,
    comparisons,
    parse,
    spelt,
    terms,
)

A, B, C = Term("a"), Term("b"), Term("c")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", EVERYTHING),
        ("a", A),
        ("a b", And((A, B))),
        ("a b OR c", Or((And((A, B)), C))),
        ("a (b OR c)", And((A, Or((B, C))))),
        ("a AND b", And((A, B))),
        ("a|b", Or((A, B))),
        ("a -b", And((A, Not(B)))),
        ("NOT a", Not(A)),
        ("-(a b)", Not(And((A, B)))),
        ("a b a", And((A, B))),
        ("a OR a", A),
        ("GPT-4 k-means", And((Term("GPT-4"), Term("k-means")))),
        ('"a b"', Term("a b", phrase=True)),
        ("“a b”", Term("a b", phrase=True)),
        ("by:he AUTHOR:li", And((Term("he", "author"), Term("li", "author")))),
        ('tag:"to read"', Term("to read", "tag", phrase=True)),
        ('tag:"🔥"', Term("🔥", "tag", phrase=True)),
        ("state:?", Term("?", "state")),
        ("foo:bar", Term("foo:bar")),
        ("https://x.y/z", Term("https://x.y/z")),
    ],
)
def test_a_query_reads_as_a_tree(text: str, tree: Node) -> None:
    assert parse(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ('"a b', Term("a b", phrase=True)),
        ("(a (b", And((A, B))),
        ("a) b", And((A, B))),
        ("a OR", A),
        ("OR", EVERYTHING),
        ("()", EVERYTHING),
        ("-", EVERYTHING),
        ("--a", A),
        ("state:", EVERYTHING),
        ("state: a", A),
        ('title:"', EVERYTHING),
        ("& ?", EVERYTHING),
        ("(" * 5000 + "a", A),
    ],
)
def test_nothing_that_is_typed_is_wrong(text: str, tree: Node) -> None:
    assert parse(text) == tree


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("deep lear", Term("lear", prefix=True)),
        ("state:inb", Term("inb", "state", prefix=True)),
        ('"deep lear', Term("deep lear", phrase=True, prefix=True)),
        ("deep lear ", Term("lear")),
        ('deep "lear"', Term("lear", phrase=True)),
    ],
)
def test_the_word_being_typed_may_go_on(text: str, last: Term) -> None:
    assert list(terms(parse(text, typing=True)))[-1] == last


def test_only_the_last_word_is_being_typed() -> None:
    assert [term.prefix for term in terms(parse("deep lear", typing=True))] == [False, True]


def test_terms_are_told_apart_by_whether_they_are_wanted() -> None:
    tree = parse("a -b -(c -d)")
    assert [term.value for term in terms(tree)] == ["a", "d"]
    assert [term.value for term in terms(tree, wanted=False)] == ["b", "c"]


@pytest.mark.parametrize(
    ("text", "asked"), [("state:trash", True), ("-state:trash", False), ("trash", False)]
)
def test_the_trash_must_be_named(text: str, asked: bool) -> None:
    assert asks_for_trash(parse(text)) is asked


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        ("2026-05-01", ((">=", "2026-05-01"), ("<=", "2026-05-01~"))),
        ("2026-05", ((">=", "2026-05"), ("<=", "2026-05~"))),
        ("2026-05-01..2026-05-08", ((">=", "2026-05-01"), ("<=", "2026-05-08~"))),
        ("2026-05-01..", ((">=", "2026-05-01"),)),
        ("..2026-05-08", (("<=", "2026-05-08~"),)),
        (">=2020", ((">=", "2020"),)),
        (">2020", ((">", "2020~"),)),
        ("<2020", (("<", "2020"),)),
        (">", ()),
    ],
)
def test_days_and_years_have_bounds(value: str, bounds: tuple[tuple[str, str], ...]) -> None:
    assert comparisons(value) == bounds


_words = st.text(string.ascii_lowercase + "é深", min_size=1, max_size=6)
_leaves = st.one_of(
    st.builds(Term, _words),
    st.builds(Term, st.builds("{} {}".format, _words, _words), phrase=st.just(True)),
    st.builds(Term, _words, st.sampled_from(FIELDS)),
)
_trees = st.recursive(
    _leaves,
    lambda nodes: st.one_of(
        st.builds(Not, nodes),
        st.builds(And, st.lists(nodes, min_size=2, max_size=3).map(tuple)),
        st.builds(Or, st.lists(nodes, min_size=2, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)


@given(st.text(string.ascii_letters + string.punctuation + " “é深\n", max_size=40))
def test_whatever_is_typed_can_be_written_back(text: str) -> None:
    tree = parse(text)
    assert parse(spelt(tree)) == tree


@given(_trees)
def test_a_tree_means_the_same_when_written_and_read(tree: Node) -> None:
    once = parse(spelt(tree))
    assert parse(spelt(once)) == once
    assert set(terms(once)) == set(terms(tree))
    assert set(terms(once, wanted=False)) == set(terms(tree, wanted=False))


@given(st.text(max_size=60), st.booleans())
def test_no_text_is_too_odd(text: str, typing: bool) -> None:
    parse(text, typing=typing)
