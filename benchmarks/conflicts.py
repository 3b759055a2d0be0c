"""What ``conflicts`` costs on random dossiers, with the extra ``posdiff[solver]`` and without. See README.md."""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Sequence
from random import Random
from typing import Any

from posdiff.answers.answer import Basis, Filter
from posdiff.answers.conflicts import Conflicts
from posdiff.answers.reading import labelled
from posdiff.comparison.conflicts import clauses
from posdiff.comparison.conflicts.analysis import ConflictAnalysis, analyse_conflicts
from posdiff.comparison.conflicts.explanation import explained
from posdiff.comparison.conflicts.search import Search
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.fold import position
from posdiff.dossier.reading.load import assemble
from posdiff.dossier.region import Settlements
from posdiff.dossier.sources.tree import File
from posdiff.reports.shapes.writing import json_text

DAY = "2024-06-01"
#: Terms on one issue, on average: so many parties have spoken on it.
_TERMS_AN_ISSUE = 3
#: A hidden outcome of each issue is accepted by so many of the terms: without one, everything would contradict.
_AGREEABLE = 0.85
_STEPS = 12
_OPTIONS = 4
_MEMBERS = 5
#: How often each kind is drawn.
_KINDS = {"choice": 50, "quantity": 15, "date": 5, "set": 20, "sequence": 10}

Words = dict[str, Any]


class Generator:
    """A random dossier: an outcome of every issue is hidden in it, which most terms accept."""

    def __init__(self, parties: int, terms: int, linkage: float, seed: int) -> None:
        self.random = Random(f"{parties} {terms} {linkage} {seed}")
        self.parties = [f"party-{number}" for number in range(parties)]
        self.terms, self.linkage = terms, linkage
        self.order = self.random.sample(range(_STEPS), _STEPS)
        drawn = self.random.choices(
            list(_KINDS), list(_KINDS.values()), k=max(2, round(terms / min(parties, _TERMS_AN_ISSUE)))
        )
        # All sequence issues read one course of events, and are one cluster: as many as an agenda of steps has.
        kinds = [kind if kind != "sequence" or number < 80 else "choice" for number, kind in enumerate(drawn)]
        self.issues = {f"i-{number}": self._issue(kind) for number, kind in enumerate(kinds)}
        self.hidden = {issue: self._hidden(str(said["kind"])) for issue, said in self.issues.items()}

    def dossier(self) -> Dossier:
        """The dossier, read."""
        agenda = {
            "posdiff": "1", "parties": {party: {} for party in self.parties},
            "steps": {f"s-{number}": f"Step {number}" for number in range(_STEPS)}, "issues": self.issues,
        }  # fmt: skip
        places = [(party, issue) for issue in self.issues for party in self.parties]
        chosen = sorted(self.random.sample(places, min(self.terms, len(places))))
        said: dict[str, Words] = {party: {} for party in self.parties}
        for party, issue in chosen:
            said[party][issue] = self._term(issue)
        files = {"agenda.yaml": agenda}
        files |= {f"{party}/{DAY}.yaml": {"date": DAY, "terms": terms} for party, terms in said.items() if terms}
        dossier = assemble([File(path, _flow(words).encode()) for path, words in files.items()], [])
        assert not [finding for finding in dossier.findings if finding.severity == "error"], dossier.findings
        return dossier

    def _issue(self, kind: str) -> Words:
        said: Words = {"title": "An issue", "kind": kind}
        if kind == "choice":
            said["options"] = {f"o-{number}": f"Option {number}" for number in range(_OPTIONS)}
        if kind == "set":
            said["members"] = {f"m-{number}": f"Member {number}" for number in range(_MEMBERS)}
        return said

    def _hidden(self, kind: str) -> Any:
        if kind == "choice":
            return self.random.randrange(_OPTIONS)
        if kind == "set":
            return {number for number in range(_MEMBERS) if self.random.random() < 0.5}
        return self.random.randrange(1, 28)

    def _term(self, issue: str) -> Words:
        term = self._offer(issue)
        term["firmness"] = self.random.choices(("red-line", "firm", "flexible"), (15, 60, 25))[0]
        if self.random.random() < self.linkage and len(self.issues) > 1:
            number = int(issue[2:])
            near = [f"i-{other}" for other in range(number - 3, number + 4) if other != number]
            other = self.random.choice([each for each in near if each in self.issues])
            if self.random.random() < 0.2:
                other = self.random.choice([each for each in self.issues if each != issue])
            condition = {other: self._offer(other)}
            if self.random.random() < 0.5:
                term["applies_if"] = condition
            else:
                term["alternatives"] = [{**self._offer(issue), "if": condition}]
        return term

    def _offer(self, issue: str) -> Words:
        agreeable = self.random.random() < _AGREEABLE
        hidden, kind = self.hidden[issue], self.issues[issue]["kind"]
        if kind == "choice":
            others = [number for number in range(_OPTIONS) if number != hidden]
            chosen = self.random.sample(others, self.random.randrange(0 if agreeable else 1, 3))
            return {"accepts": [f"o-{number}" for number in sorted(chosen + ([hidden] if agreeable else []))]}
        if kind == "set":
            members = self.random.sample(range(_MEMBERS), self.random.randrange(1, 4))
            turned = None if agreeable else self.random.choice(members)
            inside = [f"m-{m}" for m in sorted(members) if (m in hidden) != (m == turned)]
            outside = [f"m-{m}" for m in sorted(members) if (m in hidden) == (m == turned)]
            return {key: names for key, names in (("includes", inside), ("excludes", outside)) if names}
        if kind == "sequence":
            steps = self.random.sample(range(_STEPS), 2)
            steps.sort(key=self.order.index, reverse=not agreeable)
            return {"order": [f"s-{step}" for step in steps]}
        lower = (self.random.random() < 0.5) == agreeable
        bound = max(1, min(28, hidden + self.random.randrange(0 if agreeable else 1, 6) * (-1 if lower else 1)))
        upward = lower if agreeable else not lower
        if kind == "date":
            return {"from" if upward else "until": f"2025-01-{bound:02}"}
        return {"min" if upward else "max": str(bound)}


def _flow(words: Any) -> str:
    import json

    return json.dumps(words)


def measured(dossier: Dossier, parties: Sequence[str]) -> tuple[float, ConflictAnalysis, str]:
    """The process time of ``conflicts`` in memory, JSON included; what it found; and the JSON."""
    from datetime import date

    day = date.fromisoformat(DAY).toordinal()
    positions = {party: position(dossier, party, day) for party in parties}
    gc.collect()
    gc.disable()
    start = time.process_time()
    found = analyse_conflicts(dossier.agenda, positions)
    answer = Conflicts(
        agenda=dossier.agenda, basis=Basis(""), parties=labelled((party, None, party) for party in parties), as_of=day,
        draft=None, analysis=found, conflicts=found.conflicts, clusters=found.components,
        explanations=tuple(explained(one, Settlements(dossier.agenda.issues)) for one in found.conflicts),
        filter=Filter(tuple(dossier.agenda.issues)),
    )  # fmt: skip
    text = json_text(answer)
    spent = time.process_time() - start
    gc.enable()
    return spent, found, text


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--parties", type=int, nargs="+", default=[2, 5, 10])
    parser.add_argument("--terms", type=int, nargs="+", default=[50, 200, 500, 1000, 2000])
    parser.add_argument("--linkage", type=int, nargs="+", default=[0, 10, 20, 40], help="percent of the terms")
    parser.add_argument("--seeds", type=int, default=1)
    asked = parser.parse_args(arguments)
    try:
        clauses.Minisat()
        extra = True
    except ImportError:
        extra = False
    print("process time in seconds, JSON included; own: without the extra; +: the list was cut by its budget")
    print(f"{'parties':>7}{'terms':>7}{'linked':>8}{'cluster':>9}{'conflicts':>11}{'own':>8}{'extra':>8}  same bytes")
    for parties in asked.parties:
        for terms in asked.terms:
            for linkage in asked.linkage:
                for seed in range(asked.seeds):
                    _line(parties, terms, linkage, seed, extra)


def _line(parties: int, terms: int, linkage: int, seed: int, extra: bool) -> None:
    made = Generator(parties, terms, linkage / 100, seed)
    dossier = made.dossier()
    known = clauses.engine
    clauses.engine = _own
    own, found, text = measured(dossier, made.parties)
    clauses.engine = known
    other, _, same = measured(dossier, made.parties) if extra else (None, None, text)
    largest = _largest(dossier, made.parties)
    cut = "" if found.complete else "+"
    seconds = "" if other is None else f"{other:.2f}"
    print(
        f"{parties:7}{terms:7}{linkage:7}%{largest:9}{f'{len(found.conflicts)}{cut}':>11}{own:8.2f}{seconds:>8}"
        f"  {'yes' if same == text else 'NO'}", flush=True
    )  # fmt: skip


def _own(terms: int) -> clauses.Engine:  # noqa: ARG001  # as the face has it
    return Search()


def _largest(dossier: Dossier, parties: Sequence[str]) -> int:
    """The number of terms in the largest cluster."""
    from datetime import date

    from posdiff.comparison.conflicts.constraints import clusters

    day = date.fromisoformat(DAY).toordinal()
    held = {party: position(dossier, party, day) for party in parties}
    return max((len(one.terms) for one in clusters(dossier.agenda, held)), default=0)


if __name__ == "__main__":
    main()
