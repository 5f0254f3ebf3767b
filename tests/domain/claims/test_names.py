import pytest

from paperdesk.domain.claims.names import entitled, named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("an accuracy on GSM8K and ImageNet-1K", {"GSM8K", "ImageNet-1K"}),
        ("on the MARBLE benchmark", {"MARBLE"}),
        ("We introduce SA-Z, a large-scale dataset of layers", {"SA-Z"}),
        ("three datasets (XQuAD, MLQA, TyDiQA-GoldP) show", {"XQuAD", "MLQA", "TyDiQA-GoldP"}),
        ("Across benchmarks including LoCoMo, ZebraX, and GAIA", {"LoCoMo", "ZebraX", "GAIA"}),
        ("Experiments on CL-bench and MemTraceBench", {"CL-bench", "MemTraceBench"}),
        ("the Human Searches dataset", {"Human Searches"}),
        ("On the MS-COCO dataset, CenterNet wins", {"MS-COCO"}),
        ("on ALFWorld and Search-QA, SDAR improves", {"ALFWorld", "Search-QA"}),
        ("on nuScenes and τ^2-Bench", {"nuScenes", "τ^2-Bench"}),
        ("across LLM benchmarks and English datasets", set()),
        ("machine reading comprehension (MRCX) is hard; MRCX datasets", set()),
        ("fine-tuning GPT-4 and Qwen3 on many datasets", set()),
        ("https://a.io/MyBench/", set()),
        ("Multiple objects are read", set()),
    ],
)
def test_names_are_those_known_and_those_called_data(text: str, names: set[str]) -> None:
    assert {name for name, _, _ in named(text)} == names


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Counting-Stars: A Position-aware Benchmark for Models", ["Counting-Stars"]),
        ("OmniGUI: Benchmarking Agents", ["OmniGUI"]),
        ("Factuality with FRANK: A Benchmark for Metrics", ["FRANK"]),
        ("FastNet: A Method for Speech", []),
    ],
)
def test_a_title_names_the_data_set_that_a_paper_is_of(title: str, names: list[str]) -> None:
    assert [name for name, _, _ in entitled(title)] == names
