"""The JSON of ``recode compare``."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Annotated, Any, Literal

from posdiff.answers.recode import Agreement, Field, Recode, Recoded
from posdiff.comparison.evidence.proofs import Proofs
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.coding import fingerprint
from posdiff.dossier.reading.recoded import SheetRow
from posdiff.dossier.statement import attributed
from posdiff.dossier.term import Firmness, Term
from posdiff.findings.finding import Finding
from posdiff.findings.location import shown
from posdiff.findings.rules import Severity
from posdiff.kinds.forms import Ids, OfKinds, TypedDict, limits
from posdiff.reports import recode_wording, wording
from posdiff.reports.shapes import values
from posdiff.reports.shapes.rules import RuleId
from posdiff.reports.shapes.validate import PlaceShape
from posdiff.reports.shapes.values import Accepts, ConditionShape, Count, PositionFile, QuoteShape

SCHEMA: Literal["posdiff/recode/1"] = "posdiff/recode/1"


class CodedTermShape(TypedDict):
    """A term, by the statement in which it stands and its issue."""

    statement: Annotated[str, "The statement's file without its ending, relative to the positions folder."]
    issue: Annotated[str, "The issue."]


class RecodedTermShape(CodedTermShape):
    """A term that was coded twice."""

    fingerprint: Annotated[
        str, "Changes when its coding in the files, or a quote that it stands on, does; notes do not count."
    ]


class AgreementShape(TypedDict):
    """How far two codings agree in one field, on issues of one kind, or on all of them."""

    kind: Annotated[
        Annotated[Any, OfKinds("kind", "kind", "A kind of issue.")] | None, "The kind; null for all of them together."
    ]
    field: Annotated[Field, "What of a coding is compared."]
    terms: Annotated[Count, "How many terms were compared."]
    agreed: Annotated[Count, "Of how many the field is the same."]
    percent: Annotated[float | None, "The same in percent; null where none was compared."]
    measured: Annotated[Count, "Over how many of the terms alpha is taken."]
    alpha: Annotated[
        float | None, limits(maximum=1), "Krippendorff's alpha; null where it is not defined: docs/recode.md."
    ]
    low: Annotated[
        float | None, "The lower bound of alpha, below which 2.5 percent of the samples lie; null without it."
    ]
    high: Annotated[
        float | None, "The upper bound of alpha, above which 2.5 percent of the samples lie; null without it."
    ]


_CodedOfferIf = TypedDict(
    "_CodedOfferIf",
    {
        "accepts": Annotated[Accepts, "The outcomes that are accepted."],
        "if": Annotated[ConditionShape | None, "Where these issues come out so; null as things stand."],
    },
)


class CodedOfferShape(_CodedOfferIf):
    """A set of outcomes that a coding accepts."""


class CodingShape(TypedDict):
    """How a term is coded."""

    in_words: Annotated[str, "All that it says, in a plain English sentence, for readers."]
    offers: Annotated[list[CodedOfferShape], limits(minItems=1), "The sets of outcomes that it accepts."]
    applies_if: Annotated[ConditionShape | None, "Where it binds; null where it does everywhere."]
    firmness: Annotated[Firmness, "How firm it is."]
    vague: Annotated[bool, "Whether it is vague."]
    note: Annotated[str | None, "The coder's remark; null when there is none."]


class DisagreementShape(CodedTermShape):
    """A term that was not coded alike."""

    parties: Annotated[Ids, "Whose statement it is."]
    file: PositionFile
    line: Annotated[int, limits(minimum=1), "The line of the term in that file, from 1."]
    fields: Annotated[list[Field], limits(minItems=1), "The fields in which the two codings are not the same."]
    distance: Annotated[
        float | None, limits(minimum=0, maximum=1), "How far the outcomes are apart; null on a text issue."
    ]
    first: Annotated[CodingShape, "The coding in the files."]
    second: Annotated[CodingShape, "The coding on the sheet."]
    quotes: Annotated[list[QuoteShape], "The quotes that it stands on."]


class SheetFindingShape(PlaceShape):
    """One problem on the sheet."""

    rule: Annotated[RuleId, "The id of the rule."]
    severity: Annotated[Severity, "How bad it is."]
    message: Annotated[str, "What is wrong, in one plain sentence."]
    hint: Annotated[str | None, "What to do next; null when there is nothing to add."]


class RecodeShape(TypedDict):
    """What `posdiff recode compare --format json` writes: how far a second coding agrees with the first."""

    schema: Annotated[Literal["posdiff/recode/1"], "The name and version of this shape."]
    coder: Annotated[str | None, "Who filled in the sheet; null when it does not say."]
    seed: Annotated[str | None, "The seed of its sample; null when it does not say."]
    drawn: Annotated[Count | None, "How many terms the sheet says were drawn for it; null when it does not say."]
    on_record: Annotated[Count, "How many terms the dossier has, those of reported statements among them."]
    on_sheet: Annotated[Count, "How many terms the sheet has."]
    terms: Annotated[list[RecodedTermShape], "The terms that were coded twice, in the order of the sheet."]
    agreement: Annotated[
        list[AgreementShape], "Every field over all kinds of issues, the outcome first; then the same for each kind."
    ]
    disagreements: Annotated[
        list[DisagreementShape],
        "The terms that were not coded alike, those of which the outcomes are farthest apart first.",
    ]
    not_filled_in: Annotated[list[CodedTermShape], "The rows that were left empty."]
    changed: Annotated[
        list[CodedTermShape],
        "The terms that are coded otherwise, or quote other words, than when the sheet was written.",
    ]
    gone: Annotated[list[CodedTermShape], "The terms that the files no longer have."]
    same_coder: Annotated[
        list[CodedTermShape], "The terms that were coded first by who filled in the sheet, and not by a second person."
    ]
    unread: Annotated[list[CodedTermShape], "The rows in which something is wrong."]
    findings: Annotated[list[SheetFindingShape], "What is wrong with the sheet, the worst first."]


def shape(answer: Recode) -> RecodeShape:
    """How far the two codings agree."""
    return {
        "schema": SCHEMA,
        "coder": answer.coder,
        "seed": answer.seed,
        "drawn": answer.drawn,
        "on_record": answer.on_record,
        "on_sheet": answer.on_sheet,
        "terms": [_recoded(each, answer.agenda) for each in answer.recoded],
        "agreement": [_agreement(agreed) for agreed in answer.agreements],
        "disagreements": [_disagreement(each, answer.agenda, answer.basis.proofs) for each in answer.disagreements],
        "not_filled_in": _named(answer.not_filled_in),
        "changed": _named(answer.changed),
        "gone": _named(answer.gone),
        "same_coder": _named(answer.same_coder),
        "unread": _named(answer.unread),
        "findings": [_finding(finding, answer.basis.root) for finding in answer.findings],
    }


def _named(rows: Iterable[SheetRow]) -> list[CodedTermShape]:
    return [{"statement": row.file, "issue": row.issue} for row in rows]


def _recoded(each: Recoded, agenda: Agenda) -> RecodedTermShape:
    return {
        "statement": each.first.file,
        "issue": each.issue.id,
        "fingerprint": fingerprint(each.first, agenda),
    }


def _agreement(agreed: Agreement) -> AgreementShape:
    bounds = agreed.bounds
    return {
        "kind": agreed.kind,
        "field": agreed.field,
        "terms": agreed.terms,
        "agreed": agreed.agreed,
        "percent": _rounded(recode_wording.percent(agreed), 1),
        "measured": agreed.measured,
        "alpha": _rounded(agreed.alpha, 3),
        "low": _rounded(bounds.low if bounds else None, 3),
        "high": _rounded(bounds.high if bounds else None, 3),
    }


def _rounded(value: Fraction | None, places: int) -> float | None:
    return None if value is None else round(float(value), places)


def _disagreement(each: Recoded, agenda: Agenda, proofs: Proofs | None) -> DisagreementShape:
    statement, term = each.first.statement, each.first.term
    return {
        "statement": each.first.file,
        "issue": each.issue.id,
        "parties": list(statement.parties),
        "file": term.location.file,
        "line": term.location.line,
        "fields": list(each.differs),
        "distance": _rounded(each.distance, 3),
        "first": _coding(term, agenda),
        "second": _coding(each.second, agenda),
        "quotes": values.quotes(attributed(term.words, statement), proofs),
    }


def _coding(term: Term, agenda: Agenda) -> CodingShape:
    space = agenda.issues[term.issue].space
    return {
        "in_words": wording.term_in_words(term, agenda),
        "offers": [
            {
                "accepts": space.as_json(offer.accepts),
                "if": values.condition(offer.condition, agenda) if offer.condition else None,
            }
            for offer in term.offers
        ],
        "applies_if": values.condition(term.condition, agenda) if term.condition else None,
        "firmness": term.firmness,
        "vague": term.vague,
        "note": term.note,
    }


def _finding(finding: Finding, root: str) -> SheetFindingShape:
    at = finding.location
    return {
        "file": shown(root, at.file),
        "line": at.line,
        "column": at.column,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
    }
