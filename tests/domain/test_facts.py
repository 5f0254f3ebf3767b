import pytest

from paperdesk.domain.facts import Fact, amount, bounds, name_key, source, written


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("params", "3B", 3e9),
        ("params", "1.5b", 1.5e9),
        ("params", "70M", 7e7),
        ("params", "12", 12.0),
        ("context", "128k", 128_000.0),
        ("bits", "4", 4.0),
        ("bits", "4-bit", 4.0),
        ("bits", "1.58bits", 1.58),
        ("speedup", "2x", 2.0),
        ("speedup", "2.5×", 2.5),
        ("compression", "10", 10.0),
        ("speedup", "2B", None),
        ("params", "many", None),
        ("params", "", None),
        ("bits", "9" * 40, None),
    ],
)
def test_an_amount_is_read_as_a_person_types_it(name: str, text: str, value: float | None) -> None:
    assert amount(name, text) == value


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("params", 7e9, "7B"),
        ("params", 1.1e12, "1.1T"),
        ("params", 3.5e8, "350M"),
        ("context", 128_000.0, "128k"),
        ("context", 512.0, "512"),
        ("bits", 1.58, "1.58"),
        ("speedup", 2.5, "2.5×"),
        ("compression", 1000.0, "1,000×"),
        ("params", 1e26, "1e+26"),
    ],
)
def test_an_amount_is_written_as_one_reads_it(name: str, value: float, text: str) -> None:
    assert written(name, value) == text


@pytest.mark.parametrize(
    ("name", "text", "limits"),
    [
        ("params", "<3B", (("<", 3e9),)),
        ("params", "7B", (("=", 7e9),)),
        ("params", "1..7B", ((">=", 1e9), ("<=", 7e9))),
        ("params", "70M..1B", ((">=", 7e7), ("<=", 1e9))),
        ("bits", "2..", ((">=", 2.0),)),
        ("speedup", ">=2x", ((">=", 2.0),)),
        ("bits", "..", ()),
        ("bits", ">", ()),
        ("bits", "few", None),
        ("bits", "2..few", None),
    ],
)
def test_bounds_are_read_with_the_unit_of_their_end(
    name: str, text: str, limits: tuple[tuple[str, float], ...] | None
) -> None:
    assert bounds(name, text) == limits


def test_a_fact_is_shown_in_its_sentence() -> None:
    text = "It is old. We train a 7B model. It ends."
    start = text.index("7B")
    fact = Fact("params", 7e9, "7B", "abstract", start, start + 2)
    assert source(text, fact) == ("We train a ", "7B", " model.")


def test_a_long_sentence_is_cut_between_words() -> None:
    text = "many words " * 40 + "7B" + " and more words" * 40
    start = text.index("7B")
    before, _, after = source(text, Fact("params", 7e9, "7B", "abstract", start, start + 2))
    assert (before[0], after[-1]) == ("…", "…")
    assert len(before + after) < 240


def test_joints_and_case_do_not_tell_data_sets_apart() -> None:
    assert {name_key(name) for name in ("CIFAR-10", "CIFAR10", "Cifar 10")} == {"cifar10"}
