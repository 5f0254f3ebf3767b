"""Where the services live: the real hosts, or those the environment names."""

import os
from urllib.parse import quote, urlsplit

from paperdesk.domain.identifier import ArxivId

_HUB = "https://huggingface.co"
_ARXIV = "https://arxiv.org"
_ARXIV_API = "https://export.arxiv.org"
_ARXIV_HOST = "arxiv.org"


def hub() -> str:
    """Hugging Face's base, which HF_ENDPOINT replaces as in its own library."""
    return (os.environ.get("HF_ENDPOINT") or _HUB).rstrip("/")


def arxiv_pdf(paper: ArxivId) -> str:
    """The address of a paper's PDF; without a version, of its latest."""
    return rehomed(f"{_ARXIV}/pdf/{quote(str(paper))}")


def arxiv_query() -> str:
    """The address of arXiv's API."""
    return rehomed(f"{_ARXIV_API}/api/query")


def rehomed(url: str) -> str:
    """An address, moved below PAPERDESK_ARXIV_ENDPOINT if it is one of arXiv's."""
    base = _arxiv_base()
    parts = urlsplit(url)
    if not base or not _is_arxiv(parts.hostname or ""):
        return url
    return base + parts._replace(scheme="", netloc="").geturl()


def at_arxiv(url: str) -> bool:
    """Whether a request to this address is one of arXiv's to count."""
    base = urlsplit(_arxiv_base())
    parts = urlsplit(url)
    if base.netloc and parts.netloc == base.netloc:
        return f"{parts.path}/".startswith(f"{base.path}/")
    return _is_arxiv(parts.hostname or "")


def named(host: str) -> bool:
    """Whether a host is one of the services', wherever the environment says they are."""
    bases = (_HUB, hub(), _arxiv_base())
    return _is_arxiv(host) or host in (urlsplit(base).hostname for base in bases)


def _arxiv_base() -> str:
    return os.environ.get("PAPERDESK_ARXIV_ENDPOINT", "").rstrip("/")


def _is_arxiv(host: str) -> bool:
    return host == _ARXIV_HOST or host.endswith(f".{_ARXIV_HOST}")
