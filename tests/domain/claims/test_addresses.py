import pytest

from paperdesk.domain.claims.addresses import addresses


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Code: https://github.com/a/b.", ["https://github.com/a/b"]),
        ("[https://github.com/a/b](https://github.com/a/b)", ["https://github.com/a/b"] * 2),
        ("See github.com/a/b, please", ["github.com/a/b"]),
        ("Source code and videos are at https://a.github.io/b/.", ["https://a.github.io/b/"]),
        ("Project page: https://a.github.io/b", []),
        ("Code: https://github.com/a/b. Website: https://a.io", ["https://github.com/a/b"]),
        ("https://huggingface.co/datasets/a/b", []),
        ("The code is in GitHub.", []),
    ],
)
def test_code_is_in_repositories_or_where_the_text_says(text: str, found: list[str]) -> None:
    assert [address for address, _, _ in addresses(text)] == found
