"""What every test starts from."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write golden files anew instead of comparing with them")


@pytest.fixture
def ranking(monkeypatch: pytest.MonkeyPatch) -> None:
    """The table of kinds with a seventh one, that of ``kinds/ranking.py``."""
    from ranking import RankingSpace

    from posdiff.kinds.table import KINDS

    monkeypatch.setitem(KINDS, "ranking", RankingSpace)
