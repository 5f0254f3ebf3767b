import pytest

from paperdesk.domain.events import Event, FactsRead
from paperdesk.domain.facts import Fact
from paperdesk.domain.paper import Found
from paperdesk.infra.bus import Bus
from paperdesk.infra.changes import Changes
from paperdesk.library import Facts, facts
from tests.library.conftest import Shelves

LORA = Found("LoRA at 4-bit", abstract="A 7B model, 3x faster on GSM8K with 4-bit weights.")


@pytest.fixture
def read(changes: Changes, bus: Bus) -> Facts:
    return Facts(changes, bus)


def test_what_a_paper_says_is_kept_with_its_place(library: Shelves, read: Facts) -> None:
    (paper,) = library.put(LORA)
    read.read_all()
    assert library.paper(paper).facts[0] == Fact("params", 7e9, "7B", "abstract", 2, 4)
    assert [fact.name for fact in library.paper(paper).facts] == [
        "params", "speedup", "dataset", "bits",
    ]  # fmt: skip


def test_papers_are_read_once_and_a_few_at_a_time(library: Shelves, read: Facts) -> None:
    library.put(*(Found(f"Paper {number} of a 7B model") for number in range(5)))
    assert read.waiting()
    assert [read.read_some(3) for _ in range(3)] == [True, True, False]
    assert not read.waiting()


def test_it_is_told_of_whom_something_is_known(library: Shelves, read: Facts, bus: Bus) -> None:
    told: list[Event] = []
    bus.listen(FactsRead, told.append)
    papers = library.put(LORA, Found("Nothing"))
    read.read_all()
    assert told == [FactsRead(papers)]


def test_a_paper_whose_words_change_is_read_again(library: Shelves, read: Facts) -> None:
    (paper,) = library.put(Found("Of a size", authors=("A B",)))
    read.read_all()
    library.put(Found("Of a size", authors=("A B",), abstract="It has 3B parameters."))
    assert [fact.value for fact in library.paper(paper).facts] == [3e9]


def test_other_rules_read_every_paper_again(
    library: Shelves, read: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    (paper,) = library.put(LORA)
    read.read_all()
    monkeypatch.setattr(facts, "EDITION", 1_000)
    monkeypatch.setattr(facts, "claims", lambda *_: (Fact("bits", 2.0, "2", "title", 0, 1),))
    assert read.waiting()
    read.read_all()
    assert [fact.value for fact in library.paper(paper).facts] == [2.0]


def test_facts_leave_with_their_paper(library: Shelves, read: Facts, changes: Changes) -> None:
    (paper,) = library.put(LORA)
    read.read_all()
    with changes.write() as write:
        write.connection.exec_driver_sql("DELETE FROM paper WHERE id = ?", (paper,))
    assert changes.database.read().execute("SELECT count(*) FROM fact").fetchone()[0] == 0
