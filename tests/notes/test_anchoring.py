"""Marked passages found again in another edition: rightly, or not at all."""

from collections import Counter

import pytest

from paperdesk.domain.note import Anchor, Fate
from paperdesk.domain.pages import Word
from paperdesk.notes.anchoring import LOST, Landing, Letters, Spot, folded, landings
from tests.notes.revisions import Truth, hits, paper, passages, printed, revised, truth

LEAD = "We begin with a survey of what was known about the subject before the war."
CLAIM = "Attention alone is enough for translation between all pairs of languages."
TAIL = "The remaining chapters are about the costs of keeping so many memories alive."


def letters(*pages: str) -> Letters:
    return Letters(
        [[Word((0.0, 0.0, 1.0, 1.0), word, 0, 0) for word in page.split()] for page in pages]
    )


def anchor(text: str, prefix: str = "", suffix: str = "") -> Anchor:
    return Anchor(0, (), text, prefix[-64:], suffix[:64])


def land(one: Anchor, *pages: str, old: Letters | None = None) -> Landing:
    return landings([one], letters(*pages), old)[0]


def words(landing: Landing, *pages: str) -> str:
    """The words that a landing is on."""
    return " ".join(
        word
        for spot in landing.spots
        for word in pages[spot.page].split()[spot.first[0] : spot.last[0] + 1]
    )


WHOLE = anchor(CLAIM, LEAD, TAIL)


def test_only_letters_digits_and_signs_count() -> None:
    assert folded("Low-Rank ﬁne‐\u00adtuning, “x² ≈ 3.5”!") == "lowrankfinetuningx2≈35"


def test_the_same_words_elsewhere_are_found() -> None:
    page = f"Something new comes first here. {LEAD} {CLAIM} {TAIL}"
    landing = land(WHOLE, "Another page.", page)
    assert landing.fate is Fate.MOVED
    assert words(landing, "Another page.", page) == CLAIM


def test_hyphens_columns_and_capitals_make_no_difference() -> None:
    page = f"{LEAD} ATTENTION alone is en- ough for trans- lation between all pairs of langu- ages."
    landing = land(WHOLE, f"{page} {TAIL}")
    assert landing.fate is Fate.MOVED


def test_a_passage_over_two_pages_is_found_on_both() -> None:
    first, second = CLAIM[:30].rsplit(" ", 1)[0], CLAIM[len(CLAIM[:30].rsplit(" ", 1)[0]) :]
    landing = land(WHOLE, f"{LEAD} {first}", f"{second} {TAIL}")
    assert [spot.page for spot in landing.spots] == [0, 1]


def test_an_edited_sentence_is_found_as_much_like_it() -> None:
    edited = CLAIM.replace("enough", "sufficient").replace("all pairs", "most pairs")
    landing = land(WHOLE, f"{LEAD} {edited} {TAIL}")
    assert landing.fate is Fate.FUZZY
    assert words(landing, f"{LEAD} {edited} {TAIL}") == edited


def test_a_deleted_sentence_is_lost() -> None:
    assert land(WHOLE, f"{LEAD} {TAIL}") == LOST


def test_a_repeated_sentence_is_told_by_its_surroundings() -> None:
    other = f"It was said at the start that. {CLAIM} Nobody believed it then or later on."
    page = f"{other} {LEAD} {CLAIM} {TAIL}"
    landing = land(WHOLE, page)
    assert landing.spots[0].first[0] == len(f"{other} {LEAD}".split())


def test_the_twin_of_a_deleted_sentence_is_not_taken_for_it() -> None:
    other = f"It was said at the start that. {CLAIM} Nobody believed it then or later on."
    assert land(WHOLE, f"{other} {LEAD} {TAIL}") == LOST
    twice = letters(f"{other} {LEAD} {CLAIM} {TAIL}")
    assert land(WHOLE, f"{other} {LEAD} {TAIL}", old=twice) == LOST


def test_a_sentence_that_the_old_edition_has_once_needs_no_surroundings() -> None:
    once = letters(f"{LEAD} {CLAIM} {TAIL}")
    moved = f"Wholly other text stands before. {CLAIM} And wholly other text stands behind."
    assert land(WHOLE, moved, old=once).fate is Fate.MOVED


@pytest.mark.parametrize("text", ["the", "0.5", "model", "x"])
def test_a_short_quote_is_lost_rather_than_wrong(text: str) -> None:
    one = anchor(text, "these words were here before it and are gone now", "and so are these ones")
    page = f"{LEAD} {text} {CLAIM} {text} {TAIL} {text}"
    assert land(one, page) == LOST


def test_a_word_among_the_words_that_it_was_among_is_found() -> None:
    one = anchor("enough", f"{LEAD} Attention alone is", "for translation between all pairs of")
    page = f"It is enough. {LEAD} {CLAIM} More than enough."
    landing = land(one, page)
    assert landing.fate is Fate.MOVED
    assert landing.spots[0].first[0] == len(f"It is enough. {LEAD} Attention alone is".split())


def test_of_headings_much_alike_the_one_among_the_very_same_words_is_taken() -> None:
    issues = [f"Issue {n}, June. Welcome to the News. An issue will come." for n in range(1, 9)]
    heading = anchor(
        "to the News", "Issue 3, June. Welcome ", " An issue will come. Issue 4, June."
    )
    landing = land(heading, *issues)
    assert [spot.page for spot in landing.spots] == [2]


def test_rows_of_a_table_that_are_alike_are_lost_without_neighbours() -> None:
    row = "base 71.2 70.1 69.9"
    one = anchor(row, f"{row} {row}", f"{row} {row}")
    assert land(one, " ".join([row] * 7)) == LOST


def test_neighbours_decide_between_two_that_are_alike() -> None:
    row = "The value of the loss does not change after this point in training."
    page = f"{LEAD} {row} {CLAIM} {row} {TAIL}"
    alike = Anchor(0, (), row, "", "")
    between = [anchor(CLAIM, f"{LEAD} {row}", f"{row} {TAIL}"), anchor(row, CLAIM, TAIL)]
    landed = landings(between, letters(page))
    assert landed[1].spots[0].first[0] == len(f"{LEAD} {row} {CLAIM}".split())
    assert landings([alike], letters(page)) == [LOST]


def test_a_part_of_a_word_stays_a_part() -> None:
    one = anchor("former", "a trans", "reads all of its words at the same time")
    landing = land(one, "Here a transformer reads all of its words at the same time, twice")
    assert landing.spots == (Spot(0, (2, 5), (2, 11)),)


def test_a_quote_without_letters_is_lost() -> None:
    assert land(anchor("…", LEAD, TAIL), f"{LEAD} … {TAIL}") == LOST


@pytest.mark.timeout(300)
@pytest.mark.parametrize("with_old", [True, False], ids=["old edition here", "old edition gone"])
def test_of_hundreds_of_passages_next_to_none_is_wrong_and_most_are_found(
    *, with_old: bool
) -> None:
    """The figures of the design: what is shown is right, what stayed is found."""
    count: Counter[tuple[Truth, str]] = Counter()
    for seed in range(4):
        before = paper(seed)
        old = printed(before, head="Journal")
        for width, lines in ((80, 50), (45, 70)):
            new = printed(revised(before, seed + 1000), width, lines, head="Preprint")
            marked = list(passages(old, 60, seed))
            known = Letters(old.pages) if with_old else None
            landed = landings([one.anchor for one in marked], Letters(new.pages), known)
            for one, landing in zip(marked, landed, strict=True):
                lost = landing.fate is Fate.LOST
                outcome = "lost" if lost else "right" if hits(one, landing, new) else "wrong"
                count[truth(one, new), outcome] += 1
    shown = sum(number for (_, outcome), number in count.items() if outcome != "lost")
    right = sum(number for (_, outcome), number in count.items() if outcome == "right")
    assert sum(count.values()) == 480
    assert right / shown >= 0.985
    assert _recall(count, Truth.SAME) >= 0.95
    assert _recall(count, Truth.EDITED) >= 0.65
    gone = [number for (what, outcome), number in count.items() if what is Truth.GONE]
    assert count[Truth.GONE, "lost"] / sum(gone) >= 0.97


def _recall(count: Counter[tuple[Truth, str]], what: Truth) -> float:
    found = {outcome: number for (each, outcome), number in count.items() if each is what}
    return found.get("right", 0) / sum(found.values())
