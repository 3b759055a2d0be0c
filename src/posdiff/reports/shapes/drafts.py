"""The JSON of ``drafts``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Annotated, Literal

from posdiff.answers.draft import DraftForParty
from posdiff.answers.drafts import Drafts, DraftSteps, PartyUnderDrafts
from posdiff.comparison.draft_steps import (
    NOT_ON_FILE,
    Bracket,
    ClauseChange,
    ClauseStep,
    ClauseSteps,
    IssueSteps,
    OutcomeChange,
    ResultMove,
)
from posdiff.comparison.drafts import DraftVerdict, Result
from posdiff.comparison.words import WordRun
from posdiff.dossier.statement import ClauseStatus, Draft, ReactionWord, Standing
from posdiff.dossier.term import Firmness
from posdiff.kinds.forms import Day, Id, TypedDict, limits
from posdiff.reports import named_red_lines
from posdiff.reports.shapes import draft as of_one
from posdiff.reports.shapes import red_lines, values
from posdiff.reports.shapes.draft import ChoicesShape, OutcomeShape, RedLineCountsShape, StatedResultShape
from posdiff.reports.shapes.reactions import ReactionOfPartyShape
from posdiff.reports.shapes.reactions import of_party as reaction_of
from posdiff.reports.shapes.red_lines import DoubtfulRedLines
from posdiff.reports.shapes.values import Count, DraftId, Label, PartNumber

_Before = Annotated[str, "The draft before, by its id."]
_After = Annotated[str, "The draft after it, by its id."]
_OfBrackets = Annotated[
    Bracket | None,
    "Whether there are brackets here that were not, or none any more where there were; null for neither, and where "
    "what they stood in was dropped.",
]

_FromTo = TypedDict("_FromTo", {"from": _Before, "to": _After})


class OutcomeStepShape(_FromTo):
    """What became of an outcome from one draft to the next."""

    change: Annotated[
        OutcomeChange,
        "What became of the outcome: `narrowed` when it leaves less open, `widened` when more, `replaced` when other "
        "outcomes, `reworded` when the same in other words; of texts, which are not compared, other words.",
    ]
    bracket: _OfBrackets


class IssueStepsShape(TypedDict):
    """An issue that some of the drafts settle."""

    issue: Annotated[Id, "The issue."]
    outcomes: Annotated[dict[DraftId, OutcomeShape | None], "By draft what it would settle; null where it is silent."]
    steps: Annotated[list[OutcomeStepShape], "From draft to draft; none where both are silent."]


class WordsShape(TypedDict):
    """Words that both versions of a clause have, or only one of them."""

    kind: Annotated[Literal["same", "removed", "added"], "Whether both have them, or only the one before or after."]
    text: Annotated[str, "The words."]


class ClauseStepShape(_FromTo):
    """What became of a clause from one draft to the next."""

    change: Annotated[ClauseChange, "What became of the clause."]
    not_on_file: Annotated[
        Literal["from", "to"] | None,
        "Of a clause that was `added` or `dropped`, in which of the two texts it is not on file: nobody saw it taken "
        "in or out, and it may stand there all the same. Null for others.",
    ]
    bracket: _OfBrackets
    moved: Annotated[bool, "Whether it stands elsewhere among the clauses that both drafts have."]
    words: Annotated[
        list[WordsShape],
        "Where it was reworded, word by word: `same` and `removed` are the text before, `same` and `added` that after. "
        "Empty where it was not.",
    ]


class ClauseVersionShape(TypedDict):
    """What is to be known of a clause in one draft, besides its words."""

    title: Annotated[str | None, "Its title; null when it has none."]
    status: Annotated[ClauseStatus | None, "Whether its words are agreed; null where nobody said."]
    by: Annotated[list[str], "Who proposed it: ids of parties, or words."]
    settles: Annotated[list[Id], "The issues that it settles."]
    note: Annotated[str | None, "A remark on it; null when there is none."]


class ClauseStepsShape(TypedDict):
    """A clause of some of the drafts."""

    clause: Annotated[str, "Its id."]
    texts: Annotated[dict[DraftId, str | None], "By draft its words; null where the draft lacks it."]
    versions: Annotated[dict[DraftId, ClauseVersionShape], "By draft what is to be known of it besides."]
    steps: Annotated[list[ClauseStepShape], "From draft to draft; none where both lack it."]


class ResultCountsShape(TypedDict):
    """How many parts of a party's position have each result."""

    met: Annotated[Count, "Those that every outcome within the draft meets."]
    broken: Annotated[Count, "Those that none meets."]
    left_open: Annotated[Count, "Those that some meet and others do not."]
    missing: Annotated[Count, "Those that need an issue on which the draft is silent for good."]
    unassessed: Annotated[Count, "Those that are words."]


class PartWithOptionsShape(TypedDict):
    """What a draft makes of a part of a position, by the option that is taken of those in brackets on its issue."""

    issue: Annotated[Id, "The issue."]
    part: PartNumber
    results: Annotated[list[Result], "What becomes of it with each option, in the order of the draft."]


class PartyVerdictShape(of_one.InheritedVerdict):
    """What a draft does to a party, whatever issues are asked for."""

    verdict: Annotated[DraftVerdict, "The worst that it does."]
    red_lines: Annotated[RedLineCountsShape, "How many of the party's red lines are not met."]
    terms: Annotated[ResultCountsShape, "The parts of its position, by what becomes of them."]
    options: Annotated[
        list[PartWithOptionsShape],
        "Of the parts on issues with brackets, option by option; empty where there are none.",
    ]
    completable: Annotated[
        bool | None, "Whether a settlement within the draft meets all its terms; null when it was not found out."
    ]
    reaction: Annotated[ReactionWord | None, "What it last said of the draft; null when it said nothing of it."]
    on_record: Annotated[
        StatedResultShape | None,
        "With --with-reported, what the draft does to what the party itself stated; else null.",
    ]


class ResultMoveShape(_FromTo):
    """A part of a position of which a draft makes something else than the one before it."""

    issue: Annotated[Id, "The issue."]
    part: PartNumber
    firmness: Annotated[Firmness, "How firm the part is."]
    before: Annotated[Result, "What the one draft makes of the part."]
    after: Annotated[Result, "What the next makes of it."]


class PartyUnderDraftsShape(TypedDict):
    """What the drafts do to a party."""

    party: Annotated[Label, "The party, as it was asked for."]
    verdicts: Annotated[dict[DraftId, PartyVerdictShape], "By draft what it does to the party."]
    moves: Annotated[list[ResultMoveShape], "The parts that fare otherwise from one draft to the next."]


class ListedDraftShape(TypedDict):
    """A draft of the dossier."""

    draft: Annotated[str, "Its id: its file without the ending."]
    date: Annotated[Day, "Its day."]
    title: Annotated[str | None, "Its title; null when it has none."]
    by: Annotated[list[str], "Who proposed it: ids of parties, or words."]
    standing: Annotated[Standing, "Whether it is a text that is known, or is only reported."]
    previous: Annotated[str | None, "The draft that it follows; null when it names none."]
    final: Annotated[bool, "Whether it is put up for adoption: what it leaves out is left out for good."]
    brackets: Annotated[list[Id], limits(uniqueItems=True), "The issues on which it has brackets."]
    note: Annotated[str | None, "A remark on it; null when there is none."]
    reactions: Annotated[
        list[ReactionOfPartyShape],
        "What was said of it: party by party, the first thing first.",
    ]


class DraftsShape(DoubtfulRedLines):
    """What `posdiff drafts --format json` writes: the drafts that there are, or those named, each beside the next."""

    schema: Annotated[Literal["posdiff/drafts/1"], "The name and version of this shape."]
    drafts: Annotated[list[str], "The ids of the drafts: as they were named; without names, the oldest first."]
    as_of: Annotated[Day, "The day as of which positions are looked at."]
    issues: Annotated[
        list[IssueStepsShape], "The issues that some of the drafts settle; empty where no draft is named."
    ]
    clauses: Annotated[list[ClauseStepsShape], "Their clauses; empty where no draft is named."]
    parties: Annotated[list[PartyUnderDraftsShape], "What they do to the parties; empty where no draft is named."]
    choices: Annotated[
        dict[DraftId, ChoicesShape | None],
        "By draft which choices among its options leave no red line of these parties crossed; null where none can be "
        "made. Empty where no draft is named.",
    ]
    listed: Annotated[list[ListedDraftShape], "The same drafts, with what is to be known of each."]


def shape(answer: Drafts) -> DraftsShape:
    """The drafts, and the steps between them where they are named."""
    steps = answer if isinstance(answer, DraftSteps) else None
    return {
        "schema": "posdiff/drafts/1",
        "drafts": [draft.id for draft in answer.drafts],
        "as_of": values.day(answer.as_of),
        "issues": [_issue(each, steps) for each in steps.issues] if steps else [],
        "clauses": [_clause(each, steps) for each in steps.clauses] if steps else [],
        "parties": [_party(each) for each in steps.parties] if steps else [],
        "choices": {id: of_one.choices(judged) for id, judged in steps.judged.items()} if steps else {},
        "listed": [_listed(draft, answer) for draft in answer.drafts],
        **_doubtful(answer),
    }


def _doubtful(answer: Drafts) -> DoubtfulRedLines:
    """The red lines that the drafts are held against: the same for each of them."""
    last = [answer.judged[answer.drafts[-1].id]] if isinstance(answer, DraftSteps) else []
    return red_lines.doubtful(answer.basis, chain.from_iterable(map(named_red_lines.of_draft, last)))


def _issue(of_issue: IssueSteps, answer: DraftSteps) -> IssueStepsShape:
    return {
        "issue": of_issue.issue.id,
        "outcomes": {
            draft.id: of_one.outcome(of_issue.outcomes[draft.id], answer.agenda, draft, answer.basis.proofs)
            if draft.id in of_issue.outcomes
            else None
            for draft in answer.drafts
        },
        "steps": [
            {"from": step.before, "to": step.after, "change": step.change, "bracket": step.bracket}
            for step in of_issue.steps
        ],
    }


def _clause(of_clause: ClauseSteps, answer: DraftSteps) -> ClauseStepsShape:
    texts = of_clause.texts
    return {
        "clause": of_clause.id,
        "texts": {draft.id: texts[draft.id].text if draft.id in texts else None for draft in answer.drafts},
        "versions": {
            draft: {
                "title": clause.title,
                "status": clause.status,
                "by": list(clause.by),
                "settles": list(clause.settles),
                "note": clause.note,
            }
            for draft, clause in texts.items()
        },
        "steps": [_clause_step(step) for step in of_clause.steps],
    }


def _clause_step(step: ClauseStep) -> ClauseStepShape:
    return {
        "from": step.before,
        "to": step.after,
        "change": step.change,
        "not_on_file": NOT_ON_FILE.get(step.change),
        "bracket": step.bracket,
        "moved": step.moved,
        "words": words(step.words),
    }


def words(runs: Sequence[WordRun]) -> list[WordsShape]:
    """Two versions of a text, word by word."""
    return [{"kind": run.kind, "text": run.text} for run in runs]


def _party(of_party: PartyUnderDrafts) -> PartyUnderDraftsShape:
    return {
        "party": values.name(of_party.party.label),
        "verdicts": {id: _verdict(answer) for id, answer in of_party.by_draft.items()},
        "moves": [_move(move) for move in of_party.moves],
    }


def _verdict(of_party: DraftForParty) -> PartyVerdictShape:
    results = [judged.result for judged in of_party.result.terms]
    reaction, own = of_party.reaction, of_party.on_record
    met, broken, left_open, missing, unassessed = (
        results.count(word) for word in ("met", "broken", "left-open", "missing", "unassessed")
    )
    return {
        "verdict": of_party.verdict,
        "red_lines": of_one.counts(of_party.result),
        **of_one.inherited(of_party.result),
        "terms": {
            "met": met, "broken": broken, "left_open": left_open, "missing": missing, "unassessed": unassessed,
        },
        "options": [
            {
                "issue": judged.issue.id, "part": judged.part.number,
                "results": [each.result for each in judged.options],
            }
            for judged in of_party.result.terms if judged.options
        ],
        "completable": of_party.completable,
        "reaction": reaction.reaction if reaction else None,
        "on_record": None if own is None else {"verdict": own.verdict, "red_lines": of_one.counts(own)},
    }  # fmt: skip


def _move(move: ResultMove) -> ResultMoveShape:
    return {
        "from": move.before_draft,
        "to": move.after_draft,
        "issue": move.after.issue.id,
        "part": move.after.part.number,
        "firmness": move.after.part.term.firmness,
        "before": move.before.result,
        "after": move.after.result,
    }


def _listed(draft: Draft, answer: Drafts) -> ListedDraftShape:
    return {
        "draft": draft.id,
        "date": values.day(draft.day),
        "title": draft.title,
        "by": list(draft.by),
        "standing": draft.standing,
        "previous": draft.previous.name if draft.previous else None,
        "final": draft.final,
        "brackets": list(draft.brackets),
        "note": draft.note,
        "reactions": [reaction_of(asked, stated, answer.basis.proofs) for asked, stated in answer.said[draft.id]],
    }
