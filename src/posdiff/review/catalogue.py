"""The rules that look at a case, listed by hand. To add one: its file in ``rules/``, a line here, its id in
``findings/rules.py``, its page ``docs/rules/ID.md``, and a test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from posdiff.findings.finding import Finding
from posdiff.findings.rules import RuleId
from posdiff.review.case import Case
from posdiff.review.rules import (
    acceptance_changed,
    clause_changed,
    clause_number,
    dissents_from_nothing,
    draft_open_bound,
    future_date,
    id_renamed,
    issue_changed,
    long_quote,
    no_source,
    options_alike,
    quote_absent,
    quote_ambiguous,
    quote_changed,
    reaction_at_odds,
    red_line_without_quote,
    reported_by_nobody,
    same_direction,
    settings_changed,
    single_coded,
    source_changed,
    source_changed_on_disk,
    source_date,
    source_incomplete,
    source_not_kept,
    source_unreadable,
    source_untraceable,
    statement_changed,
    statement_redated,
    statement_removed,
    term_added,
    term_changed,
    title_changed,
    unanswered_issue,
)

#: What each of them finds in a case, by its id.
EXAMINED: Mapping[RuleId, Callable[[Case], Iterable[Finding]]] = {
    no_source.ID: no_source.examine,
    source_untraceable.ID: source_untraceable.examine,
    source_date.ID: source_date.examine,
    red_line_without_quote.ID: red_line_without_quote.examine,
    long_quote.ID: long_quote.examine,
    reported_by_nobody.ID: reported_by_nobody.examine,
    source_incomplete.ID: source_incomplete.examine,
    single_coded.ID: single_coded.examine,
    quote_absent.ID: quote_absent.examine,
    quote_ambiguous.ID: quote_ambiguous.examine,
    source_changed_on_disk.ID: source_changed_on_disk.examine,
    source_not_kept.ID: source_not_kept.examine,
    source_unreadable.ID: source_unreadable.examine,
    future_date.ID: future_date.examine,
    same_direction.ID: same_direction.examine,
    draft_open_bound.ID: draft_open_bound.examine,
    clause_number.ID: clause_number.examine,
    dissents_from_nothing.ID: dissents_from_nothing.examine,
    reaction_at_odds.ID: reaction_at_odds.examine,
    options_alike.ID: options_alike.examine,
    unanswered_issue.ID: unanswered_issue.examine,
    term_changed.ID: term_changed.examine,
    clause_changed.ID: clause_changed.examine,
    statement_removed.ID: statement_removed.examine,
    statement_redated.ID: statement_redated.examine,
    statement_changed.ID: statement_changed.examine,
    issue_changed.ID: issue_changed.examine,
    id_renamed.ID: id_renamed.examine,
    quote_changed.ID: quote_changed.examine,
    source_changed.ID: source_changed.examine,
    title_changed.ID: title_changed.examine,
    term_added.ID: term_added.examine,
    settings_changed.ID: settings_changed.examine,
    acceptance_changed.ID: acceptance_changed.examine,
}
