"""Rows of any table, with what a test does not say as the model has it."""

from typing import Any

import sqlalchemy
from sqlmodel import SQLModel

from paperdesk.infra import tables

MODELS: dict[str, Any] = {str(model.__tablename__): model for model in SQLModel.__subclasses__()}


class Rows:
    """Puts rows into tables, those that clash left out."""

    def __init__(self, connection: sqlalchemy.Connection) -> None:
        self.connection = connection

    def __call__(self, name: str, /, **values: object) -> None:
        table = tables.table(name)
        fields = MODELS[name].model_fields
        defaults = {
            column.name: fields[column.name].default
            for column in table.c
            if column.name not in values and not column.nullable and column.name != "id"
        }
        statement = sqlalchemy.insert(table).prefix_with("OR IGNORE")
        self.connection.execute(statement.values(**defaults, **values))
