import pytest

from paperdesk.domain.claims.numerals import plain
from paperdesk.domain.claims.sizes import bits, context, parameters


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("We train a 7B model.", {7e9}),
        ("Qwen2.5-7B-Instruct beats Llama-3.1-70B.", {7e9, 70e9}),
        ("Qwen3-30B-A3B", {30e9, 3e9}),
        ("(0.3-0.9B active and 1.3-5.3B total)", {0.3e9, 0.9e9, 1.3e9, 5.3e9}),
        ("the 400M and 1.3B parameter models", {4e8, 1.3e9}),
        ("a 300M-parameter encoder", {3e8}),
        ("with 7 billion parameters", {7e9}),
        ("hundred-billion-parameter models", {1e11}),
        (r"needs $10^{26}$ parameters", {1e26}),
        ("only 12,500 trainable parameters", {12_500.0}),
        ("reduces the number of parameters from 2.5M to 0.15M", {2.5e6, 1.5e5}),
        ("SmolLM-135M", {1.35e8}),
        (r"$7$B", {7e9}),
        ("trained on 300B tokens", set()),
        ("150 B tokens of text", set()),
        ("a 10M-snippet subset", set()),
        ("1.5 million annotations", set()),
        ("Sordoni et al. (2015b)", set()),
        ("LAION-5B and YouTube-8M", set()),
        ("a 3T-1R manipulator", set()),
    ],
)
def test_parameters_are_counted_and_other_things_are_not(text: str, values: set[float]) -> None:
    assert {found[0] for found in parameters(plain(text))} == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("4-bit quantization", {4}),
        ("quantized to 2-, 3- and 4-bit weights", {2, 3, 4}),
        ("mixed precision (1-8 bits)", {1, 8}),
        ("quantized in 1.58 bits", {1.58}),
        ("one-bit quantization", {1}),
        ("INT4 weights, FP8 and BF16", {4, 8, 16}),
        ("W4A8KV4", {4, 8}),
        ("NVFP4, float32, f16", {4, 32, 16}),
        ("48-bit hash codes, with weights", set()),
        ("a quantization at 0.5 bits per pixel", set()),
        ("a 32-bit machine", set()),
        ("in F1 and FP", set()),
    ],
)
def test_bits_are_those_of_numbers(text: str, values: set[float]) -> None:
    assert {found[0] for found in bits(plain(text))} == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a 128K-token context", {128_000}),
        ("context windows of up to 32,000 tokens", {32_000}),
        ("across 4K--32K context lengths", {4000, 32_000}),
        ("sequence lengths from 32K to 512K", {32_000, 512_000}),
        ("contexts of 100K-1M tokens", {100_000, 1_000_000}),
        ("the context length: GLM-4-9B-128k", {128_000}),
        ("long-context, 72.9% at 16K; fine", {16_000}),
        ("sequences of up to 8,192 tokens", {8192}),
        ("trained on 300B tokens", set()),
        ("videos of 8.3k sequences", set()),
        ("generates outputs of up to 8K tokens", set()),
        ("a dataset of 19K samples for long-context models", set()),
        ("a 4K resolution", set()),
    ],
)
def test_a_context_is_what_a_model_takes_in(text: str, values: set[float]) -> None:
    assert {found[0] for found in context(plain(text))} == values


def test_the_place_is_that_of_the_words() -> None:
    text = "Our Qwen3-30B runs."
    ((value, start, stop),) = parameters(text)
    assert (value, text[start:stop]) == (30e9, "30B")
