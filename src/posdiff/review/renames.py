"""Which ids of the agenda were given another name: what went and what came in its place."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from posdiff.dossier.agenda import Agenda
from posdiff.findings.location import Location

#: The keys of a term whose words are for readers, and no part of what it says.
SPOKEN = ("quote", "source", "note", "text")
_NONE: Mapping[str, str] = {}


class Rename(NamedTuple):
    """One id: what it names, and on which issue (as it is called now) where it is an option or a member."""

    what: str
    old: str
    new: str
    issue: str | None
    location: Location


class Renames(NamedTuple):
    """Every renamed id, old to new. ``within``: those of options and members, by issue (its new id)."""

    every: tuple[Rename, ...]
    parties: Mapping[str, str] = _NONE
    steps: Mapping[str, str] = _NONE
    issues: Mapping[str, str] = _NONE
    within: Mapping[str, Mapping[str, str]] = {}

    def term(self, issue: str, words: Any) -> Any:
        """A term's words with the new ids; ``issue`` is called as it is now."""
        names = {**self.steps, **self.within.get(issue, _NONE)}
        if not isinstance(words, dict):
            return _swapped(words, names)
        renamed: dict[str, Any] = {}
        for key, value in words.items():
            if key in ("if", "applies_if"):
                renamed[key] = self.terms(value)
            elif key == "alternatives" and isinstance(value, list):
                renamed[key] = [self.term(issue, alternative) for alternative in value]
            else:
                renamed[key] = value if key in SPOKEN else _swapped(value, names)
        return renamed

    def terms(self, words: Any) -> Any:
        """A mapping of issues to terms with the new ids."""
        if not isinstance(words, dict):
            return words
        return {(new := self.issues.get(issue, issue)): self.term(new, said) for issue, said in words.items()}


def between(old: Agenda, new: Agenda) -> Renames:
    """The ids that were renamed between two agendas.

    An id that went was renamed to the one that came with the same title; or, where one went and one came, to that one
    if it stands in its place. What was renamed and retitled and moved is taken for gone and new.
    """
    renames: list[Rename] = []
    parties = _pairs({p.id: p.name for p in old.parties.values()}, {p.id: p.name for p in new.parties.values()})
    renames += [Rename("party", a, b, None, new.parties[b].location) for a, b in parties.items()]
    steps = _pairs({s.id: s.title for s in old.steps.values()}, {s.id: s.title for s in new.steps.values()})
    renames += [Rename("step", a, b, None, new.steps[b].location) for a, b in steps.items()]
    issues = _pairs({i.id: i.title for i in old.issues.values()}, {i.id: i.title for i in new.issues.values()})
    issues = {a: b for a, b in issues.items() if old.issues[a].space.same_kind(new.issues[b].space)}
    renames += [Rename("issue", a, b, None, new.issues[b].location) for a, b in issues.items()]
    within: dict[str, Mapping[str, str]] = {}
    for id, issue in old.issues.items():
        issue_after = new.issues.get(issues.get(id, id))
        if issue_after is None or not issue.space.same_kind(issue_after.space):
            continue
        names = _pairs(issue.space.vocabulary, issue_after.space.vocabulary)
        if names:
            within[issue_after.id] = names
            renames += [
                Rename(issue_after.space.noun, a, b, issue_after.id, issue_after.location) for a, b in names.items()
            ]
    return Renames(tuple(renames), parties, steps, issues, within)


def _pairs(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    gone, added = [id for id in old if id not in new], [id for id in new if id not in old]
    pairs: dict[str, str] = {}
    for id in gone:
        same = [id_added for id_added in added if new[id_added].casefold() == old[id].casefold()]
        if len(same) == 1 and same[0] not in pairs.values():
            pairs[id] = same[0]
    if not pairs and len(gone) == len(added) == 1 and _place(old, gone[0]) == _place(new, added[0]):
        pairs[gone[0]] = added[0]
    return pairs


def _place(ids: Sequence[str] | Mapping[str, str], id: str) -> tuple[int, int]:
    return len(ids), list(ids).index(id)


def _swapped(words: Any, names: Mapping[str, str]) -> Any:
    if isinstance(words, str):
        return names.get(words, words)
    if isinstance(words, list):
        return [_swapped(word, names) for word in words]
    if isinstance(words, dict):
        return {key: _swapped(value, names) for key, value in words.items()}
    return words
