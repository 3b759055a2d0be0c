"""What hangs together: positions, rules and a draft in, the clusters with their terms out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from posdiff.comparison.conflicts.constraints import Constraint, Stated, clusters
from posdiff.dossier.agenda import Rule
from posdiff.dossier.fold import position
from writing import dossier

AGENDA = """
    posdiff: 1
    parties:
      north: {name: North}
      south: {name: South}
      league: {name: League, members: [north]}
      front: {name: Front, members: [south]}
      union: {name: Union, members: [league, front, north]}
    steps: {a: A, b: B, c: C}
    issues:
      fee: {title: Fee, kind: quantity, unit: coin}
      shop: {title: Shop, kind: choice, options: {no: No, open: Open}}
      guard: {title: Guard, kind: choice, options: {no: No, yes: Yes}}
      first: {title: First, kind: sequence}
      last: {title: Last, kind: sequence}
      talk: {title: Talk, kind: text}
    """
RED, SOFT = "firmness: red-line", "firmness: flexible"


def told(constraint: Constraint) -> str:
    """A term by its party and issue, with the ways to meet it where there are several; who holds it too."""
    ways = f" x{len(constraint.boxes)}" * (len(constraint.boxes) != 1)
    source = constraint.source
    if not isinstance(source, Stated):
        return ("rule" if isinstance(source, Rule) else f"draft {source.issue}") + ways
    beside = [f"through {'>'.join(source.part.through)}"] * bool(source.part.through)
    beside += [f"for {'+'.join(source.speaks_for)}"] * bool(source.speaks_for)
    beside += [f"with {'+'.join(source.shared_by)}"] * bool(source.shared_by)
    holds = [party for party in ("north", "south", "league", "front", "union") if source.holds(party)]
    assert holds == [
        party
        for party in ("north", "south", "league", "front", "union")
        if party in (source.party, *source.speaks_for, *source.shared_by)
    ]
    return " ".join((source.party, source.issue.id, *beside)) + ways


#: What parties state, of whom it is asked, the rules, what a draft settles; the clusters, with `!` those of several
#: sides or of several offers on the course of events.
CLUSTERS = [
    # Issue by issue, in the agenda's order; the firmest first, then by party. Words are left out.
    ({"north": "{guard: yes, fee: {max: 5}, talk: A}", "south": f"{{fee: {{max: 9, {RED}}}}}"}, "north south", [], "",
     ["fee: south fee, north fee", "guard: north guard"]),
    ({"north": f"{{fee: {{max: 5, {SOFT}}}, shop: {{accepts: open, applies_if: {{fee: {{max: 3}}}}}}}}",
      "south": f"{{fee: {{max: 9}}, shop: {{accepts: open, {SOFT}}}}}"}, "south north", [], "",
     ["! fee shop: south fee, north shop x2, south shop, north fee"]),
    # Offers of one rank that are one piece are one way.
    ({"north": "{fee: {max: 5, alternatives: [{max: 7}, {min: 9}, {max: 20, if: {shop: open}}]}}"}, "north", [], "",
     ["! fee shop: north fee x3"]),
    ({"north": "{first: {order: [a, b], alternatives: [{order: [b, c]}]}}", "south": "{last: {order: [a, b]}}"},
     "north south", [], "", ["! (course): north first x2, south last"]),
    ({"north": "{first: {order: [a, b]}}", "south": "{last: {order: [a, b]}}"},
     "north south", [], "", ["(course): north first, south last"]),
    # A rule ties what others look at; one that asks about what nobody looks at asks for nothing.
    ({"north": "{fee: {max: 5}}", "south": "{shop: open}"}, "north south",
     ["{if: {shop: open}, then: {fee: {min: 3}}}"], "", ["! fee shop: north fee, south shop, rule x2"]),
    ({"north": "{fee: {max: 5}}", "south": "{fee: {max: 6}}"}, "north south",
     ["{if: {shop: open}, then: {fee: {min: 3}}}"], "", ["fee: north fee, south fee"]),
    ({"north": "{fee: {max: 5}}"}, "north", ["{if: {shop: [no, open]}, then: {fee: {min: 3}}}"], "",
     ["! fee shop: north fee, rule"]),
    # Of two rules one may lead to the other; without who speaks of the first of them, neither asks for anything.
    ({"north": "{shop: open}", "south": "{fee: {max: 5}}"}, "north south",
     ["{if: {shop: open}, then: {guard: yes}}", "{if: {guard: yes}, then: {fee: {min: 3}}}"], "",
     ["! fee shop guard: north shop, south fee, rule x2, rule x2"]),
    ({"south": "{fee: {max: 5}}"}, "south",
     ["{if: {shop: open}, then: {guard: yes}}", "{if: {guard: yes}, then: {fee: {min: 3}}}"], "", ["fee: south fee"]),
    # A draft, whose brackets are ways; where nobody speaks of it, it stands in no cluster.
    ({"north": "{fee: {max: 5}}"}, "north", [], "{fee: {options: [4, 9]}, guard: yes, talk: B}",
     ["fee: north fee, draft fee x2"]),
    # What is held through a bloc is one with the bloc's, or with those who hold it through the same one.
    ({"league": "{fee: {max: 5}}"}, "north league", [], "", ["fee: league fee for north"]),
    ({"league": "{fee: {max: 5}}"}, "north", [], "", ["fee: north fee through league"]),
    ({"union": "{fee: {max: 5}}"}, "north south", [], "", ["fee: north fee through union with south"]),
    ({"union": "{fee: {max: 5}}"}, "league south front north", [], "",
     ["fee: league fee through union for north+south with front"]),
]  # fmt: skip


@pytest.mark.parametrize(("said", "asked", "rules", "outcomes", "expected"), CLUSTERS)
def test_what_hangs_together(
    tmp_path: Path, said: dict[str, str], asked: str, rules: list[str], outcomes: str, expected: list[str]
) -> None:
    files = {f"{who}/2024-01-01.yaml": f"date: 2024-01-01\nterms: {terms}\n" for who, terms in said.items()}
    if outcomes:
        files["drafts/2024-01-02.yaml"] = f"date: 2024-01-02\nby: north\noutcomes: {outcomes}\n"
    ruled = f"rules: [{', '.join(rules)}]\n" if rules else ""
    read = dossier(tmp_path, {"agenda.yaml": AGENDA + ruled, **files})
    assert not [finding for finding in read.findings if finding.severity == "error"], read.findings
    positions = {party: position(read, party, date(2024, 2, 1).toordinal()) for party in asked.split()}
    draft = read.drafts[0] if read.drafts else None
    found = clusters(read.agenda, positions, draft)
    linked = clusters(read.agenda, positions, draft, linked_only=True)
    assert [
        f"{'! ' if cluster in linked else ''}{' '.join(cluster.sides)}: {', '.join(map(told, cluster.every))}"
        for cluster in found
    ] == expected
    assert [cluster for cluster in found if cluster in linked] == [*linked]
    for cluster in found:
        assert [cluster.every[number].source for number in range(len(cluster.terms))] == [*cluster.stated]
        assert cluster.all_terms | cluster.all_hard == (1 << len(cluster.every)) - 1
        assert (cluster.all_terms & cluster.all_hard, cluster.all_terms.bit_count()) == (0, len(cluster.terms))
