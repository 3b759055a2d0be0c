"""A browser for tests of pages: the Chromium that is there, by Playwright; and scripts from ``node_modules``."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

_NODE_MODULES = Path(__file__).parents[1] / "node_modules"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
#: Without a sandbox, which root cannot have; and silent: Chromium asks its makers for nothing.
_ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
AXE = _NODE_MODULES / "axe-core" / "axe.min.js"
MERMAID = _NODE_MODULES / "mermaid" / "dist" / "mermaid.min.js"


def chromium() -> str | None:
    """Where Chromium is, if it is on the path."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


@contextmanager
def opened() -> Iterator[Browser]:
    """The browser; the test is skipped where there is none."""
    executable = chromium()
    if executable is None:
        pytest.skip(f"needs Chromium: none of {', '.join(_NAMES)} is on the path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(_ARGUMENTS))
        yield browser
        browser.close()


def script(path: Path) -> str:
    """A script from ``node_modules``; the test is skipped where it is not there."""
    if not path.is_file():
        pytest.skip(f"needs {path.relative_to(_NODE_MODULES.parent)}, which .ci/run fetches")
    return path.read_text(encoding="utf-8")
