"""The ledger: readings go in, claims come out with the passages that carry them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import monotonic, sleep
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Engine

from dragoman.errors import LedgerUnreachable, NotFound
from dragoman.ledger import (
    between_two,
    difference,
    finding,
    journal,
    queries,
    rebuild,
    regrouping,
    rows,
    upkeep,
    views,
    whom,
    writer,
)
from dragoman.ledger.difference import Change
from dragoman.ledger.dyad import Contact, Count, Dyad
from dragoman.ledger.finding import Found
from dragoman.ledger.queries import Query, Standing
from dragoman.ledger.reviewing import Action
from dragoman.ledger.run import Run, all_runs
from dragoman.ledger.schema import articles, claims
from dragoman.ledger.whom import Whom
from dragoman.ledger.writer import Added
from dragoman.records import AnyClaim, ClaimType, Fact, Modality, Reading

PATIENCE = 60.0
"""Seconds that a server may be away in the middle of an `add`."""
PAUSE = 0.5
Result = TypeVar("Result")


class Ledger:
    """An open ledger; made by `open_ledger`, closed by `close` or at the end of a `with`.

    Everything raises LedgerUnreadable where the file turns out to be damaged, and LedgerError where
    another program holds it for too long.
    """

    def __init__(
        self, engine: Engine, place: str, *, coder: str | None, settings: Mapping[str, Any]
    ) -> None:
        self._engine = engine
        self._place = place
        self._coder = coder
        self._settings = json.dumps(settings, sort_keys=True, ensure_ascii=False, default=str)
        self._run: int | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self.close()
        else:
            # What was cut short is not finished.
            self._engine.dispose()

    def close(self) -> None:
        """Mark the run as finished, if it wrote something, and let go of the file."""
        try:
            if self._run is not None:
                with self._writing() as c:
                    writer.finish_run(c, self._run)
                self._run = None
        finally:
            self._engine.dispose()

    def add(self, reading: Reading, *, cache: bool = True) -> Added:
        """Write one article with its claims, in one transaction.

        What the ledger already holds is not written again. With `cache` the article's full text is
        kept too. Raises DragomanError for a reading whose evidence is not in its text.
        """
        rows.check(reading)
        return self._patiently(lambda: self._add(reading, cache=cache))

    def _add(self, reading: Reading, *, cache: bool) -> Added:
        article_id, number = reading.article.id, len(reading.claims)
        run = self._run
        with self._writing() as c:
            current = writer.current(c, article_id)
            if current is not None and current.digest == rows.digest(reading):
                if cache:
                    writer.cache_body(c, reading)
                return Added("known", article_id, number)
            if run is None:
                run = writer.start_run(c, coder=self._coder, settings=self._settings)
            renewed = writer.write_reading(c, reading, run=run)
            if cache:
                writer.cache_body(c, reading)
        self._run = run  # only now: a run that was rolled back is none
        return Added("renewed" if renewed else "new", article_id, number)

    def claims(
        self,
        *,
        type: ClaimType | None = None,
        parties: Sequence[str] = (),
        since: date | None = None,
        until: date | None = None,
        modality: Modality | None = None,
        status: str | None = None,
        limit: int | None = None,
    ) -> Iterator[AnyClaim]:
        """The claims of the current readings, latest first; see `Query` for what is chosen.

        `parties` are codes, ids or names as `party` takes them; it raises NotFound.
        """
        query = Query(
            types=(type,) if type else (),
            parties=tuple(self.party(text) for text in parties),
            since=since,
            until=until,
            modalities=(modality,) if modality else (),
            statuses=(status,) if status else (),
        )
        return (found.claim for found in self.find(query, limit=limit))

    def find(self, query: Query, *, limit: int | None = None) -> Iterator[Found]:
        """The chosen claims with their articles, latest first, at most `limit` of them."""
        wanted = queries.listing(
            query, claims.c.record.label("claim_record"), *articles.c, limit=limit
        )
        with self._engine.connect() as connection:
            for row in connection.execute(wanted).mappings():
                claim = rows.claim_from_row(row["claim_record"], place=self._place)
                yield Found(claim, rows.article_from_row(row))

    def standing(self, query: Query) -> Standing:
        """How many claims, articles and independent origins the query finds, whatever the limit."""
        behind, undated = queries.standing(query)
        with self._engine.connect() as connection:
            claimed, made, origins = connection.execute(behind).one()
            left_out = connection.execute(undated).scalar_one() if queries.dated(query) else 0
        return Standing(claimed, made, origins, left_out)

    def why(self, id: str) -> Found:
        """The claim with this id, or with the only id that begins so (4 hex digits or more).

        Raises NotFound where there is none, and where there are several, with the candidates.
        """
        with self._engine.connect() as connection:
            return finding.claim(connection, id, place=self._place)

    def facts(self, query: Query, *, limit: int | None = None) -> Iterator[Fact]:
        """The chosen facts, the latest first; each is one happening, however many tell of it."""
        with self._engine.connect() as connection:
            yield from views.facts_of(
                connection, query, place=self._place, seq=query.as_of, limit=limit
            )

    def fact(self, id: str, *, as_of: date | None = None) -> Fact:
        """The fact with this id, or the one that the claim with this id tells of.

        Raises NotFound where there is none.
        """
        with self._engine.connect() as connection:
            seq = None if as_of is None else journal.at_end_of(connection, as_of)
            return views.fact_now(
                connection,
                finding.fact(connection, id, place=self._place),
                place=self._place,
                seq=seq,
            )

    def at(self, day: date) -> int:
        """The number of the journal that stands for the end of a day (UTC); see `Query.as_of`."""
        with self._engine.connect() as connection:
            return journal.at_end_of(connection, day)

    def withdraw(self, article_id: str, *, why: str) -> bool:
        """Withdraw an article that its outlet retracted; false where it is withdrawn already.

        Its claims stay readable by their ids, and count no more. Raises NotFound.
        """
        with self._writing() as c:
            return writer.withdraw(c, article_id, why)

    def review(
        self,
        id: str,
        action: Action,
        *,
        author: str,
        reason: str,
        field: str | None = None,
        value: str | None = None,
        claims: Sequence[str] = (),
        other: str | None = None,
    ) -> Fact | None:
        """Say something of a fact, or withdraw or accept a claim; the fact as it is after.

        `correct` takes a field and a value, `split` the claims that go into a fact of their own,
        `merge` the id of the fact that goes into this one. Null where nothing is left of the fact.
        Raises NotFound, and BadReview for what cannot be said.
        """
        with self._writing() as c:
            serial = regrouping.review(
                c,
                id,
                action,
                author=author,
                reason=reason,
                field=field,
                value=value,
                claims=claims,
                other=other,
            )
            try:
                return views.fact_now(c, serial, place=self._place)
            except NotFound:
                return None

    def rebuild(self, *, step: Callable[[], None] = lambda: None) -> int:
        """Make all facts anew from the claims; how many there are. See `rebuild.rebuild`."""
        with self._writing() as c:
            rebuild.sketch_all(c)
            return rebuild.rebuild(c, step=step)

    def runs(self) -> list[Run]:
        """Every `add` that wrote something, oldest first."""
        with self._engine.connect() as connection:
            return all_runs(connection)

    def difference(self, first: int, second: int) -> Iterator[Change]:
        """What the second run reads otherwise than the first; see `difference.difference`."""
        with self._engine.connect() as connection:
            yield from difference.difference(connection, first, second, place=self._place)

    def faults(self, *, step: Callable[[], None] = lambda: None) -> Iterator[str]:
        """What is wrong with the ledger, in words; nothing where it is whole."""
        with self._engine.connect() as connection:
            yield from upkeep.faults(connection, step=step)

    def backup(
        self, to: Path, *, force: bool = False, step: Callable[[], None] = lambda: None
    ) -> int:
        """Copy the ledger into a new file, whatever it lies in; how many rows there are."""
        return upkeep.backup(self._engine, to, force=force, step=step)

    def restore(self, source: Ledger, *, step: Callable[[], None] = lambda: None) -> int:
        """Fill this empty ledger with all that another one holds; how many rows there are.

        Raises LedgerError where this one holds something.
        """
        return upkeep.copy(source._engine, self._engine, step=step)

    def vacuum(self) -> None:
        """Give back the room of what was deleted."""
        upkeep.vacuum(self._engine)

    def entries(self) -> int:
        """How many entries the journal has."""
        with self._engine.connect() as connection:
            return journal.last(connection)

    def dyad(
        self, first: str, second: str, *, since: date | None = None, until: date | None = None
    ) -> Dyad:
        """What the ledger holds between two parties, each a code, id or name as `party` takes it.

        Raises NotFound for an unknown one, ValueError where both are the same.
        """
        between = Query(parties=(self.party(first), self.party(second)), since=since, until=until)
        with self._engine.connect() as connection:
            told = connection.execute(between_two.counts(between)).mappings().all()
        return Dyad(
            first=between.parties[0],
            second=between.parties[1],
            since=since,
            until=until,
            counts=tuple(Count(**row) for row in told),
            last_contact=self._last_contact(between),
            standing=self.standing(between),
        )

    def party(self, text: str) -> Whom:
        """Whom a code, id or name means: by the gazetteer, or else among the ledger's own parties.

        Raises NotFound with the nearest names, or with the candidates where there are several.
        """
        try:
            return whom.resolve(text)
        except NotFound as unknown:
            with self._engine.connect() as connection:
                named = finding.party(connection, text)
            if named is None:
                raise unknown from None
            return named

    def reading(self, article_id: str) -> Reading:
        """The current reading of an article, as it was added.

        Raises NotFound for an unknown article, and for one whose text is not in the cache.
        """
        with self._engine.connect() as connection:
            return finding.reading(connection, article_id, place=self._place)

    def _writing(self) -> AbstractContextManager[Connection]:
        return self._engine.execution_options(writing=True).begin()

    def _patiently(self, work: Callable[[], Result]) -> Result:
        """Do it again where the server went away in the middle: nothing of it was written, or all
        of it, and then it is known. Raises LedgerUnreachable when patience ends."""
        until = monotonic() + PATIENCE
        while True:
            try:
                return work()
            except LedgerUnreachable:
                if monotonic() > until:
                    raise
                self._engine.dispose()
                sleep(PAUSE)

    def _last_contact(self, between: Query) -> Contact | None:
        done = replace(between, modalities=("asserted",))
        visits = replace(done, types=("visit",), statuses=("made", "ongoing"))
        talks = replace(done, types=("event",), event_types=("CONSULT",))
        latest: Contact | None = None
        for query in (visits, talks):
            for found in self.find(query, limit=1):
                day = found.claim.when.end or found.claim.when.start
                if day is not None and (latest is None or day > latest.day):
                    latest = Contact(day, found.claim)
        return latest
