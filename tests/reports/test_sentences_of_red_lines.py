"""What is said beside a red line: what else the party demands, the same less firmly, a part of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from answering import asked_in_words
from posdiff.dossier.reading.load import load
from posdiff.reports import formats
from writing import write

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        issues:
          regions: {title: Regions that are left, kind: set, members: {hill: Hill, port: Port, mill: Mill}}
          troops: {title: Troops that may come, kind: set, members: {near: Near states, far: Far states, own: Own}}
        """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        sources: {page: {title: Page of the speech}}
        terms:
          regions: {includes: [hill, port], firmness: red-line}
          troops: {exactly: none}
        """,
    "north/2024-02-01.yaml": """
        date: 2024-02-01
        sources: {page: {title: Page of the interview}}
        terms:
          regions: {includes: [hill, port], adds: true}
          troops: {excludes: near, adds: true, firmness: red-line}
        """,
    "north/2024-03-01.yaml": """
        date: 2024-03-01
        sources: {page: {title: Page of the answer}}
        terms:
          regions: {includes: hill, adds: true}
        """,
    "south/2024-01-05.yaml": """
        date: 2024-01-05
        sources: {page: {title: Page of the offer}}
        terms:
          regions: {excludes: port}
          troops: {exactly: [near, far]}
        """,
    "south/2024-02-05.yaml": """
        date: 2024-02-05
        sources: {page: {title: Page of the letter}}
        terms:
          troops: {includes: near, adds: true}
        """,
}
#: By command, the page that it prints; of the overviews as the terminal has them.
PAGES = {
    "brief north south --at 2024-06-01": """\
Positions: a brief on North and South: The positions of North and South cannot hold together; the red lines \
alone can.
  Positions as of 2024-06-01 (last heard: North 2024-03-01, South 2024-02-05): 2 issues; 2 contradictions

RED LINES IN THE WAY (2)  each leaves nothing on its issue that the parties beside it accept

✗ Regions that are left
  red line    North: RED LINE  must include: Hill and Port (said 2024-01-01; said again less firmly 2024-02-01, \
and in part 2024-03-01: must include: Hill)
              no quote on file [1]
  against     South: must not include: Port (said 2024-01-05)

✗ Troops that may come
  red line    North: RED LINE  must not include: Near states (said 2024-02-01); it demands more: none (firm)
              no quote on file [2]
  against     South: only: Near states and Far states (said 2024-01-05; said again in part 2024-02-05: must \
include: Near states)

WHERE THEY STAND
  Each with the positions: posdiff compare north south --at 2024-06-01 --full

WHAT BLOCKS IN TIME
  No deadlock.

WHAT IS SILENT, UNVERIFIED OR OLD
  No quote on file: North on 2 (Regions that are left; Troops that may come); South on 2 (Regions that are \
left; Troops that may come)
  No publisher named: North on 2 (Regions that are left; Troops that may come); South on 2 (Regions that are \
left; Troops that may come)
  Coded once: all of 4 positions
  All positions, quotes, days and sources: posdiff report north south --at 2024-06-01

SOURCES
  [1] Page of the speech
  [2] Page of the interview
""",
    "compare north south --at 2024-06-01": """\
North and South as of 2024-06-01 (last heard: North 2024-03-01, South 2024-02-05): 2 issues, 2 with a red line; \
✗ 2
  contradictions

  Issue                    North                                        South                             Red \
line
  ✗ Regions that are left  must include: Hill and Port                  must not include: Port            RED \
LINE North
  ✗ Troops that may come   none (firm); and RED LINE: must not includ…  only: Near states and Far states  RED \
LINE North
  ✗ nothing meets both
  Regions that are left: North said again less firmly 2024-02-01, and in part 2024-03-01: must include: Hill

  --full shows every position with its days; -- ISSUE one issue; --quotes --sources their words and where they \
stand
""",
}


def sentences() -> list[str]:
    """Every line of the pages."""
    return [line for page in PAGES.values() for line in page.splitlines()]


@pytest.mark.parametrize("command", PAGES)
def test_the_page(tmp_path: Path, command: str) -> None:
    write(tmp_path, FILES)
    look = formats.Look(width=120, full=False) if command.startswith("compare") else formats.Look()
    assert formats.write(asked_in_words(load(tmp_path / "positions"), command), "text", look) == PAGES[command]
