import pytest

from paperdesk.domain.facts import amount, name_key, written


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


def test_joints_and_case_do_not_tell_data_sets_apart() -> None:
    assert {name_key(name) for name in ("CIFAR-10", "CIFAR10", "Cifar 10")} == {"cifar10"}
