"""Reads the formats for findings back, by a parser of each: what they say of the verdict, and what each is held to."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import html5lib
import xmlschema
from jsonschema import Draft4Validator, Draft202012Validator  # type: ignore[import-untyped]

from posdiff.reports.shapes import schemas

_SCHEMAS = Path(__file__).parent / "reports" / "schemas"
_GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "additionalProperties": False,
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/|\.\.)."},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


class Told(NamedTuple):
    """What an answer says: the status, None where the format has no place for it, and how many there are of each."""

    status: str | None
    counts: Mapping[str, int]


@cache
def _sarif() -> Draft4Validator:
    return Draft4Validator(json.loads((_SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")))


@cache
def _junit() -> xmlschema.XMLSchema10:
    return xmlschema.XMLSchema10(_SCHEMAS / "junit.xsd")


def _of_words(text: str, status: str | None) -> Told:
    """The totals as posdiff says them: ``2 errors, 1 warning, 3 for information in 5 files``."""
    found = {word: re.search(rf"(\d+) {word}", text) for word in ("error", "warning", "for information")}
    numbers = [int(match[1]) if match else 0 for match in found.values()]
    return Told(status, dict(zip(("error", "warning", "info"), numbers, strict=True)))


def text(out: str) -> Told:
    return _of_words(out.rstrip().split("\n")[-1], None)


def of_json(out: str) -> Told:
    value = json.loads(out)
    Draft202012Validator(json.loads(schemas.text(value["schema"].split("/")[1]))).validate(value)
    return Told(value["status"], value["counts"])


def github(out: str) -> Told:
    head, *annotations = out.rstrip("\n").split("\n")
    commands = [re.fullmatch(r"::(error|warning|notice) [^:]+::.+", line) for line in annotations]
    assert all(commands), annotations
    told = _of_words(head, re.fullmatch(r"posdiff [a-z]+: .*; status ([a-z]+)", head)[1])  # type: ignore[index]
    if len(commands) < 10:
        levels = [command[1] for command in commands if command]
        assert [levels.count(level) for level in ("error", "warning", "notice")] == list(told.counts.values())
    return told


def gitlab(out: str) -> Told:
    value = json.loads(out)
    Draft202012Validator(_GITLAB).validate(value)
    fingerprints = [each["fingerprint"] for each in value]
    assert len(set(fingerprints)) == len(fingerprints)
    severities = [each["severity"] for each in value]
    named = {"error": "critical", "warning": "minor", "info": "info"}
    return Told(None, {ours: severities.count(theirs) for ours, theirs in named.items()})


def sarif(out: str) -> Told:
    value = json.loads(out)
    _sarif().validate(value)
    (run,) = value["runs"]
    (invocation,) = run["invocations"]
    status = run["properties"]["status"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (True, CODES[status])
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    levels = [result["level"] for result in run["results"]]
    named = {"error": "error", "warning": "warning", "info": "note"}
    if not run["properties"]["notShown"]:
        assert {ours: levels.count(theirs) for ours, theirs in named.items()} == run["properties"]["counts"]
    return Told(status, run["properties"]["counts"])


def junit(out: str) -> Told:
    # Encoded, because a parser of text would not look at what the declaration says.
    _junit().validate(ET.fromstring(out.encode("utf-8")))
    root = ET.fromstring(out.encode("utf-8"))
    properties = {each.get("name"): each.get("value") or "" for each in root.iter("property")}
    assert root.get("tests") == str(len(list(root.iter("testcase"))))
    assert root.get("failures") == str(len(list(root.iter("failure"))))
    assert (root.get("failures") == "0") == (properties["status"] == "ok")
    return Told(properties["status"], {each: int(properties[each]) for each in ("error", "warning", "info")})


def markdown(out: str) -> Told:
    lines = [line for line in out.split("\n") if line]
    status = re.fullmatch(r"# posdiff [a-z]+: ([a-z]+)", lines[1])[1]  # type: ignore[index]
    assert lines[3].startswith(f"Status: {status}. ")
    return _of_words(lines[2], status)


def html(out: str) -> Told:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    page = parser.parse(out)
    assert parser.errors == []
    paragraphs = [page.find(".//header/p"), page.find(".//main/section/p")]
    total, verdict = (str(each.text or "") + "".join(each.itertext()) for each in paragraphs)
    status = re.match(r"Status: ([a-z]+)\. ", verdict)[1]  # type: ignore[index]
    assert page.find(".//h1").text.endswith(f": {status}")
    return _of_words(total, status)


def of_csv(out: str) -> Told:
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    status = {row["status"] for row in rows}
    assert len(status) <= 1
    severities = [row["severity"] for row in rows]
    counts = {each: severities.count(each) for each in ("error", "warning", "info")}
    return Told(status.pop() if status else None, counts)


CODES = {"ok": 0, "findings": 1, "error": 3}
READERS: Mapping[str, Callable[[str], Told]] = {
    "text": text, "json": of_json, "github": github, "gitlab": gitlab, "sarif": sarif, "junit": junit,
    "markdown": markdown, "html": html, "csv": of_csv,
}  # fmt: skip


def results(out: str) -> list[Any]:
    """The results of a SARIF log."""
    found: list[Any] = json.loads(out)["runs"][0]["results"]
    return found


def command_lines(text: str) -> list[str]:
    """The lines that the runner takes for commands (ActionCommand.cs): after blanks ``::``, or ``##[`` anywhere."""
    return [line for line in re.split(r"\r\n|\r|\n", text) if line.lstrip().startswith("::") or "##[" in line]
