"""Blocs in the agenda: their members with the days of each, their size, and no bloc inside of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from posdiff.documents.nodes import Entries, Items, Node, Scalar, described
from posdiff.dossier.agenda import Membership, Party
from posdiff.dossier.reading.schema import FileReader
from posdiff.dossier.reading.shapes import MembershipEntry
from posdiff.findings.nearest import NotFound
from posdiff.kinds.forms import keys_of
from posdiff.kinds.steps import path

_SIZE = re.compile(r"[1-9][0-9]{0,8}\Z", re.ASCII)
#: So many steps of a circle of blocs are named in a message.
_SHOWN = 12


def size(values: Mapping[str, Node], party: str, reader: FileReader) -> int | None:
    """How many members a bloc has, where they are left out."""
    node = values.get("size")
    if node is None:
        return None
    if not isinstance(node, Scalar) or not _SIZE.match(node.text):
        shown = f"`{node.text[:40]}`" if isinstance(node, Scalar) else described(node)
        hint = "write the number of members: size: 45"
        reader.note(node, "wrong-value", f"`size` is a whole number from 1 on, not {shown}", hint)
        return None
    if "members" in values:
        message = f"{party} names its members, and says with `size` how many are left out"
        hint = "name the members, or leave them out and say `size`"
        reader.note(node, "members-and-size", message, hint)
    return int(node.text)


def with_members(
    parties: dict[str, Party], node: Node | None, reader: FileReader
) -> tuple[dict[str, Party], dict[str, tuple[Membership, ...]]]:
    """The parties with the members of each bloc; and by the id of a party, the blocs that it is in.

    A member that would close a circle is a finding, and left out.
    """
    written = node.entries if isinstance(node, Entries) else {}
    inside: dict[str, list[str]] = {}
    blocs_of: dict[str, list[Membership]] = {}
    read = dict(parties)
    for id, party in parties.items():
        entry = written[id].value
        members = entry.entries.get("members") if isinstance(entry, Entries) else None
        if members is None:
            continue
        kept = []
        for membership, place in _memberships(id, members.value, reader):
            if membership.party not in parties:
                if membership.party not in written:
                    message = f"no party `{membership.party}` in the agenda"
                    reader.note(place, "unknown-party", message, NotFound(membership.party, parties))
                continue
            way = path(inside, membership.party, id)
            if way:
                _note_circle(place, id, way, reader)
                continue
            inside.setdefault(id, []).append(membership.party)
            blocs_of.setdefault(membership.party, []).append(membership)
            kept.append(membership)
        read[id] = party._replace(members=tuple(kept))
    return read, {party: tuple(memberships) for party, memberships in blocs_of.items()}


def _memberships(bloc: str, node: Node, reader: FileReader) -> Iterator[tuple[Membership, Node]]:
    """The members under ``members``, each with the node that names it."""
    if not isinstance(node, Entries):
        for name in reader.names({"members": node}, "members"):
            yield Membership(bloc, name.text, None, None, reader.at(name)), name
        return
    for member, entry in node.entries.items():
        if not isinstance(entry.value, Entries):
            what = f"expected a mapping for the membership of {member}, found {described(entry.value)}"
            reader.note(entry.value, "wrong-shape", what, _hint(bloc, member, entry.value))
            yield Membership(bloc, member, None, None, reader.at(entry.key)), entry.key
            continue
        values = reader.fields(entry.value, keys_of(MembershipEntry), f"the membership of {member}")
        since, until = reader.day(values, "from"), reader.day(values, "until")
        if since is not None and until is not None and until < since:
            message = f"{member} leaves {bloc} before it joins it"
            hint = "`from` is the first day of the membership, and `until` the last one"
            reader.note(values["until"], "membership-dates", message, hint)
            continue
        yield Membership(bloc, member, since, until, reader.at(entry.key)), entry.key


def _hint(bloc: str, member: str, node: Node) -> str:
    """What to write for days of a membership that are none; a party that is in a bloc twice is in one within it."""
    if isinstance(node, Items) and len(node.items) > 1:
        return (
            f"a party is in a bloc once: for the time after its return name one more bloc in {bloc}, "
            f"`{bloc}-again: {{from: DAY}}`, with `members: [{member}]`"
        )
    return f"write the days of its membership: {member}: {{from: DAY, until: DAY}}"


def _note_circle(place: Node, bloc: str, way: list[str], reader: FileReader) -> None:
    """A finding on a member that holds, by members of its own, the bloc that it is to be in."""
    if len(way) == 1:
        reader.note(place, "circular-blocs", f"{bloc} is named among its own members", "delete it there")
        return
    steps = [f"{outer} has the member {inner}" for outer, inner in pairwise((bloc, *way))]
    left = len(steps) - _SHOWN
    told = ", ".join(steps if left <= 0 else [*steps[:_SHOWN], f"and {left:,} steps more"])
    reader.note(place, "circular-blocs", f"{bloc} would be in itself: {told}", "delete one member of the circle")
