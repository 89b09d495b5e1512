from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import pytest
import typer
from typer.testing import CliRunner

from dragoman.cli.spread import spread


@dataclass(frozen=True)
class Shared:
    where: Annotated[str, typer.Option("--place", help="Where it is.")]
    loud: Annotated[bool, typer.Option("--loud")] = False


@spread
def greet(
    name: Annotated[str, typer.Argument()],
    shared: Shared,
    times: Annotated[int, typer.Option()] = 1,
) -> None:
    """Greet somebody."""
    words = f"{name} in {shared.where}"
    for _ in range(times):
        typer.echo(words.upper() if shared.loud else words)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["Ada", "--place", "Kesten"], "Ada in Kesten\n"),
        (["Ada", "--place", "Kesten", "--loud", "--times", "2"], "ADA IN KESTEN\n" * 2),
    ],
)
def test_the_fields_are_options_of_the_command(typed: list[str], said: str) -> None:
    app = typer.Typer()
    app.command()(greet)
    assert CliRunner().invoke(app, typed).output == said


def test_a_field_without_a_default_must_be_typed_and_help_has_its_words() -> None:
    app = typer.Typer()
    app.command()(greet)
    assert CliRunner().invoke(app, ["Ada"]).exit_code == 2
    shown = CliRunner().invoke(app, ["--help"]).output
    assert "Greet somebody." in shown
    assert "Where it is." in shown
    assert "--shared" not in shown
