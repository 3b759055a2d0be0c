"""The rules: the id of every finding, as a type, so that mypy finds one that is misspelt; and what is so of each.

An id stands here once, in the type that says its severity, and never changes once it is released. Its page, with what
it finds in a few words, is ``docs/rules/ID.md``. To add a rule: its id here, its page, and where it looks at a case,
its file in ``review/rules`` with a line in ``review/catalogue.py``.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

Severity = Literal["error", "warning", "info"]

#: Worst first. ``never`` is no severity but may stand where a threshold is asked for.
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")

#: When a rule is examined: while files are read (or statements folded), in any check, in the check of an edit, or
#: where accepted findings are read.
When = Literal["reading", "check", "edit", "acceptance"]

_FilesError = Literal[
    "no-agenda", "second-agenda", "misplaced-file", "bad-file-name", "second-file", "not-a-file", "symbolic-link",
    "unreadable", "file-too-large",
]  # fmt: skip
_TextError = Literal[
    "not-utf-8", "control-character", "conflict-marker", "empty-file", "not-a-mapping", "yaml-syntax",
    "several-documents", "yaml-directive", "yaml-tag", "yaml-anchor", "yaml-alias", "merge-key", "yaml-key",
    "duplicate-key", "null-value", "too-deep", "too-many-nodes", "text-cut-off",
]  # fmt: skip
_TextWarning = Literal["reordering-character"]
_KeysError = Literal[
    "unknown-key", "missing-key", "wrong-shape", "wrong-value", "empty-text", "empty-list", "named-twice",
    "not-a-number", "not-a-date", "bad-url", "bad-id", "reserved-word", "too-many",
]  # fmt: skip
_AgendaError = Literal[
    "unknown-format", "unknown-kind", "unknown-topic", "unknown-step", "circular-steps", "ambiguous-alias",
    "circular-blocs", "membership-dates",
]  # fmt: skip
_AgendaWarning = Literal["members-and-size"]
_TermsError = Literal[
    "unknown-issue", "unknown-option", "unknown-member", "unknown-unit", "wrong-dimension", "unlimited-not-declared",
    "bare-value", "two-ways", "no-offer", "empty-offer", "if-on-a-term", "condition-on-text", "condition-on-itself",
    "unknown-source", "unknown-language", "quote-date",
]  # fmt: skip
_TermsWarning = Literal["prefers-outside", "source-not-named"]
_StatementsError = Literal["unknown-party", "date-differs", "issue-twice", "unknown-statement", "adds-to-nothing"]
_StatementsWarning = Literal[
    "says-nothing",
    "reaffirms-nothing",
    "reaffirms-replaced",
    "withdraws-nothing",
    "nothing-to-add-to",
    "same-day",
    "own-deadlock",
]
_StatementsInfo = Literal["reported-part"]
_DraftsError = Literal[
    "unknown-draft", "circular-drafts", "clause-twice", "clause-brackets", "clause-without-outcome",
]  # fmt: skip
_DraftsWarning = Literal[
    "draft-breaks-rule", "draft-contradicts-itself", "option-twice", "reaction-before-draft", "draft-before-previous",
]  # fmt: skip
_SourcesWarning = Literal[
    "no-source", "source-untraceable", "source-date", "red-line-without-quote", "long-quote", "reported-by-nobody"
]
_SourcesInfo = Literal["source-incomplete", "single-coded"]
_EvidenceError = Literal["quote-absent", "source-changed-on-disk", "source-unreadable"]
_EvidenceWarning = Literal["quote-ambiguous", "dismissed-absent", "same-page"]
_EvidenceInfo = Literal["source-not-kept"]
_ContentWarning = Literal[
    "future-date", "same-direction", "draft-open-bound", "clause-number", "dissents-from-nothing", "both-sides",
    "speaks-for-nobody",
]  # fmt: skip
_ContentInfo = Literal["unanswered-issue", "reaction-at-odds", "options-alike", "brackets-at-odds", "member-dissents"]
_EditError = Literal[
    "term-changed",
    "statement-removed",
    "statement-redated",
    "statement-changed",
    "clause-changed",
    "issue-changed",
    "id-renamed",
]
_EditWarning = Literal["quote-changed", "source-changed", "title-changed"]
_GateWarning = Literal["settings-changed", "acceptance-changed"]
_EditInfo = Literal["term-added"]
_AcceptanceError = Literal["acceptance-malformed"]
_AcceptanceWarning = Literal["acceptance-expired", "acceptance-unused"]

#: The id of a rule.
RuleId = Literal[
    _FilesError, _TextError, _TextWarning, _KeysError, _AgendaError, _AgendaWarning, _TermsError, _TermsWarning,
    _StatementsError, _StatementsWarning, _StatementsInfo, _DraftsError, _DraftsWarning, _SourcesWarning,
    _SourcesInfo, _EvidenceError, _EvidenceWarning, _EvidenceInfo, _ContentWarning, _ContentInfo, _EditError,
    _EditWarning, _EditInfo, _GateWarning, _AcceptanceError, _AcceptanceWarning,
]  # fmt: skip


class FindingRule(NamedTuple):
    """One kind of finding: its id, the severity that its findings usually have, and when it is examined."""

    id: RuleId
    severity: Severity
    when: When

    @property
    def fixed(self) -> bool:
        """Whether it stays an error whatever the settings say: the answers leave out what it concerns."""
        return self.severity == "error" and self.when in ("reading", "acceptance")


def _rules(when: When, *ids: tuple[Severity, object]) -> tuple[FindingRule, ...]:
    return tuple(FindingRule(id, severity, when) for severity, literal in ids for id in get_args(literal))


#: In groups, in the order in which they are listed.
GROUPS: Mapping[str, tuple[FindingRule, ...]] = {
    "Files and folders": _rules("reading", ("error", _FilesError)),
    "Text and YAML": _rules("reading", ("error", _TextError), ("warning", _TextWarning)),
    "Keys and values": _rules("reading", ("error", _KeysError)),
    "The agenda": _rules("reading", ("error", _AgendaError), ("warning", _AgendaWarning)),
    "Terms": _rules("reading", ("error", _TermsError), ("warning", _TermsWarning)),
    "Statements": _rules(
        "reading", ("error", _StatementsError), ("warning", _StatementsWarning), ("info", _StatementsInfo)
    ),
    "Drafts": _rules("reading", ("error", _DraftsError), ("warning", _DraftsWarning)),
    "Sources and quotes": _rules("check", ("warning", _SourcesWarning), ("info", _SourcesInfo)),
    "Quotes and the pages that they stand in": _rules(
        "check", ("error", _EvidenceError), ("warning", _EvidenceWarning), ("info", _EvidenceInfo)
    ),
    "What the files say": _rules("check", ("warning", _ContentWarning), ("info", _ContentInfo)),
    "What an edit does to files recorded before": _rules(
        "edit", ("error", _EditError), ("warning", _EditWarning), ("info", _EditInfo)
    ),
    "What an edit does to settings and accepted findings": _rules("edit", ("warning", _GateWarning)),
    "Accepted findings": _rules("acceptance", ("error", _AcceptanceError), ("warning", _AcceptanceWarning)),
}

#: Every rule by its id.
RULES: Mapping[str, FindingRule] = {rule.id: rule for group in GROUPS.values() for rule in group}
