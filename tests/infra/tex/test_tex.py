"""The reader's door: a text goes in, spans come out."""

from paperdesk.infra.tex import Style, spans


def test_plain_text_is_one_string_in_one_span() -> None:
    span = spans("Just a title", lambda _name: None)

    assert (span.style, span.parts) == (Style.PLAIN, ("Just a title",))


def test_symbols_are_asked_for_characters() -> None:
    asked: list[str] = []

    def symbol(name: str) -> str | None:
        asked.append(name)
        return "α"

    assert str(spans(r"\alpha", symbol)) == "α"
    assert asked == ["alpha"]
