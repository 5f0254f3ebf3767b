"""A note while it is written."""

from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.merge import merged
from paperdesk.ui.notes.draft import Draft


def test_a_note_that_is_only_shown_is_saved() -> None:
    draft = Draft("a")
    assert draft.is_saved
    assert draft.send() is None


def test_what_is_typed_is_sent_once_with_what_it_was_made_from() -> None:
    draft = Draft("a")
    draft.text = "ab"
    assert draft.send() == ("ab", "a")
    assert draft.send() is None
    assert not draft.is_saved
    assert draft.settled("ab") is None
    assert draft.is_saved


def test_our_own_saves_coming_home_change_nothing() -> None:
    draft = Draft("")
    for text in ("a", "ab"):
        draft.text = text
        draft.send()
    draft.text = "abc"
    assert [draft.heard("a"), draft.settled("a"), draft.heard("ab"), draft.settled("ab")] == [
        None
    ] * 4
    assert draft.send() == ("abc", "ab")


def test_a_change_from_elsewhere_is_shown_where_nothing_is_typed() -> None:
    draft = Draft("a")
    assert draft.heard("x") == "x"
    assert draft.is_saved


def test_a_change_from_elsewhere_and_unsaved_words_are_both_kept() -> None:
    draft = Draft("a")
    draft.text = "ab"
    assert draft.heard("a\n\nx") == "ab\n\nx"
    assert draft.send() == ("ab\n\nx", "a\n\nx")


def test_a_save_that_met_another_change_brings_it_along() -> None:
    draft = Draft("a")
    draft.text = "ab"
    draft.send()
    draft.text = "abc"
    assert draft.heard("ab\n\nx") == "abc\n\nx"
    assert draft.settled("ab\n\nx") is None
    assert draft.send() == ("abc\n\nx", "ab\n\nx")


def test_what_could_not_be_saved_is_sent_again() -> None:
    draft = Draft("a")
    draft.text = "ab"
    draft.send()
    draft.failed()
    assert not draft.is_saved
    assert draft.send() == ("ab", "a")


def test_undo_and_redo_of_a_saved_text_are_shown() -> None:
    draft = Draft("a")
    draft.text = "ab"
    draft.send()
    draft.settled("ab")
    assert draft.heard("a") == "a"
    assert draft.heard("ab") == "ab"


def test_blank_lines_before_the_first_word_are_left_in_peace() -> None:
    draft = Draft("")
    draft.text = "\n"
    draft.send()
    assert [draft.heard(""), draft.settled("\n"), draft.heard("")] == [None] * 3
    assert draft.is_saved


MOVES = st.lists(st.sampled_from(["type", "send", "save", "echo", "append"]), max_size=30)


@given(MOVES)
def test_whatever_the_order_no_word_is_lost(moves: list[str]) -> None:
    kept, draft, queue, words = "", Draft(""), list[tuple[str, str]](), 0
    for move in [*moves, *["echo", "send", "save"] * 20]:
        if move == "type":
            words += 1
            draft.text += f" m{words}."
        elif move == "append":
            words += 1
            kept = f"{kept}\n\nt{words}." if kept else f"t{words}."
        elif move == "echo":
            draft.heard(kept)
        elif move == "send" and (sent := draft.send()):
            queue.append(sent)
        elif move == "save" and queue:
            text, base = queue.pop(0)
            kept = text if kept == base else merged(base, text, kept)
            draft.settled(kept)
    assert draft.is_saved
    assert draft.text == kept
    assert all(f"{number}." in kept for number in range(1, words + 1))
