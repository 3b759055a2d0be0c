"""What an edit did to the files that were recorded before it: each with what it was and what it is, term by term."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from posdiff.dossier.agenda import Issue
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.reading.schema import plain
from posdiff.dossier.region import Settlements
from posdiff.dossier.statement import Draft, Outcome, Statement
from posdiff.dossier.term import Term
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.findings.rules import RuleId
from posdiff.review.case import Case, Edit
from posdiff.review.renames import SPOKEN, Renames, between

Recorded = Statement | Draft
Said = Term | Outcome
#: The characters of a reason that a message repeats.
_MOST_REASON = 200


class Pair(NamedTuple):
    """A file that was recorded before, and what became of it.

    ``now`` is None where the file is gone; ``words`` are its terms (or a draft's outcomes) as they were written, with
    the ids of now, ``words_now`` those of now.
    """

    was: Recorded
    now: Recorded | None
    words: Mapping[str, Any]
    words_now: Mapping[str, Any]
    #: Issues that were renamed: what they were called, by what they are called now.
    called: Mapping[str, str]

    @property
    def name(self) -> str:
        """Whose statement of which day it was."""
        return named(self.was)

    def reason(self, issue: str = "") -> str | None:
        """Why it was corrected, on an issue or as a whole: said with this very edit."""
        if self.now is None:
            return None
        for key in dict.fromkeys((issue, "")):
            said = self.now.corrects.get(key)
            if said is not None and said != self.was.corrects.get(key):
                return said
        return None


def named(file: Recorded) -> str:
    """Whose statement of which day a file is, in words."""
    day = date.fromordinal(file.day).isoformat()
    if isinstance(file, Draft):
        return f"the draft {file.id}"
    return f"the statement of {day} by {' and '.join(file.parties)}"


def finding(
    at: Location, rule: RuleId, pair: Pair, message: str, hint: str | None, subject: tuple[str, ...], issue: str = ""
) -> Finding:
    """A finding on a file recorded before; only a note (info) where the file says with this edit why it corrects."""
    reason = pair.reason(issue)
    if reason is None:
        return Finding.of(at, rule, message, hint, subject)
    said = " ".join(reason.split())
    said = said if len(said) <= _MOST_REASON else said[: _MOST_REASON - 1] + "…"
    return Finding(at, rule, f"{message}; corrected: {said}", "info", None, (), subject)


def pairs(case: Case, edit: Edit) -> Iterator[Pair]:
    """The files of statements and drafts that are not what they were. A file that can no longer be read is no pair."""
    renames = between(edit.before.agenda, case.dossier.agenda)
    called = {new: old for old, new in renames.issues.items()}
    after = {file.location.file: file for file in case.dossier.recorded}
    moved = {old: new for new, old in edit.renamed.items()}
    for was in edit.before.recorded:
        path = was.location.file
        if after.get(path) is was:
            continue  # the very same: the bytes, and the agenda, are what they were
        place = moved.get(path) or _in_folder(path, renames)
        if place not in after:
            if place not in case.dossier.texts:
                yield Pair(was, None, {}, {}, called)
            continue
        text_before, text_after = edit.before.texts.get(path, ""), case.dossier.texts.get(place, "")
        if place != path or text_before != text_after:
            section = "outcomes" if isinstance(was, Draft) else "terms"
            words = renames.terms(_section(text_before, path, section))
            yield Pair(was, after[place], words, _section(text_after, place, section), called)


def _in_folder(path: str, renames: Renames) -> str:
    folder, slash, name = path.partition("/")
    return f"{renames.parties.get(folder, folder)}{slash}{name}"


@lru_cache(maxsize=10_000)  # every rule asks for the same files
def _section(text: str, path: str, key: str) -> dict[str, Any]:
    from posdiff.documents.parsing import parse  # PyYAML: only for files that were edited

    root = parse(text.encode("utf-8", "surrogatepass"), path).root
    words = plain(root) if root else {}
    section = words.get(key) if isinstance(words, dict) else None
    return section if isinstance(section, dict) else {}


class EditedTerm(NamedTuple):
    """What became of one term of a recorded file. ``fields``: the keys under which it says something else."""

    issue: str
    was: Said | None
    now: Said | None
    fields: tuple[str, ...]


def edited_terms(pair: Pair, case: Case, edit: Edit) -> Iterator[EditedTerm]:
    """The terms of a file that say something else than they did, that came, and that went."""
    if pair.now is None:
        return
    terms_before, terms_after = terms(pair.was), terms(pair.now)
    for issue in dict.fromkeys((*pair.words, *pair.words_now)):
        term_before, term_after = terms_before.get(pair.called.get(issue, issue)), terms_after.get(issue)
        if issue not in pair.words:
            if term_after is not None:
                yield EditedTerm(issue, None, term_after, ())
        elif issue not in pair.words_now:
            if term_before is not None:
                yield EditedTerm(issue, term_before, None, ())
        elif term_before is not None and term_after is not None:
            fields = differing(pair.words[issue], pair.words_now[issue])
            if fields and not _same(term_before, term_after, case.dossier, edit.before):
                yield EditedTerm(issue, term_before, term_after, fields)


def terms(file: Recorded) -> Mapping[str, Term] | Mapping[str, Outcome]:
    """The terms of a statement, or what a draft settles, by issue."""
    return file.outcomes if isinstance(file, Draft) else file.terms


def _same(was: Said, now: Said, after: Dossier, before: Dossier) -> bool:
    """Whether other words say the same: where the agenda is as it was, so that they can be compared."""
    if set(after.agenda.issues) != set(before.agenda.issues) or was.issue != now.issue:
        return False
    if any(declared(issue) != declared(before.agenda.issues[id]) for id, issue in after.agenda.issues.items()):
        return False
    if isinstance(was, Term) and isinstance(now, Term):
        settlements = Settlements(after.agenda.issues)
        return settlements.same((was,), (now,)) and (was.adds, was.expires) == (now.adds, now.expires)
    if isinstance(was, Outcome) and isinstance(now, Outcome):
        return _same_outcome(was, now, after.agenda.issues[now.issue])
    return False


def _same_outcome(was: Outcome, now: Outcome, issue: Issue) -> bool:
    """Whether two outcomes leave the same open, and have the same in brackets, by the same."""
    whose = [[option.by for option in outcome.options] for outcome in (was, now)]
    pieces = zip(was.leaves, now.leaves, strict=False)
    return whose[0] == whose[1] and all(issue.space.equal((one,), (other,)) for one, other in pieces)


def differing(before: Any, after: Any) -> tuple[str, ...]:
    """The keys under which two terms, as written, say something else; quotes, sources and notes aside."""
    a, b = _stripped(before), _stripped(after)
    return tuple(sorted(key for key in {*a, *b} if _even(a.get(key)) != _even(b.get(key))))


def _stripped(words: Any) -> dict[str, Any]:
    if not isinstance(words, dict):
        return {"": words}
    # What a bare value stands for: what is accepted, or said.
    stripped = {"" if key in ("accepts", "says") else key: value for key, value in words.items() if key not in SPOKEN}
    for key in ("alternatives", "options"):
        if isinstance(stripped.get(key), list):
            stripped[key] = [_stripped(offer) for offer in stripped[key]]
    return stripped


def _even(words: Any) -> Any:
    """Words without the difference between a single value and a list of one, or between spaces and line breaks."""
    if isinstance(words, str):
        return " ".join(words.split())
    if isinstance(words, list):
        return _even(words[0]) if len(words) == 1 else [_even(item) for item in words]
    if isinstance(words, dict):
        return {key: _even(value) for key, value in words.items()}
    return words


def declared(issue: Issue) -> dict[str, Any]:
    """What an issue declares of its outcomes: what its terms are read by."""
    by_kind = issue.space.declared()
    # Accepted findings are known by a fingerprint of this: its keys stay in this order, `unlimited` on every kind.
    scale: dict[str, Any] = {key: by_kind[key] for key in ("ordered", "whole", "unit") if key in by_kind}
    unlimited = by_kind.get("unlimited", False)
    return {"kind": issue.space.kind, **scale, "unlimited": unlimited, **by_kind}


def said(term: Said | None, dossier: Dossier) -> str:
    """What a term accepts, in words; firmness too where it is not the usual one."""
    if term is None:
        return "nothing"
    space = dossier.agenda.issues[term.issue].space
    if isinstance(term, Outcome):
        words = [space.as_said(option.accepts, option.refusal) for option in term.options]
        return f"[{'; or '.join(words)}]" if words else space.as_said(term.accepts, term.refusal)
    if term.refuses:
        parts = [space.refusing(term.offers[0].accepts, vague=False)]
    else:
        parts = [
            space.as_said(offer.accepts, offer.refusal) + (" on a condition" if offer.condition else "")
            for offer in term.offers
        ]
    only = ", but only where a condition holds" if term.condition else ""
    more = [word for word, holds in ((term.firmness, term.firmness != "firm"), ("vague", term.vague)) if holds]
    return "; or ".join(dict.fromkeys(parts)) + only + (f" ({', '.join(more)})" if more else "")


def value(term: Said | None, dossier: Dossier) -> str:
    """A term as one text of ids and values."""
    if term is None:
        return ""
    if isinstance(term, Outcome):
        space = dossier.agenda.issues[term.issue].space
        bracketed = [(space.as_json(option.accepts), option.by) for option in term.options]
        return str(bracketed or space.as_json(term.accepts))
    return Settlements(dossier.agenda.issues).written(term) + f"{term.adds} {term.expires}"


def users(dossier: Dossier, issues: set[str]) -> list[tuple[Recorded, Said]]:
    """The terms, of statements and drafts, on some issues or with a condition that looks at one of them."""
    using: list[tuple[Recorded, Said]] = []
    for file in dossier.recorded:
        said = terms(file).values()
        using += [(file, t) for t in said if t.issue in issues or (isinstance(t, Term) and _looks_at(t, issues))]
    return using


def _looks_at(term: Term, issues: set[str]) -> bool:
    return any(issue in issues for condition in term.conditions for issue, _ in condition)


def new_files(files: list[Recorded], today: int) -> str:
    """The position files in which the parties concerned say today what they now say."""
    day = date.fromordinal(today).isoformat()
    whose = dict.fromkeys(party for file in files if isinstance(file, Statement) for party in file.parties)
    return ", ".join(f"{party}/{day}.yaml" for party in whose)
