from paperdesk.domain.shelf import Group, Sort
from paperdesk.ui.list.look import MOST_SORTS, NAMES, Look, look


def falls(name: str, *, falling: bool = True) -> Sort:
    return Sort(name, descending=falling)


def test_a_column_is_sorted_alone_its_own_way_then_the_other_then_not() -> None:
    seen = [Look().sorted_further("bits", falling=True)]
    for _ in range(3):
        seen.append(seen[-1].sorted_alone("date", falling=True))
    assert [one.sorts for one in seen[1:]] == [
        (falls("date"),),
        (falls("date", falling=False),),
        (),
    ]


def test_a_further_column_comes_last_turns_and_leaves() -> None:
    one = Look().sorted_alone("date", falling=True).sorted_further("bits", falling=True)
    assert one.sorts == (falls("date"), falls("bits"))
    two = one.sorted_further("date", falling=True)
    assert two.sorts == (falls("date", falling=False), falls("bits"))
    assert two.sorted_further("date", falling=True).sorts == (falls("bits"),)


def test_there_are_only_so_many_columns_to_sort_by() -> None:
    now = Look()
    for name in NAMES:
        now = now.sorted_further(name, falling=True)
    assert [one.column for one in now.sorts] == list(NAMES[:MOST_SORTS])


def test_a_look_is_kept_and_read_again() -> None:
    now = Look(on=True, group=Group.YEAR).toggled("bits").moved("code", -3).wide("date", 130)
    now = now.sorted_alone("date", falling=True).sorted_further("title", falling=False)
    assert look(now.kept()) == now


def test_a_look_of_one_column_from_before_is_read() -> None:
    kept = {"on": 1, "hidden": ["bits", "gone"], "widths": {"date": 9}, "sort": ["date", True]}
    now = look(kept)
    assert (now.on, now.hidden, now.sorts) == (True, frozenset({"bits"}), (falls("date"),))
    assert now.order == NAMES


def test_columns_that_are_new_stand_last_and_the_title_first() -> None:
    kept = {**Look().kept(), "order": ["code", "title", "gone", "date"]}
    assert look(kept).order[:3] == ("title", "code", "date")
    assert sorted(look(kept).order) == sorted(NAMES)


def test_columns_that_nobody_asked_for_are_hidden_in_looks_of_before_as_well() -> None:
    assert "minutes" not in Look().shown()
    old = Look().kept()
    old["order"] = [name for name in old["order"] if name not in ("minutes", "left")]
    old["hidden"] = ["bits"]
    assert look(old).hidden == {"bits", "minutes", "left"}
    asked = look(old).toggled("left")
    assert look(asked.kept()).hidden == {"bits", "minutes"}
