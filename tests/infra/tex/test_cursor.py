"""The place in a text: braces, atoms, depth."""

import re

from paperdesk.infra.tex import Span, Style, spans
from paperdesk.infra.tex.cursor import MAX_DEPTH, Cursor


def _cursor(text: str) -> Cursor:
    return Cursor(text, lambda _name: None, {})


def test_a_brace_knows_its_partner_past_escaped_ones() -> None:
    assert _cursor(r"{a\}b}").partner(0) == 5


def test_a_brace_without_a_partner_has_none() -> None:
    assert _cursor("{{a}").partner(0) == 0
    assert _cursor("{{a}").partner(1) == 3


def test_an_argument_is_the_group_that_follows() -> None:
    span, after = _cursor(" {ab} c").argument(0)

    assert (str(span), after) == ("ab", 5)


def test_an_atom_is_a_letter_or_a_whole_number() -> None:
    assert _cursor("-12x").atom(0)[1] == 3
    assert str(_cursor("xy").atom(0)[0]) == "x"


def test_an_atom_may_be_missing() -> None:
    span, after = _cursor("").atom(0)

    assert (span.parts, after) == ((), 0)


def test_letters_of_a_formula_are_variables() -> None:
    span = _cursor("2x").group(0, 2, math=True)

    assert span.parts == ("2", Span(Style.ITALIC, ("x",)))


def test_groups_that_lie_too_deep_stay_as_written() -> None:
    deep = r"\emph{" * (MAX_DEPTH + 1) + "x" + "}" * (MAX_DEPTH + 1)

    assert str(spans(deep, lambda _name: None)) == r"\emph{x}"


def test_the_characters_around_a_token_are_spaces_at_the_ends() -> None:
    seen: list[tuple[str, str]] = []

    def at_a_tie(cursor: Cursor, token: re.Match[str]) -> int:
        seen.append(cursor.around(token))
        return token.end()

    Cursor("~a~", lambda _name: None, {"tie": at_a_tie}).group(0, 3)

    assert seen == [(" ", "a"), ("a", " ")]
