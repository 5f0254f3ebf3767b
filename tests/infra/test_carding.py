"""What was kept of listings before there were cards stands on them."""

import json
import sqlite3
from pathlib import Path

from paperdesk.infra import migrations


def test_what_was_listed_before_there_were_cards_is_on_them(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "library.db", isolation_level=None)
    connection.executescript(f"{migrations.FIRST} {migrations.SECOND} PRAGMA user_version = 2;")
    for number in (1, 2):
        connection.execute(
            "INSERT INTO paper VALUES (?, 't', 't', '', '', NULL, NULL, ?, 0, NULL, NULL, NULL,"
            " ?, 'new', 0, 1, 0, NULL, NULL, NULL)",
            (number, f"2605.0000{number}", f"t{number}"),
        )
    full = {
        "ai_summary": "Short.",
        "ai_keywords": ["rl"],
        "thumbnail": "https://cdn/t.png",
        "projectPage": "javascript:alert(1)",
        "organization": {"fullname": "Zhejiang University"},
    }
    odd = {"ai_summary": 7, "ai_keywords": "rl", "thumbnail": None, "organization": []}
    for number, extra in ((1, full), (2, odd)):
        connection.execute(
            "INSERT INTO entry VALUES (NULL, 1, '2026-05-29', ?, '', 1, 0, 0, 'Ada', ?)",
            (number, json.dumps(extra)),
        )
    migrations.migrate(connection)
    cards = connection.execute("SELECT * FROM card ORDER BY paper").fetchall()
    connection.close()
    page = "https://huggingface.co/papers/2605.00001#community"
    assert cards[0][1:8] == (
        *("Zhejiang University", "Short.", '["rl"]', "https://cdn/t.png", "", "Ada", page),
    )
    assert [card[2:6] for card in cards[1:]] in ([], [("", "[]", "", "")])
