from array import array

from paperdesk.search import vectors


def test_counts_are_added_to_their_documents() -> None:
    sums = vectors.zeros(4)
    vectors.add(sums, vectors.numbers(array("I", [1, 3])), vectors.floats(array("f", [2, 1])), 0.5)
    assert sums.tolist() == [0.0, 1.0, 0.0, 0.5]


def test_repetition_is_worth_less_each_time() -> None:
    worth = vectors.saturated(vectors.floats(array("f", [0, 1, 2, 100])), 1.2).tolist()
    assert worth[0] == 0
    assert worth[1] > worth[2] - worth[1] > 0
    assert worth[3] < 2.2


def test_a_long_text_weighs_more_and_a_missing_one_nothing_special() -> None:
    evened = vectors.evened(vectors.floats(array("f", [0, 1, 3])), 0.75).tolist()
    assert evened == [0.25, 0.625, 1.375]


def test_documents_are_chosen_by_a_column() -> None:
    papers = vectors.numbers(array("i", [5, 7, 5, 9]))
    assert vectors.among(papers, [5, 1000]).tolist() == [True, False, True, False]
    assert not vectors.among(papers, []).any()
    assert vectors.among(papers[:0], [5]).tolist() == []


def test_the_best_come_with_all_that_equal_the_last() -> None:
    scores = vectors.floats(array("f", [1, 3, 2, 2, 0]))
    best = vectors.best(scores, vectors.mask(5, filled=True), 2)
    assert sorted(best) == [(1, 3.0), (2, 2.0), (3, 2.0)]


def test_what_leads_comes_before_any_higher_score() -> None:
    scores = vectors.floats(array("f", [1, 9]))
    led = vectors.first(scores, vectors.mask(2, filled=True), scores < 5)
    assert led[0] > led[1]


def test_words_follow_each_other_within_one_document() -> None:
    def spots(*places: tuple[int, list[int]]) -> vectors.Spots:
        documents = array("I", [document for document, _ in places])
        sizes = array("I", [len(at) for _, at in places])
        return vectors.spots(documents, sizes, array("I", [at for _, row in places for at in row]))

    starts = spots((0, [1, 8]), (2, [0]))
    found = vectors.followed(starts, spots((0, [2, 9]), (1, [1]), (2, [5])), 1)
    documents, counts = vectors.tally(found, 100)
    assert (documents.tolist(), counts.tolist()) == ([100], [2.0])
    assert vectors.merged([starts, starts]).tolist() == starts.tolist()


def test_a_table_is_looked_up_for_every_document() -> None:
    table = array("f", [0.0, 5.0, 9.0])
    assert vectors.looked_up(table, array("B", [2, 0, 2])).tolist() == [9.0, 0.0, 9.0]
    assert vectors.looked_up(table, array("B")).tolist() == []
