"""What a dossier and a statement begin with: files to fill in, all of whose keys are told in comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from posdiff.dossier.agenda import Agenda, Issue, Party
from posdiff.reports import wording
from posdiff.reports.escaping import visible

#: The files of a new dossier, by path in its folder. Dot-files keep in git folders that are empty as yet.
DOSSIER: Mapping[str, str] = {
    "agenda.yaml": """\
# What is negotiated, and by whom. Every value is text until its key says what it is; quotes are rarely needed.
posdiff: 1
title: A negotiation

# Whose positions are kept. The id (before the colon) names the party's folder; `name` is what is shown.
parties:
  party-a: {name: Party A}
  party-b: {name: Party B}
  # party-c: {name: Party C, aliases: [c], note: What has to be known about it}
  # A bloc is a party that speaks for its members: each holds what the bloc has said, where it has no words of its own
  # and names the issue in none of its statements under `dissents: [issue]`. A bloc may be a member, too.
  # bloc-d: {name: Bloc D, members: [party-a, party-c]}
  # bloc-e: {name: Bloc E, members: {party-b: {from: 2024-01-01, until: 2024-12-31}, bloc-d: {from: 2025-01-01}}}
  # bloc-f: {name: Bloc F, size: 40}   # its members are not named

# Headings for issues, in the order in which they are shown. May be left out.
topics:
  main: Main issues

# Things that are done at some time, for issues of kind sequence.
# steps:
#   ceasefire: Ceasefire
#   talks: Talks
#   vote: {title: The vote, after: talks, why: There is nothing to vote on before the talks}

# The questions that a settlement answers. Add to them freely; what an old term means is not to be changed.
issues:
  example:
    topic: main
    title: An example
    question: What is to be decided?
    kind: choice                       # one of the options
    options: {no: No, yes: Yes}
    # ordered: true                    # the options are steps of one scale, in this order
  # regions:
  #   title: Regions
  #   kind: set                        # some of the members
  #   members: {north: North, south: South}
  # ceiling:
  #   title: Ceiling
  #   kind: quantity                   # a number
  #   unit: person
  #   unlimited: No ceiling
  # deadline: {title: Deadline, kind: date}
  # first: {title: What comes first, kind: sequence}
  # words: {title: Wording, kind: text}
""",
    "party-a/.gitkeep": "",
    "party-b/.gitkeep": "",
    "drafts/.gitkeep": "",
}


_SILENCE = (
    "## Take the `# ` away from what was spoken of and fill it in; delete the rest. An issue that is not named stays",
    "## as it was: silence is no withdrawal. What was only said again goes under `reaffirms: [issue]`, what was",
    "## taken back under `withdraws: [issue]`.",
)


def statement(agenda: Agenda, party: Party, day: int) -> str:
    """A statement's file: its day, and every issue of the agenda in comments, with the words of its kind.

    Values are left empty: a line that is taken and not filled in is a finding, and never somebody's position.
    """
    when = date.fromordinal(day).isoformat()
    head = [f"## What {visible(party.name)} said on {when}.", *_SILENCE, f"date: {when}", "# title:", "# speaker:"]
    return _file(agenda, [*head, *_sources(when), "# terms:"], of_a_party=True)


def joint(agenda: Agenda, day: int) -> str:
    """The file of what several parties said together."""
    when = date.fromordinal(day).isoformat()
    some = ", ".join([*agenda.parties][:2])
    head = [f"## What several parties said together on {when}.", *_SILENCE, f"date: {when}"]
    head += [f"# parties: [{some}]  # who said it: two or more, by id", "# title:", "# speaker:"]
    return _file(agenda, [*head, *_sources(when), "# terms:"], of_a_party=True)


#: Below the issues that a draft may settle: how brackets and the words of the text are written.
_IN_ITS_WORDS = (
    "## In brackets, not agreed: `options: [{…, by: [PARTY]}, {…, by: [PARTY]}]` in place of an outcome's own keys.",
    "## The words, in the order of the text; [ ] are the brackets of the paper:",
    "# clauses:",
    "#   - {id: 1, title: …, text: …, settles: [ISSUE], status: open, by: [PARTY]}  # or agreed",
)


def draft(agenda: Agenda, day: int) -> str:
    """The file of a draft agreement, with every issue that it may settle in comments."""
    when = date.fromordinal(day).isoformat()
    head = [
        f"## A draft agreement of {when}: not in itself any party's position.",
        "## Take the `# ` away from what it settles and fill it in; delete the rest. What it leaves out it does not",
        "## settle.",
        f"date: {when}",
        "# title:",
        "# by: []  # who proposed it: ids of parties, or words",
        "## previous: …  # the draft that it follows: the name of its file, without .yaml",
        "## final: true  # put up for adoption: what it leaves out is left out for good",
    ]
    return _file(agenda, [*head, *_sources(when), "# outcomes:"], of_a_party=False) + "\n".join(_IN_ITS_WORDS) + "\n"


def _sources(when: str) -> list[str]:
    return ["# sources:", "#   source:", "#     title:", "#     publisher:", f"#     date: {when}", "#     url:"]


def _file(agenda: Agenda, lines: list[str], of_a_party: bool) -> str:
    topic: str | None = None
    order = [*agenda.topics, None]
    for issue in sorted(agenda.issues.values(), key=lambda issue: order.index(issue.topic)):
        if issue.topic != topic:
            topic = issue.topic
            lines += ["#", f"#   # {visible(wording.topic_title(agenda, topic))}"]
        lines += [f"#   {line}" for line in _term(issue, of_a_party)]
    return "\n".join(lines) + "\n"


def _term(issue: Issue, of_a_party: bool) -> Iterator[str]:
    yield f"{issue.id}:"
    yield f"  # {visible(issue.title)}{f': {visible(issue.question)}' if issue.question else ''}"
    for line in issue.space.template():
        yield f"  {visible(line)}"
    if of_a_party:
        yield "  firmness: firm  # or red-line, flexible"
    yield "  quote:"
    yield "  source: source"
