"""Papers are looked up and added many at a time."""

from paperdesk.domain.paper import Found
from paperdesk.library import Library, adding


def test_papers_of_one_batch_have_keys_of_their_own(library: Library) -> None:
    reports = [Found("Attention", ("A Vaswani",), doi=f"10.1/{n}") for n in range(30)]
    with library._changes.write() as write:
        taken = library.take(write, reports, 1.0)
    keys = [one.citekey for one in library.papers([each.paper for each in taken])]
    assert keys[:2] == ["vaswaniattention", "vaswaniattentiona"]
    assert keys[-1] == "vaswaniattentionac"
    assert len(set(keys)) == 30


def test_papers_are_known_by_their_ids_before_their_titles(library: Library) -> None:
    reports = [
        Found("One", arxiv="2106.00001"),
        Found("Two", doi="10.1/b"),
        Found("Same", arxiv="2106.00003"),
        Found("Same", arxiv="2106.00004"),
    ]
    asked = [
        Found("Same", arxiv="2106.00001"),
        Found("Same", doi="10.1/b"),
        Found("SAME."),
        Found("None"),
        Found("…"),
    ]
    with library._changes.write() as write:
        one, two, first, second = (taken.paper for taken in library.take(write, reports, 1.0))
        found = [[known.id for known in each] for each in adding.known(write, asked)]
    assert found == [[one], [two], [first, second], [], []]
