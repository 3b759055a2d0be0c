"""What the pages that are kept of sources prove of the quotes of a dossier."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from posdiff.comparison.evidence.verification import EvidenceOnFile, evidence, keeps_pages
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.sources.pages import Pages


def proven(
    dossier: Dossier, folder: Path, environment: Mapping[str, str], whole: bool = False
) -> EvidenceOnFile | None:
    """What the pages prove that are kept in a positions folder; None where no source of the dossier has one.

    ``whole``: also where none has one, so that it is told which quotes are not verified.
    """
    return evidence(dossier, Pages.below(folder, environment).page) if whole or keeps_pages(dossier) else None
