from typing import Any

import pytest

Books = Any


@pytest.fixture
def shelf(books: Books) -> Books:
    """Papers that differ in where and how a word stands."""
    books.paper("Quantization of networks", abstract="Nothing else here at all")
    books.paper("Networks", abstract="We study the quantization of weights in depth")
    books.paper("Quantized things", abstract="Nothing else here at all")
    books.paper("GPT-4 and k-means", authors=("Kaiming He", "Xiangyu Zhang"))
    books.paper("Pretraining", abstract="Low-rank adaptation by LoRA", authors=("Søren Ærø",))
    books.paper("深度学习模型", arxiv="2503.01234")
    books.index()
    return books


def test_a_title_counts_more_than_an_abstract_and_the_word_more_than_its_form(
    shelf: Books,
) -> None:
    assert shelf.titles("quantization") == [
        "Quantization of networks",
        "Quantized things",
        "Networks",
    ]
    assert shelf.titles("quantized")[0] == "Quantized things"


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("gpt-4", "GPT-4 and k-means"),
        ("GPT4", "GPT-4 and k-means"),
        ("gpt", "GPT-4 and k-means"),
        ("k-means", "GPT-4 and k-means"),
        ("kmeans", "GPT-4 and k-means"),
        ("pre-training", "Pretraining"),
        ("lowrank", "Pretraining"),
        ("low-rank", "Pretraining"),
        ("LORA", "Pretraining"),
        ("soren aero", "Pretraining"),
        ("2503.01234", "深度学习模型"),
        ("学习", "深度学习模型"),
        ("深度学习", "深度学习模型"),
        ("型", "深度学习模型"),
        ('author:"kaiming he"', "GPT-4 and k-means"),
        ("author:xiang", "GPT-4 and k-means"),
        ('"k means"', "GPT-4 and k-means"),
    ],
)
def test_names_and_compounds_are_found_as_typed_and_by_parts(
    shelf: Books, query: str, title: str
) -> None:
    assert shelf.titles(query) == [title]


@pytest.mark.parametrize(
    "query",
    ['"networks of"', '"he xiangyu"', "author:quantization", "title:weights", '"learning modell"'],
)
def test_what_does_not_stand_so_is_not_found(shelf: Books, query: str) -> None:
    assert shelf.titles(query) == []


def test_a_long_word_finds_what_it_begins_after_what_has_it(shelf: Books) -> None:
    shelf.paper("Network", abstract="A network is a network")
    shelf.paper("Networkx and networkx again")
    shelf.index()
    assert len(shelf.titles("quanti")) == 3
    assert shelf.titles("network")[-1] == "Networkx and networkx again"
    assert shelf.titles("net") == [], "a short one is whole"
    assert shelf.titles('"quanti"') == []


@pytest.mark.parametrize("length", range(1, 13))
def test_a_word_is_found_at_every_letter_of_it(shelf: Books, length: int) -> None:
    found = shelf.titles("quantization"[:length], typing=True)
    assert "Quantization of networks" in found


def test_a_phrase_may_still_be_typed(shelf: Books) -> None:
    assert shelf.titles('"quantization of net', typing=True) == ["Quantization of networks"]
    assert shelf.titles('"quantization of net"', typing=True) == []


def test_what_is_ruled_out_takes_its_pages_along(shelf: Books) -> None:
    paper = shelf.paper("A survey of pruning")
    shelf.file(paper, ["pruning on a page"])
    shelf.file(shelf.paper("Pruning"), ["pruning on another"])
    shelf.index()
    hits = shelf.find("pruning -survey").hits
    assert {hit.title for hit in hits} == {"Pruning"}
    assert len(hits) == 2


def test_an_author_speaks_for_the_pages_of_a_paper(shelf: Books) -> None:
    shelf.file(shelf.paper("Residuals", authors=("Ada Byron",)), ["identity shortcut"])
    shelf.file(shelf.paper("Others", authors=("Bob Stone",)), ["identity shortcut"])
    shelf.index()
    (hit,) = shelf.find("author:byron shortcut").hits
    assert (hit.kind.value, hit.title) == ("page", "Residuals")
