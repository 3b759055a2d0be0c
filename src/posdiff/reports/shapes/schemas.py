"""The schemas that there are, by name: of the files people write, and of the JSON that commands write."""

import json
from typing import Annotated, Any, NamedTuple

from posdiff.dossier.reading.shapes import AgendaFile, DraftFile, JointFile
from posdiff.kinds.table import KINDS
from posdiff.reports.shapes.against_record import (
    CompareAgainstRecordShape,
    ConflictsAgainstRecordShape,
    DraftAgainstRecordShape,
    MatrixAgainstRecordShape,
    SupposedTexts,
)
from posdiff.reports.shapes.brief import BriefShape
from posdiff.reports.shapes.changes import ChangesShape
from posdiff.reports.shapes.check import CheckShape
from posdiff.reports.shapes.cohesion import CohesionShape
from posdiff.reports.shapes.compare import CompareShape
from posdiff.reports.shapes.conflicts import ConflictsShape
from posdiff.reports.shapes.coverage import CoverageShape
from posdiff.reports.shapes.deriving import Deriver, Schema
from posdiff.reports.shapes.draft import DraftResultShape
from posdiff.reports.shapes.drafts import DraftsShape
from posdiff.reports.shapes.explain import ExplainShape
from posdiff.reports.shapes.find import FindShape
from posdiff.reports.shapes.history import HistoryShape
from posdiff.reports.shapes.issues import IssuesShape
from posdiff.reports.shapes.matrix import MatrixShape
from posdiff.reports.shapes.parties import PartiesShape
from posdiff.reports.shapes.recode import RecodeShape
from posdiff.reports.shapes.report import ReportShape
from posdiff.reports.shapes.rules import RulesShape
from posdiff.reports.shapes.show import ShowShape
from posdiff.reports.shapes.sources import SourcesShape
from posdiff.reports.shapes.text import TextShape
from posdiff.reports.shapes.validate import ValidateShape
from posdiff.reports.shapes.values import LeftOutShape, RecordedShape, SilenceShape
from posdiff.reports.shapes.verify import VerifyShape
from posdiff.reports.shapes.who import WhoShape


class _Root(NamedTuple):
    """What a schema is of. ``read``: whether it is of an answer, which may be read from git.

    ``leaves_out``: whether what is only reported may be left out of it.
    ``against_record``: the shape of what changes where something is supposed, if it may be.
    """

    shape: Any
    title: str
    read: bool = True
    against_record: Any = None
    leaves_out: bool = True


_ROOTS: dict[str, _Root] = {
    "agenda": _Root(AgendaFile, "Agenda", read=False),
    "statement": _Root(JointFile, "Statement", read=False),
    "draft": _Root(DraftFile, "Draft agreement", read=False),
    "compare": _Root(CompareShape, "posdiff compare", against_record=CompareAgainstRecordShape),
    "changes": _Root(ChangesShape, "posdiff changes"),
    "show": _Root(ShowShape, "posdiff show"),
    "who": _Root(WhoShape, "posdiff who"),
    "history": _Root(HistoryShape, "posdiff history"),
    "matrix": _Root(MatrixShape, "posdiff matrix", against_record=MatrixAgainstRecordShape),
    "cohesion": _Root(CohesionShape, "posdiff matrix --blocs"),
    "draft-result": _Root(DraftResultShape, "posdiff draft", against_record=DraftAgainstRecordShape),
    "conflicts": _Root(ConflictsShape, "posdiff conflicts", against_record=ConflictsAgainstRecordShape),
    "brief": _Root(BriefShape, "posdiff brief", against_record=CompareAgainstRecordShape),
    "report": _Root(ReportShape, "posdiff report"),
    "find": _Root(FindShape, "posdiff find", leaves_out=False),
    "recode": _Root(RecodeShape, "posdiff recode compare", leaves_out=False),
    "coverage": _Root(CoverageShape, "posdiff coverage", leaves_out=False),
    "validate": _Root(ValidateShape, "posdiff validate", read=False),
    "check": _Root(CheckShape, "posdiff check", read=False),
    "verify": _Root(VerifyShape, "posdiff verify", leaves_out=False),
    "issues": _Root(IssuesShape, "posdiff issues"),
    "parties": _Root(PartiesShape, "posdiff parties", leaves_out=False),
    "sources": _Root(SourcesShape, "posdiff sources", leaves_out=False),
    "drafts": _Root(DraftsShape, "posdiff drafts", against_record=DraftAgainstRecordShape),
    "text": _Root(TextShape, "posdiff text", against_record=DraftAgainstRecordShape),
    "rules": _Root(RulesShape, "posdiff rules", read=False),
    "explain": _Root(ExplainShape, "posdiff explain", read=False),
}
#: ``draft`` is the file, ``draft-result`` what the command ``draft`` writes.
NAMES = tuple(_ROOTS)


def schema(name: str) -> Schema:
    """The schema of that name."""
    root = _ROOTS[name]
    deriver = Deriver(KINDS)
    of_root = deriver.object(root.shape)
    if root.read:
        of_root["properties"]["recorded"] = {"description": "The commit.", **deriver.of(RecordedShape)}
    if root.read and root.leaves_out:
        of_root["properties"]["left_out"] = deriver.of(
            Annotated[list[LeftOutShape], "By party, the statements that are left out, being only reported."]
        )
        of_root["required"].append("left_out")
        of_root["properties"]["silences"] = deriver.of(
            Annotated[list[SilenceShape], "By party, what its silence means, as far as it is known."]
        )
    if root.against_record is not None:
        of_root["properties"]["supposed"] = deriver.of(SupposedTexts)
        of_root["properties"]["against_record"] = deriver.of(
            Annotated[root.against_record, "With --suppose: what is otherwise than the record has it."]
        )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:posdiff:schema:{name}:1",
        "title": root.title,
        **of_root,
        "$defs": dict(sorted(deriver.definitions.items())),
    }


def text(name: str) -> str:
    """The schema of that name, as JSON text."""
    return json.dumps(schema(name), indent=2) + "\n"
