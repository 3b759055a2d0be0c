"""From the command line text is an overview; --full, an issue, quotes or sources show all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import called
from writing import dossier

TWO = {
    "agenda.yaml": """
        posdiff: 1
        parties: {union: {name: Union}, employer: {name: Employer}}
        topics: {money: Money, site: The site and who works there}
        steps: {talks: Talks on pay begin, overtime: The ban on overtime ends}
        issues:
          pay: {title: Pay, kind: quantity, unit: percent, topic: money}
          bonus: {title: Who receives the bonus for nights and weekends, kind: set, topic: money,
                  members: {nights: Night shift, weekends: Weekend shift, apprentices: Apprentices}}
          length: {title: Length of the agreement, kind: quantity, unit: month, topic: money}
          pension: {title: Pension, kind: choice, options: {kept: Kept, cut: Cut}, topic: money}
          site: {title: Site, kind: choice, options: {stays: Stays, moves: Moves}, topic: site}
          dismissals: {title: Dismissals, kind: choice, options: {no: None, some: Some}, topic: site}
          canteen: {title: Canteen, kind: choice, options: {kept: Kept, shut: Shut}, topic: site}
          parking: {title: Parking, kind: choice, options: {free: Free, paid: Paid}, topic: site}
          order: {title: What comes first, kind: sequence}
          preamble: {title: Preamble, kind: text}
        """,
    "union/2022-03-01.yaml": "date: 2022-03-01\nterms: {site: stays}\n",
    "union/2026-03-02.yaml": """
        date: 2026-03-02
        title: Demands adopted by the bargaining committee after a day and a night
        speaker: The chair
        terms:
          pay: {min: 6, firmness: red-line, quote: Six and no less.}
          bonus: {includes: [nights, weekends]}
          length: {max: 12}
          dismissals: {accepts: no, firmness: red-line}
          canteen: kept
          order: {order: [talks, overtime]}
          preamble: The site is ours.
        """,
    "union/2026-03-20.yaml": """
        date: 2026-03-20
        title: Second round
        terms:
          pay: {min: 5, firmness: red-line}
          bonus: {includes: [nights]}
          parking: free
        reaffirms: [dismissals, order]
        """,
    "employer/2026-03-05.yaml": """
        date: 2026-03-05
        title: Reply to the union's demands
        terms:
          pay: {max: 3}
          bonus: {includes: [nights], excludes: [apprentices]}
          length: {min: 24}
          site: stays
          dismissals: {accepts: some, alternatives: [{accepts: no, if: {length: {min: 36}}}]}
          pension: {accepts: cut, firmness: red-line}
          order: {order: [overtime, talks]}
          preamble: The site belongs to the owners.
        """,
    "employer/2026-03-10-reported.yaml": """
        date: 2026-03-10
        standing: reported
        terms: {canteen: shut}
        """,
    "employer/2026-03-24.yaml": """
        date: 2026-03-24
        title: Second offer
        terms:
          pay: {max: 4}
          length: {min: 24, firmness: red-line}
          dismissals: some
        withdraws: [pension]
        reaffirms: [order]
        """,
    "drafts/2026-03-28-mediator.yaml": """
        date: 2026-03-28
        title: Proposal of the mediator
        by: [a mediator]
        outcomes:
          pay: 4
          length: 18
          site: stays
          dismissals: {options: [{accepts: no, by: union}, {accepts: some, by: employer}]}
          canteen: kept
        """,
}


def test_an_issue_after_two_dashes_is_shown_in_full(tmp_path: Path) -> None:
    """As with --issue, --full, --quotes or --sources; several issues may stand there."""
    dossier(tmp_path, TWO)
    asked = ("compare", "union", "employer", "--at", "2026-03-12")
    by_option = called(*asked, "--issue", "pay,site", cwd=tmp_path).out
    assert called(*asked, "--", "pay", "site", cwd=tmp_path).out == by_option
    assert "\n✗ Pay  pay\n" in by_option
    for option in ("--full", "--quotes", "--sources"):
        assert "\n✗ Pay  pay\n" in called(*asked, option, cwd=tmp_path).out
    assert "\n✗ Pay  pay\n" not in called(*asked, cwd=tmp_path).out


COMMANDS = (
    ("compare", "union", "employer", "--at", "2026-03-12"),
    ("changes", "--since", "2026-03-02", "--until", "2026-04-01"),
    ("history", "--until", "2026-04-01"),
    ("draft", "mediator", "--at", "2026-04-01"),
    ("conflicts", "--at", "2026-03-12"),
    ("matrix", "--at", "2026-03-12"),
    ("issues", "--at", "2026-03-12"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_full_shows_all_of_it(command: tuple[str, ...], tmp_path: Path) -> None:
    """From the command line text is an overview, in a pipe as well; a program that asks gets all of it."""
    dossier(tmp_path, TWO)
    overview, full = called(*command, cwd=tmp_path).out, called(*command, "--full", cwd=tmp_path).out
    assert "--full shows" in overview or "--full explains" in overview
    assert "--full" not in full
    as_json = (*command, "--format", "json")
    assert called(*as_json, cwd=tmp_path).out == called(*as_json, "--full", cwd=tmp_path).out
