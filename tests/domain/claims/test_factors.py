import pytest

from paperdesk.domain.claims.factors import factors
from paperdesk.domain.claims.numerals import plain


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("is 3x faster", {3}),
        (r"a $2.5\times$ speedup", {2.5}),
        ("1.8-3.8times faster prefill", {1.8, 3.8}),
        ("3x to 13x faster in training and 4x to 9x faster in inference", {3, 13, 4, 9}),
        ("a 20-fold increase in throughput", {20}),
        ("accelerated by as much as 1.6x with an increase in accuracy", {1.6}),
        ("improves throughput by 3.5times on local and 4.9times on remote", {3.5, 4.9}),
        ("reduces latency (1.7-2.0x)", {1.7, 2.0}),
        ("runs an order of magnitude faster", {10}),
        ("2-5 orders of magnitude faster", {100, 100_000}),
        ("twice the speed", {2}),
        ("a 54.6\\% speedup, 23% faster", {1.546, 1.23}),
        ("HDR at 1000x Speed", {1000}),
        ("4x super-resolution", set()),
        ("uses 2-4x fewer FLOPs", set()),
        ("8x longer sequences", set()),
        ("orders of magnitude faster", set()),
        ("256 x 256 images, faster", set()),
        ("its execution time is 1.5 times that of others", set()),
        ("repeated 3 times", set()),
    ],
)
def test_a_speed_up_is_a_factor_of_time(text: str, values: set[float]) -> None:
    assert {found[0] for found in factors(plain(text))[0]} == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a 14x smaller backbone", {14}),
        ("using 4.6x less peak memory", {4.6}),
        ("compress weights by up to 496x; with the same accuracy", {496}),
        ("compression ratios of 51.25, 22.17 and 40.65", {51.25, 22.17, 40.65}),
        ("order of magnitude compression", {10}),
        ("while halving peak GPU memory", {2}),
        ("memory costs by as much as 4.2\\times", {4.2}),
        ("with 20x fewer parameters", {20}),
        ("a 10x reduction in model size", {10}),
        ("models twice its size", set()),
        ("70 times more memory", set()),
        ("293 times fewer tokens", set()),
        ("four times smaller tracking error", set()),
        ("a compression ratio of 3 to 1", {3}),
    ],
)
def test_compression_is_a_factor_of_size(text: str, values: set[float]) -> None:
    assert {found[0] for found in factors(plain(text))[1]} == values


def test_each_factor_is_of_what_stands_by_it() -> None:
    speed, size = factors("It is 1.3x faster and uses 4.6x less memory.")
    assert ([found[0] for found in speed], [found[0] for found in size]) == ([1.3], [4.6])
