"""How fast two positions are compared, beside DeepDiff on the same terms. How to run: see README.md."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Callable, Sequence
from time import process_time
from typing import Any

from deepdiff import DeepDiff
from fitting import exponent

from posdiff.comparison.relations import compare
from posdiff.dossier.agenda import Agenda, Issue, Party
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.fold import position
from posdiff.dossier.position import Position
from posdiff.dossier.statement import Source, Statement
from posdiff.dossier.statements import Statements
from posdiff.dossier.term import Firmness, Offer, QuotedWords, Term
from posdiff.findings.location import Location
from posdiff.kinds.choice import ChoiceSpace
from posdiff.kinds.date import DateSpace
from posdiff.kinds.kind import Space
from posdiff.kinds.quantity import QuantitySpace
from posdiff.kinds.sequence import SequenceSpace
from posdiff.kinds.set import SetSpace
from posdiff.kinds.steps import AgendaSteps
from posdiff.kinds.text import TextSpace

SIZES = (1_000, 10_000, 100_000)
#: The size at which DeepDiff is run too: ten times as many take it minutes.
BESIDE = 10_000
TARGET = 1.0
_DAY = 739_000
_AT = Location("north/2024-01-01.yaml", 1, 1)
_URL = "https://example.org/paper"
_SOURCE = Source("2024-01-01", "paper", "A paper", "A publisher", "2024-01-01", _URL, None, None, _AT)

#: What a term says, by kind; and what it says where the two parties differ.
_SAYS: tuple[tuple[dict[str, Any], dict[str, Any]], ...] = (
    ({"accepts": ["later", "soon"]}, {"accepts": ["never"]}),
    ({"includes": ["east", "coast"]}, {"excludes": ["east", "hills"]}),
    ({"min": "21000", "max": "24000"}, {"max": "8100"}),
    ({"from": "2025-06-01"}, {"until": "2025-01-01"}),
    ({"order": ["talks", "signing", "end"]}, {"order": ["end", "signing", "talks"]}),
    ({"says": "It is to be done in good faith"}, {"says": "It is not to be done at all"}),
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="terms of each party")
    sizes: list[int] = parser.parse_args(arguments).sizes
    times = {}
    print("two parties, six kinds of issue in turn, 1 % of the terms differ; process time")
    print(f"{'terms each':>11}{'seconds':>9}{'terms/s':>10}")
    for size in sizes:
        agenda, positions = built(size)
        times[size] = min(seconds(lambda at=agenda, of=positions: compare(at, of)) for _ in range(3))  # type: ignore[misc]
        print(f"{size:11,}{times[size]:9.3f}{size / times[size]:10,.0f}")
    if len(sizes) > 1:
        print(f"exponent of the time {exponent(times):.2f}")
    agenda, positions = built(BESIDE)
    ours = min(seconds(lambda: compare(agenda, positions)) for _ in range(3))
    one, other = (plain(agenda, held) for held in positions.values())
    theirs = seconds(lambda: DeepDiff(one, other))
    print(f"{BESIDE:,} terms each: compare {ours:.3f}, DeepDiff of the same terms as two dicts {theirs:.3f}")
    print(f"ratio {ours / theirs:.3f}; target below {TARGET:.0f}")


def built(size: int) -> tuple[Agenda, dict[str, Position]]:
    """An agenda of so many issues, and two positions with a term on each. A file could not hold as many issues."""
    steps = AgendaSteps({"talks": "Talks", "signing": "Signing", "end": "The end"}, {})
    issues = {issue.id: issue for issue in (_issue(number, steps) for number in range(size))}
    parties = {name: Party(name, name.title(), (), None, _AT) for name in ("north", "south")}
    agenda = Agenda(None, parties, {}, {}, issues, (), steps)
    statements = Statements(_statement(name, issues, name == "south") for name in parties)
    dossier = Dossier(agenda, statements, (), (), {})
    return agenda, {name: position(dossier, name, _DAY) for name in parties}


def _issue(number: int, steps: AgendaSteps) -> Issue:
    spaces: tuple[Callable[[], Space], ...] = (
        lambda: ChoiceSpace({"never": "Never", "later": "Later", "soon": "Soon", "now": "Now"}),
        lambda: SetSpace({"east": "East", "west": "West", "coast": "Coast", "hills": "Hills"}),
        lambda: QuantitySpace("km", unlimited="No limit"),
        DateSpace,
        lambda: SequenceSpace(steps, steps.titles),
        TextSpace,
    )
    return Issue(f"issue-{number}", f"Issue {number}", None, None, None, spaces[number % len(spaces)](), _AT)


def _statement(party: str, issues: dict[str, Issue], differs: bool) -> Statement:
    terms = {}
    for number, issue in enumerate(issues.values()):
        # One in each hundred, and in each at another place, so that every kind has its share of what differs.
        says = _SAYS[number % len(_SAYS)][1 if differs and number % 100 == number // 100 % len(_SAYS) else 0]
        firmness: Firmness = "red-line" if number % 3 else "firm"
        quotes, note = (QuotedWords(f"We have said so {number} times"),), "Said to the press on the way out"
        offers = (Offer(issue.space.read(says).piece, (), quotes, ("paper",)),)
        terms[issue.id] = Term(
            issue.id, offers, (), firmness, False, None, False, None, quotes, ("paper",), note, _AT
        )  # fmt: skip
    return Statement(
        "2024-01-01", _DAY, (party,), None, None, "stated", None, {"paper": _SOURCE}, terms, (), (), _AT
    )  # fmt: skip


def plain(agenda: Agenda, held: Position) -> dict[str, Any]:
    """A position as nested dicts, lists and text: what a general diff tool is given."""
    return {
        name: {
            "offers": [{"accepts": agenda.issues[name].space.as_json(offer.accepts)} for offer in one.terms[0].offers],
            "firmness": one.terms[0].firmness,
            "quote": one.terms[0].quote,
            "source": list(one.terms[0].sources),
            "note": one.terms[0].note,
        }
        for name, one in held.terms.items()
    }


def seconds(work: Callable[[], object]) -> float:
    """The process time of some work, without the collector, as the command line runs it."""
    gc.collect()
    gc.disable()
    try:
        start = process_time()
        work()
        return process_time() - start
    finally:
        gc.enable()


if __name__ == "__main__":
    main()
