from paperdesk.domain.paper import PaperId
from paperdesk.reader.tabs import MOST, REMEMBERED, Tabs

A, B, C, D = (PaperId(number) for number in range(1, 5))


def test_a_paper_opens_beside_the_current_one() -> None:
    tabs = Tabs([A, B], A)
    tabs.show(C)
    assert tabs.papers == [A, C, B]
    assert tabs.current == C


def test_an_open_paper_keeps_its_tab() -> None:
    tabs = Tabs([A, B, C], A)
    tabs.show(C)
    assert tabs.papers == [A, B, C]
    assert tabs.current == C


def test_after_the_current_tab_comes_its_neighbour() -> None:
    tabs = Tabs([A, B, C], B)
    tabs.close(B)
    assert tabs.current == C
    tabs.close(C)
    assert tabs.current == A
    tabs.close(A)
    assert tabs.current is None


def test_another_tab_closes_without_a_change_of_paper() -> None:
    tabs = Tabs([A, B], B)
    tabs.close(A)
    tabs.close(D)
    assert tabs.papers == [B]
    assert tabs.current == B


def test_the_neighbours_go_round() -> None:
    tabs = Tabs([A, B, C], C)
    assert tabs.neighbour(1) == A
    assert tabs.neighbour(-1) == B
    assert Tabs().neighbour(1) is None


def test_tabs_are_counted_from_one_and_nine_is_the_last() -> None:
    tabs = Tabs([A, B, C], A)
    assert [tabs.at(1), tabs.at(3), tabs.at(4), tabs.at(9)] == [A, C, None, C]
    assert Tabs().at(9) is None


def test_a_closed_tab_is_remembered_until_it_is_open_again() -> None:
    tabs = Tabs([A, B], A)
    tabs.close(A)
    tabs.close(B)
    assert tabs.last_closed() == B
    tabs.show(B)
    assert tabs.last_closed() == A
    assert Tabs().last_closed() is None


def test_one_tab_too_many_closes_the_one_shown_longest_ago() -> None:
    tabs = Tabs()
    for number in range(1, MOST + 1):
        tabs.show(PaperId(number))
    tabs.show(PaperId(1))
    tabs.show(PaperId(99))
    assert len(tabs.papers) == MOST
    assert tabs.last_closed() == PaperId(2)
    assert PaperId(1) in tabs.papers


def test_the_memory_of_closed_tabs_has_an_end() -> None:
    tabs = Tabs()
    for number in range(REMEMBERED + 20):
        tabs.show(PaperId(number))
        tabs.close(PaperId(number))
    assert len(tabs.closed) == REMEMBERED


def test_the_papers_shown_last_come_first_but_the_current_one() -> None:
    tabs = Tabs([A, B, C], A)
    tabs.show(B)
    tabs.show(C)
    assert tabs.lately() == [B, A, C]
    assert Tabs().lately() == []


def test_what_was_kept_may_be_nonsense() -> None:
    tabs = Tabs([A, A, B], C, [B, D])
    assert (tabs.papers, tabs.current, tabs.closed) == ([A, B], A, [D])


def test_tabs_are_put_into_another_order_but_none_is_lost() -> None:
    tabs = Tabs([A, B, C], A)
    tabs.arrange([C, A, B])
    assert tabs.papers == [C, A, B]
    tabs.arrange([C])
    assert tabs.papers == [C, A, B]


def test_papers_that_are_passed_share_one_tab_beside_the_one_that_was_opened() -> None:
    tabs = Tabs([A], A)
    for paper in (B, C, D):
        tabs.show(paper, passing=True)
    assert tabs.papers == [A, D]
    assert (tabs.current, tabs.passing) == (D, D)
    assert tabs.lately() == [A, D]
    assert tabs.last_closed() is None


def test_a_passed_paper_that_is_opened_or_settled_keeps_its_tab() -> None:
    tabs = Tabs([A], A)
    tabs.show(B, passing=True)
    tabs.show(B)
    tabs.show(C, passing=True)
    tabs.settle(C)
    tabs.show(D, passing=True)
    assert tabs.papers == [A, B, C, D]


def test_an_open_paper_that_is_passed_keeps_its_tab_and_the_passed_one_its_own() -> None:
    tabs = Tabs([A, C], A)
    tabs.show(B, passing=True)
    tabs.show(C, passing=True)
    assert tabs.papers == [A, B, C]
    assert (tabs.current, tabs.passing) == (C, B)
    tabs.show(D, passing=True)
    assert tabs.papers == [A, D, C]
    assert (tabs.current, tabs.passing) == (D, D)


def test_a_closed_tab_is_in_passing_no_longer() -> None:
    tabs = Tabs([A, B], B, passing=B)
    tabs.close(B)
    assert tabs.passing is None
    assert Tabs([A], A, passing=B).passing is None
