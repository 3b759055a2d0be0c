"""posdiff init"""

from pathlib import Path
from typing import Annotated

import typer

HELP = """Start a dossier: positions/ with an agenda to fill in, a folder for each party, and one for drafts.

Examples:

  posdiff init

  posdiff init --example wage-round
"""
Where = Annotated[
    str, typer.Argument(metavar="[DIR]", show_default=False, help="Where to make positions/; by default here.")
]
Example = Annotated[
    bool,
    typer.Option(
        "--example", envvar="POSDIFF_EXAMPLE", help="Make a complete small dossier to look at: an invented wage round."
    ),
]


def init(where: Where = ".", example: Example = False) -> int:
    """Start a dossier: an agenda to fill in, a folder for each party, and one for drafts."""
    from posdiff.cli.files import create_folder
    from posdiff.cli.output import put
    from posdiff.reports import templates

    files = _example() if example else dict(templates.DOSSIER)
    folder = Path(where) / "positions"
    create_folder(folder, files)
    shown = [f"{folder.as_posix()}/{name.removesuffix('.gitkeep')}" for name in files]
    written = "\n".join(f"wrote {name}" for name in shown)
    where_to = "" if where == "." else f" --positions {folder.as_posix()}"
    then = "parties" if example else "new party-a today"
    put(f"{written}\n\nNext: posdiff{where_to} {then}\n")
    return 0


def _example() -> dict[str, str]:
    """The wage round with the pages of its sources: in the wheel beside the package, in a clone under examples/."""
    import posdiff

    package = Path(posdiff.__file__).parent
    packed = package / "example"
    folder = packed if packed.is_dir() else package.parents[1] / "examples" / "wages" / "positions"
    found = (*folder.rglob("*.yaml"), *folder.glob("sources/*.txt"))
    files = sorted(found, key=lambda file: (file.parent != folder, file.suffix == ".txt", file))
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}
