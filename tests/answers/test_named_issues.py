"""An issue is named by its id or a beginning of it; where there is none, a word of an id or a title leads to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdiff.answers import names
from posdiff.findings.failure import Failure
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}}
    issues:
      amnesty: {title: Who is not tried, kind: text}
      language-rights: {title: Minority schools, kind: text}
      foreign-troops: {title: Forces from abroad, kind: text}
    """


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("troops", "did you mean foreign-troops?"),
        ("rigths", "did you mean language-rights?"),
        ("amnisty", "did you mean amnesty?"),
        ("schools", "did you mean language-rights?"),
        ("forces from", "did you mean foreign-troops?"),
        ("tanks", "known: amnesty, foreign-troops, language-rights"),
        ("--full", "options stand before the --"),
    ],
)
def test_an_issue_that_is_not_there(tmp_path: Path, text: str, hint: str) -> None:
    agenda = dossier(tmp_path, {"agenda.yaml": AGENDA}).agenda
    assert names.issue(agenda, "lang") == "language-rights"
    with pytest.raises(Failure) as raised:
        names.issue(agenda, text)
    assert (raised.value.message, raised.value.hint) == (f"no issue `{text}`", hint)
