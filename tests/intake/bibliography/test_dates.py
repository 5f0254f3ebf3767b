"""Days as people write them into bibliographies."""

from datetime import date

import pytest

from paperdesk.intake.bibliography.dates import as_date, month_number, parts


@pytest.mark.parametrize(
    ("written", "known"),
    [
        (("2019",), (2019,)),
        (("2019-05-03",), (2019, 5, 3)),
        (("2019-05",), (2019, 5)),
        (("2019/05/03/Spring",), (2019, 5, 3)),
        (("2019-05-03/2020-01-01",), (2019, 5, 3)),
        (("May 3, 2019",), (2019, 5, 3)),
        (("c. 1994",), (1994,)),
        (("2019", "mar"), (2019, 3)),
        (("2019", "10 march"), (2019, 3, 10)),
        (("2019", "7", "9"), (2019, 7, 9)),
        (("2019", "13"), (2019,)),
        (("2019-02-31",), (2019, 2)),
        (("2019-99-99",), (2019,)),
        (("in press",), ()),
        (("0000",), ()),
        (("",), ()),
    ],
)
def test_as_much_of_a_day_is_known_as_is_written(
    written: tuple[str, ...], known: tuple[int, ...]
) -> None:
    assert parts(*written) == known


def test_a_year_is_sorted_by_its_first_day() -> None:
    assert as_date((2019,)) == date(2019, 1, 1)
    assert as_date(()) is None


def test_a_month_is_known_by_its_beginning() -> None:
    assert [month_number(one) for one in ("Sept.", "12", "winter", "")] == [9, 12, 0, 0]
