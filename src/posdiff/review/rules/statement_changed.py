"""Recorded files whose parties, standing, speaker or references were changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from posdiff.dossier.statement import Draft, Statement
from posdiff.findings.finding import Finding
from posdiff.review import history
from posdiff.review.case import Case
from posdiff.review.renames import between

ID: Final = "statement-changed"


def examine(case: Case) -> Iterable[Finding]:
    """The files whose head or references were changed."""
    if case.edit is None:
        return
    renames = between(case.edit.before.agenda, case.dossier.agenda)
    ids = _statement_ids(case)
    for pair in history.pairs(case, case.edit):
        if pair.now is None:
            continue
        old, new = _head(pair.was, {**renames.parties, **renames.issues, **ids}), _head(pair.now, {})
        for key in old:
            if old[key] != new.get(key) and not (key == "speaker" and not old[key]):
                message = f"`{key}` of {pair.name} was changed from {_shown(old[key])} to {_shown(new.get(key, ()))}"
                hint = "record what is said later in a new file; if this one was wrong, add `corrects:` with the reason"
                subject = (pair.was.id, key, _shown(old[key]), _shown(new.get(key, ())))
                yield history.finding(pair.now.location, ID, pair, message, hint, subject)


def _statement_ids(case: Case) -> Mapping[str, str]:
    """The new names of the statements that this edit renamed, as references name them."""
    renamed = case.edit.renamed if case.edit else {}
    return {_id(old): _id(new) for new, old in renamed.items()}


def _id(path: str) -> str:
    folder, _, name = path.rpartition("/")
    stem = name.rsplit(".", 1)[0]
    return f"joint/{stem}" if folder == "joint" else stem


def _head(file: history.Recorded, names: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    if isinstance(file, Draft):
        return {
            "standing": (file.standing,),
            "speaker": _spoken(file),
            "by": tuple(sorted(names.get(proposer, proposer) for proposer in file.by)),
            "final": ("true",) if file.final else (),
            "previous": (names.get(file.previous.name, file.previous.name),) if file.previous else (),
        }
    assert isinstance(file, Statement)
    return {
        "parties": tuple(sorted(names.get(party, party) for party in file.parties)),
        "standing": (file.standing,),
        "speaker": _spoken(file),
        "reaffirms": tuple(sorted(names.get(named.name, named.name) for named in file.reaffirms)),
        "withdraws": tuple(sorted(names.get(named.name, named.name) for named in file.withdraws)),
    }


def _spoken(file: history.Recorded) -> tuple[str, ...]:
    return (" ".join(file.speaker.split()),) if file.speaker else ()


def _shown(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "none"
