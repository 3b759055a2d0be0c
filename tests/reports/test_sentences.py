"""Every pattern of words in the modules of wording stands in a table of sentences: these here, and those beside."""

from __future__ import annotations

import inspect
from datetime import date
from fractions import Fraction
from types import ModuleType

import pytest
import test_age
import test_groups
import test_on_record
import test_other_terms
import test_overviews
import test_sentences_of_any_outcome
import test_sentences_of_blocs
import test_sentences_of_both_sides
import test_sentences_of_briefs
import test_sentences_of_changes
import test_sentences_of_cohesion
import test_sentences_of_conflicts
import test_sentences_of_deadlocks
import test_sentences_of_dissents
import test_sentences_of_draft_steps
import test_sentences_of_drafts
import test_sentences_of_edits
import test_sentences_of_four_columns
import test_sentences_of_inherited_verdicts
import test_sentences_of_many_conflicts
import test_sentences_of_many_parties
import test_sentences_of_members
import test_sentences_of_memberships
import test_sentences_of_movements
import test_sentences_of_notes
import test_sentences_of_own_blocs
import test_sentences_of_own_words
import test_sentences_of_pages
import test_sentences_of_parts
import test_sentences_of_reactions
import test_sentences_of_red_lines
import test_sentences_of_refusals
import test_sentences_of_routes
import test_sentences_of_silences
import test_sentences_of_speaking_blocs
import test_sentences_of_suppositions
import test_sentences_of_texts
import test_sentences_of_turns
import test_sentences_of_verdicts
import test_sentences_of_voices
import test_sentences_of_what_steps_rest_on
import test_sentences_of_who
from patterns import missing

from posdiff.comparison.figures import Metric, PairFigure
from posdiff.dossier.statement import Source
from posdiff.dossier.term import QuotedWords
from posdiff.findings.location import Location
from posdiff.reports import (
    brief_wording,
    choices_wording,
    cohesion_wording,
    conflict_wording,
    draft_steps_wording,
    draft_wording,
    effect_wording,
    figure_wording,
    movement_wording,
    provenance,
    relation_notes,
    step_wording,
    supposed_wording,
    verdict_wording,
    wording,
)
from posdiff.reports.compose import (
    accepted,
    basis,
    brief,
    brief_grounds,
    brief_moves,
    brief_room,
    changes,
    check,
    cohesion,
    compare,
    conflicts,
    draft,
    draft_steps,
    drafts,
    evidence,
    find,
    four_columns,
    groups,
    history,
    issues,
    matrix,
    parties,
    reactions,
    show,
    supposed,
    text,
    validate,
    versions,
    who,
)
from posdiff.reports.overviews import changes as changes_overview
from posdiff.reports.overviews import compare as compare_overview
from posdiff.reports.overviews import conflicts as conflicts_overview
from posdiff.reports.overviews import contents, short
from posdiff.reports.overviews import draft as draft_overview
from posdiff.reports.overviews import history as history_overview
from posdiff.reports.overviews import issues as issues_overview
from posdiff.reports.overviews import matrix as matrix_overview

_LETTER = Source("2026-03-02", "letter", None, None, None, None, None, None, Location("union/2026-03-02.yaml", 1, 1))
#: What is said of any answer: of findings, of figures, of where files are from.
GENERAL = (
    "2 errors, 1 warning, 3 for information in 5 files",
    "1 file read, nothing to report",
    "1 file read, nothing to report; 2 accepted",
    "1 file read, nothing new to report",
    "and 1 older finding, not shown",
    "Status: error. Something in the files cannot be used.",
    "Status: findings. There are findings at or above `warning`.",
    "Status: ok. No finding is at or above `warning`.",
    "Status: ok. Nothing fails.",
    "[Notes of a call], Press, 2026-03-02 (repost)",
    "letter (class unknown)",
    "“We will.” (the chair, 2026-03-01)",
    "“Wir werden.” (in German)",
    "“Wir werden.” (the chair), translated from German: “We will.”",
    "“Wir werden.”, translated: “We will.”",
    "Errors: to be corrected",
    "Warnings: may not be what was meant",
    "For information: nothing is wrong",
    "As recorded in git at 1a2b3c4d5e6f, on 2026-03-02",
    "none shared, over 0 of 1 issue",
    "66.7 %, 2 of 3 (46 issues)",
    "0.250, over 3 of 46 issues",
    "1 of 2, over 2 of 46 issues",
    "too few issues, over 2 of 46 issues",
    "8 agreed (7 with a silent party)",
    "Overlap: of the issues with a verdict on the two, the percentage agreed or with an outcome that neither refuses",
    "Agreement: over ordered options, in percent: 100 where both name the same one, 0 where they name the two ends",
    "Distance: from 0 (a common outcome on every issue) to 1 (as far apart as can be on every issue)",
    "contested: a contradiction, or agreement depends on conditions; one of the two has a red line there, which need "
    "not be what keeps them apart",
    "Those that are alike stand together: by average linkage, the nearest ends put together.",
)
#: What a position rests on, and what its kinds of facts can say; where an overview shows more.
RESTS_ON = (
    "rests on",
    "dismissed passage",
    "own quote · verified · official, class unknown · 2 publishers · 17 months old · coded once",
    "quote as reported · not verified here · no publisher named · 12 days old · in part coded twice",
    "no quote · press · 1 publisher · 4 years old · coded twice",
    "no quote · press · 1 publisher · 4 years old · coded once, confirmed by a second person",
    "no quote · press · 1 publisher · 4 years old · in part coded twice, in part confirmed by a second person",
    "no quote · press · 1 publisher · 4 years old · coded twice, not alike",
    "said 2024-06-14, quote not in its source",
    "a bloc's quote · press · 1 publisher · 4 years old · coded once",
    "own quote · repost · no publisher but of reposts · 3 years old · coded once",
    "no quote · press · 1 publisher · 4 years old · in part coded twice, not alike",
    "own quote · verified · press · 1 publisher · quote 8 months old, last stated 6 months ago · coded once",
    "own quote · verified · press · 1 publisher · quote 8 months old, last stated that day · coded once",
    "--full shows their addresses, and which terms stand on them",
)
#: What a comparison that is sent on opens with, besides the overview that text opens with.
CONTENTS = ("Overview", "Also below: Line of statements; Sources", "the first 20: all stand below")
#: Beside the sign of issues without a verdict: tests/cli/test_overviews_of_many.py asks for it.
CUT = ("no verdict (the search was cut on “Land”, “Lakes”, “Ports” and 2 more)",)
SENTENCES = [
    sentence
    for table in (
        test_sentences_of_any_outcome, test_sentences_of_blocs, test_sentences_of_both_sides,
        test_sentences_of_briefs, test_sentences_of_cohesion,
        test_sentences_of_changes, test_sentences_of_conflicts,
        test_sentences_of_deadlocks, test_sentences_of_dissents,
        test_sentences_of_draft_steps, test_sentences_of_drafts,
        test_sentences_of_edits, test_sentences_of_four_columns,
        test_sentences_of_inherited_verdicts, test_sentences_of_many_conflicts,
        test_sentences_of_many_parties, test_sentences_of_members, test_sentences_of_memberships,
        test_sentences_of_movements, test_sentences_of_notes, test_sentences_of_own_blocs,
        test_sentences_of_own_words, test_sentences_of_pages,
        test_age, test_groups, test_on_record, test_other_terms, test_overviews,
        test_sentences_of_parts, test_sentences_of_reactions, test_sentences_of_red_lines,
        test_sentences_of_refusals, test_sentences_of_routes, test_sentences_of_silences,
        test_sentences_of_speaking_blocs,
        test_sentences_of_suppositions, test_sentences_of_texts, test_sentences_of_turns, test_sentences_of_verdicts,
        test_sentences_of_voices, test_sentences_of_what_steps_rest_on, test_sentences_of_who,
    )
    for sentence in table.sentences()
] + [*GENERAL, *RESTS_ON, *CONTENTS, *CUT]  # fmt: skip
#: By module, its texts that only the program reads: words of its own, facets, styles, anchors.
NOT_WORDS: dict[ModuleType, tuple[str, ...]] = {
    wording: ("x", "v", "i", "s"),
    provenance: (),
    brief_wording: (),
    choices_wording: (),
    movement_wording: ("one-voice",),
    step_wording: ("left", "joined"),
    cohesion_wording: ("overlap",),
    cohesion: (
        "lines", "cohesion", "f'strays-{bloc.bloc}", "strong", "plain", "contradiction", "faint", "date",
    ),
    brief: (
        "strong", "faint", "date", "contradiction", "plain", "red-line", "red-lines", "relations", "in-time", "draft",
        "brief", "code", "crossing",
    ),
    brief_grounds: ("not-known", "strong", "faint", "code"),
    brief_moves: ("strong", "faint", "moved", "red-line", "f'--since {wording.day(changes.since)} --until"),
    brief_room: ("Thing", "faint", "code"),
    groups: ("groups", "faint", "strong", "lines", "records", "red-line"),
    conflict_wording: ("red-line", "s"),
    draft_wording: (),
    verdict_wording: ("left-open", "missing", "unassessed"),
    effect_wording: ("off-record",),
    figure_wording: (),
    changes: ("kind", "party", "changes", "f'changes-{party.party.party}", "strong", "topic"),
    history: (
        "kind", "party", "topic", "history", "list", "faint", "plain", "f'history-{party.party.party}",
        "f\"history-{asked.party}-{through}{(statement.id.replace('/', '-') if statement else f'{day}-ended')}\"",
        "f'{day}-ended", "f'{statement.parties[0]}-",
    ),
    draft: (
        "contradiction", "conditional", "common", "faint", "plain", "list", "strong", "grid", "result", "party",
        "topic", "summary", "f'party-{party.party.label}", "f'draft-{result}", "options",
    ),
    compare: (
        "compare", "strong", "faint", "plain", "code", "list", "conflict", "crossing", "topic", "party",
        "red-line", "yes", "f'deadlock-{number}", "f'crossing_{number}_{place}",
        "f'crossing-{number}",
    ),
    conflicts: (
        "strong", "faint", "plain", "date", "list", "outline", "grid", "f'conflict-{number}", "concessions", "refusals",
        "who-gives-what", "ruled-out", "on-record", "hold-together",
    ),
    check: ("relations", "strong", "clauses"),
    accepted: ("faint", "strong", "red-line", "contradiction", "party"),
    basis: ("faint", "strong", "code"),
    evidence: ("red-line", "faint", "date", "strong", "plain", "joint/", "f'issues/{id}"),
    find: (
        "outline", "find", "faint", "strong", "plain", "[^a-z0-9]+", "\\\\S+",
        "f\"file-{re.sub('[^a-z0-9]+', '-', file.rpartition('.')[0])}\"",
    ),
    issues: (),
    matrix: ("strong", "grid", "matrix", "red-lines", "faint", "red-line"),
    parties: ("f'parties/{party.id}", "strong", "faint", "blocs", "text"),
    drafts: ("strong", "faint"),
    reactions: ("strong", "faint", "plain", "contradiction", "of-drafts", "f'drafts/{stated.draft.id}"),
    draft_steps: (
        "strong", "faint", "plain", "contradiction", "red-line", "grid", "crosses-red-line", "breaks-terms",
        "leaves-red-line-open", "summary", "clauses", "f'clause-{clause.id}", "f'drafts/{draft.id}", "f'to-{after.id}",
        "reactions",
    ),
    draft_steps_wording: ("left-open",),
    four_columns: (
        "red-line", "strong", "plain", "faint", "red-lines", "f'clause-{row.clause.id}", "f'issues/{issue.id}",
    ),
    supposed_wording: (),
    supposed: ("strong", "against-record"),
    show: ("faint", "strong", "quotes-in-pages", "f\"topic-{topic or 'none'}\"", "f'issues/{id}"),
    text: (
        "strong", "faint", "plain", "conditional", "red-line", "grid", "text", "elsewhere", "f'clause-{each.clause.id}",
        "f'issues/{settled.issue.id}", "f'issues/{silent.issue.id}",
    ),
    validate: ("strong", "faint"),
    who: ("who", "faint", "strong", "silent", "f'group-{number}", "f'parties/{one}", "f'parties/{asked.party}"),
    compare_overview: (
        "compare", "one-sided", "silent", "red-line", "plain", "faint", "strong", "lines", "conflict", "deadlock",
        "f'#_crossing-{number}", "f'#_deadlock-{number}", "f'#_{relation}", "unassessed",
        "f'#{row.issue.id}",
    ),
    contents: ("overview", "sources", "crossing", "deadlock", "strong", "f'#_{anchor}"),
    changes_overview: ("changes", "lines", "code", "strong", "faint", "red-line"),
    history_overview: ("history", "lines", "strong", "red-line"),
    draft_overview: (
        "draft", "lines", "strong", "faint", "red-line", "broken", "left-open", "missing", "f'draft-{result}",
        "f'draft-{term.result}", "f'party-{party.party.label}",
    ),
    conflicts_overview: ("lines", "list", "strong", "faint", "set"),
    matrix_overview: ("matrix", "lines", "outline", "strong", "faint"),
    issues_overview: ("issues", "lines", "strong", "faint"),
    short: ("faint", "code"),
    relation_notes: (
        "faint", "strong", "conditional", "overlap", "agreed",
    ),
    versions: ("previous", "adds", "git-diff-driver", "textconv", "outline", "strong", "faint", "standing"),
}  # fmt: skip


@pytest.mark.parametrize("module", NOT_WORDS, ids=lambda module: module.__name__)
def test_every_pattern_of_words_is_in_a_table(module: ModuleType) -> None:
    """Whoever adds a pattern gives it a case that shows it: a line above, or in one of the files beside this one."""
    assert missing(inspect.getsource(module), SENTENCES, NOT_WORDS[module]) == []


def test_what_is_said_of_any_answer() -> None:
    figures: list[tuple[Fraction | None, int, int, Metric]] = [
        (None, 0, 1, "overlap"), (Fraction(200, 3), 3, 46, "overlap"), (Fraction(1, 4), 3, 46, "distance"),
        (Fraction(50), 2, 46, "overlap"), (Fraction(1, 4), 2, 46, "distance"),
    ]  # fmt: skip
    pairs = [(PairFigure("union", "employer", value, one, all, ()), metric) for value, one, all, metric in figures]
    assert (
        wording.tally({"error": 2, "warning": 1, "info": 3}, 5),
        wording.tally({"error": 0, "warning": 0, "info": 0}, 1),
        wording.tally({"error": 0, "warning": 0, "info": 0}, 1, accepted=2),
        wording.tally({"error": 0, "warning": 0, "info": 0}, 1, older=1),
        wording.not_shown(1),
        wording.status_in_words("error", "warning"),
        wording.status_in_words("findings", "warning"),
        wording.status_in_words("ok", "warning"),
        wording.status_in_words("ok", "never"),
        wording.source_in_words(
            _LETTER._replace(
                title="Notes of a call", publisher="Press", date="2026-03-02", class_="repost", described=True
            )
        ),
        wording.source_in_words(_LETTER._replace(class_="unknown")),
        wording.quote_in_words(QuotedWords("We will.", "the chair", date(2026, 3, 1).toordinal())),
        wording.quote_in_words(QuotedWords("Wir werden.", language="de")),
        wording.quote_in_words(QuotedWords("Wir werden.", "the chair", language="de", translation="We will.")),
        wording.quote_in_words(QuotedWords("Wir werden.", translation="We will.")),
        *(f"{wording.SEVERITY_TITLES[word]}: {means}" for word, means in wording.SEVERITY_MEANINGS.items()),
        wording.recorded_in_words("1a2b3c4d5e6f7a8b", date(2026, 3, 2).toordinal()),
        *(
            f"{figure_wording.figure_in_words(pair, metric)}, {figure_wording.coverage_in_words(pair, metric)}"
            for pair, metric in pairs
        ),
        wording.relation_count("agreed", 8, 7),
        *(f"{figure_wording.METRIC_TITLES[word]}: {means}" for word, means in figure_wording.METRIC_MEANINGS.items()),
        figure_wording.CROSSED_MEANING,
        figure_wording.BY_LIKENESS,
    ) == GENERAL


#: A module with a pattern of each sort, and all that is none.
SOURCE = """
"A docstring."
WORDS: dict[str, "an annotation"] = {"key": "a word of a table"}
def told(number: "int") -> str:
    "Another docstring."
    if number["looked up"] == "compared" or number in ("one of", "these"):
        return "closer to {}".format(number)
    return f"There are {number if number else 'no'} issues" + ", and more"
"""


def test_the_guard_finds_every_pattern() -> None:
    """And no docstring, annotation, key of a table, nor what is only compared or looked up by."""
    found = [
        "a word of a table",
        "closer to {}",
        "f\"There are {(number if number else 'no')} issues\"",
        "no",
        ", and more",
    ]
    assert missing(SOURCE, []) == found
    assert missing(SOURCE, ["A word of a table.", "closer to Union", "There are no issues, and more"]) == []
    assert missing(SOURCE, ["There are 3 issuers, and more"], ["closer to {}"]) == [found[0], *found[2:4]]
