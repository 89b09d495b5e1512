from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The machines that run these are shared: a slow example is no fault.
settings.register_profile("shared", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared")

# A shell that starts us in the background has us ignore Ctrl-C, and our commands would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

PROJECT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's root folder."""
    return PROJECT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of material that has owners (`$DRAGOMAN_SHARED`, or `shared` beside the project).

    A test that asks for it is skipped where the folder is absent.
    """
    given = os.environ.get("DRAGOMAN_SHARED")
    folder = Path(given) if given else PROJECT.parent / "shared"
    if not folder.is_dir():
        pytest.skip(f"no {folder}: this test reads texts that are not part of the project")
    return folder
