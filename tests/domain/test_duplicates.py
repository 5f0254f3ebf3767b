"""Which papers may be one: pairs that people would call so, and pairs that they would not."""

import pytest

from paperdesk.domain.duplicates import Sketch, find, let_go
from paperdesk.domain.paper import title_key

VASWANI = ("vaswani", "shazeer", "parmar")
Said = tuple[str, tuple[str, ...], int | None, dict[str, str]]


def said(title: str, authors: str = "vaswani shazeer", year: int | None = 2017, **ids: str) -> Said:
    return title, tuple(authors.split()), year, ids


def sketch(number: int, told: Said) -> Sketch:
    title, authors, year, ids = told
    return Sketch(number, title_key(title), authors, year, **ids)  # type: ignore[arg-type]


SAME = [
    (said("Attention Is All You Need", arxiv="1706.03762"), said("Attention is all you need")),
    (said("Attention Is All You Need"), said("{A}ttention is all you need", "vaswani")),
    (said("A", arxiv="1706.03762"), said("B", "other", doi="10.48550/arxiv.1706.03762")),
    (said("A", arxiv="1706.03762"), said("B", "x", 1999, url="https://arxiv.org/abs/1706.03762v5")),
    (said("A", doi="10.1000/x"), said("B", "x", 1999, url="https://doi.org/10.1000/X")),
    (said("Deep pre-training of language models"), said("Deep pretraining of language models")),
    (
        said("Low-rank adaptation for language models"),
        said("Low rank adaptation of language models"),
    ),
    (
        said("Denoising diffusion probabilistic models"),
        said("Denoising difusion probabilistic models"),
    ),
    (
        said("Generative adversarial networks for images"),
        said("Generative adversarial network for images"),
    ),
    (said("The lottery ticket hypothesis"), said("Lottery ticket hypothesis")),
    (
        said("Adam: A Method for Stochastic Optimization", "kingma ba", 2014),
        said("ADAM – a method for stochastic optimization", "kingma ba", 2015),
    ),
    (
        said("Über das Gesetz der großen Zahlen", "mueller"),
        said("Uber das Gesetz der grossen Zahlen", "mueller"),
    ),
    (
        said("Scaling laws for neural language models", doi="10.48550/arxiv.2001.08361"),
        said("Scaling laws for neural language models", doi="10.1000/journal.7"),
    ),
    (
        said("Scaling laws for neural language models", "kaplan amodei"),
        said("Scaling laws for neural language models", "kaplan"),
    ),
    (
        said("Mastering the game of Go without human knowledge", "silver"),
        said("Mastering the Game of Go Without Human Knowledge", "silver", None),
    ),
    (
        said("Highly accurate protein structure prediction", "jumper"),
        said("Highly accurate protein structure prediction", "", 2017),
    ),
    (
        said("Colour constancy in natural scenes", "foster"),
        said("Color constancy in natural scenes", "foster"),
    ),
    (
        said("Optimisation of neural architectures", "zoph"),
        said("Optimization of neural architectures", "zoph"),
    ),
    (
        said("Word2vec explained for everyone", "goldberg levy"),
        said("word2vec Explained for Everyone", "goldberg levy", 2014),
    ),
    (
        said("Neural machine translation by jointly learning", "bahdanau", 2014),
        said("Neural machine translation by jointly learning", "bahdanau", 2016),
    ),
]
HELD_SAME = [
    (
        said("Language models are few-shot learners", "brown", 2020),
        said("Language Models are Few Shot Learners", "brown", 2020),
    ),
    (
        said("Reformer: the efficient transformer", "kitaev"),
        said("Reformer - The Efficient Transformer", "kitaev", 2018),
    ),
    (
        said("Proximal policy optimization algorithms", arxiv="1707.06347"),
        said("PPO", "nobody", url="http://arxiv.org/pdf/1707.06347"),
    ),
    (
        said("Distilling the knowledge in a neural network", "hinton"),
        said("Distilling knowledge in a neural network", "hinton"),
    ),
    (
        said("Visualising data using t-SNE", "maaten hinton", 2008),
        said("Visualizing data using t-SNE", "maaten hinton", 2008),
    ),
    (
        said("Dropout a simple way to prevent overfitting", "srivastava"),
        said("Dropout: a simple way to prevent over-fitting", "srivastava"),
    ),
    (
        said("Batch normalization accelerating training", "ioffe"),
        said("Batch normalisation: accelerating training", "ioffe"),
    ),
    (
        said("Long short-term memory networks", "hochreiter"),
        said("Long short term memory networks", "hochreiter"),
    ),
    (
        said("A fast learning algorithm for belief nets", "hinton"),
        said("Fast learning algorithm for belief nets", "hinton"),
    ),
    (
        said("Playing Atari with deep reinforcement learning", "mnih"),
        said("Playing atari with deep reinforcment learning", "mnih"),
    ),
    (
        said("Étude sur la convexité des fonctions", "hadamard"),
        said("Etude sur la convexite des fonctions", "hadamard"),
    ),
    (
        said("Gradient-based learning applied to documents", "lecun bottou"),
        said("Gradient based learning applied to documents", "lecun"),
    ),
    (
        said("Semi-supervised classification with graphs", "kipf"),
        said("Semisupervised classification with graphs", "kipf"),
    ),
    (
        said("Auto-encoding variational Bayes models", "kingma", 2013),
        said("Autoencoding Variational Bayes Models", "kingma", 2014),
    ),
    (
        said("X", doi="10.48550/arXiv.2005.14165"),
        said("Y", "b", url="https://doi.org/10.48550/arXiv.2005.14165"),
    ),
    (
        said("Deep residual learning for recognition", "he zhang"),
        said("Deep residual learning for recognition.", "he", 2016),
    ),
    (
        said("On the measure of intelligence", "chollet"),
        said("The measure of intelligence", "chollet"),
    ),
    (
        said("Sequence to sequence learning with networks", "sutskever"),
        said("Sequence-to-sequence learning with networks", "sutskever"),
    ),
    (
        said("Quantum supremacy using a programmable processor", "arute"),
        said("Quantum supremacy using programable processor", "arute"),
    ),
    (
        said("What uncertainties do we need in vision", "kendall gal"),
        said("What uncertainties do we need in vision?", "gal kendall"),
    ),
]
OTHER = [
    (
        said("Attention Is All You Need", arxiv="1706.03762"),
        said("Attention is all you need", arxiv="1801.00001"),
    ),
    (said("Theory of everything, Part I"), said("Theory of everything, Part II")),
    (said("On the spectra of graphs I"), said("On the spectra of graphs II")),
    (said("Erratum: On the spectra of finite graphs"), said("On the spectra of finite graphs")),
    (said("Reply to: on the spectra of finite graphs"), said("On the spectra of finite graphs")),
    (said("Comment on the spectra of finite graphs"), said("On the spectra of finite graphs")),
    (
        said("A survey of deep learning", "smith", 2010),
        said("A survey of deep learning", "jones", 2019),
    ),
    (said("Introduction", "smith"), said("Introduction", "jones")),
    (said("Supervised learning of object shapes"), said("Unsupervised learning of object shapes")),
    (
        said("Learning to see with a camera at night"),
        said("Learning to see without a camera at night"),
    ),
    (
        said("Proceedings of the 12th workshop on graphs"),
        said("Proceedings of the 13th workshop on graphs"),
    ),
    (said("LLaMA 2: open foundation models"), said("LLaMA 3: open foundation models")),
    (said("Training on images for better text"), said("Training on text for better images")),
    (
        said("Annual report of the laboratory", doi="10.1000/1"),
        said("Annual report of the laboratory", doi="10.1000/2"),
    ),
    (said("Graph networks for molecules"), said("Graph networks for materials")),
    (said("Deep learning", "lecun"), said("Deep learning", "goodfellow")),
    (said("Editorial", "a", 2001), said("Editorial", "b", 2001)),
    (said("Convex sets and their faces", "a b"), said("Convex sets and their fans", "a b")),
    (said("Robust control of rigid robots", "kim"), said("Optimal control of rigid robots", "kim")),
    (said("Preface", "", 2001), said("Preface", "", 2001)),
]
HELD_OTHER = [
    (said("GPT-3 in the wild: a study", "li"), said("GPT-4 in the wild: a study", "li")),
    (said("Corrigendum to Graph networks for molecules"), said("Graph networks for molecules")),
    (
        said("Lectures on topology, volume one", "milnor"),
        said("Lectures on topology, volume two", "milnor"),
    ),
    (
        said("Parametric models of growth in cities", "bett"),
        said("Nonparametric models of growth in cities", "bett"),
    ),
    (said("A note on primes", "erdos", 1934), said("A note on primes", "tao", 2012)),
    (
        said("Image to text generation with transformers"),
        said("Text to image generation with transformers"),
    ),
    (said("Reply", "a"), said("Reply", "b")),
    (
        said("Measurement of the top quark mass at 7 TeV", "cms"),
        said("Measurement of the top quark mass at 8 TeV", "cms"),
    ),
    (
        said("Discussion of Bayesian trees in practice", "x"),
        said("Bayesian trees in practice", "x"),
    ),
    (
        said("Global optimisation of smooth functions", "x"),
        said("Local optimisation of smooth functions", "x"),
    ),
    (
        said("Photons in strong fields", arxiv="hep-th/9901001"),
        said("Photons in strong fields", arxiv="hep-th/9901002"),
    ),
    (
        said("Active learning for ranking documents", "x"),
        said("Active learning for clustering documents", "x"),
    ),
    (said("Rejoinder: Bayesian trees in practice", "x"), said("Bayesian trees in practice", "x")),
    (
        said("Stable sets of sparse graphs", "x", 1990),
        said("Stable sets of sparse graphs", "x", 2020),
    ),
    (
        said("Linear time algorithms for matching", "x"),
        said("Nonlinear time algorithms for matching", "x"),
    ),
    (said("Symmetric spaces of rank one", "x"), said("Symmetric spaces of rank two", "x")),
    (
        said("Retraction: a cure for everything known", "x"),
        said("A cure for everything known", "x"),
    ),
    (said("Dense retrieval of passages", "x y"), said("Sparse retrieval of passages", "x y")),
    (
        said("Supplementary material for dense retrieval of passages"),
        said("Dense retrieval of passages"),
    ),
    (
        said("Hot nuclear matter at low density", "x"),
        said("Hot nuclear matter at high density", "x"),
    ),
]


def found(pair: tuple[Said, Said]) -> bool:
    return bool(find([sketch(1, pair[0]), sketch(2, pair[1])]))


@pytest.mark.parametrize("pair", SAME, ids=str)
def test_two_records_of_one_paper_are_found(pair: tuple[Said, Said]) -> None:
    assert found(pair)


@pytest.mark.parametrize("pair", OTHER, ids=str)
def test_two_papers_are_not_taken_for_one(pair: tuple[Said, Said]) -> None:
    assert not found(pair)


def test_what_is_large_is_freed_to_the_last() -> None:
    some, others = {1: "a", 2: "b"}, [1, 2, 3]
    let_go(some, others)
    assert (some, others) == ({}, [])


def test_pairs_that_nothing_was_tuned_on_are_told_as_well() -> None:
    right = sum(map(found, HELD_SAME))
    wrong = sum(map(found, HELD_OTHER))
    assert wrong == 0, [pair for pair in HELD_OTHER if found(pair)]
    assert right / len(HELD_SAME) >= 0.85, [pair for pair in HELD_SAME if not found(pair)]
