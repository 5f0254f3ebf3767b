"""Make the PDFs of the demonstration library: `python packaging/make_demo.py`.

The sources are `resources/demo/papers.json` and one `.md` for each PDF. The PDFs
carry a hash of all that they are made from, so that those that are current cost
no more than a look at them.
"""

import hashlib
import importlib
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "resources" / "demo"
MAKERS = ("make_demo.py", "demo_source.py", "demo_columns.py", "demo_pages.py", "demo_figures.py")


def main() -> int:
    """Make what is missing or stale."""
    papers = json.loads((DEMO / "papers.json").read_text(encoding="utf-8"))
    stale = [paper for paper in papers if paper["file"] and not is_current(paper)]
    if not stale:
        return 0
    # PyMuPDF takes longer to load than all the looking above: only now.
    sys.path.insert(0, str(ROOT))
    source, pages = (importlib.import_module(name) for name in ("demo_source", "demo_pages"))
    for paper in stale:
        read = source.read(source_of(paper).read_text(encoding="utf-8"))
        pages.typeset(paper, read, DEMO / paper["file"], stamp(paper))
        sys.stderr.write(f"made {paper['file']}\n")
    return 0


def source_of(paper: dict[str, str]) -> Path:
    """The text that a PDF is made from."""
    return (DEMO / paper["file"]).with_suffix(".md")


def stamp(paper: dict[str, str]) -> str:
    """A hash of all that goes into a PDF."""
    digest = hashlib.sha256(json.dumps(paper, sort_keys=True).encode())
    for path in (source_of(paper), *(ROOT / "packaging" / name for name in MAKERS)):
        digest.update(path.read_bytes())
    return f"demo-{digest.hexdigest()}"


def is_current(paper: dict[str, str]) -> bool:
    """Whether the PDF is there and made from just this; the stamp is one of its keywords."""
    path = DEMO / paper["file"]
    return path.is_file() and stamp(paper).encode() in path.read_bytes()


if __name__ == "__main__":
    sys.exit(main())
