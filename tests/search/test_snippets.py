import pytest

from paperdesk.search.snippets import LENGTH, Marker, snippet, title_marks


def marked(text: str, marker: Marker) -> list[str]:
    return [text[start:end] for start, end in title_marks(text, marker)]


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("Attention and inattention", ["attention"], ["Attention"]),
        ("Naïve naive NAÏVE", ["naive"], ["Naïve", "naive", "NAÏVE"]),
        ("pre-training pretraining", ["pretraining"], ["pre-training", "pretraining"]),
        ("low-rank", ["rank"], ["rank"]),
        ("eﬃcient ﬁne tuning", ["efficient"], ["eﬃcient"]),
        ("ﬁ 深度学习", ["学习"], ["深度学习"]),
        ("深度学习", ["学习"], ["学习"]),
        ("x*y (a+b)", ["z"], []),
        ("Alpha, α and α-divergence", ["alpha"], ["Alpha", "α", "α"]),
        (
            "an α-divergence, alpha-divergence",
            ["alphadivergence"],
            ["α-divergence", "alpha-divergence"],
        ),
        ("ﬁ α", ["alpha"], ["α"]),
    ],
)
def test_words_are_marked_as_they_stand(text: str, typed: list[str], found: list[str]) -> None:
    assert marked(text, Marker(typed)) == found


def test_beginnings_are_marked_to_the_end_of_the_word() -> None:
    assert marked("an α, αβ", Marker([], beginnings=["alp"])) == ["α"]
    assert marked("transform, Transformers", Marker([], beginnings=["transf"])) == [
        "transform",
        "Transformers",
    ]


def test_a_snippet_is_where_most_of_the_words_are() -> None:
    text = f"cat {'filler ' * 100} cat and dog {'filler ' * 100}"
    piece, marks = snippet(text, Marker(["cat", "dog"]))
    assert [piece[start:end] for start, end in marks] == ["cat", "dog"]
    assert piece.startswith("… ")
    assert piece.endswith(" …")
    assert len(piece) <= LENGTH + 4


def test_a_short_text_is_shown_whole() -> None:
    assert snippet("a  cat\nsat", Marker(["cat"])) == ("a cat sat", ((2, 5),))


@pytest.mark.parametrize("unseen", ["\x07", "\x1b", "\x9b", "\u202e", "\u2066", "\x00"])
def test_what_steers_a_terminal_or_turns_text_about_is_not_shown(unseen: str) -> None:
    piece, marks = snippet(f"a{unseen} c{unseen}at {unseen} sat cat", Marker(["cat"]))
    assert piece == "a cat sat cat"
    assert [piece[start:end] for start, end in marks] == ["cat", "cat"]


def test_without_a_mark_the_beginning_is_shown() -> None:
    piece, marks = snippet("word " * 200, Marker([]))
    assert piece.startswith("word word")
    assert marks == ()
