"""Answers as JSON: as plain values, and as text in ASCII whose outer levels have one entry a line."""

from __future__ import annotations

import json
from importlib import import_module
from json.encoder import encode_basestring_ascii
from typing import Any

from posdiff.answers.answer import Answer, Basis


def to_dict(answer: Answer) -> dict[str, Any]:
    """An answer in the shape of its command, with the commit that it is of, and with what is supposed in it."""
    shape: dict[str, Any] = import_module(f"posdiff.reports.shapes.{answer.command}").shape(answer)
    first: dict[str, Any] = {"schema": shape["schema"]}
    last: dict[str, Any] = {}
    commit = answer.basis.commit
    if commit is not None:
        from posdiff.reports.shapes.values import day

        first["recorded"] = {"commit": commit.id, "date": day(commit.day)}
    if answer.basis.left_out is not None:
        from posdiff.reports.shapes.values import name

        first["left_out"] = [
            {"party": name(label), "statements": len({each.file for each in left_out})}
            for label, left_out in answer.basis.left_out.items()
        ]
    silences = _silences(answer.basis)
    if silences:
        first["silences"] = silences
    if answer.basis.supposed:
        from posdiff.reports.shapes import against_record

        first["supposed"] = [each.text for each in answer.basis.supposed]
        last["against_record"] = against_record.shape(answer)
    return {**first, **shape, **last}


def _silences(basis: Basis) -> list[dict[str, Any]]:
    """What the silence of each party asked about means, as far as it is known."""
    from posdiff.reports import evidence_wording
    from posdiff.reports.shapes.values import name

    read, unheard = basis.silences, basis.unheard
    told: list[dict[str, Any]] = []
    for label in basis.asked:
        if label in unheard:
            told.append({"party": name(label), "means": "no-statement", "open": 0, "unread": 0})
        elif label in read:
            open, unread = read[label].open, read[label].unread
            means = "not-looked-at" if open or unread else "not-in-the-texts"
            of_party = {"party": name(label), "means": means, "open": open, "unread": unread}
            not_held = [
                {
                    "issue": id, "means": "only-reported" if why.why == "only-reported" else "no-longer-held",
                    "in_words": evidence_wording.not_held(why),
                }
                for id, why in basis.not_held(*basis.asked[label]).items()
            ]  # fmt: skip
            told.append({**of_party, "not_held": not_held} if not_held else of_party)
    return told


def json_text(answer: Answer) -> str:
    """An answer as JSON text."""
    return text(to_dict(answer))


def text(value: Any) -> str:
    """JSON text in ASCII, which every stream and terminal takes as it is; the outer levels one entry a line.

    A CI runner acts on ``##[`` wherever it stands in a line: here that is ``#\\u0023[``, which reads back the same.
    """
    pieces: list[str] = []
    _spread(value, "", _SPREAD, pieces)
    spread = "".join((*pieces, "\n"))
    return spread.replace("##", "#\\u0023") if "##" in spread else spread


#: So many levels are spread over lines. ``json.dumps`` with an indent is ten times slower than without: 10 ms of a run.
_SPREAD = 4
#: One encoder: ``json.dumps`` makes a new one at each call.
_encoded = json.JSONEncoder(allow_nan=False).encode


def _spread(value: Any, indent: str, levels: int, pieces: list[str]) -> None:
    """The pieces of a text: put together once, not level by level, of a hundred megabytes none is copied again."""
    if not levels or not value or not isinstance(value, (dict, list)):
        pieces.append(_in_a_line(value))
        return
    inner = f"{indent}  "
    before, between = f"\n{inner}", f",\n{inner}"
    pieces.append("{" if isinstance(value, dict) else "[")
    if isinstance(value, dict):
        for key, entry in value.items():
            pieces += (before, _encoded(key), ": ")
            before = between
            _spread(entry, inner, levels - 1, pieces)
    elif levels == 1:
        pieces += (before, between.join([_in_a_line(entry) for entry in value]))
    else:
        for entry in value:
            pieces.append(before)
            before = between
            _spread(entry, inner, levels - 1, pieces)
    pieces.append(f"\n{indent}}}" if isinstance(value, dict) else f"\n{indent}]")


def _in_a_line(value: Any) -> str:
    """A value as the encoder has it. Of a list of texts without its help: there may be hundreds of thousands."""
    if isinstance(value, list) and {*map(type, value)} == {str}:
        return f"[{', '.join([encode_basestring_ascii(entry) for entry in value])}]"
    return "null" if value is None else _encoded(value)
