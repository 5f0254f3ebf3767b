"""That a paper was taken back: kept for all who hear of it, unless its reader knows better."""

from __future__ import annotations

import sqlalchemy

from paperdesk.domain.paper import PaperId


def keep_notice(connection: sqlalchemy.Connection, paper: PaperId, notice: str) -> bool:
    """Keep what a source says of a paper, unless its reader has said something else."""
    sql = (
        "UPDATE paper SET notice = ? WHERE id = ? AND notice <> ? AND NOT EXISTS"
        " (SELECT 1 FROM edited WHERE paper = paper.id AND field = 'notice')"
    )
    return connection.exec_driver_sql(sql, (notice, paper, notice)).rowcount > 0
