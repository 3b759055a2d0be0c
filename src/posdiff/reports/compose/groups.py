"""Group by group: on each issue, what the parties that the agenda puts in one group accept, beside the other groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from posdiff.answers.compare import Compare
from posdiff.comparison.relations import RELATIONS, Comparison
from posdiff.reports import wording
from posdiff.reports.document import Block, Cell, Column, Line, Paragraph, Row, Run, Section, Table, cell, line

if TYPE_CHECKING:
    from posdiff.answers.party_groups import OnIssueInGroup, PartyGroup

#: What stands for the parties that are in no group.
NO_GROUP = "in no group"
#: How the groups are read.
MEANING = "how those of each group stand to each other; a group is a heading of the agenda, and speaks for nobody"
#: So wide a column of a group has to be at least, and so much is left for the titles of issues.
_LEAST_COLUMN, _TITLES = 22, 34


def section(answer: Compare, overview: bool = False, width: int | None = None) -> list[Section]:
    """The groups in counts, and a row for each issue with a column for each group; nothing where none was asked for.

    ``overview``: each cell in a line. ``width``: where the columns have no room in it, the counts alone are told.
    """
    if not answer.groups:
        return []
    names = [_called(group) for group in answer.groups]
    members = (
        Paragraph((Run(f"{name}: ", "strong"), Run(", ".join(answer.names[label] for label in group.parties))))
        for name, group in zip(names, answer.groups, strict=True)
    )
    blocks: list[Block] = [*members, _counts(answer, names)]
    if width is None or width >= _TITLES + _LEAST_COLUMN * len(names):
        blocks.append(_issues(answer, names, overview))
    else:
        blocks.append(Paragraph(line("Issue by issue: --full", "faint")))
    return [Section("Group by group", tuple(blocks), MEANING, anchor="groups")]


def _called(group: PartyGroup) -> str:
    return NO_GROUP if group.name is None else group.name


def _counts(answer: Compare, names: list[str]) -> Table:
    """Of each group, on how many issues its parties stand to each other how."""
    within = [[one.comparison for one in group.issues.values()] for group in answer.groups]
    relations = [
        relation for relation in RELATIONS if any(row.relation == relation for found in within for row in found)
    ]
    columns = [Column(wording.RELATION_TITLES[relation][0], mark=wording.sign(relation)) for relation in relations]
    rows = tuple(
        Row(
            (
                cell(name),
                *(cell(_number([row for row in found if row.relation == relation], answer)) for relation in relations),
            )
        )
        for name, found in zip(names, within, strict=True)
    )
    return Table("On how many issues those of each group stand to each other how", (Column("Group"), *columns), rows,
                 "lines")  # fmt: skip


def _number(rows: Sequence[Comparison], answer: Compare) -> str:
    """How many, and how many of these are all one bloc's words: ``3 (2 one voice)``; blank for none."""
    alone = sum(bool(answer.one_voice(row.terms)) for row in rows)
    beside = f" ({wording.ONE_VOICE})" if alone == len(rows) else f" ({alone} {wording.ONE_VOICE})"
    return f"{len(rows)}{beside if alone else ''}" if rows else ""


def _issues(answer: Compare, names: list[str], overview: bool) -> Table:
    shown = [row.issue for row in answer.shown_issues if any(row.issue.id in group.issues for group in answer.groups)]
    rows = tuple(
        Row((cell(issue.title, "strong"), *(_cell(group.issues.get(issue.id), answer, overview)
                                            for group in answer.groups)))
        for issue in shown
    )  # fmt: skip
    columns = (Column("Issue"), *(Column(name, name) for name in names))
    return Table("What those of each group accept", columns, rows, "lines" if overview else "records")


def _cell(found: OnIssueInGroup | None, answer: Compare, overview: bool) -> Cell:
    """What those of a group accept on an issue; where that is several things, how these stand to each other first."""
    if found is None:
        return cell("silent", "faint")
    compared, positions = found.comparison, found.positions
    of = f" {_names(compared.red_line, answer.names)}" if len(compared.terms) > 1 else ""
    red = (Run(f"{wording.RED_LINE}{of}: ", "red-line"),) if compared.red_line else ()
    if len(positions) == 1:
        words = Run(wording.terms_in_words(positions[0].terms, answer.agenda) + _one_voice(compared, answer))
        who = _names(positions[0].parties, answer.names) if compared.silent else ""
        return Cell(((*red, words, Run(f" – {who}", "faint")) if who else (*red, words),))
    number = wording.count(len(positions), "position")
    head: Line = (*red, Run(f"{wording.RELATION_TITLES[compared.relation][0]}, {number}", mark=compared.relation))
    if overview:
        return Cell((head,))
    said = (
        (Run(wording.terms_in_words(one.terms, answer.agenda)), Run(f" – {_names(one.parties, answer.names)}", "faint"))
        for one in positions
    )
    return Cell((head, *said))


def _one_voice(row: Comparison, answer: Compare) -> str:
    speaking = answer.one_voice(row.terms)
    return f" ({wording.ONE_VOICE}: {speaking})" if speaking else ""


def _names(parties: tuple[str, ...], names: Mapping[str, str]) -> str:
    return ", ".join(names[label] for label in parties)
