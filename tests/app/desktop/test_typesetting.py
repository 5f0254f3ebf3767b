"""The page sets its formulas beside the window's thread."""

from paperdesk.app.desktop.typesetting import Typesetting
from paperdesk.infra.jobs import AtOnce
from paperdesk.ui.paper.easel import Easel


def test_a_formula_that_is_wished_for_is_set() -> None:
    easel = Easel()
    setting = Typesetting(easel, AtOnce())  # type: ignore[arg-type]
    assert setting is not None
    easel.html(r"\frac{a}{b}")
    assert "<img" in easel.html(r"\frac{a}{b}")
