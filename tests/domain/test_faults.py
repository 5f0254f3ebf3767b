import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.faults import BELONGINGS, DEEPEST, MOST, PLACES, checked, faults
from paperdesk.domain.paper import State
from paperdesk.domain.query import parse

_DAYS = "Write {0}:2026-05-01, {0}:2026-05, {0}:2026-05-01..2026-05-08 or {0}:>=2026."


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        (
            "state:bogus",
            "No state is called “bogus”. "
            "States: new, dismissed, inbox, later, shortlist, archive, trash.",
        ),
        ("in:nowhere", "No paper is in “nowhere”. Write in:library or in:feed."),
        (
            "has:xyz",
            "No paper has “xyz”. Write has: and one of note, highlight, pdf, code, update, "
            "remark, "
            "thumbnail, summary, project, model, dataset, space, collection, related.",
        ),
        (
            "is:odd",
            "No paper is “odd”. Write is: and one of unread, read, muted, "
            "flagged, withdrawn, retracted, unstarted, reading, finished.",
        ),
        (
            "kind:old",
            "No paper is announced as “old”. Kinds: new, cross, replace, replace-cross.",
        ),
        (
            "upvotes:some",
            "“some” is no number. Write upvotes:>=50, upvotes:<1k or upvotes:10..99.",
        ),
        ("year:abc", "“abc” is no year. Write 2024, 2019..2021, >=2020 or <2020."),
        ("year:>=20245", "“>=20245” is no year. Write 2024, 2019..2021, >=2020 or <2020."),
        ("day:foo", "“foo” is no day. " + _DAYS.format("day")),
        ("added:xx", "“xx” is no day. " + _DAYS.format("added")),
        ("day:2026-02-31", "“2026-02-31” is no day. " + _DAYS.format("day")),
        ("day:2026-5", "“2026-5” is no day. " + _DAYS.format("day")),
        ("day:>=2026-05..2026-06", "“>=2026-05..2026-06” is no day. " + _DAYS.format("day")),
        (
            "params:few",
            "“few” is no number of parameters. Write params:7B, params:<3B or params:70M..1B.",
        ),
        ("bits:4x", "“4x” is no number of bits. Write bits:4, bits:<=8 or bits:2..4."),
        ("speedup:9..2", "“9..2” ends before it begins. Write 2..9."),
        ("year:2025..2020", "“2025..2020” ends before it begins. Write 2020..2025."),
        ('state:"in \n box"', "No state is called “in box”. States: " + ", ".join(State) + "."),
    ],
)
def test_a_wrong_value_is_named_and_a_right_one_shown(query: str, sentence: str) -> None:
    assert list(faults(parse(query))) == [sentence]
    with pytest.raises(WrongUsage, match=r"^(“|No)"):
        checked(query)


@pytest.mark.parametrize("query", ["cat -state:bogus", "(a OR (b in:x))", "NOT (a has:b)"])
def test_a_wrong_value_is_found_wherever_it_stands(query: str) -> None:
    assert len(list(faults(parse(query)))) == 1


@pytest.mark.parametrize(
    "query",
    [
        "", "cat", "foo:bar", "state:", "state:INBOX", 'in:"library"', "has:pdf", "year:20",
        "year:2019..2021", "year:2019..", "year:..2021", "year:>=2020", "year:2020..2020",
        "day:2026", "day:2026-05", "day:<2026-05-01", "added:2026-05..2026-05-08",
        "tag:nobody", "author:nobody", "source:nothing", "params:<3B", "params:1..7B", "bits:4-bit",
        "context:>=128k", "speedup:2.5x", "compression:..4", "dataset:whatever", "params:>",
    ],
)  # fmt: skip
def test_a_right_value_is_not_remarked_on(query: str) -> None:
    assert list(faults(checked(query))) == []


def _every_beginning(text: str) -> list[str]:
    return [text[:end] for end in range(1, len(text) + 1)]


@pytest.mark.parametrize(
    "query",
    [
        *(f"state:{state}" for state in State),
        *(f"in:{place}" for place in PLACES),
        *(f"has:{thing}" for thing in BELONGINGS),
        'state:"archive"', "year:2019..2021", "year:>=2020", "year:<2020", "day:2026-12-31",
        "day:2026-05-01..2026-10-08", "added:>2026-02-28", "-day:2019-11-30..",
        "params:>=1.5B", "params:70M..1B", "bits:4-bit", "speedup:2.5x", "context:<128k",
    ],
)  # fmt: skip
def test_nothing_is_said_while_a_value_is_typed(query: str) -> None:
    for begun in _every_beginning(query):
        assert list(faults(parse(begun, typing=True))) == []


@pytest.mark.parametrize("query", ["state:bo", "day:2026-13", "year:a", "state:inb ", "in:lib cat"])
def test_what_cannot_become_right_is_said_at_once(query: str) -> None:
    assert len(list(faults(parse(query, typing=True)))) == 1


def test_too_many_words_are_counted_in_a_sentence() -> None:
    words = " ".join(f"w{number}" for number in range(20_000))
    (sentence,) = faults(parse(words))
    assert sentence == "These are 20,000 words and conditions. At most 500 can be looked for."
    assert not list(faults(parse(" ".join(words.split()[:MOST]))))


def test_groups_too_deep_in_each_other_are_said() -> None:
    (sentence,) = faults(parse("a -(b " * (DEEPEST + 1)))
    assert sentence == "Brackets stand more than 12 deep in each other. Write fewer."
    assert not list(faults(parse("a -(b " * (DEEPEST // 2))))
    assert not list(faults(parse("(" * 5000 + "a OR b" + ")" * 5000)))


def test_a_long_value_is_cut_in_its_sentence() -> None:
    (sentence,) = faults(parse("state:" + "x" * 100_000))
    assert len(sentence) < 150


@given(
    st.sampled_from(("state", "in", "has", "year", "day", "added", "params", "bits")),
    st.text(),
    st.booleans(),
)
def test_no_value_is_too_odd(field: str, value: str, typing: bool) -> None:
    for sentence in faults(parse(f'{field}:"{value}"', typing=typing)):
        assert "\n" not in sentence
