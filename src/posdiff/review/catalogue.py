"""Every rule, listed by hand. To add one: its file in ``rules/`` (or its page in ``pages/``), a line here, its test."""

from __future__ import annotations

from collections.abc import Mapping

from posdiff.review.pages import acceptance, agenda, files, keys, statements, terms, text
from posdiff.review.rule import Rule, pages
from posdiff.review.rules import (
    future_date,
    id_renamed,
    issue_changed,
    long_quote,
    no_source,
    quote_changed,
    red_line_without_quote,
    reported_by_nobody,
    same_direction,
    source_changed,
    source_date,
    source_incomplete,
    source_untraceable,
    statement_changed,
    statement_redated,
    statement_removed,
    term_added,
    term_changed,
    title_changed,
    unanswered_issue,
)

#: In groups, in the order in which they are listed.
GROUPS: Mapping[str, tuple[Rule, ...]] = {
    "Files and folders": pages(files.PAGES, "reading"),
    "Text and YAML": pages(text.PAGES, "reading"),
    "Keys and values": pages(keys.PAGES, "reading"),
    "The agenda": pages(agenda.PAGES, "reading"),
    "Terms": pages(terms.PAGES, "reading"),
    "Statements": pages(statements.PAGES, "reading"),
    "Where it comes from": (
        no_source.RULE,
        source_untraceable.RULE,
        source_incomplete.RULE,
        source_date.RULE,
        red_line_without_quote.RULE,
        long_quote.RULE,
        reported_by_nobody.RULE,
    ),
    "What it says": (future_date.RULE, unanswered_issue.RULE, same_direction.RULE),
    "What an edit does to what was recorded": (
        term_changed.RULE,
        term_added.RULE,
        quote_changed.RULE,
        source_changed.RULE,
        statement_removed.RULE,
        statement_redated.RULE,
        statement_changed.RULE,
        issue_changed.RULE,
        title_changed.RULE,
        id_renamed.RULE,
    ),
    "Accepted findings": pages(acceptance.PAGES, "acceptance"),
}

RULES: Mapping[str, Rule] = {rule.id: rule for group in GROUPS.values() for rule in group}

#: The rules that look at a case.
EXAMINED: tuple[Rule, ...] = tuple(rule for rule in RULES.values() if rule.examine is not None)
