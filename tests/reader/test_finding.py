import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.pages import Match, Word
from paperdesk.reader.finding import Hits, fold, marked, pace, runs


def at(page: int, top: float = 0.0) -> Match:
    return Match(page, ((10.0, top, 20.0, top + 10),))


@given(st.sets(st.integers(0, 700), min_size=1), st.integers(0, 700))
def test_runs_cover_each_page_once(pages: set[int], start: int) -> None:
    covered = [page for first, last in runs(pages, start) for page in range(first, last + 1)]
    assert len(covered) == len(set(covered))
    assert pages <= set(covered)
    later = [page for page in pages if page >= start]
    assert covered[0] == min(later or pages)


@pytest.mark.parametrize(
    ("pages", "seconds", "together"), [(4, 0.004, 40), (4, 0.4, 4), (4, 0.0, 64), (16, 0.02, 32)]
)
def test_quick_pages_are_asked_for_in_large_numbers(
    pages: int, seconds: float, together: int
) -> None:
    assert pace(pages, seconds) == together


def test_pages_far_apart_are_asked_for_alone() -> None:
    assert runs([3, 4, 6, 40, 41, 90], 40) == ((40, 41), (90, 90), (3, 6))


def test_hits_come_in_the_order_of_the_text() -> None:
    hits = Hits()
    hits.add([at(3), at(4)])
    hits.add([at(1, 500), at(1, 10)])
    assert [(hit.page, hit.quads[0][1]) for hit in (hits[0], hits[1], hits[2])] == [
        (1, 500),
        (1, 10),
        (3, 0),
    ]
    assert hits.pages() == (1, 3, 4)


def test_the_current_hit_stays_when_others_come_before_it() -> None:
    hits = Hits()
    hits.add([at(5)])
    hits.choose()
    hits.add([at(2), at(3)])
    assert hits[hits.current].page == 5


def test_of_two_columns_the_right_one_may_hold_the_first_hit_below() -> None:
    hits = Hits(page=0, top=300)
    hits.add([at(0, 100), at(0, 400), at(0, 50)])
    hits.choose()
    assert hits.current == 1


def test_the_first_hit_after_the_origin_becomes_current() -> None:
    hits = Hits(page=2, top=100)
    hits.add([at(1), at(2, 50), at(2, 150), at(4)])
    assert hits.choose()
    assert hits[hits.current] == at(2, 150)


def test_a_hit_waits_for_stretches_that_come_before_it() -> None:
    hits = Hits(page=2)
    hits.add([at(9)])
    assert not hits.choose([2, 30, 0])
    assert hits.choose([30, 0])


def test_a_hit_before_the_origin_waits_for_all_that_follow() -> None:
    hits = Hits(page=5)
    hits.add([at(1)])
    assert not hits.choose([8])
    assert hits.choose()
    assert hits.current == 0


def test_the_current_hit_stays_current_when_more_arrive() -> None:
    hits = Hits(page=5)
    hits.add([at(6)])
    hits.choose()
    hits.add([at(0), at(1)])
    assert hits[hits.current] == at(6)


def test_steps_go_round_both_ends() -> None:
    hits = Hits()
    hits.add([at(0), at(1)])
    assert [hits.step(1), hits.step(1), hits.step(1)] == [at(0), at(1), at(0)]
    assert hits.step(-1) == at(1)


def test_without_hits_a_step_leads_nowhere() -> None:
    assert Hits().step(1) is None
    assert not Hits().choose()


def test_hits_of_a_page_are_found_by_page() -> None:
    hits = Hits()
    hits.add([at(0), at(2, 1), at(2, 5), at(3)])
    assert hits.on(2) == range(1, 3)
    assert hits.on(1) == range(1, 1)


def test_a_match_without_boxes_is_no_hit() -> None:
    hits = Hits()
    hits.add([Match(0, ())])
    assert len(hits) == 0


def word(text: str) -> Word:
    return Word((0, 0, 10, 10), text, 0, 0)


def set_in_lines(*lines: str) -> list[Word]:
    """The words of lines, each with a box of its own."""
    return [
        Word((place, line, place + 1, line + 1), text, 0, line)
        for line, words in enumerate(lines)
        for place, text in enumerate(words.split())
    ]


def found(words: list[Word], term: str) -> list[list[str]]:
    """What is marked: the words of each hit."""
    text = {word.box: word.text for word in words}
    return [[text[box] for box in match.quads] for match in marked(words, [term], 0)]


@pytest.mark.parametrize(
    ("term", "hits"),
    [
        ("transformed", [["trans-", "formed"]]),
        ("transform", [["trans-", "formed"]]),
        ("trans", [["trans-", "formed"]]),
        ("state-of-the-art", [["state-of-the-", "art."]]),
        ("art", [["art."]]),
        ("rank", [["low-rank"]]),
        ("lowrank", [["low-rank"]]),
        ("was", [["was"]]),
        ("1", []),
    ],
)
def test_a_word_that_a_line_breaks_is_one_hit_with_two_boxes(
    term: str, hits: list[list[str]]
) -> None:
    words = set_in_lines("it was trans-", "formed low-rank state-of-the-", "art. - end -", "a")
    assert found(words, term) == hits


def test_words_that_begin_with_a_term_are_marked() -> None:
    words = [word("Transformers,"), word("form"), word("trans")]
    assert len(marked(words, ["transform"], 4)) == 1


def test_case_accents_and_punctuation_make_no_difference() -> None:
    assert fold("“Möbius-Strip”") == "mobiusstrip"
    assert len(marked([word("(MÖBIUS)")], ["mobius"], 0)) == 1


def test_a_phrase_marks_each_of_its_words() -> None:
    assert len(marked([word("deep"), word("learning")], ["deep learning"], 0)) == 2


def test_without_terms_nothing_is_marked() -> None:
    assert marked([word("deep")], ["", "!"], 0) == ()


def test_a_word_without_letters_ends_a_broken_one() -> None:
    words = [Word((0, 0, 1, 1), "trans-", 0, 0), Word((0, 1, 1, 2), "", 0, 1)]
    assert len(marked(words, ["trans"], 0)) == 1
