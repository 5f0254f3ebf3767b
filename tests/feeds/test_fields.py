"""The fields to begin with."""

from paperdesk.domain.feed import SourceKind
from paperdesk.feeds.categories import NAMES
from paperdesk.feeds.fields import FIELDS
from paperdesk.feeds.wishes import address, kind_of


def test_every_category_of_a_field_exists() -> None:
    for field in FIELDS:
        assert set(field.categories) <= set(NAMES), field.name


def test_every_source_of_a_field_can_be_added() -> None:
    for field in FIELDS:
        assert [address(one) for one in field.addresses] == list(field.addresses)
        kinds = [kind_of(one) for one in field.addresses]
        assert kinds == [*([SourceKind.HUGGINGFACE] if field.daily else []), SourceKind.ARXIV]


def test_no_two_fields_have_one_name() -> None:
    assert len({field.name for field in FIELDS}) == len(FIELDS)
