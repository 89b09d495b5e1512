"""Every error that Dragoman raises on purpose.

DragomanError                   exit status 1
├── InputError                  3   the page cannot be read
│   ├── MissingInput                there is no such file, folder or address
│   ├── EmptyInput                  nothing in it, or nothing but white space
│   ├── BinaryInput                 not text: an image, an archive, a program
│   ├── NoText                      text, but no article in it
│   ├── TooLarge                    over what a page, a row or a document may hold
│   ├── OtherKind                   a kind of file that is not read
│   ├── BadColumns                  a corpus whose columns or dates cannot be told
│   └── Stopped                     a page that took over its limit of time or memory
├── DataError                   4   a table (gazetteer, lexicon, ontology) is wrong
├── LedgerError                 5   the ledger cannot be used
│   ├── LedgerMissing               there is no ledger at that place
│   ├── LedgerUnreadable            not a ledger, damaged, or not permitted
│   ├── LedgerTooNew                written by a newer version of Dragoman
│   ├── LedgerUnreachable           its server does not answer, or went away
│   └── BadReview                   a review that cannot be: no author, an unknown field or value
├── NotFound                    6   a state, organisation, person or claim that is asked for is not known
└── ProgramFault                7   the program itself failed on a page: a fault to report

Status 2 is left to the command line's own usage errors. A message says what was wrong, where,
and what would be right.
"""

from __future__ import annotations

from collections.abc import Iterable


class DragomanError(Exception):
    """The root: catch it to catch all of them."""

    exit_status = 1


class InputError(DragomanError):
    exit_status = 3


class MissingInput(InputError):
    pass


class EmptyInput(InputError):
    pass


class BinaryInput(InputError):
    pass


class NoText(InputError):
    pass


class TooLarge(InputError):
    pass


class OtherKind(InputError):
    pass


class BadColumns(InputError):
    pass


class Stopped(InputError):
    pass


class DataError(DragomanError):
    exit_status = 4


class LedgerError(DragomanError):
    exit_status = 5


class LedgerMissing(LedgerError):
    pass


class LedgerUnreadable(LedgerError):
    pass


class LedgerTooNew(LedgerError):
    pass


class LedgerUnreachable(LedgerError):
    pass


class BadReview(LedgerError):
    pass


class NotFound(DragomanError):
    exit_status = 6


class ProgramFault(DragomanError):
    exit_status = 7


def one_of(valid: Iterable[str]) -> str:
    """The closing words of a message that lists what would have been right."""
    return "one of: " + ", ".join(sorted(valid))
