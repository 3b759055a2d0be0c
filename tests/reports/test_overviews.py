"""The overviews of text, page by page: what they hold at 60, 80 and 120 columns, and in a pipe.

``pytest tests/reports/test_overviews.py --regenerate`` writes the pages anew; read the difference before you commit it.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from answering import asked_in_words
from posdiff.dossier.reading.load import load
from posdiff.reports import formats
from posdiff.reports.document import Table
from posdiff.reports.formats import Look
from posdiff.reports.initials import initials, key_to
from writing import dossier

ROOT = Path(__file__).parents[2]
PAGES = Path(__file__).parent / "golden" / "overviews"

TWO = {
    "agenda.yaml": """
        posdiff: 1
        parties: {union: {name: Union}, employer: {name: Employer}}
        topics: {money: Money, site: The site and who works there}
        steps: {talks: Talks on pay begin, overtime: The ban on overtime ends}
        issues:
          pay: {title: Pay, kind: quantity, unit: percent, topic: money}
          bonus: {title: Who receives the bonus for nights and weekends, kind: set, topic: money,
                  members: {nights: Night shift, weekends: Weekend shift, apprentices: Apprentices}}
          length: {title: Length of the agreement, kind: quantity, unit: month, topic: money}
          pension: {title: Pension, kind: choice, options: {kept: Kept, cut: Cut}, topic: money}
          site: {title: Site, kind: choice, options: {stays: Stays, moves: Moves}, topic: site}
          dismissals: {title: Dismissals, kind: choice, options: {no: None, some: Some}, topic: site}
          canteen: {title: Canteen, kind: choice, options: {kept: Kept, shut: Shut}, topic: site}
          parking: {title: Parking, kind: choice, options: {free: Free, paid: Paid}, topic: site}
          order: {title: What comes first, kind: sequence}
          preamble: {title: Preamble, kind: text}
        """,
    "union/2022-03-01.yaml": "date: 2022-03-01\nterms: {site: stays}\n",
    "union/2026-03-02.yaml": """
        date: 2026-03-02
        title: Demands adopted by the bargaining committee after a day and a night
        speaker: The chair
        terms:
          pay: {min: 6, firmness: red-line, quote: Six and no less.}
          bonus: {includes: [nights, weekends]}
          length: {max: 12}
          dismissals: {accepts: no, firmness: red-line}
          canteen: kept
          order: {order: [talks, overtime]}
          preamble: The site is ours.
        """,
    "union/2026-03-20.yaml": """
        date: 2026-03-20
        title: Second round
        terms:
          pay: {min: 5, firmness: red-line}
          bonus: {includes: [nights]}
          parking: free
        reaffirms: [dismissals, order]
        """,
    "employer/2026-03-05.yaml": """
        date: 2026-03-05
        title: Reply to the union's demands
        terms:
          pay: {max: 3}
          bonus: {includes: [nights], excludes: [apprentices]}
          length: {min: 24}
          site: stays
          dismissals: {accepts: some, alternatives: [{accepts: no, if: {length: {min: 36}}}]}
          pension: {accepts: cut, firmness: red-line}
          order: {order: [overtime, talks]}
          preamble: The site belongs to the owners.
        """,
    "employer/2026-03-10-reported.yaml": """
        date: 2026-03-10
        standing: reported
        terms: {canteen: shut}
        """,
    "employer/2026-03-24.yaml": """
        date: 2026-03-24
        title: Second offer
        terms:
          pay: {max: 4}
          length: {min: 24, firmness: red-line}
          dismissals: some
        withdraws: [pension]
        reaffirms: [order]
        """,
    "drafts/2026-03-28-mediator.yaml": """
        date: 2026-03-28
        title: Proposal of the mediator
        by: [a mediator]
        outcomes:
          pay: 4
          length: 18
          site: stays
          dismissals: {options: [{accepts: no, by: union}, {accepts: some, by: employer}]}
          canteen: kept
        """,
}
#: Without topics, and without anything that clashes.
QUIET = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        issues:
          port: {title: Port, kind: choice, options: {open: Open, shut: Shut}}
          river: {title: River, kind: choice, options: {open: Open, shut: Shut}}
        """,
    "north/2026-01-01.yaml": "date: 2026-01-01\nterms: {port: open, river: open}\n",
    "south/2026-01-02.yaml": "date: 2026-01-02\nterms: {port: open}\n",
}
#: Four deadlocks.
RINGS = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        steps: {a: Aid, b: Border, c: Crossing, d: Dam, e: Election, f: Ferry, g: Gate, h: Harbour}
        issues:
          ab: {title: Aid and border, kind: sequence}
          cd: {title: Crossing and dam, kind: sequence}
          ef: {title: Election and ferry, kind: sequence}
          gh: {title: Gate and harbour, kind: sequence}
        """,
    "north/2026-01-01.yaml": """
        date: 2026-01-01
        terms: {ab: {order: [a, b]}, cd: {order: [c, d]}, ef: {order: [e, f]}, gh: {order: [g, h], firmness: red-line}}
        """,
    "south/2026-01-02.yaml": """
        date: 2026-01-02
        terms: {ab: {order: [b, a]}, cd: {order: [d, c]}, ef: {order: [f, e]}, gh: {order: [h, g]}}
        """,
}
#: Positions with conditions at their end, orders that differ at the end, titles that begin alike.
ALIKE = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        steps: {ceasefire: The ceasefire begins, talks: Talks on the territory begin,
                decision: The territory is decided, start: The withdrawal begins, end: The withdrawal is complete}
        issues:
          first: {title: What precedes the talks on the territory of the two, kind: sequence}
          second: {title: What precedes the ceasefire, kind: sequence}
          third: {title: What precedes the talks on the territory of the three, kind: sequence}
          port: {title: Port, kind: choice,
                 options: {open: Open to the ships of all states, shut: Shut to the ships of all states}}
          river: {title: River, kind: choice, options: {open: Open to the ships of both states, shut: Shut}}
          bridge: {title: Bridge, kind: quantity, unit: ships in an hour of the day or the night}
        """,
    "north/2026-01-01.yaml": """
        date: 2026-01-01
        terms:
          first: {order: [ceasefire, talks, decision, start, end]}
          port: {accepts: open, applies_if: {river: open}}
          river: {accepts: open, alternatives: [{accepts: shut, if: {port: shut}}]}
          bridge: {min: 6, alternatives: [{min: 5, if: {port: open}}]}
        """,
    "north/2026-01-09.yaml": """
        date: 2026-01-09
        terms:
          first: {order: [ceasefire, talks, decision, end, start]}
          bridge: {min: 6, alternatives: [{min: 4, if: {port: open}}]}
        """,
    "south/2026-01-02.yaml": """
        date: 2026-01-02
        terms:
          second: {order: [[decision, start, end], ceasefire]}
          third: {order: [talks, ceasefire]}
          port: {accepts: open, applies_if: {river: shut}}
          river: shut
          bridge: {max: 3}
        """,
}
#: A list of all that is permitted: what it is a list of stands in the agenda's note.
LISTED = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        issues:
          forces: {title: Foreign forces, kind: set, members: {land: Land forces, air: Air forces},
                   note: The set holds what is permitted and not what will be there.}
          port: {title: Port, kind: choice, options: {open: Open, shut: Shut}, note: As of the harbour plan.}
        """,
    "north/2026-01-01.yaml": "date: 2026-01-01\nterms: {forces: {excludes: [land], firmness: red-line}, port: open}\n",
    "south/2026-01-02.yaml": "date: 2026-01-02\nterms: {forces: {exactly: all}, port: shut}\n",
}
#: A move towards what is not known, and one of a flexible position.
MOVES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        issues:
          port: {title: Port, kind: choice, options: {open: Open, shared: Shared, shut: Shut}}
          river: {title: River, kind: quantity, unit: km}
        """,
    "north/2026-01-01.yaml": "date: 2026-01-01\nterms: {port: shut, river: {min: 6, firmness: flexible}}\n",
    "north/2026-01-09.yaml": "date: 2026-01-09\nterms: {port: shared, river: {min: 6}}\n",
    "south/2026-01-02.yaml": "date: 2026-01-02\nterms: {port: {rejects: [open], vague: true}, river: {max: 5}}\n",
}
#: Twelve issues that clash, each by itself, and two orders from which a third follows.
CLASHES = {
    "agenda.yaml": "posdiff: 1\nparties: {north: {name: North}, south: {name: South}}\n"
    "steps: {aid: Aid, border: Border, crossing: Crossing}\nissues:\n"
    "  first: {title: What comes first, kind: sequence}\n  then: {title: What comes then, kind: sequence}\n"
    + "".join(
        f"  road-{n}: {{title: Road {n}, kind: choice, options: {{open: Open, shut: Shut}}}}\n" for n in range(12)
    ),
    "north/2026-01-01.yaml": "date: 2026-01-01\nterms:\n  first: {order: [aid, border]}\n"
    + "".join(f"  road-{n}: open\n" for n in range(12)),
    "south/2026-01-02.yaml": "date: 2026-01-02\nterms:\n  then: {order: [border, crossing]}\n"
    + "".join(f"  road-{n}: shut\n" for n in range(12)),
}
NAMES = (
    "Algeria", "Brazil", "Canada", "European Union", "France", "Small Island States", "India", "Japan", "Kenya",
    "United States", "Russia", "South Africa", "Saudi Arabia", "Switzerland", "Least Developed Countries",
)  # fmt: skip


def many(parties: int) -> dict[str, str]:
    """So many parties, which want more and more on five issues; some are silent, some draw red lines."""
    named = {name.lower().replace(" ", "-"): name for name in NAMES[:parties]}
    listed = ", ".join(f"{id}: {{name: {name}}}" for id, name in named.items())
    files = {
        "agenda.yaml": f"""
            posdiff: 1
            parties: {{{listed}}}
            topics: {{money: Money and who pays it}}
            issues:
              fund: {{title: Size of the fund, kind: quantity, unit: billion USD, topic: money}}
              payers: {{title: Who pays into the fund, kind: choice, topic: money, ordered: true,
                       options: {{rich: Rich countries, able: All who are able, every: All}}}}
              coal: {{title: End of coal, kind: date}}
              review: {{title: Review of promises every five years, kind: choice, options: {{y: "Yes", n: "No"}}}}
              seat: {{title: Seat of the secretariat, kind: choice, options: {{bonn: Bonn, lima: Lima}}}}
            """
    }
    files["drafts/2026-02-20-offer.yaml"] = """
        date: 2026-02-20
        by: [a mediator]
        outcomes: {fund: 130, payers: rich, review: y}
        """
    for number, id in enumerate(named):
        bound = "max" if number % 3 else "min"
        red = ", firmness: red-line" if number % 4 == 1 else ""
        payers = ("rich", "able", "every")[number % 3]
        terms = [f"fund: {{{bound}: {100 + 20 * number}{red}}}", f"payers: {{accepts: {payers}{red}}}"]
        terms += [f"coal: {{until: {2030 + number}-12-31}}"] if number % 2 else []
        terms += [f"review: {'n' if number == 1 else 'y'}"] if number < 3 else []
        terms += ["seat: bonn"] if number == 0 else []
        files[f"{id}/2026-02-{number + 1:02}.yaml"] = f"date: 2026-02-{number + 1:02}\nterms: {{{', '.join(terms)}}}\n"
    return files


def _names(parties: int) -> str:
    return " ".join(name.lower().replace(" ", "-") for name in NAMES[:parties])


CHANGED = "--since 2026-03-02 --until 2026-04-01"
WIDTHS = (60, 80, 120, None)
#: A dossier, a question, and the widths at which it is shown; what is named so is shown in full.
QUESTIONS: dict[str, tuple[dict[str, str], str, tuple[int | None, ...]]] = {
    "compare-two": (TWO, "compare union employer --at 2026-03-12", WIDTHS),
    "compare-reported": (TWO, "compare union employer --at 2026-03-12 --with-reported", (80,)),
    "compare-only": (TWO, "compare union employer --at 2026-03-12 --only contradiction", (80,)),
    "compare-topic": (TWO, "compare union employer --at 2026-03-12 --topic site", (80,)),
    "compare-all": (TWO, "compare union employer --at 2026-03-04 --all", (80,)),
    "compare-nothing-left": (TWO, "compare union employer --at 2026-03-12 --only unassessed --topic site", (80,)),
    "compare-quiet": (QUIET, "compare north south --at 2026-02-01", (80,)),
    "compare-rings": (RINGS, "compare north south --at 2026-02-01", (80,)),
    "compare-listed": (LISTED, "compare north south --at 2026-02-01", (80,)),
    "compare-alike": (ALIKE, "compare north south --at 2026-02-01", (60, 80)),
    "changes-alike": (ALIKE, "changes north --since 2026-01-02 --until 2026-02-01", (60, 80)),
    "compare-four": (many(4), f"compare {_names(4)} --at 2026-03-01", WIDTHS),
    "changes-two": (TWO, f"changes {CHANGED}", WIDTHS),
    "changes-against": (TWO, f"changes union employer {CHANGED} --against all", (80, 120)),
    "changes-all": (TWO, f"changes union {CHANGED} --all", (80,)),
    "changes-only": (TWO, f"changes union {CHANGED} --only reaffirmed", (80,)),
    "changes-nothing-left": (TWO, f"changes union {CHANGED} --only withdrawn", (80,)),
    "changes-moves": (MOVES, "changes north --since 2026-01-02 --until 2026-02-01 --against all", (80,)),
    "changes-given-up": (TWO, "changes employer --since 2026-03-06 --until 2026-04-01", (80,)),
    "history-given-up": (TWO, "history employer --until 2026-04-01 --only withdrawn", (80,)),
    "conflicts-many": (CLASHES, "conflicts --at 2026-02-01", (80,)),
    "changes-none": (QUIET, "changes --since 2026-01-01 --until 2026-02-01", (80,)),
    "history-two": (TWO, "history --until 2026-04-01", WIDTHS),
    "history-reported": (TWO, "history employer --until 2026-04-01 --with-reported", (80,)),
    "history-only": (TWO, "history --until 2026-04-01 --only softened", (80,)),
    "history-nothing-left": (TWO, "history --until 2026-04-01 --only reversed", (80,)),
    "draft-two": (TWO, "draft mediator --at 2026-04-01", WIDTHS),
    "draft-only": (TWO, "draft mediator --at 2026-04-01 --only left-open", (80,)),
    "draft-nothing-left": (TWO, "draft mediator --at 2026-04-01 --only missing", (80,)),
    "draft-issue": (TWO, "draft mediator --at 2026-04-01 --issue canteen", (80,)),
    "draft-ten": (many(10), "draft offer --at 2026-04-01", (60, 80)),
    "conflicts-two": (TWO, "conflicts union employer --at 2026-03-12", WIDTHS),
    "conflicts-draft": (TWO, "conflicts union employer --at 2026-03-12 --draft mediator", (80,)),
    "conflicts-reported": (TWO, "conflicts union employer --at 2026-03-12 --with-reported", (80,)),
    "conflicts-topic": (TWO, "conflicts union employer --at 2026-03-12 --topic site", (80,)),
    "conflicts-quiet": (QUIET, "conflicts --at 2026-02-01", (80,)),
    "conflicts-ten": (many(10), "conflicts --at 2026-03-01", WIDTHS),
    "conflicts-fifteen": (many(15), "conflicts --at 2026-03-01", (50, 60, 80)),
    "conflicts-all": (many(10), "conflicts --at 2026-03-01 --all", (120,)),
    "conflicts-ten-full": (many(10), "conflicts --at 2026-03-01", (60, 80, 120, 200)),
    "matrix-two": (TWO, "matrix --at 2026-03-12", (80,)),
    "matrix-ten-full": (many(10), "matrix --at 2026-03-12", (60, 120)),
    "matrix-distance": (MOVES, "matrix --at 2026-03-12 --metric distance", (80,)),
    "matrix-ten": (many(10), "matrix --at 2026-03-12", (*WIDTHS, 200)),
    "matrix-fifteen": (many(15), "matrix --at 2026-03-12 --metric distance", (*WIDTHS, 200)),
    "issues-two": (TWO, "issues --at 2026-03-12", (*WIDTHS, 200)),
    "issues-ten": (many(10), "issues --at 2026-03-12", (60, 80)),
    "compare-ten": (many(10), f"compare {_names(10)} --at 2026-03-01", WIDTHS),
}
CASES = [(name, width) for name, (_, _, widths) in QUESTIONS.items() for width in widths]


@pytest.mark.parametrize(("name", "width"), CASES)
def test_overviews(name: str, width: int | None, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    files, question, _ = QUESTIONS[name]
    answer = asked_in_words(dossier(tmp_path, files), question)
    assert answer.basis.errors == ()
    text = formats.write(answer, "text", Look(width=width, full=name.endswith("-full")))
    assert width is None or max(map(len, text.splitlines())) <= width
    page = PAGES / f"{name}-{width or 'pipe'}.txt"
    if request.config.getoption("--regenerate"):
        page.parent.mkdir(exist_ok=True)
        page.write_bytes(text.encode("utf-8"))
    assert text.encode("utf-8") == page.read_bytes(), f"{page} differs; --regenerate writes it"


def test_letters_for_names() -> None:
    """A short name in capitals, a short id; else the first letters, as many as tell it from the others."""
    names = {
        "g77": "G77 and China", "aosis": "AOSIS", "agn": "African Group", "arab-group": "Arab Group", "india": "India",
        "indonesia": "Indonesia", "us": "United States", "small": "Small Island States", "sis": "Société",
    }  # fmt: skip
    letters = initials(names)
    assert list(letters.values()) == ["G77", "AOSIS", "AGN", "AG", "In", "Ind", "US", "SIS", "So"]
    assert "AOSIS" not in "".join(run.text for run in key_to(letters, names))


def test_a_crowded_overview_without_titles_keeps_its_headings(tmp_path: Path) -> None:
    """Both have spoken on every issue, so that no list of titles stands below the deadlock."""
    numbers = range(45)
    issues = "".join(
        f"  i{number}: {{title: Issue {number}, kind: choice, options: {{kept: Kept, cut: Cut}}}}\n"
        for number in numbers
    )
    said = "".join(f"  i{number}: kept\n" for number in numbers)
    files = {
        "agenda.yaml": "posdiff: 1\nparties: {north: {name: North}, south: {name: South}}\n"
        "steps: {talks: Talks, truce: Truce}\nissues:\n  first: {title: First, kind: sequence}\n" + issues,
        "north/2026-01-01.yaml": f"date: 2026-01-01\nterms:\n  first: {{order: [talks, truce]}}\n{said}",
        "south/2026-01-01.yaml": f"date: 2026-01-01\nterms:\n  first: {{order: [truce, talks]}}\n{said}",
    }
    answer = asked_in_words(dossier(tmp_path, files), "compare north south --at 2026-02-01")
    text = formats.write(answer, "text", Look(width=120, full=False))
    assert "46 issues; ✗ 1 contradiction, ↻ 1 deadlock, = 45 agreed\n" in text
    head = "1 by demands alone, 0 with steps that the agenda orders; → means before"
    assert f"\n↻ DEADLOCK (1)  {head}\n  North and South: Talks → Truce → Talks\n" in text
    assert text.endswith("--quotes --sources their words and where they stand\n")


def test_the_sample_fits_a_screen() -> None:
    """Two parties at 120 columns take at most 60 lines, with all that is reported too; each red line has a line."""
    sample = load(ROOT / "positions")
    for question in (
        "compare russia ukraine --at 2026-07-01",
        "compare russia ukraine --at 2026-11-28 --with-reported",
    ):
        answer = asked_in_words(sample, question)
        text = formats.write(answer, "text", Look(width=120, full=False))
        assert len(text.splitlines()) <= 60
        red = [row for row in answer.issues if row.red_line and row.relation != "one-sided"]  # type: ignore[attr-defined]
        assert red and len(re.findall("^  . .* RED LINE (?:both|Russia|Ukraine)", text, re.MULTILINE)) >= len(red)
    assert re.search(r"Unassessed \(\d+\): [^;]* \(on record: contradiction\);", text)


#: What stands over tables, and is read only where a table is told of to those who do not see it.
HEADINGS = (
    "Issue by issue",
    "How many issues of each topic stand in each relation",
    "Change by change",
    "Statement by statement",
    "The draft against each party",
    "Red lines and broken terms",
    "What can hold together",
    "What would have to go",
    "Who gives what",
    "Every pair of parties",
    "Every issue",
)


def test_headings(tmp_path: Path) -> None:
    found: set[str] = set()
    for name, (files, question, _) in QUESTIONS.items():
        if name.endswith("-full"):
            continue
        answer = asked_in_words(dossier(tmp_path / name, files), question)
        overview = import_module(f"posdiff.reports.overviews.{answer.command}").document(answer, 80)
        found |= {
            block.caption for section in overview.sections for block in section.blocks if isinstance(block, Table)
        }
    assert found == set(HEADINGS)


def sentences() -> list[str]:
    """All that is told here."""
    pages = [page.read_text(encoding="utf-8") for page in sorted(PAGES.glob("*.txt"))]
    return [*HEADINGS, *(line for page in pages for line in page.splitlines())]
