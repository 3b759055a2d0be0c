"""``validate``: what it prints, and its exit codes."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from running import posdiff
from writing import write

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}}
    steps: {truce: Truce, talks: Talks, vote: Vote}
    issues:
      status: {title: Status, kind: choice, options: {part: Part, free: Free}}
      corridor: {title: Corridor, kind: choice, options: {no: No, yes: Yes}}
      first-steps: {title: What comes first, kind: sequence}
      last-steps: {title: What comes last, kind: sequence}
"""


FAULTS = {
    "agenda.yaml": AGENDA,
    "north/2024-06-14.yaml": "date: 2024-06-14\nwithdraws: [status]\n",
    "south/2024-06-14.yaml": "date: 2024-06-14\nterms: {status: fre}\n",
}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 3),
        (("--fail-on", "never"), 0),
        (("positions/north",), 0),
        (("positions/north", "--fail-on", "warning"), 1),
        (("positions/south/2024-06-14.yaml",), 3),
        (("positions/agenda.yaml",), 0),
        (("positions/gone.yaml",), 3),
        (("/etc/passwd",), 3),
        (("--fail-on", "errors"), 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else str(value),
)
def test_exit_codes(tmp_path: Path, arguments: tuple[str, ...], code: int) -> None:
    write(tmp_path, FAULTS)
    run = posdiff("validate", *arguments, cwd=tmp_path)
    assert run.code == code
    assert "Traceback" not in run.err


def test_what_validate_prints(tmp_path: Path) -> None:
    write(tmp_path, FAULTS)
    assert posdiff("validate", cwd=tmp_path).out == dedent("""
        error [unknown-option] positions/south/2024-06-14.yaml:2:17 no option `fre` in this issue
            2 | terms: {status: fre}
                                ^
            hint: did you mean free?

        warning [withdraws-nothing] positions/north/2024-06-14.yaml:2:13 north holds no position on status to withdraw
            2 | withdraws: [status]
                            ^
            hint: delete it here, or enter the statement that took the position

        1 error, 1 warning in 3 files
    """).lstrip()  # fmt: skip
