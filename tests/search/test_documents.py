from paperdesk.search.documents import Kind, key


def test_things_of_different_kinds_are_never_one_document() -> None:
    assert len({key(kind, "7") for kind in Kind}) == len(Kind)


def test_a_kind_keeps_the_number_that_indexes_have_stored() -> None:
    assert [kind.value for kind in Kind] == [0, 1, 2, 3]
