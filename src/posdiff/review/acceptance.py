"""Accepted findings: ``.posdiff-accept.yaml``, read as strictly as the position files."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from posdiff.documents.nodes import Entries, Items, Node
from posdiff.dossier.reading.schema import FileReader
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.findings.nearest import suggestion
from posdiff.findings.rules import RULES, RuleId
from posdiff.review.fingerprint import LENGTH

#: Beside the positions folder; findings name it by the way that leads there from within.
NAME = ".posdiff-accept.yaml"
PATH = f"../{NAME}"
_KEYS = ("rule", "file", "party", "issue", "fingerprint", "reason", "owner", "expires")
_REQUIRED = ("rule", "fingerprint", "reason", "owner", "expires")
_FINGERPRINT = re.compile(f"[0-9a-f]{{{LENGTH}}}\\Z")


class Acceptance(NamedTuple):
    """A finding that its owner has accepted, known by rule and fingerprint, until the end of a day (an ordinal).

    ``file`` is its path relative to the positions folder. Where it is None, ``party`` and ``issue`` say where it is.
    """

    rule: RuleId
    file: str | None
    party: str | None
    issue: str | None
    fingerprint: str
    reason: str
    owner: str
    expires: int
    location: Location

    def names(self, finding: Finding, fingerprint: str) -> bool:
        """Whether it is this finding that is accepted: by rule, fingerprint and place."""
        if (finding.rule, fingerprint) != (self.rule, self.fingerprint):
            return False
        if self.file is not None:
            return finding.location.file == self.file
        whose = (finding.location.file.partition("/")[0], *finding.subject)
        return self.party in whose and self.issue in finding.subject


class Accepted(NamedTuple):
    """The entries of the file, what is wrong with it, and its text."""

    entries: tuple[Acceptance, ...] = ()
    findings: tuple[Finding, ...] = ()
    text: str = ""


def read(data: bytes | None) -> Accepted:
    """The accepted findings in the file's bytes; None where there is no file."""
    if data is None:
        return Accepted()
    from posdiff.documents.parsing import parse

    document = parse(data, PATH)
    findings = [finding for finding in document.findings if finding.rule != "empty-file"]
    entries: list[Acceptance] = []
    # A file with a fault in its YAML accepts nothing: what it says there may be something else.
    if document.root is not None and not any(finding.severity == "error" for finding in findings):
        reader = FileReader(PATH, document.root)
        fields = reader.fields(document.root, ("accepted",), "the accepted findings")
        listed = fields.get("accepted")
        if listed is not None and not isinstance(listed, Items):
            reader.note(listed, "wrong-shape", "expected a list of accepted findings", "accepted: [{rule: …}]")
        elif isinstance(listed, Items):
            entries = [entry for item in listed.items if (entry := _entry(item, reader))]
            _twice(entries, listed, reader)
        findings += reader.findings
    return Accepted(tuple(entries), tuple(findings), document.text)


def _entry(node: Node, reader: FileReader) -> Acceptance | None:
    before = len(reader.findings)
    fields = reader.fields(node, _KEYS, "an accepted finding", _REQUIRED)
    texts = {key: reader.text(fields, key) for key in _KEYS if key != "expires"}
    expires = reader.day(fields, "expires")
    if len(reader.findings) > before or not isinstance(node, Entries):
        return None
    _check(texts, fields, node, reader)
    if len(reader.findings) > before or expires is None:
        return None
    words = {key: text for key, text in texts.items() if text is not None}
    return Acceptance(
        RULES[words["rule"]].id, texts["file"], texts["party"], texts["issue"], words["fingerprint"], words["reason"],
        words["owner"], expires, reader.at(node),
    )  # fmt: skip


def _check(texts: Mapping[str, str | None], fields: Mapping[str, Node], node: Node, reader: FileReader) -> None:
    id, name = texts["rule"] or "", texts["fingerprint"] or ""
    rule = RULES.get(id)
    if rule is None:
        hint = suggestion(id, RULES)
        reader.note(fields["rule"], "acceptance-malformed", f"there is no rule `{id}`", hint)
    elif rule.fixed or rule.when == "acceptance":
        hint = "correct it: the answers leave out what it concerns" if rule.fixed else "delete or renew the entry"
        reader.note(fields["rule"], "acceptance-malformed", f"`{id}` cannot be accepted", hint)
    if not _FINGERPRINT.match(name):
        hint = "posdiff check --format json shows it; posdiff accept writes the entry"
        reader.note(fields["fingerprint"], "acceptance-malformed", f"`{name[:40]}` is not a fingerprint", hint)
    place = [key for key in ("file", "party", "issue") if texts[key] is not None]
    if place not in (["file"], ["party", "issue"]):
        message = "an entry needs `file`, or `party` and `issue`"
        reader.note(node, "acceptance-malformed", message, "say where the finding is")


def _twice(entries: list[Acceptance], listed: Items, reader: FileReader) -> None:
    seen: set[str] = set()
    nodes = {reader.at(item): item for item in listed.items}
    for entry in entries:
        if entry.fingerprint in seen:
            reader.note(nodes[entry.location], "named-twice", f"{entry.fingerprint} is accepted twice", "delete one")
        seen.add(entry.fingerprint)


def expired(entry: Acceptance, day: str) -> Finding:
    """That an entry's last day, ``day``, has passed."""
    message = f"the acceptance of [{entry.rule}] by {entry.owner} ended on {day}"
    hint = "correct what was found, or review it and give a later day"
    return _about(entry, "acceptance-expired", message, hint)


def unused(entry: Acceptance) -> Finding:
    """That nothing is found that an entry accepts."""
    message = f"no finding matches this acceptance of [{entry.rule}] by {entry.owner}"
    return _about(entry, "acceptance-unused", message, "delete it, or accept what is found now")


def _about(entry: Acceptance, rule: RuleId, message: str, hint: str) -> Finding:
    return Finding.of(entry.location, rule, message, hint, (entry.rule, entry.fingerprint))
