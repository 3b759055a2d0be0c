"""Names on the command line to ids: by id, alias or unambiguous beginning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from posdiff.dossier.agenda import Agenda, Party
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.statement import Draft, Statement
from posdiff.findings.failure import USAGE, Failure
from posdiff.findings.nearest import did_you_mean, nearest, suggestion

if TYPE_CHECKING:
    from posdiff.answers.matrix import MatrixOrder
    from posdiff.comparison.figures import Metric

#: One word, or several; a text may hold several with commas between them.
Words = str | Iterable[str]


def party(agenda: Agenda, text: str, among: Mapping[str, Party] | None = None, noun: str = "party") -> str:
    """The id of the party that a text names. Raises Failure when it names none, or more than one.

    ``among``: only these can be named, and each is called a ``noun``; by default all of the agenda.
    """
    parties = agenda.parties if among is None else among
    word = text_of(text, "party").strip().casefold()
    if word in parties:
        return word
    ids = {id: id for id in parties}
    aliases = {alias.casefold(): declared.id for declared in parties.values() for alias in declared.aliases}
    full = {declared.name.casefold(): declared.id for declared in parties.values()}
    for names in (aliases, full):
        if word in names:
            return names[word]
    if word in agenda.issues:
        raise Failure(f"no {noun} `{text}`", hint=f"{word} is an issue: --issue {word}")
    first = aliases | ids
    begun = word and any(name.startswith(word) for name in first)
    return _one(text, first if begun else full | first, noun, list(parties))


def issues(agenda: Agenda, texts: Iterable[str]) -> set[str]:
    """The ids of the issues that texts name."""
    return {issue(agenda, text) for text in parts(texts)}


def issue(agenda: Agenda, text: str) -> str:
    """The id of the issue that a text names. Raises Failure when it names none, or more than one."""
    ids = {id: id for id in agenda.issues}
    try:
        return _one(text, ids, "issue", list(ids))
    except Failure as failure:
        titled = {issue.title: id for id, issue in agenda.issues.items()}
        near = [] if failure.code == USAGE or nearest(text, ids) else nearest(text, titled)
        if not near:
            raise
        raise Failure(failure.message, hint=did_you_mean(titled[title] for title in near)) from None


def topics(agenda: Agenda, texts: Iterable[str]) -> set[str]:
    """The ids of the topics that texts name."""
    return {_one(text, {id: id for id in agenda.topics}, "topic", list(agenda.topics)) for text in parts(texts)}


def draft(dossier: Dossier, text: str) -> Draft:
    """The draft that a text names: by its id, by the id without the date, or by a beginning of either."""
    by_id = {known.id: known for known in dossier.drafts}
    word = text_of(text, "draft").strip().casefold()
    undated = {id: _undated(id) for id in by_id}
    if word and not any(name.startswith(word) for each in undated.items() for name in each):
        _must_be_readable(dossier, text, word)
    if not by_id:
        raise Failure(f"no draft `{text}`: the dossier has none", hint="drafts stand in drafts/ of the folder")
    alike = [id for id, short in undated.items() if short == word]
    alike = alike or [id for id, short in undated.items() if word and word not in by_id and short.startswith(word)]
    if len(alike) > 1 and word not in by_id:
        raise Failure(f"`{text}` could be more than one draft: {', '.join(sorted(alike))}", hint="write more of it")
    return by_id[_one(text, {short: id for id, short in undated.items()} | {id: id for id in by_id}, "draft", [*by_id])]


def _undated(id: str) -> str:
    return re.sub(r"\A\d{4}-\d{2}-\d{2}-", "", id)


def _must_be_readable(dossier: Dossier, text: str, word: str) -> None:
    """Raises Failure where a text names a draft of which nothing could be read for an error in its file."""
    for finding in dossier.findings:
        folder, _, name = finding.location.file.rpartition("/")
        id = name.rpartition(".")[0].casefold()
        named = any(each.startswith(word) for each in (id, _undated(id)))
        if named and finding.severity == "error" and folder == "drafts":
            message = f"no draft `{text}`: its file could not be read, {finding.location.file}"
            raise Failure(message, hint="posdiff validate tells why")


def recorded(dossier: Dossier, text: str) -> tuple[Statement | Draft, ...]:
    """What a text names: a statement or a draft by its file or its id, or all that a party said.

    ``union/2026-03-02``, ``2026-03-02-letter``, a beginning of either that no other has, or a party.
    """
    word = text_of(text, "statement").strip().casefold()
    word = word.removesuffix(".yaml").removesuffix(".yml")
    by_file = {each.location.file.rpartition(".")[0]: each for each in dossier.recorded}
    same = sorted(file for file, each in by_file.items() if word in (file.casefold(), each.id.casefold()))
    if not same:
        named = party_or_none(dossier.agenda, text)
        if named is not None:
            return dossier.of(named)
        begun = (
            file
            for file, each in by_file.items()
            if word and (file.casefold().startswith(word) or each.id.casefold().startswith(word))
        )
        same = sorted(begun)
    if len(same) == 1:
        return (by_file[same[0]],)
    if same:
        shown = ", ".join(same[:5]) + (", …" if len(same) > 5 else "")
        raise Failure(f"`{text}` could be more than one statement: {shown}", hint="write more of it")
    known = [*by_file, *dossier.agenda.parties]
    raise Failure(f"no statement, draft or party `{text}`", hint=suggestion(text, nearest(text, known) or known))


def party_or_none(agenda: Agenda, text: str) -> str | None:
    """The party that a text names; None where it names none, or may be an issue's or a statement's name."""
    try:
        return party(agenda, text)
    except Failure:
        return None


def parts(texts: Iterable[str]) -> list[str]:
    """The texts of a repeatable option, each of which may be a list with commas."""
    return [part.strip() for text in texts for part in text.split(",") if part.strip()]


def words(texts: Iterable[str], known: Iterable[str], option: str) -> set[str]:
    """The words given to an option that takes only ``known`` ones. Raises Failure (usage) for others."""
    choices = list(known)
    named = parts(texts)
    for word in named:
        if word not in choices:
            raise Failure(f"{option} takes no `{word}`", hint=suggestion(word, choices), code=USAGE)
    return set(named)


def metric(name: str) -> Metric:
    """The measure that a word names. Raises Failure (usage) for others."""
    from posdiff.comparison.figures import METRICS

    measure = next((known for known in METRICS if known == name), None)
    if measure is None:
        raise Failure(f"--metric takes no `{name}`", hint=suggestion(str(name), METRICS), code=USAGE)
    return measure


def matrix_order(name: str) -> MatrixOrder:
    """The order of a matrix that a word names. Raises Failure (usage) for others."""
    from posdiff.answers.matrix import ORDERS

    order = next((known for known in ORDERS if known == name), None)
    if order is None:
        raise Failure(f"--order takes no `{name}`", hint=suggestion(str(name), ORDERS), code=USAGE)
    return order


def listed(words: Words | None) -> tuple[str, ...]:
    """The words as they were given. Raises Failure (usage) for what is no word."""
    if words is None:
        return ()
    listed = (words,) if isinstance(words, str) or not isinstance(words, Iterable) else tuple(words)
    for word in listed:
        if not isinstance(word, str):
            raise Failure(f"`{word!r}` is no text", hint="name issues, topics and words by texts", code=USAGE)
        if not word.strip(" ,"):  # a variable that was not set must not ask about everything
            raise Failure("an empty text names no issue, topic or word", hint="leave it out, or name one", code=USAGE)
    return listed


def text_of(text: str, noun: str) -> str:
    """The text. Raises Failure (usage) for what is none: Python takes anything for an argument."""
    if not isinstance(text, str):
        raise Failure(f"`{text!r}` is no {noun}", hint=f"name a {noun} by a text", code=USAGE)
    return text


def _one(text: str, names: Mapping[str, str], noun: str, ids: list[str]) -> str:
    word = text.strip().casefold()
    if word in names:
        return names[word]
    candidates = sorted({id for name, id in names.items() if word and name.startswith(word)})
    if len(candidates) == 1:
        return candidates[0]
    if candidates:
        raise Failure(f"`{text}` could be more than one {noun}: {', '.join(candidates)}", hint="write more of it")
    if word.startswith("--"):
        raise Failure(f"no {noun} `{text}`", hint="options stand before the --", code=USAGE)
    if len(several := parts((text,))) > 1 and "@" not in text:
        hint = f"a blank stands between two arguments, a comma only in an option: {' '.join(several)}"
        raise Failure(f"no {noun} `{text}`", hint=hint)
    near: dict[str, str] = {}
    for name in nearest(text, dict.fromkeys((*ids, *names))):
        id = names.get(name, name)  # each is named once, and by one word
        near.setdefault(id, id if " " in name else name)
    raise Failure(f"no {noun} `{text}`", hint=did_you_mean(near.values()) if near else suggestion(text, ids))
