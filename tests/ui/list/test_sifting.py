from array import array

from paperdesk.ui.list.sifting import chosen, in_order, last, without

IDS = array("q", [5, 3, 9, 7])


def test_those_that_are_wanted_are_found() -> None:
    assert chosen({3, 7, 8}, IDS) == {3, 7}
    assert in_order({7, 3, 5}, IDS).tolist() == [5, 3, 7]


def test_a_list_without_some_keeps_its_order() -> None:
    assert without({3, 8}, IDS).tolist() == [5, 9, 7]
    assert without(set(), IDS) is IDS


def test_the_last_that_is_wanted_has_a_row() -> None:
    assert last({5, 9, 100}, IDS) == 2
    assert last({100}, IDS) == last({1}, array("q")) == -1
