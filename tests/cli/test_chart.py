"""``chart``: what is written where, again over its own files, the same bytes; PNG, and what there is without it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from posdiff.answers.chart import KINDS, OF_A_PERIOD
from running import called, posdiff

ROOT = Path(__file__).resolve().parents[2]
DAY = "2025-12-24"


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_bytes_whatever_the_hash_seed(kind: str) -> None:
    arguments = ("chart", kind, "russia", "ukraine", *_days(kind))
    here = called(*arguments, cwd=ROOT)
    other = posdiff(*arguments, cwd=ROOT, environment={"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland"})
    assert (here.code, here.err, other.out) == (0, "", here.out)


def test_it_is_known_again(tmp_path: Path) -> None:
    """A picture may be written over an earlier one, and not over one that somebody edited."""
    arguments = ("chart", "grid", "russia", "ukraine", "--positions", str(ROOT / "positions"), "-o", "grid.svg")
    assert called(*arguments, "--at", DAY, cwd=tmp_path).code == 0
    assert called(*arguments, "--at", "2025-01-01", cwd=tmp_path).code == 0
    with (tmp_path / "grid.svg").open("a") as file:
        file.write("<!-- mine -->\n")
    assert called(*arguments, "--at", DAY, cwd=tmp_path).code == 2


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("chart", "pie"), 2, "'pie' is not one of 'grid', 'scale', 'timeline', 'matrix'"),
        (("chart", "grid", "russia"), 2, "chart grid needs at least two parties\nhint: posdiff chart grid "),
        (("chart", "grid", "--since", "2025-01-01"), 2, "chart grid is of one day, and takes no --since and --until"),
        (("chart", "timeline", "--since", "2025-02-01", "--until", "2025-01-01"), 2, "hint: exchange them"),
        (("chart", "timeline", "russia", "ukraine@2025-01-01"), 3, "no party `ukraine@2025-01-01`"),
        (("chart", "movement"), 2, "chart movement needs --since"),
        (("chart", "grid", "-f", "html"), 2, "'html' is not one of 'svg', 'png', 'text'"),
        (("chart", "grid", "-f", "svg", "-o", "x.png"), 0, "x.png is written as svg, whatever its name\nhint: "),
    ],
)
def test_usage(arguments: tuple[str, ...], code: int, says: str, tmp_path: Path) -> None:
    run = called(*arguments, "--positions", str(ROOT / "positions"), cwd=tmp_path)
    assert (run.code, says in run.err) == (code, True), run.err


def test_png_without_its_library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    run = called("chart", "grid", "-f", "png", "-o", "x.png", "--positions", str(ROOT / "positions"), cwd=tmp_path)
    assert (run.code, "pip install 'posdiff[png]'" in run.err, list(tmp_path.iterdir())) == (2, True, [])


@pytest.mark.parametrize("kind", KINDS)
def test_png(kind: str, tmp_path: Path) -> None:
    """The size is twice that of the SVG."""
    pytest.importorskip("resvg_py")
    arguments = ("chart", kind, "russia", "ukraine", *_days(kind), "--positions", str(ROOT / "positions"))
    assert called(*arguments, "-o", "x.png", cwd=tmp_path).code == 0
    data = (tmp_path / "x.png").read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    across, down = _size(called(*arguments, cwd=tmp_path).out)
    size = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    assert abs(size[0] - 2 * across) <= 1 and abs(size[1] - 2 * down) <= 1


def _days(kind: str) -> tuple[str, ...]:
    return ("--since", "2024-06-14", "--until", DAY) if kind in OF_A_PERIOD else ("--at", DAY)


def _size(drawn: str) -> tuple[float, float]:
    found = re.search(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"', drawn)
    assert found is not None
    return float(found[1]), float(found[2])
