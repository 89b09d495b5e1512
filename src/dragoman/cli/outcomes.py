"""What comes of a page, or of a file of them: readings, or why there are none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from dragoman.cli.settings import Settings
from dragoman.errors import DragomanError, InputError, ProgramFault
from dragoman.records import Reading
from dragoman.sources import Page, Passed, Unread

Outcome = Reading | Passed | DragomanError
"""A DragomanError that is no InputError is the program's fault or its tables', not the page's."""


def outcomes(
    task: Page | Unread,
    settings: Settings,
    *,
    begin: Callable[[str], None],
    skip: int = 0,
) -> Iterator[Outcome]:
    """What comes of each page of a task, after the first `skip`; `begin` is told its name before.

    Raises MemoryError and nothing else.
    """
    try:
        for number, page in enumerate(_pages(task), start=1):
            if number <= skip:
                continue
            begin(page.name)
            yield from _of_page(page, settings)
    except MemoryError:
        raise
    except Exception as error:
        yield _fault(task.name, error)


def _pages(task: Page | Unread) -> Iterator[Page | Passed]:
    if isinstance(task, Page):
        yield task
    else:
        yield from task.pages()


def _of_page(page: Page | Passed, settings: Settings) -> Iterator[Outcome]:
    if isinstance(page, Passed):
        yield page
        return
    if settings.plain:
        page = replace(page, form="article")
    try:
        if settings.counted:
            from dragoman.reader import count_page

            yield from count_page(page, published=settings.published, language=settings.language)
            return
        from dragoman.reader import read_page

        yield from read_page(
            page,
            published=settings.published,
            language=settings.language,
            explained=settings.explained,
        )
    except InputError as error:
        named = error if page.name in str(error) else type(error)(f"{page.name}: {error}")
        yield Passed(page.name, named)
    except MemoryError:
        raise
    except Exception as error:
        yield _fault(page.name, error)


def _fault(name: str, error: Exception) -> DragomanError:
    if isinstance(error, DragomanError):
        return error
    return ProgramFault(f"{name}: a fault of the program: {type(error).__name__}: {error}")
