from paperdesk.domain.claims.known import COMMON, NAMES, PHRASES, TASKS


def test_no_name_is_an_ordinary_word() -> None:
    assert {name for name in NAMES if name.islower() and name.isalpha()} == set()


def test_what_is_common_names_nothing() -> None:
    assert NAMES.isdisjoint(COMMON | TASKS)


def test_a_phrase_has_more_than_one_word() -> None:
    assert [phrase for phrase in PHRASES if not set(phrase) & set(" -")] == []
