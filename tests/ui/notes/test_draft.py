"""A note while it is written."""

from collections.abc import Callable

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
    assert draft.settled("ab", "ab") is None
    assert draft.is_saved


def test_our_own_saves_coming_home_change_nothing() -> None:
    draft = Draft("")
    for text in ("a", "ab"):
        draft.text = text
        draft.send()
    draft.text = "abc"
    said = [draft.heard("a"), draft.settled("a", "a"), draft.heard("ab"), draft.settled("ab", "ab")]
    assert said == [None] * 4
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
    assert draft.heard("a\n\nx") is None
    assert draft.settled("ab", "ab\n\nx") == "abc\n\nx"
    assert draft.send() == ("abc\n\nx", "ab\n\nx")


def test_a_note_that_was_replaced_while_a_save_was_out_keeps_both() -> None:
    draft = Draft("a")
    draft.text = "a\n\nmine"
    draft.send()
    assert draft.settled("a\n\nmine", "all\n\nmine\n\nnew") == "all\n\nmine\n\nnew"
    assert draft.is_saved


def test_what_could_not_be_saved_is_sent_again() -> None:
    draft = Draft("a")
    draft.text = "ab"
    draft.send()
    draft.failed("ab")
    assert not draft.is_saved
    assert draft.send() == ("ab", "a")


def test_of_two_saves_out_one_may_fail() -> None:
    draft = Draft("a")
    for text in ("ab", "abc"):
        draft.text = text
        draft.send()
    draft.failed("ab")
    assert draft.send() is None
    draft.settled("abc", "abc")
    assert draft.is_saved


def test_a_save_that_is_never_answered_holds_up_no_news() -> None:
    draft = Draft("a")
    for text in ("ab", "abc"):
        draft.text = text
        draft.send()
    draft.settled("abc", "abc")
    assert draft.is_saved
    assert draft.heard("abc\n\nx") == "abc\n\nx"


def test_an_answer_to_what_an_earlier_draft_sent_is_news() -> None:
    draft = Draft("a")
    draft.text = "ab"
    assert draft.settled("a", "a\n\nx") == "ab\n\nx"
    draft.send()
    assert draft.settled("a", "other") is None
    assert not draft.is_saved


def test_undo_and_redo_of_a_saved_text_are_shown() -> None:
    draft = Draft("a")
    draft.text = "ab"
    draft.send()
    draft.settled("ab", "ab")
    assert draft.heard("a") == "a"
    assert draft.heard("ab") == "ab"


def test_blank_lines_before_the_first_word_are_left_in_peace() -> None:
    draft = Draft("")
    draft.text = "\n"
    draft.send()
    assert [draft.heard(""), draft.settled("\n", "\n"), draft.heard("")] == [None] * 3
    assert draft.is_saved


class Desk:
    """A draft, a library that may fail, and somebody else who writes too."""

    def __init__(self) -> None:
        self.kept, self.draft, self.words = "", Draft(""), 0
        self.queue: list[tuple[str, str]] = []
        self.made_from: dict[str, str] = {}

    def word(self) -> str:
        self.words += 1
        return f"{self.words}."

    def type(self) -> None:
        self.draft.text += f" m{self.word()}"

    def send(self) -> None:
        sent = self.draft.send()
        if sent:
            self.queue.append(sent)

    def save(self) -> None:
        if self.queue:
            text, base = self.queue.pop(0)
            self.kept = merged(self.made_from.get(base, base), text, self.kept)
            self.draft.settled(text, self.kept)

    def fail(self) -> None:
        if self.queue:
            text, base = self.queue.pop(0)
            self.made_from[text] = self.made_from.get(base, base)
            self.draft.failed(text)

    def hear(self) -> None:
        self.draft.heard(self.kept)

    def append(self) -> None:
        self.kept = f"{self.kept}\n\nt{self.word()}"

    def write_on_top(self) -> None:
        self.kept = f"t{self.word()}\n{self.kept}"


MOVES = st.lists(
    st.sampled_from(
        [Desk.type, Desk.send, Desk.save, Desk.fail, Desk.hear, Desk.append, Desk.write_on_top]
    ),
    max_size=30,
)


@given(MOVES)
def test_whatever_the_order_no_word_is_lost(moves: list[Callable[[Desk], None]]) -> None:
    desk = Desk()
    for move in [*moves, *[Desk.hear, Desk.send, Desk.save] * 20]:
        move(desk)
    assert desk.draft.is_saved
    assert desk.draft.text == desk.kept
    assert all(f"{number}." in desk.kept for number in range(1, desk.words + 1))
