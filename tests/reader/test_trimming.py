from paperdesk.domain.extent import NOTHING, Extent
from paperdesk.domain.note import Quad
from paperdesk.domain.pages import PageSize
from paperdesk.reader.trimming import PADDING, SAMPLE, sample, text_boxes

A4 = PageSize(600.0, 800.0)
TEXT = (80.0, 70.0, 520.0, 730.0)
LEFT, RIGHT = (60.0, 70.0, 500.0, 730.0), (100.0, 70.0, 540.0, 730.0)


def printed(*boxes: Quad) -> dict[int, Extent]:
    return {page: Extent(box, box) for page, box in enumerate(boxes)}


def padded(box: Quad) -> Quad:
    return box[0] - PADDING, box[1] - PADDING, box[2] + PADDING, box[3] + PADDING


def test_every_page_is_trimmed_to_the_common_part() -> None:
    short = (80.0, 70.0, 300.0, 200.0)
    boxes = text_boxes([A4] * 3, printed(TEXT, short, TEXT))
    assert boxes == (padded(TEXT),) * 3


def test_left_and_right_pages_keep_their_own_part() -> None:
    boxes = text_boxes([A4] * 10, printed(*(LEFT, RIGHT) * 5))
    assert boxes == (padded(LEFT), padded(RIGHT)) * 5


def test_a_wide_table_widens_its_page_alone_and_evenly() -> None:
    wide = (80.0, 70.0, 560.0, 730.0)
    boxes = text_boxes([A4] * 30, printed(*[TEXT] * 12, wide, *[TEXT] * 17))
    assert boxes[12] == padded((40.0, 70.0, 560.0, 730.0))
    assert {box for page, box in enumerate(boxes) if page != 12} == {padded(TEXT)}


def test_the_stamp_of_one_page_is_cut_off() -> None:
    extents = printed(*[TEXT] * 9)
    extents[0] = Extent((10.0, 70.0, 520.0, 730.0), TEXT)
    assert text_boxes([A4] * 9, extents)[0] == padded(TEXT)


def test_what_most_pages_have_at_the_edge_is_no_stamp() -> None:
    numbered = (20.0, 70.0, 520.0, 730.0)
    boxes = text_boxes([A4] * 9, dict.fromkeys(range(9), Extent(numbered, TEXT)))
    assert boxes[0] == padded(numbered)


def test_pages_of_another_size_are_of_another_kind() -> None:
    wide = PageSize(1200.0, 800.0)
    boxes = text_boxes([A4, wide], printed(TEXT, (100.0, 90.0, 1100.0, 700.0)))
    assert boxes[1] == padded((100.0, 90.0, 1100.0, 700.0))


def test_empty_pages_and_those_not_measured_are_as_the_others() -> None:
    extents = printed(TEXT, NOTHING, TEXT)
    assert text_boxes([A4] * 5, extents)[1:] == (padded(TEXT),) * 4


def test_a_document_of_which_nothing_is_known_stays_whole() -> None:
    assert text_boxes([A4], {}) == ((0.0, 0.0, 600.0, 800.0),)
    assert text_boxes([A4], printed(NOTHING)) == ((0.0, 0.0, 600.0, 800.0),)


def test_a_trimmed_page_never_reaches_beyond_the_paper() -> None:
    assert text_boxes([A4], printed((1.0, 2.0, 599.0, 799.0))) == ((0.0, 0.0, 600.0, 800.0),)


def test_a_sample_is_of_pairs_from_all_over_and_of_what_is_read() -> None:
    first = sample(400, 100)
    assert SAMPLE <= len(first) <= SAMPLE + 2
    assert {0, 1, 100, 101} <= set(first)
    assert max(first) > 350
    assert sample(5) == (0, 1, 2, 3, 4)
    assert sample(0) == ()
