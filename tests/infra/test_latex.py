"""LaTeX in titles and abstracts reads as text, and nothing else is touched."""

import html
import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.infra.latex import MAX_LENGTH, plain, rich
from paperdesk.infra.latex import name as latex_name


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"grows by 0.12\% of R\&D", "grows by 0.12% of R&D"),
        (r"\textit{One} \emph{two} \textbf{three} \texttt{a_b}", "One two three a_b"),
        (r"Fr\'echet, \"Ust\"un, {\"o}, \c{c}, \O ystein", "Fréchet, Üstün, ö, ç, Øystein"),
        (r"at \url{https://a.org/~b_c}", "at https://a.org/~b_c"),
        (r"see \href{https://a.org}{the page}", "see the page"),
        (r"Task~8 -- ``free'' and `so-called'", "Task 8 – “free” and ‘so-called’"),
        (r"$10^{-3}$ and $x_i^2 \le \alpha$", "10⁻³ and xᵢ² ≤ α"),
        (r"\(f\colon\mathbb R^n\to\mathbb R\)", "f: ℝⁿ → ℝ"),
        (r"$\tilde{O}(\sqrt{\log N}/\varepsilon)$", "Õ(√(log N)/ε)"),
        (r"$x_{a,b}$, $x^q$, $\mathcal{L}_{reg}$", "x_(a,b), x^q, ℒ_reg"),
        (r"$X \sim N(\mathbf\theta, I_\infty)$", "X ~ N(θ, I_∞)"),
        (r"$\frac{a+b}{c}$ of $360^\circ$, $1.5\times$", "(a+b)/c of 360°, 1.5×"),
        (r"512$\times$1024, 10$\sim$20, p$<$0.05", "512×1024, 10~20, p<0.05"),
        (r"the $ l_\infty $ ball, a $ \ell^2 $ row", "the l_∞ ball, a ℓ² row"),
        ("trees{—}a {“}natural{”} way", "trees—a “natural” way"),
        (r"we propose \method, a way", "we propose method, a way"),
        ("{BERT} and {LoRA}", "BERT and LoRA"),
        ("Understanding and Generation\n  with Models", "Understanding and Generation with Models"),
    ],
)  # fmt: skip
def test_latex_reads_as_text(latex: str, text: str) -> None:
    assert plain(latex) == text


@pytest.mark.parametrize(
    ("eaten", "text"),
    [
        ("UniF^2ace in 360^circ", "UniF²ace in 360°"),
        ("textit{O}bstacles on G_{stack}", "Obstacles on G_stack"),
        ("14{,}056 of {sim}2{times}", "14,056 of ~2×"),
        ("https://a.org/b{https://a.org/b}.", "https://a.org/b."),
    ],
)
def test_what_a_page_has_half_eaten_is_mended(eaten: str, text: str) -> None:
    assert plain(eaten) == text


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5 and $10",
        "from $5 (or 3€), say, to 10$ a day",
        "only $200k",
        "costs $ 5 and 10 $ more",
        "an unmatched { brace",
        "an unmatched } brace and $ sign",
        "the set {-1, 0, 1}",
        "512times512 and 30times",
        "~85% of snake_case and dev_i",
        "run it with --verbose, `here`",
        "10~20 of 1M~60M",
    ],
)
def test_what_is_not_latex_survives(text: str) -> None:
    assert plain(text) == text


def test_text_without_latex_comes_back_as_it_is() -> None:
    title = "Attention Is All You Need: it's (really) 100% so; isn't it?"

    assert plain(title) is title


def test_a_plain_title_costs_less_than_three_microseconds() -> None:
    title = "DiffFit: Unlocking Transferability of Large Diffusion Models via Simple Fine-Tuning"

    best = min(_seconds(lambda: plain(title), times=1000) for _ in range(20))

    assert best / 1000 < 3e-6


def test_rich_text_keeps_the_styles() -> None:
    assert rich(r"\textbf{Bold} \emph{it} \texttt{c} $x^{2}_i$") == (
        "<b>Bold</b> <i>it</i> <code>c</code> <i>x</i><sup>2</sup><sub>i</sub>"
    )


def test_rich_text_is_safe_to_show() -> None:
    assert rich(r"<script>x</script> & \textbf{<b onload=x>}") == (
        "&lt;script&gt;x&lt;/script&gt; &amp; <b>&lt;b onload=x&gt;</b>"
    )
    assert rich("a < b") == "a &lt; b"


def test_rich_text_keeps_paragraphs() -> None:
    assert rich("One line\nand more.\n  Two.\n\nThree.") == (
        "One line and more.<br><br>Two.<br><br>Three."
    )


@pytest.mark.parametrize(
    "hostile",
    [
        "{" * 100_000,
        "{" * (MAX_LENGTH - 1),
        r"\hat{(" * 3000 + "}" * 1000,
        "^{" * 8000 + "}" * 2000,
        "$a " * 6000,
        "$" + r"\frac" * 110 + "$",
        r"\(" * 9000,
        "http://{http" * 1500,
        "`" * 19_000,
        "\\",
        "^",
        "_{",
        "$$",
        r"\frac{",
    ],
)
def test_hostile_input_ends_soon(hostile: str) -> None:
    started = time.thread_time()

    plain(hostile)
    rich(hostile)

    assert time.thread_time() - started < 1.0


@given(st.text(alphabet="ab1 \\{}$^_~-'`\"()[]&%\n<é", max_size=60))
def test_no_input_raises_and_only_our_tags_come_out(text: str) -> None:
    assert "\n" not in plain(text)
    tags = set(re.findall(r"<[^>]*>", rich(text)))
    assert tags <= {
        f"<{end}{tag}>" for tag in ("i", "b", "code", "sup", "sub", "br") for end in ("", "/")
    }


def test_every_recorded_title_and_abstract_comes_out_whole(shared_data: Path) -> None:
    texts = _recorded(shared_data)
    assert len(texts) > 1000

    for text in texts:
        shown = plain(text)
        assert "\n" not in shown
        assert "\\" not in shown
        assert _letters(shown) >= _letters(text) * 0.9
        assert html.unescape(re.sub(r"<[^>]+>", "", rich(text)))[:20].split()[0]


def test_the_saved_page_keeps_its_words(shared_data: Path) -> None:
    page = (shared_data / "seed_page.txt").read_text(encoding="utf-8")

    shown = [plain(line) for line in page.splitlines()]

    assert any("ImageNet 512times512 benchmark" in line for line in shown)
    assert any("approximately 0.12% of the total" in line for line in shown)
    assert any("Mélange" in line for line in shown)


def _recorded(shared_data: Path) -> list[str]:
    texts: list[str | None] = []
    for path in sorted(shared_data.glob("hf_daily/**/*.json")):
        for entry in json.loads(path.read_text(encoding="utf-8")):
            paper = entry.get("paper") or {}
            texts += [entry.get("title"), paper.get("title"), paper.get("summary")]
    return [text for text in texts if text]


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _seconds(work: object, times: int) -> float:
    assert callable(work)
    started = time.thread_time()
    for _ in range(times):
        work()
    return time.thread_time() - started


def test_a_formula_that_needs_more_than_a_line_is_drawn_by_whoever_can() -> None:
    def draw(source: str) -> str:
        return f"<img {source}>"

    text = r"It takes $\frac{n}{2}$ steps, or $n^2$, or \(\sqrt{n}\), at \$5."
    made = rich(text, draw)
    assert r"<img \frac{n}{2}>" in made
    assert r"<img \sqrt{n}>" in made
    assert "<i>n</i><sup>2</sup>" in made
    assert rich(text, lambda _: "") == rich(text)


@pytest.mark.parametrize(
    ("spelt", "name"),
    [
        ("Zs\\'ofia K\\'arolyi", "Zsófia Károlyi"),
        ("Erd{\\H o}s  P\\'al", "Erdős Pál"),
        ("$hin_ichi {Ito}", "$hin_ichi {Ito}"),
        ("Anna  Heß ", "Anna Heß"),
    ],
)
def test_a_name_is_read_as_tex_only_where_it_is_spelt_so(spelt: str, name: str) -> None:
    assert latex_name(spelt) == name
