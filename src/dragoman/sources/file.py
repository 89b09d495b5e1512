from __future__ import annotations

from pathlib import Path

from dragoman.errors import InputError, MissingInput
from dragoman.sources.decode import decode
from dragoman.sources.limits import MAX_BYTES, check_size
from dragoman.sources.page import Page, page_of


def load_file(path: Path) -> Page:
    """The page in a file.

    Raises MissingInput where there is none, EmptyInput, BinaryInput, and InputError for a folder,
    a file that may not be read, or one over 20 MB.
    """
    name = str(path)
    try:
        if path.is_dir():
            raise InputError(f"{name}: a folder; give one file with the text of a page")
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise MissingInput(
            f"{name}: no such file; give the path of a text file, or - for standard input"
        ) from None
    except ValueError:  # a NUL character in the path
        raise MissingInput(f"{name!r}: not a path; give the path of a text file") from None
    except OSError as error:
        raise InputError(f"{name}: cannot be read: {error.strerror or error}") from None
    check_size(len(raw), name=name)
    text, encoding, notices = decode(raw, name=name)
    return page_of(text, name=name, encoding=encoding, notices=notices)
