"""The ledger's own clock: a number for everything that happens to it, and the moment it happened.

The numbers only rise, and so do the moments: where the machine's clock goes back, the ledger's stands
still until it has caught up. So "as of a day" always means the same part of the journal.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from sqlalchemy import ColumnElement, Connection, Table, and_, func, insert, or_, select, update

from dragoman.ledger.schema import journal

What = Literal["reading", "withdrawal", "review"]


def enter(connection: Connection, what: What, ref: str) -> tuple[int, str]:
    """Write down that something happens; its number and moment (ISO 8601, UTC, microseconds).

    Only a writer may call this, and there is one at a time.
    """
    last = connection.execute(
        select(journal.c.seq, journal.c.at).order_by(journal.c.seq.desc()).limit(1)
    ).first()
    seq = last.seq + 1 if last else 1
    moment = max(now(), last.at if last else "")
    connection.execute(insert(journal).values(seq=seq, at=moment, what=what, ref=ref))
    return seq, moment


def name(connection: Connection, seq: int, ref: str) -> None:
    """Say what an entry is about, where that is known only after it was made."""
    connection.execute(update(journal).where(journal.c.seq == seq).values(ref=ref))


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def stands(table: Table, seq: int | None) -> ColumnElement[bool]:
    """Whether a row of a table with `opened` and `closed` stands now, or stood at a number of the
    journal."""
    if seq is None:
        return table.c.closed.is_(None)
    return and_(table.c.opened <= seq, or_(table.c.closed.is_(None), table.c.closed > seq))


def last(connection: Connection) -> int:
    """The number of the last entry, 0 where there is none."""
    found: int = connection.execute(select(func.coalesce(func.max(journal.c.seq), 0))).scalar_one()
    return found


def at_end_of(connection: Connection, day: date) -> int:
    """The number of the last entry on a day or before it (UTC), 0 where there is none."""
    after = datetime.combine(day + timedelta(days=1), time(), UTC).isoformat(
        timespec="microseconds"
    )
    found: int = connection.execute(
        select(func.coalesce(func.max(journal.c.seq), 0)).where(journal.c.at < after)
    ).scalar_one()
    return found
