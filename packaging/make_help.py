"""Write the manual's generated pages: `python packaging/make_help.py`."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from paperdesk.commands import manual  # noqa: E402 - the checkout has to be found first

FOLDER = ROOT / "resources" / "help"

if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "commands.md").write_text(manual.commands_page(), "utf-8")
    (FOLDER / "settings.md").write_text(manual.settings_page(), "utf-8")
