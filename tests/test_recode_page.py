"""docs/recode.md: its commands print what it shows, on a copy of the wage round, with the sheet filled in."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from recoding import WAGES, filled_in
from running import called

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "recode.md").read_text(encoding="utf-8")


def test_the_worked_example(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "wages" / "positions", tmp_path / "positions")
    sheet = tmp_path / "sheet.yaml"
    for command, shown in re.findall(r"```console\n\$ posdiff (.*)\n([^`]*)```", PAGE):
        run = called(*command.split(), cwd=tmp_path)
        assert (run.code, run.err) == (0, ""), command
        place = 0
        for part in shown.split("…\n"):
            assert part.strip("\n") in run.out[place:], command
            place = run.out.index(part.strip("\n"), place)
        if " sheet " in command:
            written = sheet.read_text(encoding="utf-8")
            row = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
            assert row is not None
            assert row[1] in written
            sheet.write_text(filled_in(written, WAGES, "B"), encoding="utf-8")
    kept = json.loads((tmp_path / "positions" / "second-coding.json").read_text(encoding="utf-8"))
    assert kept["agreement"][0] == {
        "kind": None, "field": "outcome", "terms": 15, "agreed": 13, "percent": 86.7, "measured": 15, "alpha": 0.824,
        "low": 0.577, "high": 1.0,
    }  # fmt: skip
