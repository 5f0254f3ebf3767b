import threading
from array import array

import pytest

from paperdesk.domain.query import Term
from paperdesk.search import sifting, wire
from paperdesk.search.sifting import Siftings

CAT, DOG = Term("cat"), Term("dog", "title")


def test_each_condition_is_told_its_papers() -> None:
    siftings = Siftings()

    def send(message: wire.Message) -> bool:
        assert wire.terms(message["terms"]) == [CAT, DOG]
        papers = wire.packed([array("q", [1, 2]), array("q")])
        siftings.told({"id": message["id"], "papers": papers})
        return True

    assert siftings.ask([CAT, DOG], send) == {CAT: array("q", [1, 2]), DOG: array("q")}


def test_where_nobody_hears_or_knows_nothing_is_told() -> None:
    siftings = Siftings()

    def send(message: wire.Message) -> bool:
        siftings.told({"id": message["id"], "papers": None})
        return True

    assert siftings.ask([CAT], lambda _: False) is None
    assert siftings.ask([CAT], send) is None


def test_who_waits_is_let_go_when_the_index_falls(monkeypatch: pytest.MonkeyPatch) -> None:
    siftings = Siftings()
    monkeypatch.setattr(sifting, "SIFTED", 60.0)

    def send(_: wire.Message) -> bool:
        threading.Timer(0.05, siftings.give_up).start()
        return True

    assert siftings.ask([CAT], send) is None


def test_an_answer_that_comes_late_is_nobodys(monkeypatch: pytest.MonkeyPatch) -> None:
    siftings = Siftings()
    monkeypatch.setattr(sifting, "SIFTED", 0.01)
    assert siftings.ask([CAT], lambda _: True) is None
    siftings.told({"id": 1, "papers": []})
