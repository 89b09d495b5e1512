"""Keeps claims with the passages that carry them, and answers what two parties do to each other."""

from dragoman.ledger.difference import Change
from dragoman.ledger.dyad import Contact, Count, Dyad
from dragoman.ledger.finding import Found
from dragoman.ledger.ledger import Ledger
from dragoman.ledger.open import has_ledger, names_ledger, open_ledger
from dragoman.ledger.queries import Query, Standing
from dragoman.ledger.rows import ArticleRow
from dragoman.ledger.run import Run
from dragoman.ledger.whom import Whom
from dragoman.ledger.writer import Added

__all__ = [
    "Added",
    "ArticleRow",
    "Change",
    "Contact",
    "Count",
    "Dyad",
    "Found",
    "Ledger",
    "Query",
    "Run",
    "Standing",
    "Whom",
    "has_ledger",
    "names_ledger",
    "open_ledger",
]
