"""The next number of a table: one more than the highest.

Not a sequence of the database: those of PostgreSQL leave gaps behind a transaction that was cut short,
and a ledger that was resumed would not be the same as one that was not disturbed. There is one writer
at a time, so nobody else takes the number.
"""

from __future__ import annotations

from sqlalchemy import Column, Connection, func, select


def next_number(connection: Connection, column: Column[int]) -> int:
    highest: int = connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one()
    return highest + 1
