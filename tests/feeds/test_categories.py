"""The categories of arXiv."""

from paperdesk.feeds.categories import NAMES, categories


def test_archives_and_categories_have_names() -> None:
    assert NAMES["cs"] == "Computer Science"
    assert NAMES["cs.LG"] == "Machine Learning"
    assert NAMES["cond-mat.mtrl-sci"] == "Materials Science"
    assert NAMES["quant-ph"] == "Quantum Physics"
    assert all(name == name.strip() and name for name in NAMES.values())


def test_categories_are_read_in_any_writing() -> None:
    assert categories("CS.lg, cs.CL+stat.ml") == ("cs.LG", "cs.CL", "stat.ML")
    assert categories("math  math") == ("math",)


def test_a_text_with_anything_else_names_none() -> None:
    assert categories("cs.LG papers") == ()
    assert categories("cs.XX") == ()
    assert categories("") == ()
