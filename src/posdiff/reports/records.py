"""An answer as flat rows: what its CSV holds, and what a data frame is made of.

A row has a value for each column: text, a number, true or false, a list of texts, a day as ISO text, or None. What is
accepted as things stand is there in words, and in the columns that the kinds of the issues have for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from posdiff.answers.answer import DossierAnswer
from posdiff.dossier.statement import attributed
from posdiff.findings.failure import USAGE, Failure
from posdiff.reports import evidence_wording, provenance, step_wording, wording
from posdiff.reports.position_columns import (
    ISSUE,
    TERM,
    accepted_cells,
    cited,
    held_since,
    issue_cells,
    kind_columns,
    part_cells,
    parts_or_none,
    position_cells,
    quote_in_words,
    results_of,
    stated_on_record,
    terms_of,
)

if TYPE_CHECKING:
    from posdiff.answers.answer import Answer
    from posdiff.answers.changes import Changes
    from posdiff.answers.cohesion import Cohesion
    from posdiff.answers.compare import Compare
    from posdiff.answers.conflicts import Conflicts
    from posdiff.answers.coverage import Coverage
    from posdiff.answers.draft import DraftAnswer
    from posdiff.answers.drafts import Drafts
    from posdiff.answers.find import Find
    from posdiff.answers.history import History
    from posdiff.answers.matrix import Matrix
    from posdiff.answers.recode import Recode
    from posdiff.answers.report import Report
    from posdiff.answers.show import Show
    from posdiff.answers.sources import EverySource
    from posdiff.answers.validate import Validate
    from posdiff.answers.verify import Verify
    from posdiff.answers.who import Who
    from posdiff.comparison.changes import Change
    from posdiff.comparison.figures import PairFigure

#: With reports: what is on record where one changed it.
_ON_RECORD = "on_record"
#: Since when the party holds the position in this form: of what is held through a bloc, not when that said it.
_HELD_SINCE = "held_since"
#: Answers with rows for silent parties, which get a column that says which silence that is, where pages are kept.
_WITH_SILENCES = ("compare", "report", "show", "who", "draft", "conflicts")
#: What is supposed, where anything is.
_SUPPOSED = "supposed"
Row = Sequence[Any]


class RecordTable(NamedTuple):
    """The names of the columns, and the rows."""

    columns: tuple[str, ...]
    rows: list[Row]


def records(answer: Answer) -> list[dict[str, Any]]:
    """The rows of an answer, each by the names of its columns."""
    columns, rows = table(answer)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def table(answer: Answer) -> RecordTable:
    """The rows of an answer. Raises Failure (usage) for one that is more than one table."""
    columns, rows = _TABLES[answer.command](answer)
    silences = _silences(answer)
    if silences and answer.command in _WITH_SILENCES:
        columns, rows = _with_silences(columns, rows, silences, answer)
    if answer.command in _WITH_SILENCES and isinstance(answer, DossierAnswer) and answer.agenda.blocs_of:
        columns, rows = _with_dissents(columns, rows, answer)
    if answer.basis.supposed:
        supposed = [each.text for each in answer.basis.supposed]
        columns, rows = (*columns, _SUPPOSED), [(*row, supposed) for row in rows]
    return RecordTable(columns, rows)


def _silences(answer: Answer) -> Mapping[str, str]:
    """By party, as rows name it, which silence its own is, as far as it is known."""
    known = evidence_wording.known_silences(answer.basis)
    if answer.command == "show":  # which has its one party by its id
        return {answer.basis.asked[label][0]: words for label, words in known.items()}
    return {label.rstrip("#"): words for label, words in known.items()}


def _not_held(answer: Answer) -> Mapping[str, Mapping[str, str]]:
    """By party, as rows name it, by issue why it holds nothing where something is coded."""
    by_id = answer.command == "show"
    return {
        of[0] if by_id else label.rstrip("#"): evidence_wording.not_held_on(answer.basis, label)
        for label, of in answer.basis.asked.items()
    }


def _with_silences(
    columns: tuple[str, ...], rows: Iterable[Row], told: Mapping[str, str], answer: Answer
) -> RecordTable:
    """The rows, each that has a party and no position with which silence that is."""
    party, position, issue = (columns.index(name) for name in ("party", "position", "issue"))
    ended, on_several = _not_held(answer), _silent_issues(answer)
    silent = (
        evidence_wording.silence_on(
            [row[issue]] if row[issue] else on_several.get(row[party], ()), ended.get(row[party], {}),
            told.get(row[party]),
        )
        if row[position] is None else None
        for row in rows
    )  # fmt: skip
    return RecordTable((*columns, "silence"), [(*row, which) for row, which in zip(rows, silent, strict=True)])


def _silent_issues(answer: Answer) -> Mapping[str, list[str]]:
    """By party, as rows name it, the issues on which it is silent where a row is on all of them together."""
    from posdiff.answers.conflicts import Conflicts

    found: dict[str, list[str]] = {}
    for label, issue in answer.analysis.silent if isinstance(answer, Conflicts) else ():
        found.setdefault(label.rstrip("#"), []).append(issue)
    return found


def _with_dissents(columns: tuple[str, ...], rows: Iterable[Row], answer: DossierAnswer) -> RecordTable:
    """The rows, each without a position with the blocs from which the party dissents there, if any does."""
    by_id = answer.command == "show"
    asked = {of[0] if by_id else label.rstrip("#"): of for label, of in answer.basis.asked.items()}
    party, position, issue = (columns.index(name) for name in ("party", "position", "issue"))
    told = []
    for row in rows:
        found = answer.basis.dissents(*asked[row[party]]).get(row[issue]) if row[party] in asked else None
        nothing = row[position] is None
        told.append(evidence_wording.dissent(found, answer.agenda) if found is not None and nothing else None)
    if not any(told):
        return RecordTable(columns, list(rows))
    return RecordTable((*columns, "dissents"), [(*row, words) for row, words in zip(rows, told, strict=True)])


def _compare(answer: Compare) -> RecordTable:
    """A row for each issue, party and part of its position; silent parties too."""
    kinds = kind_columns()
    rows: list[Row] = []
    for compared in answer.shown_issues:
        verdict_words = wording.verdict(compared, answer.agenda, answer.names, bool(answer.accepted))
        verdict = "; ".join(f"{label}: {words}" for label, words in verdict_words)
        issue = compared.issue
        for party in answer.parties:
            on_record = stated_on_record(issue.id, answer.changed.get(party.label, {}), answer.agenda)
            rows += [
                (
                    *issue_cells(issue, answer.agenda), compared.relation, party.label.rstrip("#"), party.name,
                    *part_cells(part, answer), verdict, *accepted_cells(terms_of(part), issue, kinds), on_record,
                )
                for part in parts_or_none(compared.terms.get(party.label))
            ]  # fmt: skip
    return RecordTable((*ISSUE, "relation", "party", "name", *TERM, "verdict", *kinds, _ON_RECORD), rows)


def _changes(answer: Changes) -> RecordTable:
    """A row for each party and issue, with the position before and after."""
    kinds = kind_columns()
    rows: list[Row] = []
    for of_party in answer.parties:
        for change in of_party.shown:
            before = change.before
            rows.append((
                *issue_cells(change.issue, answer.agenda), change.kind, of_party.party.party, of_party.party.name,
                wording.position_in_words(before, answer.agenda) if before else None, before and before.firmness,
                *position_cells(change.after, answer),
                [step_wording.in_words(step, of_party.party.party, answer.agenda) for step in change.path],
                _movement(change, answer),
                *accepted_cells(change.after.terms if change.after else (), change.issue, kinds),
                stated_on_record(change.issue.id, of_party.on_record, answer.agenda),
            ))  # fmt: skip
    columns = (
        *ISSUE, "change", "party", "name", "before", "firmness_before", *TERM, "path", "movement", *kinds, _ON_RECORD,
    )  # fmt: skip
    return RecordTable(columns, rows)


def _movement(change: Change, answer: Changes) -> str | list[str] | None:
    """The one movement that was asked for; of several, each with the party that it is measured by."""
    if len(answer.against) == 1:
        return next(iter(change.movements.values()), None)
    return [f"{party}: {movement}" for party, movement in change.movements.items()] or None


def _report(answer: Report) -> RecordTable:
    """The comparison, where that is all that the report holds."""
    if answer.changes is not None:
        hint = "posdiff compare … -f csv and posdiff changes … -f csv write one table each"
        raise Failure("a report with changes is two tables, and csv holds one", hint=hint, code=USAGE)
    if answer.draft is not None:
        hint = "posdiff compare … -f csv and posdiff draft … -f csv write one table each"
        raise Failure("a report with a draft is two tables, and csv holds one", hint=hint, code=USAGE)
    if answer.conflicts is not None:
        hint = "posdiff compare … -f csv and posdiff conflicts … -f csv write one table each"
        raise Failure("a report with conflicts is two tables, and csv holds one", hint=hint, code=USAGE)
    return _compare(answer.compare)


def _show(answer: Show) -> RecordTable:
    """A row for each issue and part of the position; those on which the party is silent have no position."""
    kinds = kind_columns()
    rows: list[Row] = []
    for issue in (answer.agenda.issues[id] for id in answer.filter.issues):
        held, changed = answer.position.terms.get(issue.id), answer.position.changed_by_reports
        party = answer.position.party
        rows += [
            (
                *issue_cells(issue, answer.agenda), party, answer.agenda.parties[party].name, *part_cells(part, answer),
                *accepted_cells(terms_of(part), issue, kinds), stated_on_record(issue.id, changed, answer.agenda),
                held_since(held),
            )
            for part in parts_or_none(held)
        ]  # fmt: skip
    return RecordTable((*ISSUE, "party", "name", *TERM, *kinds, _ON_RECORD, _HELD_SINCE), rows)


def _who(answer: Who) -> RecordTable:
    """A row for each party and part of its position, group by group; with no outcome asked about also silent ones."""
    kinds, issue = kind_columns(), answer.issue
    rows: list[Row] = []
    grouped = [(number, group.stands, group.same.parties) for number, group in enumerate(answer.shown, 1)]
    silent = () if answer.outcome else answer.silent
    for number, stands, labels in (*grouped, (None, None, silent)):
        for label in labels:
            held, own = answer.held.get(label), answer.only_on_record.get(label)
            changed = {issue.id: own} if own else {issue.id: held.on_record.held} if held and held.on_record else {}
            rows += [
                (
                    *issue_cells(issue, answer.agenda), number, stands, label.rstrip("#"), answer.asked[label].name,
                    part.through[0] if part and part.through else None, part and part.speaker,
                    *part_cells(part, answer), *accepted_cells(terms_of(part), issue, kinds),
                    stated_on_record(issue.id, changed, answer.agenda), held_since(held),
                )
                for part in parts_or_none(held)
            ]  # fmt: skip
    about = ("group", "stands", "party", "name", "through", "speaker")
    columns = (*ISSUE, *about, *TERM, *kinds, _ON_RECORD, _HELD_SINCE)
    return RecordTable(columns, rows)


def _history(answer: History) -> RecordTable:
    """A row for each move; of each party then one for each thing that it said of a draft."""
    kinds = kind_columns()
    rows: list[Row] = []
    for of_party in answer.parties:
        for step in of_party.record.steps:
            issue, said = answer.agenda.issues[step.move.issue], step.move.statement
            rows.append((
                wording.day(step.move.day), of_party.party.party, of_party.party.name,
                *issue_cells(issue, answer.agenda),
                step.kind, said.title if said else None, *position_cells(step.move.after, answer),
                *accepted_cells(step.move.after.terms if step.move.after else (), issue, kinds),
                provenance.on_record(step.on_record.held, answer.agenda) if step.on_record else None, None, None, None,
            ))  # fmt: skip
        for stated in of_party.reactions:
            said, of = stated.statement, stated.reaction
            told = {
                "standing": said.standing, "statement": said.id, "file": of.location.file, "line": of.location.line,
                "quote": [quote_in_words(quote) for quote in attributed(of.words, said)],
                "in_pages": results_of(attributed(of.words, said), answer),
                "sources": cited(said.sources[key] for key in of.sources),
            }  # fmt: skip
            rows.append((
                wording.day(said.day), of_party.party.party, of_party.party.name, *(None for _ in ISSUE), None,
                said.title, *(told.get(column) for column in TERM), *(None for _ in kinds), None, stated.draft.id,
                of.reaction, list(of.issues) or None,
            ))  # fmt: skip
    columns = (
        "date", "party", "name", *ISSUE, "change", "statement_title", *TERM, *kinds, _ON_RECORD, "draft", "reaction",
        "reaction_issues",
    )  # fmt: skip
    return RecordTable(columns, rows)


def _matrix(answer: Matrix) -> RecordTable:
    """A row for each pair."""
    from posdiff.comparison.figures import rounded

    names, held = answer.names, answer.held
    rows = [
        (
            pair.a, names[pair.a], pair.b, names[pair.b], answer.metric,
            None if pair.value is None else rounded(pair.value, answer.metric), pair.shared, pair.issues,
            len(pair.red_lines), list(pair.red_lines), _figure_on_record(pair, answer),
            *(sum(bool(each.through) for _, each in held[label]) for label in (pair.a, pair.b)),
        )
        for pair in answer.pairs
    ]  # fmt: skip
    columns = ("a", "a_name", "b", "b_name", "metric", "value", "shared", "issues", "red_lines", "red_line_issues")
    return RecordTable((*columns, _ON_RECORD, "a_inherited", "b_inherited"), list(rows))


def _cohesion(answer: Cohesion) -> RecordTable:
    """A row for each bloc, and one for each member that strays on an issue."""
    from posdiff.reports import cohesion_wording

    agenda, rows = answer.agenda, []
    for bloc in answer.blocs:
        name = agenda.parties[bloc.bloc].name
        counts = (len(bloc.members), len(bloc.issues), len(bloc.spoken), len(bloc.within), cohesion_wording.value(bloc))
        rows.append((bloc.bloc, name, *counts, *(None for _ in range(6))))
        rows += [
            (
                bloc.bloc, name, *(None for _ in counts), stray.party, agenda.parties[stray.party].name, stray.issue,
                stray.how, stray.held and wording.position_in_words(stray.held, agenda),
                wording.position_in_words(stray.bloc, agenda),
            )
            for stray in bloc.strays
        ]  # fmt: skip
    columns = (
        "bloc", "bloc_name", "members", "issues", "spoken", "within", "value", "party", "name", "issue", "how", "own",
        "of_bloc",
    )  # fmt: skip
    return RecordTable(columns, list(rows))


def _figure_on_record(pair: PairFigure, answer: Matrix) -> float | str | None:
    """The figure of what the two themselves stated, where reports changed anything of it."""
    from posdiff.comparison.figures import rounded
    from posdiff.reports import figure_wording

    own = answer.on_record.get((pair.a, pair.b))
    if own is None:
        return None
    return figure_wording.NONE_SHARED if own.value is None else rounded(own.value, answer.metric)


def _draft(answer: DraftAnswer) -> RecordTable:
    from posdiff.reports import draft_records

    return RecordTable(*draft_records.of_draft(answer))


def _conflicts(answer: Conflicts) -> RecordTable:
    """A row for each minimal conflict and term of it; a last row says so where the list was cut."""
    from posdiff.reports import conflict_wording

    kinds, complete = kind_columns(), answer.analysis.complete
    rows: list[Row] = []
    for number, (conflict, explanation) in enumerate(zip(answer.conflicts, answer.explanations, strict=True), 1):
        in_words = conflict_wording.reasoning(conflict, explanation, answer.agenda, answer.names)
        steps = [f"{place}. {step.words}" for place, step in enumerate(in_words, 1)]
        rows += [
            (
                number, *issue_cells(stated.issue, answer.agenda), stated.party.rstrip("#"), answer.names[stated.party],
                *part_cells(stated.part, answer), complete, steps,
                *accepted_cells(terms_of(stated.part), stated.issue, kinds),
                stated_on_record(stated.issue.id, answer.positions[stated.party].changed_by_reports, answer.agenda),
            )
            for stated in conflict.terms
        ]  # fmt: skip
    before, after = ("conflict", *ISSUE, "party", "name", *TERM), ("complete", "steps", *kinds, _ON_RECORD)
    if known := _silences(answer):  # a row for each silent party, for which silence that is
        silent = dict.fromkeys(label for label, _ in answer.analysis.silent)
        rows += [
            ("silent", *(None for _ in ISSUE), label.rstrip("#"), answer.names[label], *part_cells(None, answer),
             complete, [], *(None for _ in kinds), None)
            for label in silent if label.rstrip("#") in known
        ]  # fmt: skip
    if not complete:
        nothing = [None] * (len(before) - 1)
        rows.append(("and more", *nothing, False, [wording.CUT], *(None for _ in kinds), None))
    return RecordTable((*before, *after), rows)


def _find(answer: Find) -> RecordTable:
    """A row for each text."""
    from posdiff.reports.shapes.find import shape

    columns = (
        "text_kind", "text", "party", "date", "issue", "statement", "draft", "standing", "file", "line", "in_pages"
    )  # fmt: skip
    hits = shape(answer)["hits"]
    rows: list[Row] = [
        (hit["kind"], hit["text"], hit["parties"], *(hit.get(key) for key in columns[3:])) for hit in map(dict, hits)
    ]
    return RecordTable(columns, rows)


def _every_source(answer: EverySource) -> RecordTable:
    """A row for each source."""
    rows: list[Row] = []
    for listed in answer.sources:
        source = listed.source
        issues = dict.fromkeys(issue for use in listed.uses for issue in use.issues)
        rows.append((
            source.title, source.publisher, source.class_, source.date, source.url, source.archive, source.accessed,
            source.snapshot is not None, listed.page, list(listed.dead_ends), listed.terms, listed.quotes, list(issues),
            [f"{use.source.location.file}:{use.source.location.line}" for use in listed.uses],
        ))  # fmt: skip
    columns = (
        "title", "publisher", "class", "date", "url", "archive", "accessed", "snapshot", "page", "dead_ends", "terms",
        "quotes", "issues", "places",
    )  # fmt: skip
    return RecordTable(columns, rows)


def _recode(answer: Recode) -> RecordTable:
    """A row for each term on the sheet: both codings, whether each field is the same; why it was not compared."""
    rows: list[Row] = []
    for each in answer.recoded:
        statement, first = each.first.statement, each.first.term
        distance = None if each.distance is None else round(float(each.distance), 3)
        same = None if distance is None else "outcome" not in each.differs
        codings = (
            (wording.term_in_words(term, answer.agenda), term.firmness, term.vague, term.note)
            for term in (first, each.second)
        )
        rows.append((
            each.first.file, *issue_cells(each.issue, answer.agenda), list(statement.parties), "compared", same,
            *(field not in each.differs for field in ("firmness", "vague", "condition")), distance,
            *(value for coding in codings for value in coding),
            [quote_in_words(quote) for quote in attributed(first.words, statement)],
            first.location.file, first.location.line,
        ))  # fmt: skip
    columns = (
        "statement", *ISSUE, "parties", "status", "same_outcome", "same_firmness", "same_vague", "same_condition",
        "distance", "first", "first_firmness", "first_vague", "first_note", "second", "second_firmness", "second_vague",
        "second_note", "quote", "file", "line",
    )  # fmt: skip
    for status, left_out in (
        ("not filled in", answer.not_filled_in), ("changed", answer.changed), ("gone", answer.gone),
        ("same coder", answer.same_coder), ("not read", answer.unread),
    ):  # fmt: skip
        for row in left_out:
            known = {"statement": row.file, "issue": row.issue, "status": status, "second_note": row.note}
            rows.append(tuple(known.get(column) for column in columns))
    return RecordTable(columns, rows)


def _coverage(answer: Coverage) -> RecordTable:
    from posdiff.reports import coverage_records

    return RecordTable(coverage_records.COLUMNS, coverage_records.rows(answer))


def _findings(answer: Validate) -> RecordTable:
    from posdiff.reports import finding_records

    return RecordTable(finding_records.COLUMNS, finding_records.rows(answer))


def _listed(key: str) -> Callable[[Any], RecordTable]:
    """The rows of an answer whose JSON is a list: that list."""

    def of_list(answer: Answer) -> RecordTable:
        from posdiff.reports.shapes.writing import to_dict

        entries: list[dict[str, Any]] = to_dict(answer)[key]
        return RecordTable(tuple(entries[0]) if entries else (), [tuple(entry.values()) for entry in entries])

    return of_list


def _verify(answer: Verify) -> RecordTable:
    from posdiff.reports import finding_records

    return RecordTable(finding_records.QUOTE_COLUMNS, finding_records.quote_rows(answer))


def _drafts(answer: Drafts) -> RecordTable:
    """The drafts that there are; of those named, what became of each in the next."""
    from posdiff.answers.drafts import DraftSteps
    from posdiff.reports import draft_records

    if isinstance(answer, DraftSteps):
        known, of_steps = _silences(answer), draft_records.rows(answer)
        if not known:
            return RecordTable(draft_records.COLUMNS, of_steps)
        ended = _not_held(answer)
        silent = (
            evidence_wording.silence_on(issues, ended.get(party, {}), known.get(party))
            for party, issues in draft_records.silent(answer)
        )
        told = zip(of_steps, [*silent, *(None for _ in of_steps)], strict=False)
        return RecordTable((*draft_records.COLUMNS, "silence"), [(*row, which) for row, which in told])
    columns, rows = _listed("listed")(answer)
    of_draft = [list(map(_reaction, row[columns.index("reactions")])) for row in rows]
    return RecordTable(columns, [(*row[:-1], said) for row, said in zip(rows, of_draft, strict=True)])


def _reaction(said: Mapping[str, Any]) -> str:
    """``union: rejects``, ``union: accepts on pay, site``."""
    return f"{said['party']}: {said['reaction']}" + (f" on {', '.join(said['issues'])}" if said["issues"] else "")


def _one(answer: Answer) -> RecordTable:
    """One row: all of the answer but the name of its schema."""
    from posdiff.reports.shapes.writing import to_dict

    entry = {key: value for key, value in to_dict(answer).items() if key != "schema"}
    return RecordTable(tuple(entry), [tuple(entry.values())])


_TABLES: Mapping[str, Callable[[Any], RecordTable]] = {
    "compare": _compare, "changes": _changes, "report": _report, "show": _show, "history": _history,
    "who": _who, "matrix": _matrix, "draft": _draft, "conflicts": _conflicts, "find": _find, "coverage": _coverage,
    "validate": _findings, "check": _findings, "verify": _verify, "recode": _recode,
    "cohesion": _cohesion, "sources": _every_source, "issues": _listed("issues"), "parties": _listed("parties"),
    "drafts": _drafts, "rules": _listed("rules"), "explain": _one,
}  # fmt: skip
