"""Keywords as tags."""

from paperdesk.intake.bibliography.tagged import tags, those


def test_keywords_are_divided_by_the_mark_that_they_use() -> None:
    assert tags("a b, c") == ("a b", "c")
    assert tags("a, b; c") == ("a b", "c")


def test_each_tag_comes_once_and_what_cannot_be_one_is_left_out() -> None:
    assert those(["RL", "rl", " ", "x" * 100, "#tag"]) == ("RL", "tag")
