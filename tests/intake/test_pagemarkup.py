"""A papers page as HTML."""

from paperdesk.domain.paper import Counts
from paperdesk.intake.pagemarkup import read_markup

ABSTRACT = "An abstract that is long enough to be taken for one."
ARTICLE = f"""<article><a href="/papers/2503.01234"><img></a><div class="leading-none">53</div>
<h3><a href="/papers/2503.01234">A Title &amp; More</a></h3>
<a href="/papers/2503.01234#community">4</a><p>{ABSTRACT}</p></article>"""


def test_an_article_is_a_paper() -> None:
    (paper,) = read_markup(ARTICLE)[1]

    assert (paper.title, paper.arxiv, paper.abstract) == ("A Title & More", "2503.01234", ABSTRACT)
    assert paper.counts == Counts(upvotes=53, comments=4)
    assert paper.url == "https://huggingface.co/papers/2503.01234"


def test_headings_with_links_do_without_articles() -> None:
    page = "".join(
        f'<h3><a href="https://huggingface.co/papers/{paper}">A title</a></h3><p>{ABSTRACT}</p>'
        for paper in ("2503.01234v2", "2503.05678")
    )

    first, second = read_markup(page)[1]

    assert (first.arxiv, first.version, second.arxiv) == ("2503.01234", 2, "2503.05678")
    assert first.abstract == ABSTRACT


def test_a_link_around_a_heading_counts_too() -> None:
    page = f'<article><a href="/papers/2503.01234"><h3>A title</h3></a><p>{ABSTRACT}</p></article>'

    assert read_markup(page)[1][0].arxiv == "2503.01234"


def test_a_list_of_links_is_a_list_of_papers() -> None:
    page = (
        '<li><a href="/papers/2503.01234">The first one</a></li>'
        '<li><a href="/papers/2503.05678">The second</a></li>'
    )

    assert [paper.title for paper in read_markup(page)[1]] == ["The first one", "The second"]


def test_the_day_stands_in_a_heading_a_time_or_the_pages_address() -> None:
    own = '<link rel="canonical" href="https://huggingface.co/papers/date/2025-03-12">'
    earlier = '<a href="/papers/date/2025-03-11">earlier</a>'

    assert read_markup("<h2>Mar 12</h2>" + ARTICLE)[0] == "Mar 12"
    assert read_markup('<time datetime="2025-03-12T00:00">x</time>' + ARTICLE)[0] == "2025-03-12"
    assert read_markup(own + earlier + ARTICLE)[0] == "2025-03-12"
    assert read_markup(earlier + ARTICLE)[0] is None


def test_large_counts_are_read() -> None:
    (paper,) = read_markup(ARTICLE.replace(">53<", ">1.2k<"))[1]

    assert paper.counts.upvotes == 1200
